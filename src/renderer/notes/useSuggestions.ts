import { useMemo } from 'react';
import { namesOf } from '#core/agenda/attendance.ts';
import type { Note } from '#core/notes/note.ts';
import { useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import type { Suggestions } from './editor/completion.ts';
import { newestFirst, noteDay } from './noteWords.ts';

/** What the editor of a note suggests: all other notes, and the people of its meeting. */
export function useSuggestions({
  path,
  occurrenceKey,
}: Pick<Note, 'path' | 'occurrenceKey'>): Pick<Suggestions, 'notes' | 'people'> {
  const store = useAppStore();
  const { locale, zone, clock } = useTimeFormat();
  return useMemo(
    () => ({
      notes: () =>
        newestFirst(store.getState().notes ?? [])
          .filter((note) => note.path !== path)
          .map((note) => ({
            title: note.title,
            path: note.path,
            day: noteDay(note, { locale, zone, clock }),
          })),
      people: () => {
        const state = store.getState();
        const meeting = occurrenceOf(occurrenceKey)(state);
        const leads = (state.communities ?? []).find(({ id }) => id === meeting?.community)?.leads ?? [];
        return [...namesOf(meeting?.attendance ?? null), ...leads.map(({ name }) => name)];
      },
    }),
    [store, path, occurrenceKey, locale, zone, clock],
  );
}
