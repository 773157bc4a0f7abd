/**
 * Finds names of self-hosted conference software beside an address: `Jitsi: https://…`, `https://… (BigBlueButton)`.
 */

const NAMES = /jitsi|big ?blue ?button|\bbbb\b|nextcloud/gi;

/** Maximum names examined in a text; hostile text may contain more than any invitation. */
const MAX_NAMES = 400;

/** Maximum distance of a name from its address, in characters. */
const NAME_REACH = 60;

/** Text that may separate a name and the address of its room. */
const BEFORE = new RegExp(
  '^(?:[\\s()\\[\\]<>:,–—"\'`*_|=-]|\\b(?:meet|meeting|room|talk|link|call|conference|server|instance|url|address|video|join|us|our|the|on|at|in|via|is|here|https?)\\b|//)*$',
  'i',
);
const AFTER = /^\S{0,200}[\s()[\]<>,–—-]{1,4}(?:(?:via|on|using|with|our|room on)\s)?$/i;

/** Returns the software named beside the address that has its path at `pathAt`; empty if there is none. */
export type NamesBeside = (host: string, pathAt: number) => string;

/** Scans a text once; each lookup is then fast, however many names there are. */
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
    if (
      before !== undefined &&
      hostAt - before.end <= NAME_REACH &&
      BEFORE.test(text.slice(before.end, hostAt))
    )
      return before.name;
    // The lookup position is the path, so a name inside the host lies before it; the next name may follow the
    // address.
    const after = names.slice(next, next + 2).find(({ start }) => start > pathAt);
    const isNear = after !== undefined && after.start - pathAt <= 220;
    return isNear && AFTER.test(text.slice(pathAt, after.start)) ? after.name : '';
  };
}
