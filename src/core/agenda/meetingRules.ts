import { z } from 'zod';
import { MINUTE } from '#base';
import { foldedText } from '../search/fold.ts';
import type { Occurrence } from './occurrence.ts';
import { reply } from './attendance.ts';

/** The user's rules about meetings: which are shown, and which are announced. */

/** Longest text of a condition, in UTF-16 code units; also that of a title that is compared in full. */
export const LONGEST_RULE_TEXT = 200;
/** Longest length that a rule compares: four weeks. */
export const LONGEST_RULE_MINUTES = 28 * 24 * 60;

const ruleTexts = z.array(z.string().trim().min(1).max(LONGEST_RULE_TEXT)).min(1).max(20).readonly();
const feedIds = z.array(z.string().min(1).max(4096)).min(1).max(100).readonly();

/**
 * One condition. With `isNot` it holds for all other meetings. Texts are words or phrases, of which one must occur;
 * case and accents make no difference.
 */
export const ruleCondition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendar'), isNot: z.boolean(), feedIds }),
  /** It is of one of these communities, by their full names. */
  z.object({ kind: z.literal('community'), isNot: z.boolean(), names: ruleTexts }),
  z.object({ kind: z.literal('title'), isNot: z.boolean(), texts: ruleTexts }),
  z.object({ kind: z.literal('organizer'), isNot: z.boolean(), texts: ruleTexts }),
  z.object({
    kind: z.literal('reply'),
    isNot: z.boolean(),
    replies: z.array(reply).min(1).max(reply.options.length).readonly(),
  }),
  /** Longer than so many minutes; with `isNot` as long or shorter. */
  z.object({
    kind: z.literal('length'),
    isNot: z.boolean(),
    minutes: z.number().int().min(1).max(LONGEST_RULE_MINUTES),
  }),
  /** It has a room that can be joined. */
  z.object({ kind: z.literal('room'), isNot: z.boolean() }),
  z.object({ kind: z.literal('allDay'), isNot: z.boolean() }),
]);
export type RuleCondition = z.infer<typeof ruleCondition>;

/** `normal`: shown and announced; `silent`: shown only; `hidden`: neither. */
export const ruleOutcome = z.enum(['normal', 'silent', 'hidden']);
export type RuleOutcome = z.infer<typeof ruleOutcome>;

export const MOST_RULES = 100;
/** Meetings that one rule leaves out; of more, the oldest are forgotten. */
const MOST_KEPT = 200;

/** A rule catches the meetings for which all of its conditions hold. */
export const meetingRule = z.object({
  id: z.string().min(1).max(64),
  isOn: z.boolean(),
  outcome: ruleOutcome,
  conditions: z.array(ruleCondition).min(1).max(8).readonly(),
  /** Keys of single meetings that the user wanted to keep: the rule does not catch them. */
  kept: z.array(z.string().min(1).max(10_000)).max(MOST_KEPT).readonly().optional(),
});
export type MeetingRule = z.infer<typeof meetingRule>;

/** The rule with or without an exception for a single meeting. */
export function withKept(
  rule: MeetingRule,
  { sources }: Pick<Occurrence, 'sources'>,
  isKept: boolean,
): MeetingRule {
  const keys = new Set(sources.map(({ key }) => key));
  const others = (rule.kept ?? []).filter((key) => !keys.has(key));
  const { kept: _, ...rest } = rule;
  const kept = isKept ? [...others, ...keys].slice(-MOST_KEPT) : others;
  return kept.length === 0 ? rest : { ...rest, kept };
}

/** What a rule compares. */
export type RuleSubject = Pick<
  Occurrence,
  'sources' | 'communityName' | 'title' | 'organizer' | 'ownReply' | 'time' | 'joinLinks'
>;

const folded = (text: string): string => foldedText(text).replaceAll(/\s+/gu, ' ');

/** A letter or digit of a script that puts spaces between words, at the beginning or at the end of a text. */
const STARTS_WORD =
  /^[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]]/v;
const ENDS_WORD =
  /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]]$/v;

/** Whether a folded phrase occurs in a folded text as whole words. */
function hasPhrase(text: string, phrase: string): boolean {
  const [startsWord, endsWord] = [STARTS_WORD.test(phrase), ENDS_WORD.test(phrase)];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    // Two code units hold any character.
    const isInsideBefore = startsWord && ENDS_WORD.test(text.slice(Math.max(0, at - 2), at));
    const isInsideAfter = endsWord && STARTS_WORD.test(text.slice(end, end + 2));
    if (!isInsideBefore && !isInsideAfter) return true;
  }
  return false;
}

function lengthOf({ time }: RuleSubject): number {
  return time.kind === 'timed' ? time.end - time.start : Date.parse(time.end) - Date.parse(time.start);
}

type Test = (subject: RuleSubject) => boolean;

const phraseTest = (texts: readonly string[], textOf: (subject: RuleSubject) => string): Test => {
  const phrases = texts.map(folded);
  return (subject) => {
    const text = folded(textOf(subject));
    return phrases.some((phrase) => hasPhrase(text, phrase));
  };
};

function positiveTest(condition: RuleCondition): Test {
  switch (condition.kind) {
    case 'calendar': {
      const ids = new Set(condition.feedIds);
      return ({ sources }) => sources.some(({ feedId }) => ids.has(feedId));
    }
    case 'community': {
      const names = new Set(condition.names.map(folded));
      return ({ communityName }) => communityName !== null && names.has(folded(communityName));
    }
    case 'title':
      return phraseTest(condition.texts, ({ title }) => title);
    case 'organizer':
      return phraseTest(condition.texts, ({ organizer }) => organizer ?? '');
    case 'reply': {
      const { replies } = condition;
      return ({ ownReply }) => ownReply !== null && replies.includes(ownReply);
    }
    case 'length': {
      const longest = condition.minutes * MINUTE;
      return (subject) => lengthOf(subject) > longest;
    }
    case 'room':
      return ({ joinLinks }) => joinLinks.length > 0;
    case 'allDay':
      break;
  }
  return ({ time }) => time.kind === 'allDay';
}

/** A test for the meetings that all of the conditions hold for, without those that the user kept. */
export function ruleTest({ conditions, kept = [] }: Pick<MeetingRule, 'conditions' | 'kept'>): Test {
  const exceptions = new Set(kept);
  const tests = conditions.map((condition) => {
    const test = positiveTest(condition);
    return condition.isNot ? (subject: RuleSubject) => !test(subject) : test;
  });
  return (subject) =>
    !subject.sources.some(({ key }) => exceptions.has(key)) && tests.every((test) => test(subject));
}

/** Finds the first rule that is on and catches a meeting; null if none does. */
export function ruleFinder(rules: readonly MeetingRule[]): (subject: RuleSubject) => MeetingRule | null {
  const active = rules.filter(({ isOn }) => isOn).map((rule) => ({ rule, test: ruleTest(rule) }));
  return (subject) => active.find(({ test }) => test(subject))?.rule ?? null;
}
