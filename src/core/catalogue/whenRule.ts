import { dayOf, intervalOf, readingsOf, wallTimeOfText, weekdayOf, type WeekDoubt } from '#calendar';
import { firstDate } from '#community-pages';
import type { CalendarDate } from '#base';
import type { CatalogueMeeting, CatalogueWhen } from './catalogueFile.ts';

/** A rule of the catalogue as an RRULE. */
export interface WhenRule {
  /** RRULE value. */
  readonly rule: string;
  /** First date; null if the rule has none. */
  readonly start: CalendarDate | null;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Long years have 53 weeks (ISO 8601), so the odd weeks 53 and 1 are adjacent. */
const WEEKS_OF_YEAR = Array.from({ length: 53 }, (_, index) => index + 1);

function ruleOf(when: CatalogueWhen): string {
  if (when.kind === 'rule') return when.rule;
  if (when.kind === 'weekly') return `FREQ=WEEKLY;INTERVAL=${when.weeks};BYDAY=${when.on.join(',')}`;
  // Without a position in the month, each such weekday is a candidate.
  if (when.kind === 'monthly') return `FREQ=MONTHLY;BYDAY=${when.nth ?? ''}${when.on}`;
  const weeks = WEEKS_OF_YEAR.filter((week) => week % 2 === Number(when.parity === 'odd'));
  return `FREQ=YEARLY;BYWEEKNO=${weeks.join(',')};BYDAY=${when.on.join(',')}`;
}

function isUncertain(when: CatalogueWhen): boolean {
  if (when.kind === 'rule') return when.isUncertain;
  if (when.kind === 'weekly') return when.weeks > 1 && when.anchor === null;
  return when.kind === 'monthly' && when.nth === null;
}

const anchorOf = (when: CatalogueWhen): CalendarDate | null => ('anchor' in when ? when.anchor : null);

/** By the object: the same rule is asked for its flaw, its series and its schedule. */
const converted = new WeakMap<CatalogueWhen, WhenRule>();

/** Converts a rule of the catalogue to an RRULE. */
export function whenRule(when: CatalogueWhen): WhenRule {
  const known = converted.get(when);
  if (known !== undefined) return known;
  const rule = ruleOf(when);
  const made = { rule, start: firstDate(rule, anchorOf(when)) };
  converted.set(when, made);
  return made;
}

/** What the catalogue leaves open about the dates of a meeting; null if they are certain. */
export function whenDoubt({
  when,
  alternatives,
}: Pick<CatalogueMeeting, 'when' | 'alternatives'>): WeekDoubt | null {
  if (when === null) return null;
  const rule = ruleOf(when);
  // Without an interval each date is a candidate, and no rule says which.
  const isRuleUnknown = isUncertain(when) && intervalOf(rule) === 1;
  const rules = [...(isRuleUnknown ? [] : [rule]), ...alternatives.map(ruleOf)];
  const readings = readingsOf(rules, anchorOf(when));
  if (readings.length <= 1 && !isRuleUnknown) return null;
  return { readings: readings.length > 1 ? readings : [], turn: null };
}

/** True if the anchor falls on a day of the rule; otherwise it is a mistake. */
export function anchorFits(when: CatalogueWhen): boolean {
  if (when.kind !== 'weekly' || when.anchor === null) return true;
  const wall = wallTimeOfText(`${when.anchor}T00:00`);
  return wall !== null && when.on.includes(WEEKDAYS[weekdayOf(dayOf(wall))] ?? 'MO');
}
