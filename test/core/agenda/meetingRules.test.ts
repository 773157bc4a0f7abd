import { expect, test } from 'vitest';
import {
  meetingRule,
  ruleFinder,
  ruleTest,
  withKept,
  type MeetingRule,
  type RuleCondition,
} from '#core/agenda/meetingRules.ts';
import { ruleSentence } from '#core/agenda/ruleWords.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const catches = (condition: RuleCondition, occurrence: ReturnType<typeof anOccurrence>): boolean =>
  ruleTest({ conditions: [condition] })(occurrence);

const titleHas = (...texts: string[]): RuleCondition => ({ kind: 'title', isNot: false, texts });
const titled = (title: string) => anOccurrence({ title });

const ruleOf = (
  id: string,
  outcome: MeetingRule['outcome'],
  ...conditions: RuleCondition[]
): MeetingRule => ({
  id,
  isOn: true,
  outcome,
  conditions,
});

const room = {
  service: 'zoom',
  serviceName: 'Zoom',
  url: 'https://zoom.us/j/1',
  nativeUrl: null,
  meetingId: '1',
  passcode: null,
  source: 'url',
} as const;

test('words of a title are compared as whole words, without case and accents', () => {
  expect(catches(titleHas('lunch'), titled('Team LUNCH, all'))).toBe(true);
  expect(catches(titleHas('lunch'), titled('Lunchtime talk'))).toBe(false);
  expect(catches(titleHas('cafe'), titled('Café with Mira'))).toBe(true);
  expect(catches(titleHas('focus time'), titled('Focus   time'))).toBe(true);
  expect(catches(titleHas('PM'), titled('Development'))).toBe(false);
  expect(catches(titleHas('dentist', 'lunch'), titled('Lunch'))).toBe(true);
});

test('characters that are special in patterns are only characters', () => {
  expect(catches(titleHas('.*'), titled('Anything'))).toBe(false);
  expect(catches(titleHas('[sync'), titled('Our [sync] meeting'))).toBe(true);
  expect(catches(titleHas('1:1'), titled('1:1 with Mira'))).toBe(true);
  expect(catches(titleHas('C++'), titled('C++ group'))).toBe(true);
});

test('a rule by community catches the meetings of that community alone', () => {
  const condition: RuleCondition = { kind: 'community', isNot: false, names: ['SIG Release'] };
  expect(catches(condition, anOccurrence({ communityName: 'SIG Release' }))).toBe(true);
  expect(catches(condition, anOccurrence({ communityName: 'SIG Release Engineering' }))).toBe(false);
  expect(catches(condition, anOccurrence({ communityName: null }))).toBe(false);
  expect(ruleSentence({ conditions: [condition] }, () => null)).toBe('Of SIG Release (all calendars)');
});

test('a meeting that the user keeps is left out, under each of its keys, until the exception is removed', () => {
  const rule = ruleOf('rule-1', 'hidden', titleHas('lunch'));
  const lunch = anOccurrence({ title: 'Lunch', uid: 'a' });
  const [source] = lunch.sources;
  const merged = {
    ...lunch,
    sources: [{ key: 'other|b|x', feedId: 'other', feedName: '' }, ...lunch.sources],
  };
  const kept = withKept(rule, merged, true);
  expect(kept.kept).toEqual(['other|b|x', source?.key]);
  expect(ruleTest(kept)(lunch)).toBe(false);
  expect(ruleTest(kept)(anOccurrence({ title: 'Lunch', uid: 'c' }))).toBe(true);
  expect(withKept(kept, merged, false)).toEqual(rule);
});

test('of very many exceptions the oldest are forgotten', () => {
  const meetings = Array.from({ length: 201 }, (_, index) => anOccurrence({ uid: `uid-${index}` }));
  const rule = meetings.reduce(
    (before, meeting) => withKept(before, meeting, true),
    ruleOf('rule-1', 'hidden', titleHas('lunch')),
  );
  expect(rule.kept).toHaveLength(200);
  expect(rule.kept?.at(-1)).toBe(meetings.at(-1)?.key);
  expect(meetingRule.safeParse(rule).success).toBe(true);
});

test('a script without spaces is searched inside its text', () => {
  expect(catches(titleHas('会議'), titled('週次会議です'))).toBe(true);
});

test('a title of 200 characters is compared in full', () => {
  const long = 'word '.repeat(40).trim();
  expect(catches(titleHas(long), titled(long))).toBe(true);
  expect(catches(titleHas(`${long}s`), titled(long))).toBe(false);
});

