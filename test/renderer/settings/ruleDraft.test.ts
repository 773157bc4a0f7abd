import { expect, test } from 'vitest';
import type { MeetingRule, RuleCondition } from '#core/agenda/meetingRules.ts';
import { conditionsOf, draftOf, EMPTY_DRAFT, newRuleId } from '#renderer/settings/rules/ruleDraft.ts';

test('an empty form makes no condition', () => {
  expect(conditionsOf(EMPTY_DRAFT)).toEqual([]);
  expect(conditionsOf({ ...EMPTY_DRAFT, title: { match: 'only', text: ' , ,' } })).toEqual([]);
  expect(conditionsOf({ ...EMPTY_DRAFT, calendar: { match: 'only', feedIds: [] } })).toEqual([]);
});

test('words are separated by commas, each once', () => {
  const title = { match: 'never', text: 'lunch,  focus time, lunch' } as const;
  expect(conditionsOf({ ...EMPTY_DRAFT, title })).toEqual([
    { kind: 'title', isNot: true, texts: ['lunch', 'focus time'] },
  ]);
});

test('a title longer than a rule may hold is cut', () => {
  const [condition] = conditionsOf({ ...EMPTY_DRAFT, title: { match: 'only', text: 'a'.repeat(300) } });
  expect(condition).toEqual({ kind: 'title', isNot: false, texts: ['a'.repeat(200)] });
});

test('a rule is the same after it went through the form', () => {
  const conditions: RuleCondition[] = [
    { kind: 'title', isNot: false, texts: ['lunch', 'focus time'] },
    { kind: 'organizer', isNot: true, texts: ['Mira'] },
    { kind: 'reply', isNot: false, replies: ['no', 'none'] },
    { kind: 'length', isNot: false, minutes: 240 },
    { kind: 'room', isNot: true },
    { kind: 'allDay', isNot: false },
    { kind: 'calendar', isNot: true, feedIds: ['work'] },
  ];
  const draft = draftOf({ outcome: 'hidden', conditions });
  expect(draft.outcome).toBe('hidden');
  expect(conditionsOf(draft)).toEqual(conditions);
});

test('a new rule has an id of its own', () => {
  const rule = (id: string): MeetingRule => ({ id, isOn: true, outcome: 'silent', conditions: [] });
  expect(newRuleId([])).toBe('rule-1');
  expect(newRuleId([rule('rule-2')])).toBe('rule-3');
  expect(newRuleId([rule('a'), rule('rule-3')])).toBe('rule-4');
});
