import { LineCursor } from './lineCursor.ts';

/**
 * The frame of an iCalendar text (RFC 5545 §3.4, §3.6): components within components, lines within them.
 * It is found in one pass. Of an event only the lines that place it in time are cut out now, because most events
 * of a feed lie outside any window; its other lines are read when somebody asks for them.
 */

/** A content line (RFC 5545 §3.1), unfolded. */
export interface ContentLine {
  /** Counted from 1, in the feed as it came. */
  readonly number: number;
  /** In capitals. */
  readonly name: string;
  readonly text: string;
}

/** What stands between BEGIN and END. */
export interface Component {
  /** In capitals. */
  readonly name: string;
  /** Line of its BEGIN. */
  readonly line: number;
  /** For events those of {@link PLACING_NAMES} only. */
  readonly lines: ContentLine[];
  readonly children: Component[];
  /** Where its inner text lies. */
  readonly from: number;
  to: number;
  /** Its END was found. */
  isClosed: boolean;
}

/** A line that is none, for the report. */
export interface StrayLine {
  readonly number: number;
  readonly text: string;
}

const PLACING_NAMES: ReadonlySet<string> = new Set([
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'UID',
  'SEQUENCE',
  'STATUS',
  'DTSTAMP',
]);

/** Components whose lines are all of use. */
const WHOLE: ReadonlySet<string> = new Set(['VCALENDAR', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
/** Components that stand beside each other: where one begins within another, the outer one has lost its END. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE']);
const DEEPEST = 20;

/** Reads the frame. Never throws; stray lines and lost ENDs are passed over and listed. */
export function readComponents(text: string): { root: Component; strays: StrayLine[] } {
  const root = newComponent('', 0, 0);
  const open: Component[] = [root];
  const strays: StrayLine[] = [];
  let current = root;
  for (const line = new LineCursor(text, 0, text.length, 1); line.next();) {
    const { name } = line;
    if (name === 'BEGIN') {
      const component = newComponent(valueOf(line.read()), line.number, line.end);
      if (SIDE_BY_SIDE.has(component.name) || component.name === 'VCALENDAR') endLost(open, line.from);
      if (open.length > DEEPEST) continue;
      open.at(-1)?.children.push(component);
      open.push(component);
    } else if (name === 'END') {
      const ended = valueOf(line.read());
      const index = open.findLastIndex((component) => component.name === ended);
      if (index <= 0) {
        strays.push({ number: line.number, text: line.read() });
        continue;
      }
      for (const component of open.splice(index)) {
        component.to = line.from;
        component.isClosed = component.name === ended;
      }
    } else {
      const isWanted = current.name === 'VEVENT' ? PLACING_NAMES.has(name) : WHOLE.has(current.name);
      if (isWanted && name !== '') current.lines.push({ number: line.number, name, text: line.read() });
      else if (name === '' && (current.name === 'VEVENT' || isWanted))
        strays.push({ number: line.number, text: line.read() });
      continue;
    }
    current = open.at(-1) ?? root;
  }
  for (const component of open) component.to = text.length;
  return { root, strays };
}

/** All content lines of a component itself, without those of components in it. */
export function linesOf(text: string, component: Component): ContentLine[] {
  const lines: ContentLine[] = [];
  let depth = 0;
  for (const line = new LineCursor(text, component.from, component.to, component.line + 1); line.next();) {
    if (line.name === 'BEGIN') depth += 1;
    else if (line.name === 'END') depth -= 1;
    else if (line.name !== '' && depth === 0)
      lines.push({ number: line.number, name: line.name, text: line.read() });
  }
  return lines;
}

const newComponent = (name: string, line: number, from: number): Component => ({
  name,
  line,
  lines: [],
  children: [],
  from,
  to: from,
  isClosed: false,
});

/** Ends the component, and all in it, beside which a new one is about to begin. */
function endLost(open: Component[], at: number): void {
  const index = open.findIndex(({ name }) => SIDE_BY_SIDE.has(name));
  if (index > 0) for (const component of open.splice(index)) component.to = at;
}

const valueOf = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase();
