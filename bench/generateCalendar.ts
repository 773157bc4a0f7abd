/**
 * Writes a calendar for measuring: like those that communities publish, of any size, and the same each time.
 * A fifth of the events repeats: weekly, every other week, monthly by weekday, daily on weekdays; some end, some are
 * moved or left out on a date. Zones have their VTIMEZONE, events have descriptions and links.
 */

const DAY = 24 * 60 * 60 * 1000;

/** One VTIMEZONE with the rules that hold since 2007 or 1996. */
const ZONES: readonly { name: string; standard: string; daylight: string; starts: string; ends: string }[] = [
  {
    name: 'America/Los_Angeles',
    standard: '-0800',
    daylight: '-0700',
    starts: 'BYMONTH=3;BYDAY=2SU',
    ends: 'BYMONTH=11;BYDAY=1SU',
  },
  {
    name: 'America/New_York',
    standard: '-0500',
    daylight: '-0400',
    starts: 'BYMONTH=3;BYDAY=2SU',
    ends: 'BYMONTH=11;BYDAY=1SU',
  },
  {
    name: 'Europe/Berlin',
    standard: '+0100',
    daylight: '+0200',
    starts: 'BYMONTH=3;BYDAY=-1SU',
    ends: 'BYMONTH=10;BYDAY=-1SU',
  },
  { name: 'Asia/Kolkata', standard: '+0530', daylight: '+0530', starts: '', ends: '' },
];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const TOPICS = [
  'Release',
  'Security',
  'Docs',
  'Storage',
  'Network',
  'Testing',
  'Node',
  'Scheduling',
  'Auth',
  'Multicluster',
] as const;

/** What to generate. */
export interface CalendarSize {
  readonly events: number;
  /** First year, and how many years the starts are spread over. */
  readonly firstYear: number;
  readonly years: number;
}

/** The text of such a calendar, with CRLF line ends and folded lines. */
export function generateCalendar({ events, firstYear, years }: CalendarSize): string {
  const random = randomNumbers(20_261_124);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Office Hours//Bench//EN',
    'X-WR-CALNAME:Bench',
    ...ZONES.flatMap(zoneLines),
  ];
  const first = Date.UTC(firstYear, 0, 1);
  const span = Math.floor((Date.UTC(firstYear + years, 0, 1) - first) / DAY);
  for (let number = 0; number < events; number += 1) {
    const day = new Date(first + Math.floor(random() * span) * DAY);
    const zone = ZONES[Math.floor(random() * ZONES.length)]?.name ?? 'UTC';
    const hour = 6 + Math.floor(random() * 14);
    lines.push(...eventLines(number, day, zone, hour, number % 5 === 0 ? ruleFor(day, random) : null));
  }
  lines.push('END:VCALENDAR', '');
  return lines.map(folded).join('\r\n');
}

function zoneLines(zone: (typeof ZONES)[number]): string[] {
  const part = (kind: string, from: string, to: string, start: string, rule: string) => [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...(rule === '' ? [] : [`RRULE:FREQ=YEARLY;${rule}`]),
    `END:${kind}`,
  ];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone.name}`,
    ...(zone.starts === ''
      ? []
      : part('DAYLIGHT', zone.standard, zone.daylight, '20070311T020000', zone.starts)),
    ...part(
      'STANDARD',
      zone.daylight,
      zone.standard,
      zone.ends === '' ? '19700101T000000' : '20071104T020000',
      zone.ends,
    ),
    'END:VTIMEZONE',
  ];
}

/** RRULE and what belongs to it. */
function ruleFor(day: Date, random: () => number): string {
  const weekday = WEEKDAYS[day.getUTCDay()];
  const nth = Math.min(4, Math.ceil(day.getUTCDate() / 7));
  const kind = Math.floor(random() * 4);
  const rule = [
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    `FREQ=MONTHLY;BYDAY=${nth}${weekday}`,
    'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
  ][kind];
  // Most series of real calendars are never ended; they are just no longer met.
  const end = Math.floor(random() * 10);
  if (end === 0) return `${rule};COUNT=${20 + Math.floor(random() * 200)}`;
  if (end === 1)
    return `${rule};UNTIL=${stamp(new Date(day.getTime() + (90 + Math.floor(random() * 900)) * DAY), 23)}Z`;
  return rule ?? '';
}

function eventLines(number: number, day: Date, zone: string, hour: number, rule: string | null): string[] {
  const topic = TOPICS[number % TOPICS.length];
  const uid = `bench-${number}@office-hours.example`;
  const own = (start: Date, startHour: number, more: readonly string[]) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=${zone}:${stamp(start, startHour)}`,
    `DTEND;TZID=${zone}:${stamp(start, startHour + 1)}`,
    ...more,
    `SUMMARY:${topic} meeting ${number}`,
    `DESCRIPTION:Agenda and notes: https://docs.example.org/document/d/${number}/edit\\nJoin: https://zoom.us/j/9${String(number).padStart(9, '0')}?pwd=bench\\n\\nEverybody is welcome\\, also with small questions.`,
    `LOCATION:https://zoom.us/j/9${String(number).padStart(9, '0')}`,
    'ORGANIZER;CN=Community:mailto:community@office-hours.example',
    'ATTENDEE;CN=Chair;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:chair@office-hours.example',
    'STATUS:CONFIRMED',
    'SEQUENCE:1',
    'END:VEVENT',
  ];
  if (rule === null) return own(day, hour, []);
  const step = rule.includes('INTERVAL=2') ? 14 : 7;
  const away = new Date(day.getTime() + step * DAY);
  const moved = new Date(day.getTime() + 2 * step * DAY);
  const isWeekly = rule.startsWith('FREQ=WEEKLY');
  const master = own(day, hour, [
    `RRULE:${rule}`,
    ...(isWeekly ? [`EXDATE;TZID=${zone}:${stamp(away, hour)}`] : []),
  ]);
  if (!isWeekly || number % 10 !== 0) return master;
  return [...master, ...own(moved, hour + 1, [`RECURRENCE-ID;TZID=${zone}:${stamp(moved, hour)}`])];
}

const stamp = (day: Date, hour: number) =>
  `${day.toISOString().slice(0, 10).replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000`;

function folded(line: string): string {
  const parts = line.match(/.{1,74}/g) ?? [''];
  return parts.join('\r\n ');
}

/** Numbers from 0 to 1 that are the same in each run (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
