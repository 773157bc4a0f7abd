import { recogniseAddress } from './recogniseAddress.ts';

/** Leads to the data of a calendar for certain, not to a page that shows one. */
const IS_DATA = [
  /\.ics(?:[?#]|$)/i,
  /^https:\/\/calendar\.google\.com\/calendar\/ical\//i,
  /^https:\/\/webcal\.prod\.itx\.linuxfoundation\.org\/lfx\/\w+$/i,
  /^https:\/\/calendar\.fedoraproject\.org\/ical\/./,
  /^https:\/\/www\.w3\.org\/groups\/\w+\/[\w-]+\/calendar\/export\/$/,
];

/**
 * The URL of the calendar that a page links to and that can be followed instead of the page.
 * @param links addresses as the page writes them
 * @param platform as Node names it
 */
export function calendarOfPage(links: readonly string[], platform: string): string | null {
  for (const link of links) {
    const address = /^(?:https?|webcals?):/i.test(link) ? recogniseAddress(link, platform) : null;
    const url = address?.ok === true && address.value.kind === 'web' ? address.value.url : null;
    if (url !== null && IS_DATA.some((form) => form.test(url))) return url;
  }
  return null;
}
