/** Recognises whole web pages, and decodes them. */

const DOCUMENT =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,5}<(?:!doctype html|html|head|body)\b/i;
/** A weekday in English, German or French, or the address of a calendar: a login page has none. */
const OF_DATES =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b|\.ics\b|webcal:|calendar\.google\.com\/calendar/i;
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i;
const HEAD = 4096;

/** True for a whole web page, false for Markdown with HTML in it. */
export const isWebPage = (text: string): boolean => DOCUMENT.test(text.slice(0, HEAD));

/** True for a web page that may describe meetings. */
export const mayNameMeetings = (text: string): boolean => OF_DATES.test(text);

/** The text of a web page: in the charset that it names, else UTF-8, else Windows-1252. */
export function textOfWebPage(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  for (const charset of ['utf-8', CHARSET.exec(head)?.[1] ?? 'utf-8']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // Try the next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
