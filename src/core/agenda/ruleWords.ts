import type { MeetingRule, RuleCondition } from './meetingRules.ts';
import type { Reply } from './attendance.ts';

/** A part of a rule in words; `isStrong` marks what the user chose. */
export interface RuleWord {
  readonly text: string;
  readonly isStrong: boolean;
}

const HOUR_MINUTES = 60;

const REPLIES: Readonly<Record<Reply, string>> = { yes: 'yes', maybe: 'maybe', no: 'no', none: 'not given' };

const plain = (text: string): RuleWord => ({ text, isStrong: false });
const strong = (text: string): RuleWord => ({ text, isStrong: true });

/** `a`, `b` or `c`. */
const anyOf = (texts: readonly string[]): RuleWord[] =>
  texts.flatMap((text, index) =>
    index === 0 ? [strong(text)] : [plain(index === texts.length - 1 ? ' or ' : ', '), strong(text)],
  );

/** `45 min`, `1 hour`, `4 hours`, `1 h 30 min`. */
function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES];
  if (hours === 0) return `${rest} min`;
  if (rest > 0) return `${hours} h ${rest} min`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

function conditionWords(condition: Exclude<RuleCondition, { kind: 'calendar' }>): RuleWord[] {
  const { isNot } = condition;
  switch (condition.kind) {
    case 'community':
      return [plain(isNot ? 'not of ' : 'of '), ...anyOf(condition.names)];
    case 'title':
      return [plain(isNot ? 'title has not ' : 'title has '), ...anyOf(condition.texts)];
    case 'organizer':
      return [plain(isNot ? 'not from ' : 'from '), ...anyOf(condition.texts)];
    case 'reply':
      return [
        plain(isNot ? 'my answer is not ' : 'my answer is '),
        ...anyOf(condition.replies.map((reply) => REPLIES[reply])),
      ];
    case 'length':
      return [plain(isNot ? 'at most ' : 'longer than '), strong(lengthWords(condition.minutes))];
    case 'room':
      return [plain(isNot ? 'without a ' : 'with a '), strong('room')];
    case 'allDay':
      break;
  }
  return [plain(isNot ? 'not ' : ''), strong('all-day')];
}

/** The calendars of a rule in words; an empty name is not known any more. */
function calendarWords(
  { isNot, feedIds }: Extract<RuleCondition, { kind: 'calendar' }>,
  nameOf: (feedId: string) => string | null,
): string {
  const names = feedIds.map((id) => nameOf(id) ?? 'a calendar that was removed').join(', ');
  return isNot ? `all calendars except ${names}` : names;
}

/** A rule in words. */
export interface RuleWords {
  /** What it catches: `Title has lunch, longer than 1 hour`; “All meetings” if only its calendars are named. */
  readonly what: readonly RuleWord[];
  /** Its calendars: `Work, Personal`. */
  readonly where: string;
}

const capitalised = ([first, ...others]: readonly RuleWord[]): RuleWord[] =>
  first === undefined
    ? []
    : [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...others];

/** @param nameOf the name of a calendar; null if it was removed */
export function ruleWords(
  { conditions }: Pick<MeetingRule, 'conditions'>,
  nameOf: (feedId: string) => string | null,
): RuleWords {
  const clauses = conditions.flatMap((condition) =>
    condition.kind === 'calendar' ? [] : [conditionWords(condition)],
  );
  const calendars = conditions.flatMap((condition) =>
    condition.kind === 'calendar' ? [calendarWords(condition, nameOf)] : [],
  );
  const words = clauses.flatMap((clause, index) => (index === 0 ? clause : [plain(', ')].concat(clause)));
  return {
    what: words.length === 0 ? [plain('All meetings')] : capitalised(words.filter(({ text }) => text !== '')),
    where: calendars.length === 0 ? 'all calendars' : calendars.join('; '),
  };
}

/** A rule as one text: `Title has lunch (Work)`. */
export function ruleSentence(
  rule: Pick<MeetingRule, 'conditions'>,
  nameOf: (feedId: string) => string | null,
): string {
  const { what, where } = ruleWords(rule, nameOf);
  return `${what.map(({ text }) => text).join('')} (${where})`;
}
