import { z } from 'zod';
import { weekAnswer, type WeekAnswer } from '../../shared/agenda/whichWeek.ts';
import type { Problem } from '../../shared/problem.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Ports } from '../ports.ts';
import type { Problems } from '../problems.ts';

/** What the user said of the weeks of meetings, with the day it was said; kept also while a feed is not followed. */
export interface WeekFacts {
  all(): readonly WeekAnswer[];
  /** The meeting takes place on that date, in its home zone. */
  settle(feedId: string, uid: string, date: CalendarDate): void;
  takeBack(feedId: string, uid: string): void;
}

const storedFacts = z.object({ version: z.literal(1), weeks: z.array(z.unknown()) });

const notStored: Problem = {
  code: 'facts/notStored',
  title: 'Your answer could not be saved',
  detail: 'It holds until the app ends. Look whether the disk is full or write-protected.',
};

const damaged: Problem = {
  code: 'facts/damaged',
  title: 'Some of your answers about weeks could not be read',
  detail: 'The meetings in question ask “which week?” again.',
};

/** The answers over the store. Entries that cannot be read are told and left out. */
export function openWeekFacts(store: Ports['store'], now: () => Instant, problems: Problems): WeekFacts {
  const raw = store.read('facts');
  const stored = storedFacts.safeParse(raw);
  const entries = stored.success ? stored.data.weeks.map((entry) => weekAnswer.safeParse(entry)) : [];
  let answers: readonly WeekAnswer[] = entries.flatMap((entry) => (entry.success ? [entry.data] : []));
  if (raw !== undefined && (!stored.success || answers.length < entries.length)) problems.report(damaged);

  const others = (feedId: string, uid: string): WeekAnswer[] =>
    answers.filter((one) => one.feedId !== feedId || one.uid !== uid);
  const become = (next: readonly WeekAnswer[]): void => {
    answers = next;
    try {
      store.write('facts', { version: 1, weeks: next });
    } catch {
      problems.report(notStored);
    }
  };
  return {
    all: () => answers,
    settle: (feedId, uid, date) =>
      become([...others(feedId, uid), { feedId, uid, date, source: 'you', at: now() }]),
    takeBack: (feedId, uid) => become(others(feedId, uid)),
  };
}
