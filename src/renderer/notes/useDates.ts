import { useMemo } from 'react';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Note } from '#core/notes/note.ts';
import { dayOfNote } from '#core/notes/noteFile.ts';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { dueWords } from './dueWords.ts';
import type { Dates } from './editor/live/dates.ts';

/** How the editor of a note reads and writes due dates. The same object until the day or the format changes. */
export function useDates({ start, zone: home, path }: Pick<Note, 'start' | 'zone' | 'path'>): Dates {
  const { locale, zone, clock } = useTimeFormat();
  const today = useNow((now) => dateOf(now, zone));
  return useMemo(
    () => ({
      meetingDate: dayOfNote({ start, zone: home }, path),
      wordsOf: (due, isDone) => dueWords(due, isDone, today, { locale, zone, clock }),
    }),
    [start, home, path, today, locale, zone, clock],
  );
}
