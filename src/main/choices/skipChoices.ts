import { agendaProblem } from '#core/agenda/problems.ts';
import { skipChoice, type SkipChoice } from '#core/agenda/meetingChoices.ts';
import { isSkippedBy, skipsFor } from '#core/agenda/skippedMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type Instant } from '#base';
import { createProblems } from '../app/problems.ts';
import { openChoiceStore, type ChoiceStore } from './choiceStore.ts';

/** Which meetings the user skips. */
export interface SkipChoices {
  all(): readonly SkipChoice[];
  /** Skips this occurrence, or its series from it on. */
  skip(occurrence: Occurrence, scope: 'one' | 'series'): void;
  /** Removes everything that skips this occurrence. */
  takeBack(occurrence: Occurrence): void;
}

/** A skipped date older than this is in no agenda. */
const KEPT_MS = 60 * DAY;

export function openSkipChoices(store: ChoiceStore, now: () => Instant): SkipChoices {
  const skips = store.list('skips', skipChoice, agendaProblem('choices/skipsDamaged'));
  const others = (occurrence: Occurrence): SkipChoice[] =>
    skips.all().filter((one) => !isSkippedBy(one, occurrence));
  const isKept = ({ originalStart, from }: SkipChoice): boolean =>
    originalStart === null || from > now() - KEPT_MS;
  return {
    all: () => skips.all(),
    skip: (occurrence, scope) =>
      skips.become([...others(occurrence).filter(isKept), ...skipsFor(occurrence, scope, now())]),
    takeBack: (occurrence) => skips.become(others(occurrence)),
  };
}

/** The choices of a stored document, for reading only. */
export function storedSkips(raw: unknown): readonly SkipChoice[] {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openSkipChoices(openChoiceStore(store, createProblems([])), () => 0).all();
}
