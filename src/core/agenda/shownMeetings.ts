import { ruleFinder, type MeetingRule } from './meetingRules.ts';
import type { Occurrence } from './occurrence.ts';

/** The user's choices that decide which meetings are shown and which are announced. */
export interface ShownChoices {
  /** By feed id; a calendar without an entry is shown and announced. */
  readonly calendars: Readonly<
    Record<string, { readonly isShown?: boolean | undefined; readonly isAnnounced?: boolean | undefined }>
  >;
  readonly rules: readonly MeetingRule[];
}

/** The choices as the settings have them. */
export const shownChoicesOf = ({
  calendars,
  meetingRules,
}: {
  readonly calendars: ShownChoices['calendars'];
  readonly meetingRules: ShownChoices['rules'];
}): ShownChoices => ({ calendars, rules: meetingRules });

/**
 * Marks the meetings that are not shown or not announced. A calendar and a rule must both allow it. A meeting in several
 * calendars is shown if one of them is shown, and announced if one of them is announced. Of the rules the first that
 * catches the meeting decides.
 */
export function markShown(
  occurrences: readonly Occurrence[],
  { calendars, rules }: ShownChoices,
): readonly Occurrence[] {
  const isChosen = Object.values(calendars).some(
    ({ isShown, isAnnounced }) => isShown === false || isAnnounced === false,
  );
  if (!isChosen && rules.length === 0) return occurrences;
  const ruleOf = ruleFinder(rules);
  return occurrences.map((occurrence) => {
    const { sources } = occurrence;
    const outcome = ruleOf(occurrence);
    const ruled = outcome?.outcome ?? 'normal';
    const isCalendarShown = sources.some(({ feedId }) => calendars[feedId]?.isShown !== false);
    const isCalendarAnnounced = sources.some(({ feedId }) => calendars[feedId]?.isAnnounced !== false);
    const isShown = isCalendarShown && ruled !== 'hidden';
    const isAnnounced = isCalendarAnnounced && ruled === 'normal';
    if (isShown && isAnnounced) return occurrence;
    const silencedBy = isAnnounced
      ? null
      : outcome !== null && ruled !== 'normal'
        ? { kind: 'rule' as const, ruleId: outcome.id }
        : { kind: 'calendar' as const };
    return { ...occurrence, isShown, isAnnounced, silencedBy };
  });
}

const shownOf = new WeakMap<readonly Occurrence[], readonly Occurrence[]>();

/** The meetings that are shown; the same array for the same list. */
export function shownMeetings(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const known = shownOf.get(occurrences);
  if (known !== undefined) return known;
  const shown = occurrences.every(({ isShown }) => isShown)
    ? occurrences
    : occurrences.filter(({ isShown }) => isShown);
  shownOf.set(occurrences, shown);
  return shown;
}
