import type { Reply } from '#core/agenda/attendance.ts';
import {
  LONGEST_RULE_MINUTES,
  LONGEST_RULE_TEXT,
  type MeetingRule,
  type RuleCondition,
  type RuleOutcome,
} from '#core/agenda/meetingRules.ts';

/** Whether a condition counts: not at all, for these meetings, or for all others. */
export type Match = 'any' | 'only' | 'never';

/** A rule as its form edits it. A part with `any` or without texts makes no condition. */
export interface RuleDraft {
  readonly outcome: RuleOutcome;
  readonly calendar: { readonly match: Match; readonly feedIds: readonly string[] };
  /** Names of communities. */
  readonly community: { readonly match: Match; readonly names: readonly string[] };
  /** Words and phrases, separated by commas. */
  readonly title: { readonly match: Exclude<Match, 'any'>; readonly text: string };
  readonly organizer: { readonly match: Exclude<Match, 'any'>; readonly text: string };
  readonly reply: { readonly match: Match; readonly replies: readonly Reply[] };
  /** `only`: longer than so many minutes; `never`: at most. */
  readonly length: { readonly match: Match; readonly minutes: number };
  readonly room: Match;
  readonly allDay: Match;
}

export const EMPTY_DRAFT: RuleDraft = {
  outcome: 'silent',
  calendar: { match: 'any', feedIds: [] },
  community: { match: 'any', names: [] },
  title: { match: 'only', text: '' },
  organizer: { match: 'only', text: '' },
  reply: { match: 'any', replies: ['no'] },
  length: { match: 'any', minutes: 60 },
  room: 'any',
  allDay: 'any',
};

const MOST_TEXTS = 20;

/** The words and phrases of a field, without empty and repeated ones. */
const textsOf = (text: string): string[] =>
  [...new Set(text.split(',').map((part) => part.trim().slice(0, LONGEST_RULE_TEXT)))]
    .filter((part) => part !== '')
    .slice(0, MOST_TEXTS);

const isNot = (match: Match): boolean => match === 'never';

/** The conditions that a form makes; none if it says nothing yet. */
export function conditionsOf(draft: RuleDraft): RuleCondition[] {
  const { calendar, community, title, organizer, reply, length, room, allDay } = draft;
  const [titles, organizers] = [textsOf(title.text), textsOf(organizer.text)];
  const minutes = Math.min(Math.max(1, Math.round(length.minutes) || 1), LONGEST_RULE_MINUTES);
  const conditions: (RuleCondition | null)[] = [
    titles.length === 0 ? null : { kind: 'title', isNot: isNot(title.match), texts: titles },
    organizers.length === 0 ? null : { kind: 'organizer', isNot: isNot(organizer.match), texts: organizers },
    reply.match === 'any' || reply.replies.length === 0
      ? null
      : { kind: 'reply', isNot: isNot(reply.match), replies: reply.replies },
    length.match === 'any' ? null : { kind: 'length', isNot: isNot(length.match), minutes },
    room === 'any' ? null : { kind: 'room', isNot: isNot(room) },
    allDay === 'any' ? null : { kind: 'allDay', isNot: isNot(allDay) },
    community.match === 'any' || community.names.length === 0
      ? null
      : { kind: 'community', isNot: isNot(community.match), names: community.names.slice(0, MOST_TEXTS) },
    calendar.match === 'any' || calendar.feedIds.length === 0
      ? null
      : { kind: 'calendar', isNot: isNot(calendar.match), feedIds: calendar.feedIds },
  ];
  return conditions.filter((one) => one !== null);
}

function partOf(condition: RuleCondition): Partial<RuleDraft> {
  const match = condition.isNot ? 'never' : 'only';
  switch (condition.kind) {
    case 'calendar':
      return { calendar: { match, feedIds: condition.feedIds } };
    case 'community':
      return { community: { match, names: condition.names } };
    case 'title':
    case 'organizer':
      return { [condition.kind]: { match, text: condition.texts.join(', ') } };
    case 'reply':
      return { reply: { match, replies: condition.replies } };
    case 'length':
      return { length: { match, minutes: condition.minutes } };
    case 'room':
    case 'allDay':
      break;
  }
  return { [condition.kind]: match };
}

/** A rule in its form. Of several conditions of one kind, which only an edited file has, the last is shown. */
export const draftOf = ({ outcome, conditions }: Pick<MeetingRule, 'outcome' | 'conditions'>): RuleDraft =>
  Object.assign({ ...EMPTY_DRAFT, outcome }, ...conditions.map(partOf));

/** An id that no rule has. */
export function newRuleId(rules: readonly MeetingRule[]): string {
  const known = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (known.has(`rule-${number}`)) number += 1;
  return `rule-${number}`;
}
