import { parseArgs } from 'node:util';
import { agendaDays, dateOf } from '#core/agenda/agenda.ts';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { shownMeetings } from '#core/agenda/shownMeetings.ts';
import { dayHeading, timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, visibleLine } from '#base';
import { WrongUse, type Command, type Terminal } from '../command.ts';
import { openCommunity } from '../community.ts';
import { readConfiguration } from '../configuration.ts';
import { viewerZone, windowArguments } from '../instants.ts';
import { jsonText, occurrenceJson } from '../occurrenceJson.ts';
import { paintFor, type Paint } from '../paint.ts';
import { openSources, readGiven } from '../sources.ts';
import { timeFormat } from '../timeFormat.ts';
import { output, usage } from '../texts.ts';

/** The length of the agenda without `--to`. */
const USUAL_LENGTH = 7 * DAY;

/** `agenda`: the occurrences that overlap a time window. */
export const agenda: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feed: { type: 'string', multiple: true, default: [] },
      community: { type: 'string' },
      user: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      zone: { type: 'string' },
      'include-cancelled': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { settings, feeds, choices, weeks } = await readConfiguration(terminal);
  const zone = viewerZone(values.zone, settings, terminal);
  const now = terminal.now();
  const { from, to } = windowArguments(values, zone, now, USUAL_LENGTH);

  if (values.community !== undefined && values.feed.length > 0) throw new WrongUse(usage.communityAlone);
  const sources =
    values.community === undefined
      ? await openSources(values, { feeds, weeks }, terminal)
      : await readGiven(await openCommunity(values.community, terminal), weeks, terminal);
  const built = buildAgenda(sources, { from, to }, zone, choices);
  const wanted = built.occurrences.filter(
    ({ status }) => status !== 'cancelled' || values['include-cancelled'],
  );
  const occurrences = shownMeetings(wanted);
  if (values.json) {
    terminal.out.write(jsonText(occurrences.map(occurrenceJson)));
    return;
  }
  const format = timeFormat(terminal, settings, zone);
  terminal.out.write(agendaText(occurrences, { from, now, format, settings }, terminal));
  const hidden = wanted.length - occurrences.length;
  if (hidden > 0) terminal.out.write(`${paintFor(terminal).dim(output.hidden(hidden))}\n`);
  const problems = [...sources.flatMap(({ content }) => content.problems), ...built.problems];
  if (problems.length > 0) {
    const first = problems[0]?.title ?? '';
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more; see office-hours series)` : '';
    terminal.err.write(`office-hours: ${visibleLine(first)}${more}\n`);
  }
};

/** For whom times are written. */
interface Reader {
  readonly format: TimeFormat;
  readonly settings: Settings;
}

/** The remarks behind time and title. */
function remarks(occurrence: Occurrence, { format, settings }: Reader, paint: Paint): string {
  const { joinLinks, status, skipped, isDeclined, isMoved, isWeekUnknown, recorded } = occurrence;
  const [best] = joinLinks;
  return [
    status === 'cancelled' ? paint.warn(output.cancelled) : status === 'tentative' ? output.tentative : '',
    skipped !== null ? output.skipped : isDeclined ? output.declined : '',
    isUnconfirmed(occurrence) ? paint.warn(output.unconfirmed) : '',
    isWeekUnknown ? paint.warn(output.maybe) : '',
    isMoved ? output.moved : '',
    best === undefined ? '' : paint.accent(best.serviceName),
    ...timesElsewhere(occurrence, format, settings),
    recorded === null ? '' : output.recorded(recorded),
  ]
    .filter(Boolean)
    .join(paint.dim(' · '));
}

const LONGEST_TITLE = 48;

function agendaText(
  occurrences: readonly Occurrence[],
  { from, now, ...reader }: Reader & { from: number; now: number },
  terminal: Terminal,
): string {
  const paint = paintFor(terminal);
  const { format } = reader;
  if (occurrences.length === 0) return `${output.noMeetings}\n`;
  const times = occurrences.map((one) => timeRange(one, format));
  const timeWidth = Math.max(...times.map((text) => text.length));
  const titles = occurrences.map(({ title }) => visibleLine(title).length);
  const titleWidth = Math.min(LONGEST_TITLE, Math.max(...titles));
  const days = agendaDays(occurrences, from, format.zone).filter(
    ({ date, occurrences }) => occurrences.length > 0 || date === dateOf(now, format.zone),
  );
  const row = (one: Occurrence): string => {
    const time = timeRange(one, format).padStart(timeWidth);
    const title = visibleLine(one.title).padEnd(titleWidth);
    return `  ${time}  ${title}  ${remarks(one, reader, paint)}`.trimEnd();
  };
  const paragraphs = days.map((day) => {
    const rows = day.occurrences.length === 0 ? [paint.dim('  nothing')] : day.occurrences.map(row);
    return [paint.bold(dayHeading(day.date, now, format)), ...rows].join('\n');
  });
  return `${paragraphs.join('\n\n')}\n\n${paint.dim(output.timesIn(format.zone))}\n`;
}
