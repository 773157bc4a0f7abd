import type { MenuItemConstructorOptions } from 'electron';
import { visibleLine } from '#base';
import type { TrayCommands, TrayModel } from '../../ports/tray.ts';

/** What the menu's entries do. */
export interface TrayMenuCommands extends TrayCommands {
  quit(): void;
}

const mostMeetings = 5;

/** The tray's menu: the next meeting's room first, then the next meetings, then the app itself. */
export function trayMenu(model: TrayModel, commands: TrayMenuCommands): MenuItemConstructorOptions[] {
  const next = model.next.slice(0, mostMeetings);
  return [
    ...model.join.map(({ label, occurrence }) => ({
      label: asLabel(label),
      click: () => commands.join(occurrence),
    })),
    ...skipEntry(model, commands),
    { type: 'separator' },
    ...(next.length === 0 ? [{ label: 'No meetings ahead', enabled: false }] : []),
    ...next.map((entry) =>
      entry.occurrence.isWeekUnknown ? maybeEntry(entry, commands) : nextEntry(entry, commands),
    ),
    ...(model.failing === null ? [] : [{ label: `${model.failing}…`, click: () => commands.openFeeds() }]),
    { type: 'separator' },
    { label: 'Open Office Hours', click: () => commands.open() },
    { label: 'New note', click: () => commands.openNotes() },
    { type: 'separator' },
    ...pauseEntries(model, commands),
    { type: 'separator' },
    { label: 'Quit', click: () => commands.quit() },
  ];
}

/** Skips the next meeting; a maybe is answered in its own entry instead. */
const skipEntry = ({ skip }: TrayModel, commands: TrayCommands): MenuItemConstructorOptions[] =>
  skip === null ? [] : [{ label: asLabel(skip.label), click: () => commands.skip(skip.occurrence) }];

type NextMeeting = TrayModel['next'][number];

const nextEntry = (
  { label, occurrence }: NextMeeting,
  commands: TrayCommands,
): MenuItemConstructorOptions => ({
  label: asLabel(label),
  click: () => (occurrence.joinLinks.length > 0 ? commands.join(occurrence) : commands.open()),
});

/** A meeting that may take place: whether it does is said here. */
const maybeEntry = (
  { label, occurrence }: NextMeeting,
  commands: TrayCommands,
): MenuItemConstructorOptions => ({
  label: asLabel(label),
  submenu: [
    { label: 'It is on', click: () => commands.answerWeek(occurrence, true) },
    { label: 'Not this week', click: () => commands.answerWeek(occurrence, false) },
    ...occurrence.joinLinks
      .slice(0, 1)
      .map(({ serviceName }) => ({ label: `Join ${serviceName}`, click: () => commands.join(occurrence) })),
  ],
});

function pauseEntries({ paused }: TrayModel, commands: TrayMenuCommands): MenuItemConstructorOptions[] {
  if (paused !== null)
    return [
      { label: paused, enabled: false },
      { label: 'Let reminders come again', click: () => commands.pause('now') },
    ];
  return [
    { label: 'Pause reminders for 1 hour', click: () => commands.pause('hour') },
    { label: 'Pause reminders until tomorrow', click: () => commands.pause('tomorrow') },
  ];
}

/** In labels an ampersand marks the next letter; feeds write them for themselves. */
const asLabel = (text: string): string => visibleLine(text).replaceAll('&', '&&');
