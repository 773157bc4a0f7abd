import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogueFile } from '#core/catalogue/catalogueFile.ts';
import {
  directoryEntry,
  isFollowable,
  type DirectoryEntry,
  type StatedMeeting,
} from '#core/directory/directoryEntry.ts';
import { directoryIndex } from '#core/directory/directoryIndex.ts';
import { statedCatalogue } from '#core/directory/statedMeetings.ts';
import { entryText, indexText } from '#core/directory/writeDirectory.ts';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';

/** The directory as it is written by hand, and as it comes with the app. */

const written = join(import.meta.dirname, '../../../scripts/catalogue');
const shipped = join(import.meta.dirname, '../../../assets/catalogue/directory');

const readText = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const files = readdirSync(written).filter((name) => name !== 'kubernetes.json');
const entries: DirectoryEntry[] = files.map((name) =>
  directoryEntry.parse(JSON.parse(readText(written, name))),
);
const each = entries.map((entry) => [entry.id, entry] as const);

describe('the directory', () => {
  test('has at least 110 communities, 85 of them with a calendar that can be followed', () => {
    expect(entries.length).toBeGreaterThanOrEqual(110);
    const followable = entries.filter(({ calendars }) => calendars.some(isFollowable));
    expect(followable.length).toBeGreaterThanOrEqual(85);
  });

  test('names each community, and each abbreviation of it, once', () => {
    const names = entries.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(files.toSorted()).toEqual(entries.map(({ id }) => `${id}.json`).toSorted());
  });

  test('comes with the app as it is written: else run `npm run catalogue`', () => {
    for (const entry of entries) expect(readText(shipped, `${entry.id}.json`)).toBe(entryText(entry));
    expect(readText(shipped, 'index.json')).toBe(indexText(entries));
    expect(readdirSync(shipped).length).toBe(entries.length + 1);
    expect(directoryIndex.safeParse(JSON.parse(readText(shipped, 'index.json'))).success).toBe(true);
  });
});

/** Addresses of accounts and committees, not of persons. */
const ROLE =
  /^(?:calendar|events|conduct|coc|report|steering|codeofconduct|ssc|rust-mods|team-wasm-chairs|pandas-dev|dev|[\w.-]*(?:-(?:info|maintainers|governance|developers|code-of-conduct)))@/;
/** Accounts of projects at a mail provider. */
const PROJECT_ACCOUNTS = new Set([
  'karmadaoss@gmail.com',
  'volcano.sh.bot@gmail.com',
  'social.scikitlearn@gmail.com',
]);
const MAIL = /[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g;

test('the published schema of a community’s own file is today’s: else run `npm run catalogue`', () => {
  const published: unknown = JSON.parse(readText(join(shipped, '..'), 'community.schema.json'));
  expect(published).toEqual(
    z.toJSONSchema(catalogueFile, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
  );
});

test('a question asks for the day only where the words name none', () => {
  const asked = each
    .flatMap(([, { meetings }]) => meetings)
    .filter(({ question }) => question?.includes('On which day'));
  expect(asked.filter(({ said }) => /(?:mon|tues|wednes|thurs|fri)day/iu.test(said ?? ''))).toEqual([]);
});

describe.each(each)('%s', (_, entry) => {
  const { sources, calendars, pages, meetings, chats, lists, conduct } = entry;

  test('names a source for each fact', () => {
    const used = [
      entry,
      ...calendars,
      ...pages,
      ...meetings,
      ...chats,
      ...lists,
      ...(conduct ? [conduct] : []),
    ];
    for (const { source } of used) expect(sources[source]).toBeDefined();
  });

  test('has addresses that can be followed or opened', () => {
    const addresses = calendars.flatMap(({ kind, address, also }) =>
      [address, ...also].map((one) => ({ kind, one })),
    );
    const isUsable = ({ kind, one }: (typeof addresses)[number]): boolean =>
      isFollowable({ kind }) ? recogniseAddress(one, 'linux').ok : /^https?:\/\//.test(one);
    expect(addresses.filter((one) => !isUsable(one))).toEqual([]);
  });

  test('has no address of a private person', () => {
    const mails = JSON.stringify(entry).match(MAIL) ?? [];
    const known = mails.map((one) => one.replace('%40', '@'));
    const isRole = (one: string): boolean =>
      one.endsWith('group.calendar.google.com') || ROLE.test(one) || PROJECT_ACCOUNTS.has(one);
    // A name in a path, such as npm’s @scope or hackmd.io/@group, is no mail address.
    expect(known.filter((one) => !isRole(one))).toEqual([]);
  });

  test('dates each stated meeting, or asks for its dates', () => {
    const { series, problems } = readCatalogue(
      new TextEncoder().encode(JSON.stringify(statedCatalogue(entry))),
    );
    expect(problems).toEqual([]);
    expect(series.length).toBe(meetings.filter(({ when }) => when !== null).length);
    const isDated = ({ time, zone }: StatedMeeting): boolean =>
      time !== null && zone !== null && IANAZone.isValidZone(zone);
    const asks = ({ question, inCalendarAs }: StatedMeeting): boolean => (question ?? inCalendarAs) !== null;
    expect(meetings.filter((one) => !(one.when === null ? asks(one) : isDated(one)))).toEqual([]);
  });

  test('has meetings that are told apart', () => {
    const ids = meetings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
