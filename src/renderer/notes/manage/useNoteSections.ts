import { useMemo } from 'react';
import { readOccurrenceKey, seriesKeyOf } from '#core/keys.ts';
import type { Hue } from '#core/format/hue.ts';
import { hueOf } from '#core/format/hue.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { noteGroups, type NoteGroup } from '#core/notes/noteGroups.ts';
import { defaultSettings, type Settings } from '#core/settings/settings.ts';
import type { CalendarDate } from '#base';
import { useApp, useFirstDayOfWeek, useTicker, useTimeFormat, useToday } from '../../kit/AppContext.tsx';
import { useHueFor } from '../../kit/useHueFor.ts';
import { occurrencesOf } from '../../store/agendaSlice.ts';

/** Hues of series, by their keys: those of their meetings in the agenda. */
function useSeriesHues(): ReadonlyMap<string, Hue> {
  const occurrences = useApp(occurrencesOf);
  const hueFor = useHueFor();
  return useMemo(() => {
    const hues = new Map<string, Hue>();
    for (const occurrence of occurrences)
      for (const { key } of occurrence.sources) hues.set(seriesKeyOf(key), hueFor(occurrence));
    return hues;
  }, [occurrences, hueFor]);
}

/** The hue of the calendar of a note; null for a note without a meeting. */
const hueOfNote = (
  { series }: Pick<NoteSummary, 'series'>,
  hues: ReadonlyMap<string, Hue>,
  { calendars }: Pick<Settings, 'calendars'>,
): Hue | null => {
  if (series === null) return null;
  const { feedId } = readOccurrenceKey(`${series}|`);
  return hues.get(series) ?? calendars[feedId]?.hue ?? hueOf(feedId);
};

/** Gives the hue of any note or transcript by the key of its series. */
export function useNoteHue(): (note: Pick<NoteSummary, 'series'>) => Hue | null {
  const hues = useSeriesHues();
  const settings = useApp((state) => state.settings) ?? defaultSettings;
  return useMemo(() => (note) => hueOfNote(note, hues, settings), [hues, settings]);
}

/** The notes in the groups of the user's order. They change with the day, too. */
export function useNoteGroups(notes: readonly NoteSummary[]): {
  readonly groups: readonly NoteGroup[];
  readonly today: CalendarDate;
} {
  const { zone } = useTimeFormat();
  const firstDayOfWeek = useFirstDayOfWeek();
  const order = useApp((state) => state.settings?.notesOrder ?? 'meeting');
  const ticker = useTicker();
  const today = useToday();
  const groups = useMemo(
    // The day is what matters: within it the groups stay the same.
    () => (today === '' ? [] : noteGroups(notes, order, { now: ticker.now(), zone, firstDayOfWeek })),
    [notes, order, ticker, zone, firstDayOfWeek, today],
  );
  return { groups, today };
}
