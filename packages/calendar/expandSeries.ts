import type { Problem, TimeWindow, ZoneName } from '#base';
import type { DatedOccurrence } from './datedOccurrence.ts';
import { expandOne } from './expandOne.ts';
import { byStart, startingFrom, stillAhead } from './occurrencesByStart.ts';
import type { Series } from './series.ts';
import { ianaZone } from './zones/zone.ts';

/** How much a window may hold. What goes beyond is left out and reported. */
export interface ExpansionLimit {
  /** Occurrences of one series. */
  readonly perSeries: number;
  /** Occurrences of all series. */
  readonly total: number;
  /** A date that repeats more often than yearly lasts no longer (ms); as long as it says unless told. */
  readonly longestRun?: number;
  /** Asked before each series: where it says true, the others are left out. */
  readonly isSpent?: () => boolean;
}

/** The occurrences of a window, and what had to be left out of it. */
export interface Expanded {
  readonly occurrences: DatedOccurrence[];
  readonly problems: Problem[];
  /** `isSpent` said true, so that series are missing. */
  readonly isSpent: boolean;
}

const DEFAULT_LIMIT: ExpansionLimit = { perSeries: 10_000, total: 250_000 };

/** Steps of about a tenth of a microsecond that one series may cost; enough for each day of a hundred years. */
const STEPS_PER_SERIES = 1_000_000;
/** Steps that all series together may cost. */
const STEPS_IN_ALL = 20_000_000;

/**
 * The occurrences of some series that overlap a window (start before its end, end after its start; of zero length:
 * start within it), by start, and at the same start in the order of their series. Floating times and the midnights of
 * all-day dates are those of `viewerZone`. Cancelled ones are among them, with that status.
 * Never throws; a limit that cuts is a problem in the answer.
 * The last window of each list of series is remembered: where a window is that one moved on, only what is new is worked out.
 */
export function expandSeries(
  series: readonly Series[],
  window: TimeWindow,
  viewerZone: ZoneName,
  limit: ExpansionLimit = DEFAULT_LIMIT,
): Expanded {
  const question: Question = { series, viewerZone, limit };
  const { list, most, problems, isSpent } = movedOn(question, window) ?? expand(question, window);
  // What a limit cuts depends on where the window begins; that is worked out anew each time.
  if (problems.length > 0 || isSpent) lastAnswers.delete(series);
  else lastAnswers.set(series, { question, size: series.length, window, list, most });
  return { occurrences: list.slice(), problems, isSpent };
}

/** What is asked beside the window. */
interface Question {
  readonly series: readonly Series[];
  readonly viewerZone: ZoneName;
  readonly limit: ExpansionLimit;
}

interface Answer {
  readonly list: readonly DatedOccurrence[];
  /** Occurrences of the series that has the most of them, or more. */
  readonly most: number;
  readonly problems: Problem[];
  readonly isSpent: boolean;
}

interface LastAnswer extends Pick<Answer, 'list' | 'most'> {
  readonly question: Question;
  readonly size: number;
  readonly window: TimeWindow;
}

const lastAnswers = new WeakMap<readonly Series[], LastAnswer>();

function expand({ series, viewerZone, limit }: Question, window: TimeWindow): Answer {
  const viewer = ianaZone(viewerZone);
  const found: DatedOccurrence[] = [];
  const problems: Problem[] = [];
  let stepsLeft = STEPS_IN_ALL;
  let most = 0;
  let cut = 0;
  let isSpent = false;
  for (const one of series) {
    // Most of a feed is told by that.
    if (one.span.to < window.from || one.span.from > window.to) continue;
    isSpent = limit.isSpent?.() === true;
    if (isSpent) break;
    const budget = { steps: Math.min(STEPS_PER_SERIES, stepsLeft) };
    const allowed = budget.steps;
    const foundBefore = found.length;
    const room = Math.min(limit.perSeries, limit.total - foundBefore);
    const { longestRun = Infinity } = limit;
    if (expandOne(one, { window, viewer, budget, room, longestRun }, found) && (cut += 1) <= MOST_SAID)
      problems.push(cutProblem(one));
    stepsLeft -= allowed - Math.max(0, budget.steps);
    most = Math.max(most, found.length - foundBefore);
  }
  if (cut > MOST_SAID) problems.push(moreCutProblem(cut - MOST_SAID));
  return { list: byStart(found), most, problems, isSpent };
}

/** The answer by way of the last one; null where that does not help. */
function movedOn(question: Question, window: TimeWindow): Answer | null {
  const last = lastAnswers.get(question.series);
  if (last === undefined || !isSameQuestion(last, question)) return null;
  const old = last.window;
  if (window.from < old.from || window.to < old.to || window.from >= old.to) return null;
  const more =
    window.to === old.to
      ? { list: [], most: 0, problems: [], isSpent: false }
      : expand(question, { from: old.to, to: window.to });
  // What was running at the old end is there already; what is new starts then or later, so it stands behind.
  const list = stillAhead(last.list, window.from).concat(startingFrom(more.list, old.to));
  const most = last.most + more.most;
  const isCertain =
    more.problems.length === 0 &&
    !more.isSpent &&
    most <= question.limit.perSeries &&
    list.length <= question.limit.total;
  return isCertain ? { list, most, problems: [], isSpent: false } : null;
}

const isSameQuestion = ({ question, size }: LastAnswer, { series, viewerZone, limit }: Question) =>
  size === series.length &&
  question.viewerZone === viewerZone &&
  question.limit.perSeries === limit.perSeries &&
  question.limit.longestRun === limit.longestRun &&
  question.limit.total === limit.total;

/** Cut series beyond that are only counted. */
const MOST_SAID = 100;

const moreCutProblem = (count: number): Problem => ({
  code: 'calendar/tooManyDates',
  title: `${count.toLocaleString('en')} more meetings have too many dates to be shown completely.`,
  detail: 'Tell the people who publish the calendar, or follow only some of its meetings.',
});

const cutProblem = (series: Series): Problem => ({
  code: 'calendar/tooManyDates',
  title: `“${series.details.title}” repeats too often to be shown completely.`,
  detail: 'Its first dates in this time are shown, later ones are left out. All other meetings are complete.',
});
