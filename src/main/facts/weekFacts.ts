import { seriesKey } from '../../shared/agenda/meetingChoices.ts';
import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import { weekAnswer, type WeekAnswer } from '../../shared/agenda/whichWeek.ts';
import { seriesToday } from '../../shared/catalogue/formerUids.ts';
import type { Problem } from '../../shared/problem.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { FactStore } from './factStore.ts';

/** What the user said of the weeks of meetings, with the day it was said; kept also while a feed is not followed. */
export interface WeekFacts {
  all(): readonly WeekAnswer[];
  /** The meeting takes place on that date, in its home zone. */
  settle(feedId: string, uid: string, date: CalendarDate): void;
  takeBack(feedId: string, uid: string): void;
  /** Whether something was said of the series that an occurrence's key belongs to. */
  isAnswered(key: OccurrenceKey): boolean;
}

const damaged: Problem = {
  code: 'facts/damaged',
  title: 'Some of your answers about weeks could not be read',
  detail: 'The meetings in question ask “which week?” again.',
};

/** The answers over the facts. */
export function openWeekFacts(facts: FactStore, now: () => Instant): WeekFacts {
  const answers = facts.list('weeks', weekAnswer.transform(seriesToday), damaged);
  const others = (feedId: string, uid: string): WeekAnswer[] =>
    answers.all().filter((one) => one.feedId !== feedId || one.uid !== uid);
  return {
    all: () => answers.all(),
    settle: (feedId, uid, date) =>
      answers.become([...others(feedId, uid), { feedId, uid, date, source: 'you', at: now() }]),
    takeBack: (feedId, uid) => answers.become(others(feedId, uid)),
    isAnswered: (key) => {
      const series = key.slice(0, key.lastIndexOf('|'));
      return answers.all().some((one) => seriesKey(one) === series);
    },
  };
}
