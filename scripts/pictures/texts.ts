/** Texts that are hard to lay out: from right to left, with emoji, and very long. */
import { calendarText, choose, follow, goTo, serveCalendar } from '#test/e2e/person.ts';
import { start, type Scene } from './scene.ts';

const at = (hour: string, minute: string) => ({
  zone: 'Europe/Berlin',
  start: `20261120T${hour}${minute}00`,
  end: `20261120T${hour}5900`,
});
const long =
  'Vierteljährliche Abstimmung der Donaudampfschifffahrtsgesellschaftskapitäne mit allen Landesverbänden, Gästen und dem Rechnungsprüfungsausschuss';

const calendar = calendarText({
  name: 'לוח השנה של הצוות',
  meetings: [
    {
      uid: 'hebrew',
      title: 'פגישת צוות שבועית (v2)',
      ...at('18', '00'),
      location: 'https://zoom.us/j/93333333333?pwd=AbC',
      description: 'סדר היום: https://docs.example.org/agenda\\nנא להצטרף בזמן.',
    },
    {
      uid: 'arabic',
      title: 'اجتماع المشروع 🎉',
      ...at('18', '30'),
      location: 'https://meet.google.com/abc-defg-hij',
    },
    { uid: 'emoji', title: '👩🏽‍💻🏳️‍🌈 Pairing 🚀', ...at('19', '00') },
    {
      uid: 'long',
      title: long,
      ...at('20', '00'),
      location: `Room ${long}`,
      description: `${long}. `.repeat(6),
    },
    { uid: 'word', title: 'W'.repeat(120), ...at('21', '00') },
  ],
});

export const hardTexts: Scene = async (take) => {
  await using server = await serveCalendar(calendar);
  await using app = await start();
  const page = await app.window();
  await follow(page, server.address);
  await take(page, 'texts-feeds');
  await goTo(page, 'Agenda');
  await take(page, 'texts-agenda');
  await choose(page, 'פגישת צוות שבועית');
  await take(page, 'texts-rtl-details');
  await choose(page, 'Vierteljährliche');
  await take(page, 'texts-long-details');
};
