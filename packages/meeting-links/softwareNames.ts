/** Names of free conference software beside an address: `Jitsi: https://…`, `https://… (BigBlueButton)`. */

const NAMES = /jitsi|big ?blue ?button|\bbbb\b|nextcloud/gi;

/** No invitation names more; hostile text may. */
const MAX_NAMES = 400;

/** How far from an address a name may be, in characters. */
const REACH = 60;

/** What may be written between a name and its address, so that the address is that of the room. */
const BEFORE = new RegExp(
  '^(?:[\\s()\\[\\]<>:,–—"\'`*_|=-]|\\b(?:meet|meeting|room|talk|link|call|conference|server|instance|url|address|video|join|us|our|the|on|at|in|via|is|here|https?)\\b|//)*$',
  'i',
);
const AFTER = /^\S{0,200}[\s()[\]<>,–—-]{1,4}(?:(?:via|on|using|with|our|room on)\s)?$/i;

/** The name of software that is written beside the address whose path begins at a position; empty where there is none. */
export type NamesBeside = (host: string, pathAt: number) => string;

/** Looks through a text once; asking about an address costs no more, however many names there are. */
export function namesBeside(text: string): NamesBeside {
  const names: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    if (names.length >= MAX_NAMES) break;
    names.push({ name, start: index, end: index + name.length });
  }
  if (names.length === 0) return () => '';
  let next = 0;
  return (host, pathAt) => {
    const hostAt = pathAt - host.length;
    if ((names[next - 1]?.end ?? 0) > hostAt) next = 0;
    while ((names[next]?.end ?? Infinity) <= hostAt) next++;
    const before = names[next - 1];
    if (before !== undefined && hostAt - before.end <= REACH && BEFORE.test(text.slice(before.end, hostAt)))
      return before.name;
    // A name within the host itself is before the path; the next one may be behind the address.
    const after = names.slice(next, next + 2).find(({ start }) => start > pathAt);
    const isNear = after !== undefined && after.start - pathAt <= 220;
    return isNear && AFTER.test(text.slice(pathAt, after.start)) ? after.name : '';
  };
}
