/** The agenda as a week and as a day, of a user with work, private and community calendars. */
import { addCalendarQuietly, followOnly, serveCalendar } from '#test/e2e/person.ts';
import { start, wide, type Scene } from './scene.ts';

interface Wish {
  readonly title: string;
  /** Day of November 2026. */
  readonly day: number;
  /** `09:30–09:45`, or the day after the last for what lasts all day. */
  readonly when: string | number;
  readonly status?: 'CANCELLED' | 'TENTATIVE';
  readonly rule?: string;
  readonly url?: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A calendar in Berlin. */
function calendarOf(name: string, wishes: readonly Wish[]): string {
  const events = wishes.flatMap(({ title, day, when, status, rule, url }) => {
    const date = `202611${two(day)}`;
    const ends =
      typeof when === 'number'
        ? [`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:202611${two(when)}`]
        : when
            .replaceAll(':', '')
            .split('–')
            .map(
              (time, index) => `${index === 0 ? 'DTSTART' : 'DTEND'};TZID=Europe/Berlin:${date}T${time}00`,
            );
    return [
      'BEGIN:VEVENT',
      `UID:${name}-${title}-${day}`,
      'DTSTAMP:20261101T000000Z',
      `SUMMARY:${title}`,
      ...ends,
      ...(status === undefined ? [] : [`STATUS:${status}`]),
      ...(rule === undefined ? [] : [`RRULE:${rule}`]),
      ...(url === undefined ? [] : [`LOCATION:${url}`]),
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//pictures//EN',
    `X-WR-CALNAME:${name}`,
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const meet = 'https://meet.google.com/abc-defg-hij';
const zoom = 'https://zoom.us/j/84537359500?pwd=77777';

const calendars: readonly string[] = [
  calendarOf('Work', [
    { title: 'Stand-up', day: 2, when: '09:30–09:45', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', url: meet },
    { title: 'Roadmap', day: 23, when: '11:00–12:00' },
    { title: 'Hiring panel', day: 23, when: '14:00–15:30' },
    { title: '1:1 Amara', day: 23, when: '16:00–16:30' },
    { title: 'Design review', day: 24, when: '11:00–12:00' },
    { title: '1:1 Noor', day: 24, when: '13:00–13:30' },
    { title: 'Customer call', day: 24, when: '14:00–15:00' },
    { title: '1:1 Mira and Jonas', day: 24, when: '16:30–17:00' },
    { title: 'Budget review Q4', day: 24, when: '17:00–17:45', url: meet },
    { title: 'Design review: the next round of the onboarding flow', day: 26, when: '10:00–11:30' },
    { title: 'Planning', day: 26, when: '14:00–14:30', status: 'CANCELLED' },
    { title: 'Roadmap follow-up', day: 26, when: '16:00–17:00' },
    { title: 'Metrics', day: 27, when: '10:00–10:30' },
    { title: 'Demo', day: 27, when: '11:00–12:00' },
    { title: 'Retro', day: 27, when: '11:00–12:00', status: 'TENTATIVE' },
    { title: 'Interview', day: 27, when: '11:15–12:00' },
    { title: 'Interview notes', day: 27, when: '11:30–12:00' },
    { title: 'Release 1.36 freeze', day: 28, when: 29 },
  ]),
  calendarOf('Personal', [
    { title: 'Offsite in Lisbon', day: 24, when: 27 },
    { title: 'Lunch with Ines', day: 25, when: '13:00–14:00' },
    { title: 'Swimming with Kofi', day: 28, when: '10:00–12:00' },
  ]),
  calendarOf('Kubernetes SIGs', [
    { title: 'SIG Node', day: 3, when: '19:00–20:00', rule: 'FREQ=WEEKLY;BYDAY=TU', url: zoom },
    { title: 'SIG Contributor Experience', day: 4, when: '18:00–19:00', rule: 'FREQ=WEEKLY', url: zoom },
    { title: 'SIG Docs', day: 25, when: '18:30–19:30', url: zoom },
    { title: 'GitHub Admin', day: 26, when: '18:00–19:00', url: zoom },
    { title: 'kOps Office Hours', day: 6, when: '18:00–19:00', rule: 'FREQ=WEEKLY;INTERVAL=2', url: zoom },
    { title: 'Kubernetes PM Group', day: 24, when: '17:00–18:00', url: zoom },
  ]),
];

/** Of the calendars. */
const hues = ['blue', 'orange', 'teal'] as const;

/** Their page does not say in which weeks they are. */
const maybes = [
  'sig-cluster-lifecycle/kubeadm/kubeadm-office-hours',
  'sig-release/regular-sig-meeting-us-oriented-time',
];

export const grid: Scene = async (take) => {
  await using app = await start({
    now: '2026-11-24T15:51:34Z',
    withDesktop: true,
    settings: { otherZones: ['America/Los_Angeles'] },
  });
  const page = await app.window();
  await followOnly(page, maybes);
  await using servers = new AsyncDisposableStack();
  for (const [index, text] of calendars.entries()) {
    const server = servers.use(await serveCalendar(text));
    await addCalendarQuietly(page, server.address, hues[index]);
  }
  for (const size of [{ width: 1280, height: 800 }, { width: 900, height: 600 }, wide]) {
    await page.setViewportSize(size);
    const name = size === wide ? '' : `-${size.width}`;
    await page.keyboard.press('3');
    await page.getByRole('button', { name: /^Budget review Q4/u }).waitFor();
    await take(page, `week${name}`);
    await page.keyboard.press('2');
    await page.getByRole('button', { name: /^Customer call/u }).waitFor();
    await take(page, `day${name}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: /^Kubernetes PM Group/u }).click();
  await take(page, 'day-details');
};
