import { parseArgs } from 'node:util';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { planReminders } from '#core/reminders/planReminders.ts';
import type { Reminder } from '#core/reminders/reminder.ts';
import { reminderLead, type ReminderLead } from '#core/reminders/reminderRules.ts';
import { DAY, visibleLine } from '#base';
import { WrongUse, type Command } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { viewerZone, windowArguments } from '../instants.ts';
import { jsonText } from '../occurrenceJson.ts';
import { openSources } from '../sources.ts';
import { timeFormat } from '../timeFormat.ts';
import { printPast } from './pastReminders.ts';
import { output, usage } from '../texts.ts';

const USUAL_LENGTH = DAY;
/** The longest lead: a meeting may start this much later than its reminder. */
const LONGEST_LEAD = 8 * DAY;

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 };

/** `10m`, `1h` or `1d` before the start; `0m` is the start itself. */
function leadArgument(text: string): ReminderLead {
  const [, count = '', unit = 'm'] = /^(\d{1,5})([mhd]?)$/.exec(text.trim()) ?? [];
  const lead = reminderLead.safeParse({
    minutes: Number(count || NaN) * (MINUTES[unit || 'm'] ?? NaN),
    kind: 'notice',
  });
  if (!lead.success) throw new WrongUse(usage.notLead(text));
  return lead.data;
}

const reminderJson = ({ key, occurrenceKey, title, at, kind, isUnconfirmed }: Reminder) => ({
  key,
  occurrence: occurrenceKey,
  title,
  at: new Date(at).toISOString(),
  kind,
  unconfirmed: isUnconfirmed,
});

/** `remind`: the reminders in a time window, as if none had been shown yet. */
export const remind: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feed: { type: 'string', multiple: true, default: [] },
      user: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      zone: { type: 'string' },
      lead: { type: 'string', multiple: true, default: [] },
      past: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.past) return printPast(values, terminal);
  const { settings, feeds, choices, weeks } = await readConfiguration(terminal);
  const zone = viewerZone(values.zone, settings, terminal);
  const { from, to } = windowArguments(values, zone, terminal.now(), USUAL_LENGTH);
  const leads = values.lead.map(leadArgument);
  const rules = leads.length === 0 ? settings.reminders : { ...settings.reminders, leads, overrides: {} };

  const sources = await openSources(values, { feeds, weeks }, terminal);
  const { occurrences } = buildAgenda(sources, { from, to: to + LONGEST_LEAD }, zone, choices);
  // One millisecond earlier, so that a reminder at the start of the window is included.
  const { upcoming } = planReminders({ occurrences, rules, history: new Map(), now: from - 1, zone });
  const reminders = upcoming.filter(({ at }) => at < to);
  if (values.json) {
    terminal.out.write(jsonText(reminders.map(reminderJson)));
    return;
  }
  const format = timeFormat(terminal, settings, zone);
  const lines = reminders.map(
    ({ at, title, kind, isMaybe, isUnconfirmed }) =>
      `${shortDay(at, format)} ${clockTime(at, format)}  ${visibleLine(title)}${isMaybe ? '  maybe' : ''}${isUnconfirmed ? '  unconfirmed' : ''}${kind === 'notice' ? '' : `  ${kind}`}\n`,
  );
  terminal.out.write(lines.length === 0 ? `${output.noReminders}\n` : lines.join(''));
};
