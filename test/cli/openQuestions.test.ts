import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { userDataFolder } from '#cli/folders.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { environmentOf, runHere } from './runCommand.ts';

/** `series` lists open questions, without those that the user answered in the app or a calendar settles. */

const told = z.object({
  series: z.array(z.object({ uid: z.string(), ask: z.boolean(), questions: z.array(z.string()) })),
});

const page = `# Kite flyers

We meet every other Tuesday at 16:00 UTC: https://zoom.us/j/93333333333

The wind team meets every other Thursday at 10:00 UTC: https://zoom.us/j/94444444444
`;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'office-hours-asked-'));
  return () => rm(home, { recursive: true });
});

async function put(path: string, content: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const configure = (feeds: readonly unknown[], weeks: readonly unknown[]): Promise<string> =>
  put(
    join(userDataFolder({ env: environmentOf(home), platform: process.platform }), 'config.json'),
    JSON.stringify({
      settings: {},
      feeds: { version: 1, catalogue: 2, feeds },
      facts: { version: 1, weeks },
    }),
  );

const feedAt = (address: string, kind: string) => ({
  id: feedId(address),
  kind,
  name: kind,
  address,
  followed: 'all',
  color: 0,
});

async function asked(path: string): Promise<boolean[]> {
  const { out } = await runHere(['series', '--feed', path, '--json'], { home });
  return told.parse(JSON.parse(out)).series.map(({ ask, questions }) => {
    expect(questions.length > 0).toBe(ask);
    return ask;
  });
}

test('answered questions are not listed, and the others are', async () => {
  const path = await put(join(home, 'README.md'), page);
  const feed = feedAt(path, 'markdown');
  await configure([feed], []);
  const { out } = await runHere(['series', '--feed', path, '--json'], { home });
  const [kites] = told.parse(JSON.parse(out)).series;
  expect(await asked(path)).toEqual([true, true]);
  const said = {
    feedId: feed.id,
    uid: kites?.uid,
    says: 'on',
    date: '2026-11-24',
    rule: null,
    source: 'you',
    at: 1,
  };
  await configure([feed], [said]);
  expect(await asked(path)).toEqual([false, true]);
  // Only for feeds of the app: other files keep all of their questions.
  await configure([], [said]);
  expect(await asked(path)).toEqual([true, true]);
});

/** A date of the wind team, every two weeks. */
const nextThursday = (now: number): string => {
  const day = new Date(now + ((11 - new Date(now).getUTCDay()) % 7) * 86_400_000);
  return day.toISOString().slice(0, 10).replaceAll('-', '');
};

test('what a calendar settles is asked no longer', async () => {
  const path = await put(join(home, 'README.md'), page);
  const calendar = await put(
    join(home, 'wind.ics'),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:wind',
      `DTSTART:${nextThursday(Date.now())}T100000Z`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;INTERVAL=2',
      'SUMMARY:Wind',
      'LOCATION:https://zoom.us/j/94444444444',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
  await configure([feedAt(path, 'markdown'), feedAt(calendar, 'ics')], []);
  expect(await asked(path)).toEqual([true, false]);
});
