import type { CutKind } from '../problems.ts';
import type { Component } from './component.ts';
import { type ContentLine, LineCursor, LONGEST_LINE } from './lineCursor.ts';
import { EventRun, RegularEvents } from './regularEvents.ts';

/** A component that is still open. */
interface OpenComponent extends Component {
  to: number;
  isClosed: boolean;
  readonly lines: ContentLine[];
  readonly children: (Component | EventRun)[];
}

/** A place where reading stopped early, and why, as a sentence about that line. */
interface Cut {
  readonly at: number;
  readonly kind: CutKind;
  /** The limit that is exceeded. */
  readonly most: number;
}

/** Components for which the lines are stored. */
const STORED: ReadonlySet<string> = new Set(['VCALENDAR', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
/** Components that are never nested: if one begins within another, the outer one has lost its END. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE']);
const MAX_DEPTH = 20;
/** Maximum lines stored for a feed besides its events; more than any real feed has. */
const MAX_STORED = 1_000_000;
const [LETTER_B, LETTER_E] = [98, 101];

/**
 * Reads the components of an iCalendar text as a tree. Never throws: a missing END is inferred, a surplus one is
 * skipped.
 * `strays`: offsets of invalid lines outside of events. `cuts`: lines and lists that are read only in part.
 */
export function readComponents(text: string): { root: Component; strays: number[]; cuts: Cut[] } {
  const root = newComponent('', 0, 0);
  const open: OpenComponent[] = [root];
  const strays: number[] = [];
  const cuts: Cut[] = [];
  const events = new RegularEvents(text);
  let stored = 0;
  let current = root;
  for (const line = new LineCursor(text, 0, text.length); line.next();) {
    const { initial, nameLength } = line;
    // Attachments are never read.
    if (line.isTooLong && line.name !== 'ATTACH')
      cuts.push({ at: line.from, kind: 'longLine', most: LONGEST_LINE });
    if (initial === LETTER_B && nameLength === 5 && line.name === 'BEGIN') {
      const name = valueOf(line.read());
      const { from: at, end: from } = line;
      if (SIDE_BY_SIDE.has(name) || name === 'VCALENDAR') closeLost(open, at);
      if (open.length > MAX_DEPTH) continue;
      const parent = open.at(-1) ?? root;
      const first = events.count;
      let end = name === 'VEVENT' ? events.add(at) : -1;
      if (end < 0) {
        const component = newComponent(name, at, from);
        if (parent.name !== 'VEVENT') parent.children.push(component);
        open.push(component);
      } else {
        for (; end >= 0; end = events.add(line.end)) line.end = nextLine(text, end);
        parent.children.push(new EventRun(events, first, events.count));
      }
    } else if (initial === LETTER_E && nameLength === 3 && line.name === 'END') {
      const ended = valueOf(line.read());
      const index = open.findLastIndex((component) => component.name === ended);
      if (index <= 0) {
        strays.push(line.from);
        continue;
      }
      for (const component of open.splice(index)) {
        component.to = line.from;
        component.isClosed = component.name === ended;
      }
    } else {
      if (STORED.has(current.name)) {
        if (nameLength === 0) strays.push(line.from);
        else if (stored < MAX_STORED) current.lines.push(line.line(line.name));
        else if (stored === MAX_STORED) cuts.push({ at: line.from, kind: 'longCalendar', most: MAX_STORED });
        stored += 1;
      }
      continue;
    }
    current = open.at(-1) ?? root;
  }
  for (const component of open) component.to = text.length;
  return { root, strays, cuts };
}

const newComponent = (name: string, at: number, from: number): OpenComponent => ({
  name,
  at,
  from,
  to: from,
  lines: [],
  children: [],
  isClosed: false,
});

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

/** Closes the unclosed component, and all within it, that a new one at `at` cannot be nested in. */
function closeLost(open: OpenComponent[], at: number): void {
  const index = open.findIndex(({ name }) => SIDE_BY_SIDE.has(name));
  if (index > 0) for (const component of open.splice(index)) component.to = at;
}

const valueOf = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase();
