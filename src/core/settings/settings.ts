import { z } from 'zod';
import { keyToday } from '../catalogue/formerUids.ts';
import { nativeApps, ownService } from '#meeting-links';
import { isUsableZone } from '../zones/systemZone.ts';
import { chime } from '../reminders/chime.ts';
import { defaultReminderRules, reminderLead, reminderRules } from '../reminders/reminderRules.ts';

const alertSound = z.enum(['none', ...chime.options]);
const noticeSound = z.enum(['system', ...alertSound.options]);

const usualJoinKeys = 'CommandOrControl+Shift+J';

/**
 * Everything the user can choose. A value that is out of range or of another type falls back to its
 * default and costs nothing but itself (`catch`), so an old or hand-edited file never locks anyone out.
 */
export const settings = z.object({
  /** When and how meetings are announced. */
  reminders: reminderRules.default(defaultReminderRules).catch(defaultReminderRules),
  /** Reminders say “Meeting” instead of its title, for who shares a screen. */
  hidesTitles: z.boolean().default(false).catch(false),
  /** Which of our windows stay out of screen capture, where the system can do that. */
  keptFromCapture: z.enum(['none', 'reminders', 'all']).default('reminders').catch('reminders'),
  /** Where the large window opens: on the display with the pointer, or on each. */
  alertDisplays: z.enum(['active', 'all']).default('active').catch('active'),
  /** What sounds with a notification: the system's own sound, none, or one of ours. */
  noticeSound: noticeSound.default('system').catch('system'),
  /** What sounds with the large window. */
  alertSound: alertSound.default('soft').catch('soft'),
  theme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  /** The zone that times are shown in: an IANA name, or the computer's. */
  zone: z.string().min(1).default('system').catch('system'),
  /** Other zones whose times are shown beside the user's own: IANA names. */
  otherZones: z.array(z.string().min(1).max(64)).max(2).readonly().default([]).catch([]),
  /** Show the meeting's own wall time beside the user's. */
  showHomeZone: z.boolean().default(true).catch(true),
  /** 24-hour or 12-hour clock, or what the locale says. */
  clock: z.enum(['locale', '24', '12']).default('locale').catch('locale'),
  /** Schemes of the programs in which the user wants rooms to open; all others open in the browser. */
  joinApps: z.array(z.string().max(40)).default([]).catch([]),
  /** Meeting services that the user added. */
  ownServices: z.array(ownService).default([]).catch([]),
  /** Keys that join the next meeting from anywhere, as Electron writes them; null for none. */
  joinKeys: z.string().min(1).max(64).nullable().default(usualJoinKeys).catch(usualJoinKeys),
  /** Absolute path of the folder of notes; null means `Office Hours` in the user's documents. */
  notesFolder: z.string().nullable().default(null).catch(null),
  /** What the user is called in action items, besides `@me`. */
  nameInNotes: z.string().max(64).default('').catch(''),
  /** Newer facts for the built-in communities may be asked for on the network. */
  updatesCatalogue: z.boolean().default(true).catch(true),
  /** The welcome was read or skipped. */
  isWelcomeDone: z.boolean().default(false).catch(false),
  /** The user was told once that closing the window keeps the app in the tray. */
  isTrayHintShown: z.boolean().default(false).catch(false),
});
export type Settings = z.infer<typeof settings>;

/** Meetings, series and feeds with leads of their own, by feed, UID and date. */
const areBounded = (overrides: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(overrides).length <= 10_000 && Object.keys(overrides).every((key) => key.length <= 8192);

/**
 * Some settings, as the window may change them; strict, so that a mistyped name is refused instead of lost. Own services
 * are not among them: `services:add` checks each. Nor is a folder of notes: only the dialog names one (`notes:chooseFolder`),
 * since the window reads and writes what is in it.
 */
export const settingsChange = z
  .object({
    reminders: reminderRules.refine(({ overrides }) => areBounded(overrides)),
    hidesTitles: z.boolean(),
    keptFromCapture: z.enum(['none', 'reminders', 'all']),
    alertDisplays: z.enum(['active', 'all']),
    noticeSound,
    alertSound,
    theme: z.enum(['system', 'light', 'dark']),
    zone: z.string().min(1).max(64),
    otherZones: z.array(z.string().max(64).refine(isUsableZone)).max(2).readonly(),
    showHomeZone: z.boolean(),
    clock: z.enum(['locale', '24', '12']),
    joinApps: z.array(z.string().max(40)).max(20),
    joinKeys: z.string().min(1).max(64).nullable(),
    /** Back to the default. */
    notesFolder: z.null(),
    nameInNotes: z.string().max(64),
    updatesCatalogue: z.boolean(),
    isWelcomeDone: z.boolean(),
    isTrayHintShown: z.boolean(),
  })
  .partial()
  .strict();
export type SettingsChange = z.infer<typeof settingsChange>;

/**
 * Stored settings in the shape of today. The one lead time of the first versions becomes the first of the list; the
 * one choice between browser and apps becomes one for each app, and reminders of meetings follow their UIDs.
 */
export function migrateSettings(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  return migrateOverrides(migrateLeads(migrateJoinWith(stored)));
}

function migrateJoinWith(stored: object): object {
  if (!('joinWith' in stored)) return stored;
  const { joinWith, ...rest } = stored;
  const joinApps = joinWith === 'app' ? nativeApps().map(({ scheme }) => scheme) : [];
  return { joinApps, ...rest };
}

function migrateLeads(stored: object): object {
  if ('reminders' in stored || !('leadMinutes' in stored)) return stored;
  const { leadMinutes, ...rest } = stored;
  const [first, ...others] = defaultReminderRules.leads;
  const lead = reminderLead.safeParse({ minutes: leadMinutes, kind: first?.kind });
  if (!lead.success) return rest;
  const leads = [lead.data, ...others.filter(({ minutes }) => minutes < lead.data.minutes)];
  return { ...rest, reminders: { ...defaultReminderRules, leads } };
}

function migrateOverrides(stored: object): object {
  const read = z
    .looseObject({ reminders: z.looseObject({ overrides: z.record(z.string(), z.unknown()) }) })
    .safeParse(stored);
  if (!read.success) return stored;
  const { reminders } = read.data;
  const overrides = Object.fromEntries(
    Object.entries(reminders.overrides).map(([key, chosen]) => [keyToday(key), chosen]),
  );
  return { ...read.data, reminders: { ...reminders, overrides } };
}

/** All defaults. */
export const defaultSettings: Settings = settings.parse({});
