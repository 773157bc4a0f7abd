import type { Problem } from '../problem.ts';
import type { TimeWindow, ZoneName } from '../time.ts';
import type { DatedOccurrence } from './datedOccurrence.ts';
import { expandOne } from './expandOne.ts';
import { byStart, startingFrom, stillAhead } from './occurrencesByStart.ts';
import type { Series, SeriesOccurrence } from './series.ts';
import { ianaZone } from './zones/zone.ts';

/** How much a window may hold. What goes beyond is left out and reported. */
export interface ExpansionLimit {
  /** Occurrences of one series. */
  readonly perSeries: number;
  /** Occurrences of all series. */
  readonly total: number;
}

/** The occurrences of a window, and what had to be left out of it. */
export interface Expanded {
  readonly occurrences: SeriesOccurrence[];
  readonly problems: Problem[];
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
  const { list, most, problems } = movedOn(question, window) ?? expand(question, window);
  // What a limit cuts depends on where the window begins; that is worked out anew each time.
  if (problems.length > 0) lastAnswers.delete(series);
  else lastAnswers.set(series, { question, size: series.length, window, list, most });
  return { occurrences: list.slice(), problems };
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
  for (const one of series) {
    // Most of a feed is told by that.
    if (one.span.to < window.from || one.span.from > window.to) continue;
    const budget = { steps: Math.min(STEPS_PER_SERIES, stepsLeft) };
    const allowed = budget.steps;
    const foundBefore = found.length;
    const room = Math.min(limit.perSeries, limit.total - foundBefore);
    if (expandOne(one, { window, viewer, budget, room }, found) && (cut += 1) <= MOST_SAID)
      problems.push(cutProblem(one));
    stepsLeft -= allowed - Math.max(0, budget.steps);
    most = Math.max(most, found.length - foundBefore);
  }
  if (cut > MOST_SAID) problems.push(moreCutProblem(cut - MOST_SAID));
  return { list: byStart(found), most, problems };
}

/** The answer by way of the last one; null where that does not help. */
function movedOn(question: Question, window: TimeWindow): Answer | null {
  const last = lastAnswers.get(question.series);
  if (last === undefined || !isSameQuestion(last, question)) return null;
  const old = last.window;
  if (window.from < old.from || window.to < old.to || window.from >= old.to) return null;
  const more =
    window.to === old.to
      ? { list: [], most: 0, problems: [] }
      : expand(question, { from: old.to, to: window.to });
  // What was running at the old end is there already; what is new starts then or later, so it stands behind.
  const list = stillAhead(last.list, window.from).concat(startingFrom(more.list, old.to));
  const most = last.most + more.most;
  const isCertain =
    more.problems.length === 0 && most <= question.limit.perSeries && list.length <= question.limit.total;
  return isCertain ? { list, most, problems: [] } : null;
}

const isSameQuestion = ({ question, size }: LastAnswer, { series, viewerZone, limit }: Question) =>
  size === series.length &&
  question.viewerZone === viewerZone &&
  question.limit.perSeries === limit.perSeries &&
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
