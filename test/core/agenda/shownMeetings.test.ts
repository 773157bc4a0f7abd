import { expect, test } from 'vitest';
import { agendaDays, nextOccurrence, upcoming } from '#core/agenda/agenda.ts';
import { markShown, shownMeetings, type ShownChoices } from '#core/agenda/shownMeetings.ts';
import type { MeetingRule } from '#core/agenda/meetingRules.ts';
import { findChanges } from '#core/reminders/meetingChanges.ts';
import { planReminders } from '#core/reminders/planReminders.ts';
import { storyOf } from '#core/reminders/meetingStory.ts';
import { historyOf } from '#core/reminders/reminderHistory.ts';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import { defaultSettings, settings } from '#core/settings/settings.ts';
import { refusalsOf } from '#core/settings/configFile.ts';
import { meetingIdOf, reminderKey } from '#core/keys.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const NOTHING: ShownChoices = { calendars: {}, rules: [] };
const now = at('2026-11-20T11:00:00Z');
const lunch = anOccurrence({ title: 'Lunch', feedId: 'home', start: '2026-11-20T12:00:00Z' });
const review = anOccurrence({ title: 'Review', feedId: 'work', start: '2026-11-20T13:00:00Z' });

const lunchRule = (outcome: MeetingRule['outcome'], id = 'lunch'): MeetingRule => ({
  id,
  isOn: true,
  outcome,
  conditions: [{ kind: 'title', isNot: false, texts: ['lunch'] }],
});

const marked = (choices: Partial<ShownChoices>, occurrences = [lunch, review]) =>
  markShown(occurrences, { ...NOTHING, ...choices });

const planOf = (occurrences: ReturnType<typeof marked>, history = historyOf([])) => ({
  occurrences,
  rules: defaultReminderRules,
  history,
  now,
  zone: 'UTC',
});

test('by default everything is shown and announced', () => {
  expect(defaultSettings.meetingRules).toEqual([]);
  expect(marked({})).toEqual([lunch, review]);
  expect([lunch.isShown, lunch.isAnnounced, lunch.silencedBy]).toEqual([true, true, null]);
});

test('a hidden calendar is in no list, but it is announced', () => {
  const occurrences = marked({ calendars: { home: { isShown: false } } });
  expect(shownMeetings(occurrences)).toEqual([review]);
  expect(nextOccurrence(occurrences, now, 'UTC')).toEqual(review);
  expect(upcoming(occurrences, now, 'UTC', 5)).toEqual([review]);
  expect(agendaDays(occurrences, now, 'UTC').flatMap((day) => day.occurrences)).toEqual([review]);
  expect(planReminders(planOf(occurrences)).upcoming.map(({ title }) => title)).toContain('Lunch');
});

test('a calendar that is not announced is shown and silent, and the story says why', () => {
  const occurrences = marked({ calendars: { home: { isAnnounced: false } } });
  expect(shownMeetings(occurrences)).toHaveLength(2);
  expect(planReminders(planOf(occurrences)).upcoming.map(({ title }) => title)).not.toContain('Lunch');
  expect(occurrences[0]?.silencedBy).toEqual({ kind: 'calendar' });
  expect(storyOf(occurrences[0]!, planOf(occurrences), []).silence).toBe('calendar');
});

test('a meeting in several calendars is shown if one of them is shown, and announced likewise', () => {
  const both = anOccurrence({
    sources: [
      { key: 'a', feedId: 'home', feedName: 'Home' },
      { key: 'b', feedId: 'work', feedName: 'Work' },
    ],
  });
  const off = { isShown: false, isAnnounced: false };
  expect(marked({ calendars: { home: off } }, [both])).toEqual([both]);
  expect(marked({ calendars: { home: off, work: off } }, [both])).toMatchObject([
    { isShown: false, isAnnounced: false },
  ]);
});

test('a rule keeps a meeting silent, or hides it', () => {
  const [silent] = marked({ rules: [lunchRule('silent')] });
  expect(silent).toMatchObject({
    isShown: true,
    isAnnounced: false,
    silencedBy: { kind: 'rule', ruleId: 'lunch' },
  });
  const [hidden] = marked({ rules: [lunchRule('hidden')] });
  expect(hidden).toMatchObject({ isShown: false, isAnnounced: false });
  expect(marked({ rules: [lunchRule('normal', 'keep'), lunchRule('hidden')] })[0]).toEqual(lunch);
});

test('a rule does not announce a calendar that is not announced', () => {
  const [one] = marked({ calendars: { home: { isAnnounced: false } }, rules: [lunchRule('normal')] });
  expect(one).toMatchObject({ isAnnounced: false, silencedBy: { kind: 'calendar' } });
});

test('a planned meeting that becomes silent is withdrawn without news, even if it is cancelled at the same time', () => {
  const key = reminderKey('before-10', meetingIdOf(lunch));
  const history = historyOf([{ at: now, kind: 'planned', key, title: 'Lunch' }]);
  const cancelled = marked({ rules: [lunchRule('silent')] }, [{ ...lunch, status: 'cancelled' }]);
  const { withdrawn, found } = findChanges({ ...planOf(cancelled, history), absence: () => 'gone' });
  expect(withdrawn).toEqual([{ key, why: 'rules' }]);
  expect(found).toEqual([]);
});

test('a stored rule that cannot be read is left out and named; the others stay', () => {
  const broken = { id: 'broken', isOn: true, outcome: 'loud', conditions: [] };
  const stored = { meetingRules: [lunchRule('silent'), broken] };
  expect(settings.parse(stored).meetingRules).toEqual([lunchRule('silent')]);
  expect(refusalsOf({ settings: stored }).map(({ path }) => path)).toEqual([
    'settings.meetingRules[1].outcome',
    'settings.meetingRules[1].conditions',
  ]);
  expect(settings.parse({ meetingRules: 'all' }).meetingRules).toEqual([]);
});
