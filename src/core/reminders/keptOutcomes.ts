import { readReminderKey } from '../keys.ts';
import type { Instant } from '#base';
import { toldEvents } from './meetingStory.ts';
import type { ReminderEvent } from './reminderHistory.ts';

/**
 * The events without those that the story of a long past meeting does not need: plans, and whatever happened twice. A
 * meeting that was only planned and withdrawn has no story. Later meetings keep all of their events.
 * @param events oldest first
 * @param until meetings that began, and whose last event was, before this instant (ms) are long past
 */
export function keptOutcomes(events: readonly ReminderEvent[], until: Instant): readonly ReminderEvent[] {
  const kept = new Set<ReminderEvent>();
  const byMeeting = Map.groupBy(events, ({ key }) => readReminderKey(key).meeting);
  for (const own of byMeeting.values())
    for (const event of isOver(own, until) ? outcomesOf(own) : own) kept.add(event);
  return kept.size === events.length ? events : events.filter((event) => kept.has(event));
}

function isOver(own: readonly ReminderEvent[], until: Instant): boolean {
  const last = own.at(-1);
  return last !== undefined && last.at < until && readReminderKey(last.key).start < until;
}

/** Each outcome of a meeting once, and the event that has its title. */
function outcomesOf(own: readonly ReminderEvent[]): readonly ReminderEvent[] {
  const told = toldEvents(own);
  if (told.every(({ kind }) => kind === 'withdrawn')) return [];
  const once = new Map(told.toReversed().map((event) => [`${event.kind} ${event.why}`, event]));
  const titled = own.findLast(({ title }) => title !== undefined);
  return titled === undefined ? [...once.values()] : [titled, ...once.values()];
}
