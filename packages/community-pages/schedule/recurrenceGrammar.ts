import { lazily } from '#base';
import { compilePhrase, lackFinder, type Words, wordsOf } from './phraseNotation.ts';
import type { RhythmReading } from './rhythm.ts';
import {
  allBut,
  beside,
  dayOrDate,
  everyMonths,
  everyNthWeek,
  everyOrdinal,
  everyWeeks,
  except,
  exceptOfDays,
  inMonth,
  inMonthsNamed,
  onDemand,
  parity,
  parityInMonth,
  parityOfDays,
  positions,
  reading,
  timesAYear,
  twiceAMonth,
  unclear,
  WORKDAYS,
  workdays,
} from './rhythmMeanings.ts';
import { DAY_CODES } from './weekdays.ts';

/**
 * The grammar of recurrence: one row for each phrase, with its meaning (rhythmMeanings.ts). phraseNotation.ts explains
 * the notation. If several phrases begin at one place, the longest counts.
 */

interface Phrase {
  readonly form: string;
  readonly read: (words: Words) => RhythmReading | null;
}

const EXCEPT =
  '(except|excluding|but not|but skipping|but|skipping|omitting|other than|no meetings?|not held|skipped)( for| on| in)?( the)?';

/** All phrases, in any order. */
const PHRASES: readonly Phrase[] = [
  // Every week.
  { form: 'weekly|every week|each week|once (a|per|every|each) week|week-?to-?week', read: everyWeeks(1) },
  { form: '(weekly|every week|each week)~{days}', read: everyWeeks(1) },
  {
    form: '(on )?(every|each) (week on |single )?{days}( (of )?(every|each) week| weekly)?',
    read: everyWeeks(1),
  },
  { form: '{days} (of )?(every|each|per) week|{days} weekly', read: everyWeeks(1) },
  { form: 'every (weekday|work(ing)? ?day|business day)|weekdays|on work(ing)? ?days', read: workdays },
  {
    form: '(every weekday|weekdays|every work(ing)? ?day) (except|but|excluding|other than)( for| on)? {days}',
    read: allBut(WORKDAYS),
  },
  {
    form: '(daily|every ?day),? (except|but|excluding|other than)( for| on)? {days}',
    read: allBut(DAY_CODES),
  },
  { form: 'daily|every ?day|each day', read: (words) => reading({ kind: 'daily' }, words) },
  {
    form: '((about|around|roughly|up to) )?({count}( to | ?- ?))?{otherCount} times (a|per|each|every) week',
    read: unclear({ kind: 'whichDaysOfWeek', times: null }, { kind: 'weeks', interval: 1 }),
  },
  {
    form: 'twice (a|per|each|every) week(~{days})?|two times (a|per) week(~{days})?|semi-?weekly|{days}~twice (a|per|each|every) week',
    read: (words) =>
      words.days.length === 2
        ? everyWeeks(1)(words)
        : unclear({ kind: 'whichDaysOfWeek', times: 2 }, { kind: 'weeks', interval: 1 })(words),
  },

  // Every few weeks.
  {
    form: 'bi-?weekly|bi weekly|fortnightly|(every|once a|each) fortnight|every[- ]other[- ]week(ly)?|(every|each) alternat(e|ing) weeks?',
    read: everyWeeks(2),
  },
  {
    form: '(on |in )?alternat(e|ing) weeks|week about|once every other week|every-?other-?week',
    read: everyWeeks(2),
  },
  { form: '(bi-?weekly|fortnightly|every other week)~{days}|{days}~bi-?weekly', read: everyWeeks(2) },
  {
    form: '(on )?(every|each)[- ](other|alternate|alternating) {days}|(on )?alternat(e|ing) {days}',
    read: everyWeeks(2),
  },
  { form: '{days}~(of )?every other week', read: everyWeeks(2) },
  {
    form: '(once )?(in )?every {count} weeks?( on)?( {days})?|once (in|per) {count} weeks|{count}-weekly|(with )?an? {count}[- ]week (cadence|rhythm|cycle|interval)',
    read: (words) => everyWeeks(words.count)(words),
  },
  { form: '(on )?every {count} {days}', read: (words) => everyWeeks(words.count)(words) },
  { form: 'every {ordinals} weeks?', read: everyNthWeek },
  { form: 'every {ordinals} week (of|in) (the|each|every|a) month', read: inMonth },
  {
    form: 'every {count}( |-|to|or|and|/)+{otherCount} weeks',
    read: unclear({ kind: 'whichDates', because: 'irregular' }),
  },
  {
    form: '(bi-?weekly ?(/|or|and) ?tri-?weekly)',
    read: unclear(
      { kind: 'whichInterval', weeks: [2, 3] },
      { kind: 'weeks', interval: 2 },
      { kind: 'weeks', interval: 3 },
    ),
  },
  {
    form: '(weekly ?(/|or) ?bi-?weekly|bi-?weekly ?(/|or) ?weekly)',
    read: unclear(
      { kind: 'whichRhythm', either: 'week', or: 'twoWeeks' },
      { kind: 'weeks', interval: 1 },
      { kind: 'weeks', interval: 2 },
    ),
  },
  {
    form: '(bi-?weekly ?(/|or) ?monthly)',
    read: unclear({ kind: 'whichRhythm', either: 'twoWeeks', or: 'month' }, { kind: 'weeks', interval: 2 }),
  },
  {
    form: 'tri-?weekly',
    read: unclear({ kind: 'ambiguousWord', word: 'triweekly' }, { kind: 'weeks', interval: 3 }),
  },

  // Positions in the month.
  {
    form: '(monthly|every month|each month|once a month)~{ordinals} (full )?{days}( {month})?',
    read: inMonth,
  },
  { form: '{ordinals} (full )?{days}( {month})?', read: inMonth },
  { form: '(the |on )*{ordinals} {days} {month}', read: inMonth },
  {
    form: '(every |each )?{ordinals} {days} (of|in|during)( the months of)?( each| every)? {months}( each year| every year)?',
    read: inMonthsNamed,
  },
  { form: '(in |during )?{months}~{ordinals} {days}( {month})?', read: inMonthsNamed },
  { form: 'every {ordinals} {days} {month}', read: inMonth },
  { form: '(every|each) {ordinals} {days}', read: everyOrdinal },
  { form: '(every |each )?{days}~(the )?{ordinals} {month}', read: inMonth },
  { form: '(on |in )?(the )?{ordinals} weeks? {month}', read: inMonth },
  { form: '(in |on )?(the )?{ordinals} weeks', read: inMonth },
  { form: '(on |of )?(the )?{ordinals} of (the|each|every) month', read: dayOrDate },
  {
    form: '(in )?weeks? {count}( ?(and|&|,|/) ?{otherCount})* (of|in) (the|each|every) month',
    read: unclear({ kind: 'whichDates', because: 'someWeeksOfMonth' }),
  },
  { form: '(every |each )?{days}~(on |in |of )*(the )?{ordinals} weeks?( {month})?', read: inMonth },
  { form: '(every |each )?{days} of (the )?{ordinals} weeks?( {month})?', read: inMonth },
  { form: '(monthly~)?{days},? (after|following) the {ordinals} {otherDay}(,? {month})?', read: beside(1) },
  { form: '(monthly~)?{days},? (before|preceding) the {ordinals} {otherDay}(,? {month})?', read: beside(-1) },

  {
    form: '(second[- ]to[- ]last|second[- ]last|penultimate|next to last|last but one) {days}( {month})?',
    read: (words) => reading(positions([-2], words.days), words),
  },
  {
    form: '(the )?{ordinals} full weeks?( {month})?',
    read: unclear({ kind: 'whichDates', because: 'fullWeek' }),
  },
  {
    form: '(the )?{ordinals} {days} (on or )?(after|before|following|preceding) the {count}(st|nd|rd|th)( {month})?',
    read: unclear({ kind: 'whichDates', because: 'fromDayOfMonth' }),
  },

  // Months without a position.
  { form: 'monthly|every month|each month|once (a|per|each|every) month', read: everyMonths(1) },
  {
    form: '(every|each) {days} monthly|{days} (each|every|once a|once per) month|monthly~{days}',
    read: everyMonths(1),
  },
  {
    form: 'every other month|every (two|2|second) months?|(on |in )?alternat(e|ing) months',
    read: everyMonths(2),
  },
  {
    form: '(the |on )*{ordinals} {days} (of|in) (alternat(e|ing)|every (other|second|two|2)) months?',
    read: (words) => reading({ ...positions(words.ordinals, words.days), months: 2 }, words),
  },
  { form: 'every {count} months', read: (words) => everyMonths(words.count)(words) },
  {
    form: '(every|each) other {ordinals} {days}( {month})?',
    read: (words) => reading({ ...positions(words.ordinals, words.days), months: 2 }, words),
  },
  {
    form: '(the |on )*{ordinals} {days} of (the|each|every|a) quarter',
    read: (words) => reading({ ...positions(words.ordinals, words.days), months: 3 }, words),
  },
  { form: '(of |in |on )?(odd|even)(-| )?(numbered )?months', read: everyMonths(2) },
  {
    form: '(the |on )*{ordinals} {days} of (the|each|every|a) (year|semester|term|trimester|sprint|cycle|iteration|release|milestone)',
    read: unclear({ kind: 'whichDates', because: 'fromOtherPeriod' }),
  },
  { form: 'quarterly|(every|each) quarter|once (a|per) quarter', read: everyMonths(3) },
  {
    form: 'semi-?annually|twice (a|per) year|bi-?annually|every six months|every half[- ]year|half-?yearly',
    read: everyMonths(6),
  },
  { form: '{count} times (a|per|each|every) year', read: timesAYear },
  { form: 'yearly|annually|every year|once (a|per) year', read: everyMonths(12) },
  {
    form: 'semi-?monthly|twice[- ](a|per|each|every|monthly)( month)?|two times (a|per|each|every) month|two {days} (a|per|each|every) month',
    read: unclear({ kind: 'whichWeeksOfMonth', times: 2 }, ...twiceAMonth),
  },
  {
    form: 'bi-?monthly',
    read: unclear({ kind: 'ambiguousWord', word: 'bimonthly' }, ...twiceAMonth, {
      kind: 'months',
      interval: 2,
    }),
  },
  {
    form: '{count} times (a|per|each|every) month|{count} (\\(\\d\\) )?(\\S+ )?(\\S+ )?meetings (a|per|each|every) month',
    read: (words) =>
      unclear(
        { kind: 'whichWeeksOfMonth', times: null },
        positions([1, 2, 3, 4].slice(0, words.count), []),
      )(words),
  },

  // Exceptions.
  {
    form: `(weekly|every week|each week)~${EXCEPT} {ordinals}( {otherDay}| week)?( {month})?`,
    read: except,
  },
  // `at 17:00 UTC except the first Monday`: the rhythm is earlier in the text.
  { form: `${EXCEPT} {ordinals}( {otherDay}| week)?( {month})?`, read: except },
  {
    form: `(every|each) {days}~${EXCEPT} {ordinals}( {otherDay}| week| one)?( {month})?`,
    read: exceptOfDays,
  },

  // The rest of the month.
  {
    form: '(all |the |on )*other {days}',
    read: unclear({ kind: 'whichDates', because: 'otherDays' }),
  },

  // Numbered weeks.
  {
    form: '(on |in |during )?(every )?odd(-| )?(numbered )?(iso |calendar )?weeks?( numbers?)?( of the year)?|weeks with (an )?odd \\W?(iso )?numbers?\\W?',
    read: parity('odd'),
  },
  {
    form: '(on |in |during )?(every )?even(-| )?(numbered )?(iso |calendar )?weeks?( numbers?)?( of the year)?|weeks with (an )?even \\W?(iso )?numbers?\\W?',
    read: parity('even'),
  },

  { form: '(on |in )?odd(-| )?(numbered )?weeks?( numbers?)? {month}', read: parityInMonth('odd') },
  { form: '(on |in )?even(-| )?(numbered )?weeks?( numbers?)? {month}', read: parityInMonth('even') },

  { form: '(on |in )?(every |each )?odd(-| )?(numbered )?{days}', read: parityOfDays('odd') },
  { form: '(on |in )?(every |each )?even(-| )?(numbered )?{days}', read: parityOfDays('even') },

  // No rhythm.
  {
    form: 'ad[- ]?hoc|on demand|as needed|as-needed|irregular(ly)?|by appointment',
    read: onDemand,
  },
];

const phraseRules = lazily(() =>
  PHRASES.flatMap(({ form, read }) => compilePhrase(form).map(({ rule, needs }) => ({ rule, needs, read }))),
);

export interface RhythmMark extends RhythmReading {
  readonly start: number;
  readonly end: number;
}

/**
 * All recurrence phrases in a text, in order, without overlaps; of those that begin at one place, the longest.
 */
export function findRhythms(text: string): RhythmMark[] {
  const lacks = lackFinder(text);
  const all = phraseRules()
    .filter((phrase) => !lacks(phrase))
    .flatMap(({ rule, read }) =>
      [...text.matchAll(rule)].flatMap((match) => {
        const found = read(wordsOf(match));
        const lead = /^[\s,:;(-]*/.exec(match[0])?.[0].length ?? 0;
        return found === null
          ? []
          : [{ ...found, start: match.index + lead, end: match.index + match[0].length }];
      }),
    )
    .sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: RhythmMark[] = [];
  for (const mark of all) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
