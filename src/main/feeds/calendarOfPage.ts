import { recogniseAddress } from './recogniseAddress.ts';

/** Leads to the data of a calendar for certain, not to a page that shows one. */
const IS_DATA =
  /\.ics(?:[?#]|$)|^https:\/\/calendar\.google\.com\/calendar\/ical\/|^https:\/\/webcal\.prod\.itx\.linuxfoundation\.org\/lfx\/\w+$/i;

/**
 * The URL of the calendar that a page links to and that can be followed instead of the page.
 * @param links addresses as the page writes them
 * @param platform as Node names it
 */
export function calendarOfPage(links: readonly string[], platform: string): string | null {
  for (const link of links) {
    const address = /^(?:https?|webcals?):/i.test(link) ? recogniseAddress(link, platform) : null;
    if (address?.ok === true && address.value.kind === 'web' && IS_DATA.test(address.value.url))
      return address.value.url;
  }
  return null;
}
