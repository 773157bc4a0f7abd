import { join } from 'node:path';
import { createFiles } from '#main/adapters/disk/files.ts';
import { storedReminderEvents } from '#main/reminders/reminderLedger.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { happenedWords } from '#core/reminders/happenedWords.ts';
import { pastMeetings, type PastMeeting } from '#core/reminders/pastMeetings.ts';
import { visibleLine } from '#base';
import { BadInput, WrongUse, type Terminal } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { userDataFolder } from '../folders.ts';
import { instantArgument, viewerZone } from '../instants.ts';
import { jsonText } from '../occurrenceJson.ts';
import { timeFormat } from '../timeFormat.ts';
import { badInput, output, usage } from '../texts.ts';

/** The options of `remind --past`. */
export interface PastArguments {
  readonly feed: readonly string[];
  readonly lead: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly zone?: string | undefined;
  readonly json: boolean;
}

const pastJson = ({ occurrenceKey, title, start, happened }: PastMeeting) => ({
  occurrence: occurrenceKey,
  title,
  start: new Date(start).toISOString(),
  happened: happened.map(({ at, kind, what, why }) => ({ at: new Date(at).toISOString(), kind, what, why })),
});

/** Prints the meetings of the app's ledger that have started, and what happened to them; the latest last. */
export async function printPast(
  { feed, lead, from, to, zone: asked, json }: PastArguments,
  terminal: Terminal,
): Promise<void> {
  if (feed.length + lead.length > 0) throw new WrongUse(usage.pastAlone);
  const { settings } = await readConfiguration(terminal);
  const zone = viewerZone(asked, settings, terminal);
  const begin = from === undefined ? -Infinity : instantArgument('from', from, zone);
  const end = to === undefined ? Infinity : instantArgument('to', to, zone);
  const path = join(userDataFolder(terminal), 'reminders.jsonl');
  const bytes = await createFiles()
    .read(path)
    .catch(() => undefined);
  if (bytes === undefined) throw new BadInput(badInput.notAllowed(path));
  const events = bytes === null ? [] : storedReminderEvents(bytes);
  const meetings = pastMeetings(events, terminal.now())
    .filter(({ start }) => start >= begin && start < end)
    .toReversed();
  if (json) {
    terminal.out.write(jsonText(meetings.map(pastJson)));
    return;
  }
  const format = timeFormat(terminal, settings, zone);
  const lines = meetings.map(({ title, start, isAllDay, happened }) => {
    const when = isAllDay
      ? output.allDay(shortDay(start, { ...format, zone: 'UTC' }))
      : `${shortDay(start, format)} ${clockTime(start, format)}`;
    const story = [...new Set(happened.map((event) => happenedWords(event, format)))].join(' · ');
    return `${when}  ${visibleLine(title)}  ${story}\n`;
  });
  terminal.out.write(lines.length === 0 ? `${output.noPastReminders}\n` : lines.join(''));
}
