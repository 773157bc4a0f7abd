/** Tells the oracle what came to the screen: single notices as they are, and what one notice of many held by the ledger. */
import { readReminderKey, readSlot } from '#core/keys.ts';
import type { Notice } from '#main/ports/notifier.ts';
import { slotTime } from '#core/reminders/reminder.ts';
import { reminderEvent } from '#core/reminders/reminderHistory.ts';
import type { Moment, Oracle } from './oracle.ts';

export interface Witness {
  /** Says whose notice it was, where that is a reminder which the user may answer. */
  readonly onShow: (notice: Notice) => string | null;
  /** Lines reached the ledger. */
  readonly onLines: (text: string) => void;
}

const CHANGES = new Map([
  ['Moved', 'moved'],
  ['Cancelled', 'cancelled'],
  ['No longer', 'removed'],
]);
/** The words of a reminder, which may stand behind those of a change. */
const REMINDER = /(?:^| · )(?:In \d|Starts now|Started \d)/;

/** @param titles of meetings, by the keys of their occurrences */
export function createWitness(
  oracle: Oracle,
  titles: ReadonlyMap<string, string>,
  moment: () => Moment,
): Witness {
  const shownKeys = new Set<string>();
  /** When one notice came for many (true time). */
  let manyAt = -Infinity;
  /** What was shown one by one, and when last (true time). */
  let alone = { at: -Infinity, titles: new Set<string>() };

  function onShow({ title: words, body, isSilent }: Notice): string | null {
    const { trueTime } = moment();
    if (body.startsWith('Open the list')) {
      manyAt = trueTime;
      return null;
    }
    const title = words.replace(/^May be on .*: /, '');
    if (alone.at !== trueTime) alone = { at: trueTime, titles: new Set() };
    alone.titles.add(title);
    const change = CHANGES.get(/^(?:Moved|Cancelled|No longer)/.exec(body)?.[0] ?? '');
    if (change !== undefined) oracle.told(title, change, moment());
    if (!REMINDER.test(body)) return null;
    // The sound of both is that of the change.
    oracle.shown(title, isSilent || change !== undefined, moment());
    return title;
  }

  function onLine(line: string): void {
    const { kind, key } = reminderEvent.parse(JSON.parse(line));
    const { slot, occurrenceKey, start } = readReminderKey(key);
    const title = titles.get(occurrenceKey);
    if (title === undefined) return;
    const isOfStart = slotTime(slot, start) !== null;
    if (kind === 'raised' && isOfStart) oracle.raised(title, start, moment());
    if (kind !== 'shown' || shownKeys.has(key)) return;
    shownKeys.add(key);
    const { trueTime } = moment();
    if (manyAt !== trueTime || (alone.at === trueTime && alone.titles.has(title))) return;
    // One notice, and one sound, for all of them.
    if (isOfStart) oracle.shown(title, true, moment());
    else oracle.told(title, readSlot(slot).what, moment());
  }

  return { onShow, onLines: (text) => text.split('\n').forEach(onLine) };
}
