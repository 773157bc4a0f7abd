import { recogniseAddress } from './recogniseAddress.ts';

/** Leads to a calendar's data for sure, not to a page that shows one. */
const IS_DATA = /\.ics(?:[?#]|$)|^https:\/\/calendar\.google\.com\/calendar\/ical\//i;

/**
 * The calendar that a page points to and that can be followed instead of the page; null when there is none.
 * @param named addresses as the page writes them
 * @param platform as Node names it
 */
export function calendarOfPage(named: readonly string[], platform: string): string | null {
  for (const written of named) {
    const address = /^(?:https?|webcals?):/i.test(written) ? recogniseAddress(written, platform) : null;
    if (address?.ok === true && IS_DATA.test(address.value)) return address.value;
  }
  return null;
}
