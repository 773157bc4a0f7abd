/**
 * One iCalendar text of the objects of a calendar, each of which is an iCalendar text of its own (RFC 4791 §4.1). Keeps
 * events and the zones that they use; a zone that many objects repeat appears once. Objects without an event, and parts
 * of broken ones, are left out.
 */
export function joinObjects(objects: Iterable<string>, name: string): string {
  const zones = new Map<string, string>();
  const events: string[] = [];
  for (const text of objects) {
    const components = componentsOf(text);
    if (!components.some(({ kind }) => kind === 'VEVENT')) continue;
    for (const { kind, lines } of components) {
      if (kind === 'VEVENT') events.push(lines);
      // The first one wins: an id means the same zone in practice.
      if (kind === 'VTIMEZONE') {
        const id = zoneId(lines);
        if (!zones.has(id)) zones.set(id, lines);
      }
    }
  }
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Office Hours//CalDAV//EN\r\n',
    `X-WR-CALNAME:${escaped(name)}\r\n`,
    ...zones.values(),
    ...events,
    'END:VCALENDAR\r\n',
  ].join('');
}

interface Component {
  readonly kind: string;
  /** With line ends. */
  readonly lines: string;
}

/** The complete components directly in a calendar. */
function componentsOf(text: string): readonly Component[] {
  const found: Component[] = [];
  let kind: string | null = null;
  let depth = 0;
  let lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, edge, name] = /^(BEGIN|END):([\w-]+)[ \t]*$/i.exec(line) ?? [];
    const isBegin = edge?.toUpperCase() === 'BEGIN';
    const isEnd = edge !== undefined && !isBegin;
    if (name?.toUpperCase() === 'VCALENDAR') {
      // Whatever was open is broken.
      [kind, depth, lines] = [null, 0, []];
      continue;
    }
    if (isBegin && kind === null) kind = name?.toUpperCase() ?? null;
    if (kind === null || line === '') continue;
    lines.push(line);
    depth += isBegin ? 1 : isEnd ? -1 : 0;
    if (depth > 0) continue;
    found.push({ kind, lines: `${lines.join('\r\n')}\r\n` });
    [kind, lines] = [null, []];
  }
  return found;
}

const zoneId = (lines: string): string => /^TZID[^:]*:(.*)$/im.exec(lines)?.[1]?.trim() ?? lines;

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n/g, '\\n');