test('a phrase that is found inside a word first is still found as a word later', () => {
  expect(catches(titleHas('art'), titled('Start of art'))).toBe(true);
});

test('calendar, organiser, reply, length, room and all-day', () => {
  const meeting = anOccurrence({
    feedId: 'work',
    minutes: 90,
    joinLinks: [room],
    organizer: 'Mira Novak mira@example.org',
    ownReply: 'no',
  });
  const plain = anOccurrence({ feedId: 'home', minutes: 60 });
  const day = anOccurrence({ allDay: ['2026-11-20', '2026-11-21'] });
  const holds: RuleCondition[] = [
    { kind: 'calendar', isNot: false, feedIds: ['work'] },
    { kind: 'organizer', isNot: false, texts: ['mira'] },
    { kind: 'organizer', isNot: false, texts: ['mira@example.org'] },
    { kind: 'reply', isNot: false, replies: ['no'] },
    { kind: 'length', isNot: false, minutes: 60 },
    { kind: 'room', isNot: false },
  ];
  for (const condition of holds) {
    expect([condition.kind, catches(condition, meeting)]).toEqual([condition.kind, true]);
    expect([condition.kind, catches({ ...condition, isNot: true }, meeting)]).toEqual([
      condition.kind,
      false,
    ]);
    expect([condition.kind, catches(condition, plain)]).toEqual([condition.kind, false]);
  }
  expect(catches({ kind: 'allDay', isNot: false }, day)).toBe(true);
  expect(catches({ kind: 'allDay', isNot: true }, meeting)).toBe(true);
  expect(catches({ kind: 'length', isNot: false, minutes: 23 * 60 }, day)).toBe(true);
});

test('a meeting without an invitation has no reply, whatever is asked', () => {
  expect(catches({ kind: 'reply', isNot: false, replies: ['none'] }, anOccurrence())).toBe(false);
});

test('a meeting of several calendars is in each of them', () => {
  const both = anOccurrence({
    sources: [
      { key: 'a', feedId: 'work', feedName: 'Work' },
      { key: 'b', feedId: 'home', feedName: 'Home' },
    ],
  });
  expect(catches({ kind: 'calendar', isNot: false, feedIds: ['home'] }, both)).toBe(true);
  expect(catches({ kind: 'calendar', isNot: true, feedIds: ['home'] }, both)).toBe(false);
});

test('all conditions of a rule must hold', () => {
  const test = ruleTest({ conditions: [titleHas('lunch'), { kind: 'length', isNot: false, minutes: 60 }] });
  expect(test(anOccurrence({ title: 'Lunch', minutes: 90 }))).toBe(true);
  expect(test(anOccurrence({ title: 'Lunch', minutes: 30 }))).toBe(false);
});

test('the first rule that is on and catches the meeting decides', () => {
  const find = ruleFinder([
    { ...ruleOf('off', 'hidden', titleHas('lunch')), isOn: false },
    ruleOf('keep', 'normal', titleHas('mira')),
    ruleOf('silent', 'silent', titleHas('lunch')),
  ]);
  expect(find(titled('Lunch with Mira'))?.id).toBe('keep');
  expect(find(titled('Lunch'))?.id).toBe('silent');
  expect(find(titled('Review'))).toBeNull();
});

test('a rule says in words what it catches', () => {
  const nameOf = (id: string): string | null => (id === 'work' ? 'Work' : null);
  const said = (...conditions: RuleCondition[]): string => ruleSentence({ conditions }, nameOf);
  expect(said(titleHas('focus time', 'lunch'), { kind: 'calendar', isNot: false, feedIds: ['work'] })).toBe(
    'Title has focus time or lunch (Work)',
  );
  expect(said({ kind: 'length', isNot: false, minutes: 240 })).toBe('Longer than 4 hours (all calendars)');
  expect(said({ kind: 'length', isNot: true, minutes: 15 }, { kind: 'room', isNot: true })).toBe(
    'At most 15 min, without a room (all calendars)',
  );
  expect(said({ kind: 'reply', isNot: false, replies: ['no', 'none'] })).toBe(
    'My answer is no or not given (all calendars)',
  );
  expect(said({ kind: 'calendar', isNot: true, feedIds: ['work', 'gone'] })).toBe(
    'All meetings (all calendars except Work, a calendar that was removed)',
  );
  expect(said({ kind: 'allDay', isNot: false })).toBe('All-day (all calendars)');
  expect(said({ kind: 'organizer', isNot: true, texts: ['Mira'] })).toBe('Not from Mira (all calendars)');
});
