/** What the settings offer, in words. */

const LEADS = [0, 1, 2, 5, 10, 15, 20, 30, 60];

/** `10 minutes before`, `At the start`. */
export const leadWords = (minutes: number): string => {
  if (minutes === 0) return 'At the start';
  if (minutes === 60) return '1 hour before';
  return minutes === 1 ? '1 minute before' : `${minutes} minutes before`;
};

/** The usual lead times, and the present one if it is none of them (it may come from a file). */
export const leadChoices = (present: number): number[] =>
  [...new Set([...LEADS, present])].toSorted((a, b) => a - b);

/** A zone to choose: its IANA name, and how one reads and finds it. */
export interface ZoneChoice {
  readonly id: string;
  readonly label: string;
}

/** `Los Angeles (America)`: the city comes first, as one looks for it. */
const zoneLabel = (zone: string): string => {
  const parts = zone.replaceAll('_', ' ').split('/');
  const city = parts.at(-1) ?? zone;
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
