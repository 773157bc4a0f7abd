import { cityOf } from '../../shared/agenda/formatTime.ts';
import { LONGEST_LEAD_MINUTES } from '../../shared/reminders/reminderRules.ts';

/** What the settings offer, in words. */

const LEADS = [0, 1, 2, 5, 10, 15, 20, 30, 60, 120, 1440];

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A length of whole minutes in its largest whole unit: `90 minutes`, `2 hours`, `1 day`. */
export function leadLength(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  return minutes >= 60 && minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute');
}

/** `10 minutes before`, `At the start`. */
export const leadWords = (minutes: number): string =>
  minutes === 0 ? 'At the start' : `${leadLength(minutes)} before`;

/** The usual lead times, and the present one if it is none of them (it may come from a file). */
export const leadChoices = (present: number): number[] =>
  [...new Set([...LEADS, present])].toSorted((a, b) => a - b);

/** Minutes as typed; null where they are no lead time. */
export function readLeadMinutes(typed: string): number | null {
  const minutes = /^\d+$/.test(typed.trim()) ? Number(typed) : NaN;
  return minutes <= LONGEST_LEAD_MINUTES ? minutes : null;
}

/** A zone to choose: its IANA name, and how one reads and finds it. */
export interface ZoneChoice {
  readonly id: string;
  readonly label: string;
}

/** `Los Angeles (America)`: the city comes first, as one looks for it. */
const zoneLabel = (zone: string): string => {
  const parts = zone.replaceAll('_', ' ').split('/');
  const city = cityOf(zone);
  return parts.length === 1 ? city : `${city} (${parts.slice(0, -1).join(', ')})`;
};

/** The computer's own zone first, then UTC, then all others by city. */
export function zoneChoices(zones: readonly string[], present: string): ZoneChoice[] {
  const names = new Set(zones.filter((zone) => zone !== 'UTC'));
  if (present !== 'system' && present !== 'UTC') names.add(present);
  const cities = [...names].map((id) => ({ id, label: zoneLabel(id) }));
  return [
    { id: 'system', label: 'As this computer' },
    { id: 'UTC', label: 'UTC' },
    ...cities.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
  ];
}
