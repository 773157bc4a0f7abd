import { ruleFinder, type MeetingRule } from './meetingRules.ts';
import type { Occurrence } from './occurrence.ts';

/** The user's choices that decide which meetings are shown and which are announced. */
export interface ShownChoices {
  /** By feed id; a calendar without an entry is shown and announced. */
  readonly calendars: Readonly<Record<string, CalendarWish>>;
  readonly rules: readonly MeetingRule[];
}

interface CalendarWish {
  readonly isShown?: boolean | undefined;
  readonly isAnnounced?: boolean | undefined;
  /** Paused since then, ms. */
  readonly pausedAt?: number | undefined;
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
 * calendars is shown if one of them is shown, and announced if one of them is announced and not paused. Of the rules the
 * first that catches the meeting decides.
 */
export function markShown(
  occurrences: readonly Occurrence[],
  { calendars, rules }: ShownChoices,
): readonly Occurrence[] {
  const isChosen = Object.values(calendars).some(
    ({ isShown, isAnnounced, pausedAt }) =>
      isShown === false || isAnnounced === false || pausedAt !== undefined,
  );
  if (!isChosen && rules.length === 0) return occurrences;
  const ruleOf = ruleFinder(rules);
  return occurrences.map((occurrence) => {
    const wishes = occurrence.sources.map(({ feedId }) => calendars[feedId] ?? {});
    const outcome = ruleOf(occurrence);
    const ruled = outcome?.outcome ?? 'normal';
    const isShown = wishes.some((one) => one.isShown !== false) && ruled !== 'hidden';
    const isAnnounced =
      wishes.some((one) => one.isAnnounced !== false && one.pausedAt === undefined) && ruled === 'normal';
    if (isShown && isAnnounced) return occurrence;
    const silencedBy = isAnnounced ? null : silencer(wishes, outcome);
    return { ...occurrence, isShown, isAnnounced, silencedBy };
  });
}

/** A pause comes first: it also says how old the meeting's date is. */
function silencer(
  wishes: readonly CalendarWish[],
  outcome: ReturnType<ReturnType<typeof ruleFinder>>,
): Occurrence['silencedBy'] {
  const pauses = wishes.map(({ pausedAt }) => pausedAt ?? null);
  // One calendar that is still updated keeps the date right.
  if (pauses.length > 0 && !pauses.includes(null))
    return { kind: 'paused', since: Math.max(...pauses.map((at) => at ?? 0)) };
  if (outcome !== null && outcome.outcome !== 'normal') return { kind: 'rule', ruleId: outcome.id };
  return { kind: 'calendar' };
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
