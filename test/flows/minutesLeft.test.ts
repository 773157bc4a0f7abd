import { trayTexts } from '#core/tray/texts.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trayModel } from '#core/tray/trayModel.ts';
import { noticeBody } from '#main/reminders/noticeText.ts';
import { stateWords } from '#renderer/agenda/describe.ts';
import { MINUTE, SECOND } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { anOccurrence, at } from '../builders/anOccurrence.ts';
import { runCommand } from '../cli/runCommand.ts';

/** How long it is until a meeting is said in several places. They may be seen side by side. */

const START = '2026-11-20T16:00:00Z';
const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;
const choices = { isJoined: () => false, pausedUntil: null, hidesTitles: false };
const meeting = anOccurrence({ title: 'Stand-up', start: START });

test.each([
  [11 * MINUTE + 40 * SECOND, '12 min'],
  [10 * MINUTE, '10 min'],
  [20 * SECOND, '1 min'],
  [3 * 60 * MINUTE + SECOND, '3 h 1 min'],
])('notice, tray, agenda and command line say the same with %d ms left', async (left, words) => {
  const now = at(START) - left;
  expect(noticeBody(meeting, null, now, format)).toMatch(new RegExp(`^In ${words} ·`, 'u'));
  expect(trayTexts(trayModel([meeting], [], now, format, choices))).toMatchObject({
    tooltip: `Stand-up in ${words}`,
    title: words,
  });
  expect(stateWords(meeting, now, format.zone)).toBe(`in ${words}`);

  const home = await mkdtemp(join(tmpdir(), 'minutes-left-'));
  const feed = join(home, 'team.ics');
  await writeFile(feed, aCalendar([{ title: 'Stand-up', start: START }]));
  const { out } = await runCommand(['next', '--feed', feed, '--now', new Date(now).toISOString()], { home });
  await rm(home, { recursive: true });
  expect(out).toContain(`in ${words}`);
});
