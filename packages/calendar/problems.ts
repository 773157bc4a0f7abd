import { problemsOf, quotable, type CodeOf, type Problem, type ProblemTexts, type ZoneName } from '#base';

const quoted = (text: string): string => `“${quotable(text)}”`;
const grouped = (count: number): string => count.toLocaleString('en');
const atLine = (line: number, what: string, detail: string): Omit<Problem, 'code'> => ({
  title: `Line ${line}: ${what}`,
  detail,
});

const FLAWS_OF_END = {
  notADate: 'is not a date',
  beforeStart: 'is before the start',
  notADuration: 'is not a duration',
  negative: 'is negative',
} as const;
export type FlawOfEnd = keyof typeof FLAWS_OF_END;

const CUTS = {
  longLine: (most: number) => `this line is longer than ${grouped(most)} characters.`,
  longEvent: (most: number) => `its event has more than ${grouped(most)} lines.`,
  longCalendar: (most: number) => `the calendar has more than ${grouped(most)} lines besides its events.`,
} as const;
export type CutKind = keyof typeof CUTS;

/** Problems at a line of a feed, counted from 1. They contain no addresses and at most a short quote. */
const lineTexts = {
  'calendar/strayLine': (line: number, text: string) =>
    atLine(line, `${quoted(text)} is not a line of a calendar.`, 'The line is skipped.'),
  /** `most`: the limit that is exceeded. */
  'calendar/tooMuch': (line: number, cut: CutKind, most: number) =>
    atLine(line, CUTS[cut](most), 'Its beginning is read; the rest is left out.'),
  'calendar/lostEnd': (line: number, outcome: 'leftOut' | 'kept') =>
    atLine(
      line,
      'the event that begins here does not end.',
      outcome === 'leftOut'
        ? 'The event is left out, because the file ends inside it.'
        : 'The event is kept as far as it was read.',
    ),
  /** `start`: as written; null if it is missing. `replaced`: an unreadable RECURRENCE-ID. */
  'calendar/brokenEvent': (
    line: number,
    part: { readonly start: string | null } | { readonly replaced: string },
  ) => {
    if ('replaced' in part)
      return atLine(
        line,
        `the event replaces a date that cannot be read, ${quoted(part.replaced)}.`,
        'This change of a meeting is left out; all others are kept.',
      );
    const { start } = part;
    return atLine(
      line,
      start === null ? 'this event has no start.' : `the start ${quoted(start)} is not a date.`,
      'This event is left out; all others are kept.',
    );
  },
  'calendar/brokenEnd': (line: number, end: string, flaw: FlawOfEnd) =>
    atLine(
      line,
      `the end ${quoted(end)} ${FLAWS_OF_END[flaw]}.`,
      'The event is shown at its start, without its end.',
    ),
  'calendar/brokenDate': (line: number, date: string) =>
    atLine(line, `${quoted(date)} is not a date.`, 'This date is skipped; the event is kept.'),
  'calendar/brokenRule': (line: number, rule: string, flaw: string) =>
    atLine(
      line,
      `the repetition ${quoted(rule)} cannot be read: ${flaw}.`,
      'The event is shown at its start only.',
    ),
  /** `readIn`: the zone used instead; null for the viewer's. */
  'calendar/unknownZone': (line: number, tzid: string, readIn: ZoneName | null) =>
    atLine(
      line,
      `there is no time zone ${quoted(tzid)}.`,
      `Times in it are read in ${readIn ?? 'your own time zone'}, and may be wrong.`,
    ),
  'calendar/restlessZone': (line: number, tzid: string) =>
    atLine(
      line,
      `the time zone ${quoted(tzid)} changes its clock too often to be read completely.`,
      'Its first changes are kept; later times in it may be wrong.',
    ),
} satisfies ProblemTexts;

/** Problems of a whole feed or of an expansion. */
const texts = {
  'calendar/notACalendar': () => ({
    title: 'This is not a calendar.',
    detail:
      'It contains no BEGIN:VCALENDAR. Check that the address leads to an iCalendar (.ics) file and not to a web page.',
  }),
  'calendar/tooManyEvents': (count: number, most: number) => ({
    title: `The calendar has ${grouped(count)} events.`,
    detail: `The first ${grouped(most)} of the file are read, the others are left out. Follow a smaller calendar, or ask its owner to remove old events.`,
  }),
  'calendar/moreProblems': (count: number) => ({
    title: `There are ${count} more problems of this kind in the calendar.`,
    detail: 'Report them to the publisher of the calendar.',
  }),
  /** One cut series by title, or the number of further ones. */
  'calendar/tooManyDates': (cut: { readonly title: string } | { readonly more: number }) =>
    'title' in cut
      ? {
          title: `${quoted(cut.title)} repeats too often to be shown completely.`,
          detail:
            'Its first dates in this period are shown, later ones are left out. All other meetings are complete.',
        }
      : {
          title: `${grouped(cut.more)} more meetings have too many dates to be shown completely.`,
          detail: 'Ask the publisher of the calendar to shorten it, or follow only some of its meetings.',
        },
} satisfies ProblemTexts;

export type CalendarProblemCode = CodeOf<typeof texts> | LineProblemCode;
export const { problem: calendarProblem } = problemsOf(texts);

export type LineProblemCode = CodeOf<typeof lineTexts>;
/** The values of a problem at a line, without the line. */
export type LineProblemValues<Code extends LineProblemCode> =
  Parameters<(typeof lineTexts)[Code]> extends [number, ...infer Rest] ? Rest : never;

/** Makes a problem at a line. */
export function lineProblem<Code extends LineProblemCode>(
  code: Code,
  line: number,
  ...values: LineProblemValues<Code>
): Problem {
  // The compiler does not relate the line and the other values to the parameters of a code that it does not know.
  const words: Omit<Problem, 'code'> = Reflect.apply(lineTexts[code], undefined, [line, ...values]);
  return { code, ...words };
}
