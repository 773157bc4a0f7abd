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
  /** Skips this one, or its series from it on. */
  skip(occurrence: Occurrence, scope: 'one' | 'series'): void;
  /** Takes back whatever skips this one. */
  takeBack(occurrence: Occurrence): void;
}

/** A single date that is over for so long is in no agenda any more. */
const KEPT_MS = 60 * DAY;

/** The choices over the facts. */
export function openSkipChoices(facts: ChoiceStore, now: () => Instant): SkipChoices {
  const skips = facts.list('skips', skipChoice, agendaProblem('choices/skipsDamaged'));
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

/** The choices of a stored document, for who only reads them. */
export function storedSkips(raw: unknown): readonly SkipChoice[] {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openSkipChoices(openChoiceStore(store, createProblems([])), () => 0).all();
}
