import { dateOf, dayAround, startOf } from '#core/agenda/agenda.ts';
import type { Settings, SettingsChange } from '#core/settings/settings.ts';
import { HOUR, type Instant, type ZoneName } from '#base';
import type { MeetingActions } from '../agenda/useMeeting.ts';
import { focusMeetingOnceShown } from '../agenda/focusRow.ts';
import type { App } from '../kit/AppContext.tsx';
import { afterRender } from '../kit/afterRender.ts';
import { groupIdOf, groupRowId } from '../communities/shownGroups.ts';
import { focusOnceShown } from '../kit/focusOnceShown.ts';
import { changeSettings, type SettingsUndo } from '../kit/changeSettings.ts';
import type { ShortcutName } from '../keys/shortcuts.ts';
import type { NoteModel } from '../notes/noteModel.ts';
import { shortcutOf, type PaletteActionName } from './paletteActions.ts';
import type { PaletteEntry } from './paletteEntry.ts';
import { texts } from './texts.ts';

/** What the entries of the palette use. */
export interface PaletteTools extends App {
  readonly noteModel: NoteModel;
  readonly meeting: MeetingActions;
  /** Does what a shortcut does. */
  readonly run: (name: ShortcutName) => void;
}

/** The change of an action that changes a setting. */
function changeOf(
  action: PaletteActionName,
  { reminders, hasLetterKeys }: Settings,
  now: Instant,
  zone: ZoneName,
): SettingsChange | undefined {
  const paused = (pausedUntil: Instant | null): SettingsChange => ({
    reminders: { ...reminders, pausedUntil },
  });
  const changes: Partial<Record<PaletteActionName, SettingsChange>> = {
    pauseHour: paused(now + HOUR),
    pauseToday: paused(dayAround(now, zone).to),
    resume: paused(null),
    letterKeys: { hasLetterKeys: !hasLetterKeys },
    lightTheme: { theme: 'light' },
    darkTheme: { theme: 'dark' },
    systemTheme: { theme: 'system' },
  };
  return changes[action];
}

/** The undo of an action that pauses reminders, or ends their pause. */
function undoOf(action: PaletteActionName, { reminders }: Settings): SettingsUndo | undefined {
  const { pausedUntil } = reminders;
  const words: Partial<Record<PaletteActionName, Pick<SettingsUndo, 'words' | 'undone'>>> = texts.pauses;
  const said = words[action];
  if (said === undefined) return undefined;
  return { ...said, back: (present) => ({ reminders: { ...present.reminders, pausedUntil } }) };
}

function runAction(action: PaletteActionName, { store, api, ticker, run }: PaletteTools): void {
  const shortcut = shortcutOf(action);
  if (shortcut !== null) return run(shortcut);
  const { settings, agenda, pastShown, conductShown, feedRequested, notesListShown } = store.getState();
  if (action === 'addCalendar') return feedRequested('', null);
  if (action === 'toDo') return notesListShown('actions');
  if (action === 'updateAll') return api.invokeAndReport('feeds:refresh');
  if (action === 'pastMeetings') return pastShown(true);
  if (action === 'privateNotes') return conductShown({ community: null, meeting: '', isPrivate: true });
  if (settings === null) return;
  const change = changeOf(action, settings, ticker.now(), agenda?.zone ?? 'UTC');
  if (change !== undefined) void changeSettings({ api, store }, change, undoOf(action, settings));
}

/** Opens an entry: a meeting at its date, a note, a section of the settings, a day; or does an action. */
export function openEntry(entry: PaletteEntry, tools: PaletteTools): void {
  const { store, noteModel } = tools;
  const state = store.getState();
  switch (entry.kind) {
    case 'meeting':
    case 'person': {
      const zone = state.agenda?.zone ?? 'UTC';
      const { occurrence } = entry;
      state.dateShown(dateOf(startOf(occurrence, zone), zone));
      state.occurrenceSelected(occurrence.key);
      return focusMeetingOnceShown(occurrence.key);
    }
    case 'note':
    case 'todo':
      state.screenShown('notes');
      return entry.kind === 'note'
        ? void noteModel.open(entry.note.path)
        : void noteModel.open(entry.item.path, { kind: 'line', line: entry.item.line });
    case 'setting':
      // An empty label is no row's: the section gets the focus.
      return afterRender(() => state.settingShown(entry.section, entry.label ?? ''));
    case 'community':
      state.groupShown(groupIdOf(entry));
      return focusOnceShown(groupRowId(groupIdOf(entry)));
    case 'listed':
      return state.directoryShown(entry.row.id);
    case 'date':
      return state.dateShown(entry.date);
    case 'week':
      state.agendaViewShown('week');
      return state.dateShown(entry.date);
    case 'dayNote':
      state.screenShown('notes');
      return void noteModel.openNew(entry.date);
    case 'action':
      return runAction(entry.action, tools);
  }
}
