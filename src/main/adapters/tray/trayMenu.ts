import { meetingTexts } from '#core/reminders/texts.ts';
import type { TrayTexts, TrayEntry } from '#core/tray/texts.ts';
import type { MenuItemConstructorOptions } from 'electron';
import { visibleLine } from '#base';
import type { TrayCommands } from '../../ports/tray.ts';

/** What the menu's entries do. */
export interface TrayMenuCommands extends TrayCommands {
  quit(): void;
}

const mostMeetings = 5;

/** The tray's menu: the next meeting's room first, then the next meetings, then the app itself. */
export function trayMenu(texts: TrayTexts, commands: TrayMenuCommands): MenuItemConstructorOptions[] {
  const next = texts.next.slice(0, mostMeetings);
  return [
    ...texts.join.map(({ label, occurrence }) => ({
      label: asLabel(label),
      click: () => commands.join(occurrence),
    })),
    ...clockEntry(texts, commands),
    ...skipEntry(texts, commands),
    { type: 'separator' },
    ...(next.length === 0 ? [{ label: 'No meetings ahead', enabled: false }] : []),
    ...next.map((entry) =>
      entry.occurrence.isWeekUnknown ? maybeEntry(entry, commands) : nextEntry(entry, commands),
    ),
    ...(texts.failing === null ? [] : [{ label: `${texts.failing}…`, click: () => commands.openFeeds() }]),
    { type: 'separator' },
    { label: 'Open Office Hours', click: () => commands.open() },
    { label: 'New note', click: () => commands.openNotes() },
    { type: 'separator' },
    ...pauseEntries(texts, commands),
    { type: 'separator' },
    { label: 'Quit', click: () => commands.quit() },
  ];
}

/** Opens the floating clock for the current or next meeting of today. */
const clockEntry = ({ clock }: TrayTexts, commands: TrayCommands): MenuItemConstructorOptions[] =>
  clock === null ? [] : [{ label: asLabel(clock.label), click: () => commands.showClock(clock.occurrence) }];

/** Skips the next meeting. A maybe is answered in its own entry instead. */
const skipEntry = ({ skip }: TrayTexts, commands: TrayCommands): MenuItemConstructorOptions[] =>
  skip === null ? [] : [{ label: asLabel(skip.label), click: () => commands.skip(skip.occurrence) }];

const nextEntry = ({ label, occurrence }: TrayEntry, commands: TrayCommands): MenuItemConstructorOptions => ({
  label: asLabel(label),
  click: () => (occurrence.joinLinks.length > 0 ? commands.join(occurrence) : commands.open()),
});

/** A meeting that may take place: the user answers here whether it does. */
const maybeEntry = (
  { label, occurrence }: TrayEntry,
  commands: TrayCommands,
): MenuItemConstructorOptions => ({
  label: asLabel(label),
  submenu: [
    { label: meetingTexts.itIsOn, click: () => commands.answerWeek(occurrence, true) },
    { label: meetingTexts.notThisWeek, click: () => commands.answerWeek(occurrence, false) },
    ...occurrence.joinLinks.slice(0, 1).map(({ serviceName }) => ({
      label: meetingTexts.join(serviceName),
      click: () => commands.join(occurrence),
    })),
  ],
});

function pauseEntries({ paused }: TrayTexts, commands: TrayMenuCommands): MenuItemConstructorOptions[] {
  if (paused !== null)
    return [
      { label: paused, enabled: false },
      { label: 'Resume reminders', click: () => commands.pause('now') },
    ];
  return [
    { label: 'Pause reminders for 1 hour', click: () => commands.pause('hour') },
    { label: 'Pause reminders until tomorrow', click: () => commands.pause('tomorrow') },
  ];
}

/** In a label `&` marks the access key, so the `&` of a title is doubled. */
const asLabel = (text: string): string => visibleLine(text).replaceAll('&', '&&');
