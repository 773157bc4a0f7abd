import { timeUntil } from '#core/format/timeUntil.ts';
import { parseArgs } from 'node:util';
import { endOf, nextOccurrence, startOf } from '#core/agenda/agenda.ts';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { isUncertain } from '#core/agenda/statements.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import { DAY } from '#base';
import { WrongUse, type Command } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { instantArgument, viewerZone } from '../instants.ts';
import { jsonText, occurrenceJson } from '../occurrenceJson.ts';
import { openSources } from '../sources.ts';
import { timeFormat } from '../timeFormat.ts';
import { barFormat, barFormats, plainFormat, type NextMeeting } from './nextFormats.ts';
import { output, usage } from '../texts.ts';

/** The longest time since the start of a meeting that still runs. */
const LONGEST_MEETING = 2 * DAY;
/** How far ahead the next meeting may be. */
const REACH = 60 * DAY;

/** `next`: the running meeting, else the next one. */
export const next: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feed: { type: 'string', multiple: true, default: [] },
      user: { type: 'string' },
      now: { type: 'string' },
      zone: { type: 'string' },
      format: { type: 'string', default: 'plain' },
      json: { type: 'boolean', default: false },
    },
  });
  const write = values.format === 'plain' ? plainFormat : barFormat(values.format, terminal.env);
  if (write === undefined) {
    throw new WrongUse(usage.notFormat(values.format, ['plain', ...Object.keys(barFormats)]));
  }
  const { settings, feeds, choices, weeks } = await readConfiguration(terminal);
  const zone = viewerZone(values.zone, settings, terminal);
  const now = values.now === undefined ? terminal.now() : instantArgument('now', values.now, zone);

  const sources = await openSources(values, { feeds, weeks }, terminal);
  const window = { from: now - LONGEST_MEETING, to: now + REACH };
  const { occurrences } = buildAgenda(sources, window, zone, choices);
  const occurrence = nextOccurrence(occurrences, now, zone);
  if (values.json) {
    const described = occurrence && {
      ...occurrenceJson(occurrence),
      startsInMs: startOf(occurrence, zone) - now,
      endsInMs: endOf(occurrence, zone) - now,
    };
    terminal.out.write(jsonText(described));
    return;
  }
  if (occurrence === null) {
    terminal.out.write(write(null));
    return;
  }
  const format = timeFormat(terminal, settings, zone);
  const start = startOf(occurrence, zone);
  const end = endOf(occurrence, zone);
  const meeting: NextMeeting = {
    occurrence,
    startsInMs: start - now,
    countdown: `${isUncertain(occurrence) ? output.mayBeOn : ''}${start <= now ? output.endsIn(timeUntil(end, now)) : output.startsIn(timeUntil(start, now))}`,
    when: `${shortDay(start, format)} ${clockTime(start, format)}–${clockTime(end, format)}`,
    elsewhere: timesElsewhere(occurrence, format, settings),
  };
  terminal.out.write(write(meeting));
};
