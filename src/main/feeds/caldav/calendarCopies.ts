import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { calendarCopy, type CalendarCopy } from '#core/caldav/calendarCopy.ts';
import type { Environment } from '../../ports/environment.ts';
import type { Files } from '../../ports/files.ts';

/** The copies of calendars of accounts, by location, so that the next update fetches only what changes. */
export interface CalendarCopies {
  /** Null if there is none that can be read: the calendar is then fetched as a whole. */
  read(location: string): Promise<CalendarCopy | null>;
  write(location: string, copy: CalendarCopy): Promise<void>;
  remove(location: string): Promise<void>;
}

/** In a file for each calendar, below the folder of the app's data. */
export function openCalendarCopies(
  files: Files,
  { userData }: Pick<Environment, 'userData'>,
): CalendarCopies {
  const pathOf = (location: string): string =>
    join(userData, 'caldav', `${createHash('sha256').update(location).digest('hex').slice(0, 16)}.json`);
  return {
    read: async (location) => {
      try {
        const bytes = await files.read(pathOf(location));
        return bytes === null ? null : calendarCopy.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        return null;
      }
    },
    write: (location, copy) => files.write(pathOf(location), JSON.stringify(copy)),
    remove: (location) => files.remove(pathOf(location)),
  };
}

/** Keeps no copies. */
export const noCalendarCopies: CalendarCopies = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
