import { useMemo } from 'react';
import type { Note } from '#core/notes/note.ts';
import { dayOfNote } from '#core/notes/noteFile.ts';
import { useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { dueWords } from './dueWords.ts';
import type { Dates, DueWords } from './editor/live/dates.ts';

/** How the editor of a note reads and writes due dates. The same object until the day or the format changes. */
export function useDates({ start, zone: home, path }: Pick<Note, 'start' | 'zone' | 'path'>): Dates {
  const { locale, zone, clock } = useTimeFormat();
  const today = useToday();
  return useMemo(() => {
    // The editor asks at each key, for each date on the screen.
    const known = new Map<string, DueWords>();
    return {
      meetingDate: dayOfNote({ start, zone: home }, path),
      wordsOf: (due, isDone) => {
        const key = `${due} ${isDone}`;
        const words = known.get(key) ?? dueWords(due, isDone, today, { locale, zone, clock });
        known.set(key, words);
        return words;
      },
    };
  }, [start, home, path, today, locale, zone, clock]);
}
