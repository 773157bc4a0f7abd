/** The palette: empty, with results of every kind, and with a date. */
import { calendarText, follow, serveCalendar } from '#test/e2e/person.ts';
import { start, type Scene } from './scene.ts';

const meeting = (uid: string, title: string, start: string, end: string) => ({
  uid,
  title,
  zone: 'Europe/Berlin',
  start,
  end,
  location: 'https://meet.google.com/abc-defg-hij',
});

const calendar = calendarText({
  name: 'Team Aurora',
  meetings: [
    meeting('review', 'Release review', '20261120T183000', '20261120T191500'),
    meeting('budget', 'Budget review Q4', '20261201T093000', '20261201T101500'),
    meeting('relay', 'Relay race planning', '20261201T140000', '20261201T150000'),
  ],
});

export const palette: Scene = async (take) => {
  await using server = await serveCalendar(calendar);
  await using app = await start();
  const page = await app.window();
  await follow(page, server.address);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Search or jump' }).waitFor();
  await take(page, 'palette-empty');
  await page.keyboard.type('rel');
  await take(page, 'palette');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('next tue');
  await take(page, 'palette-date');
};
