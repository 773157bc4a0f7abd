import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { namesOf } from '#core/agenda/attendance.ts';
import type { Note } from '#core/notes/note.ts';
import { distinct, peopleIn } from '#core/notes/peopleNamed.ts';
import { useApi, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import type { AppState } from '../store/store.ts';
import type { Suggestions } from './editor/completion.ts';
import { newestFirst, noteDay } from './noteWords.ts';

/** What the editor of a note suggests: all other notes, and the people of its meeting, of its series and in its text. */
export function useSuggestions({
  path,
  occurrenceKey,
  series,
}: Pick<Note, 'path' | 'occurrenceKey' | 'series'>): Pick<Suggestions, 'notes' | 'people' | 'invited'> {
  const store = useAppStore();
  const owners = useOwners(series);
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
      invited: () => invitedTo(occurrenceKey, store.getState()),
      people: () => {
        const invited = invitedTo(occurrenceKey, store.getState());
        const whole = new Set(invited.flatMap((name) => [name, firstOf(name)].map(lower)));
        const others = distinct([...peopleIn(store.getState().readDraft()), ...owners.current]);
        // `ada` of an action item is Ada Lovelace, who is invited.
        return [...invited, ...others.filter((name) => !whole.has(lower(name)))];
      },
    }),
    [store, path, occurrenceKey, locale, zone, clock, owners],
  );
}

/** Who is invited to a meeting that is listed, and the leads of its community. */
function invitedTo(occurrenceKey: string | null, state: AppState): string[] {
  const meeting = occurrenceOf(occurrenceKey)(state);
  const leads = (state.communities ?? []).find(({ id }) => id === meeting?.community)?.leads ?? [];
  return [...namesOf(meeting?.attendance ?? null), ...leads.map(({ name }) => name)];
}

const firstOf = (name: string): string => name.split(/\s/u)[0] ?? name;
const lower = (name: string): string => name.toLowerCase();

/** The owners of action items in the notes of the series; empty until main has answered. */
function useOwners(series: string | null): RefObject<readonly string[]> {
  const api = useApi();
  const owners = useRef<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    owners.current = [];
    const ask = async (): Promise<void> => {
      const outcome = series === null ? null : await api.invoke('notes:ownersIn', series);
      if (isShown && outcome?.ok === true) owners.current = outcome.value;
    };
    void ask();
    return () => {
      isShown = false;
    };
  }, [api, series]);
  return owners;
}
