import { z } from 'zod';
import { keyToday } from '../catalogue/formerUids.ts';
import { proxyChoice, systemProxy } from '../network/proxyChoice.ts';
import { readProxyAddress } from '../network/proxyRoute.ts';
import { nativeApps, ownService } from '#meeting-links';
import { meetingRule, MOST_RULES, type MeetingRule } from '../agenda/meetingRules.ts';
import { noteOrder } from '../notes/noteGroups.ts';
import { isUsableZone } from '../zones/systemZone.ts';
import { hue } from '../format/hue.ts';
import { chime } from '../reminders/chime.ts';
import { defaultReminderRules, reminderLead, reminderRules } from '../reminders/reminderRules.ts';

const alertSound = z.enum(['none', ...chime.options]);
const noticeSound = z.enum(['system', ...alertSound.options]);

/** What the user chose for a calendar; a missing field means: shown, announced, with the usual colour and name. */
const calendarChoice = z.object({
  hue: hue.optional(),
  /** The user's name for it. */
  name: z.string().min(1).max(200).optional(),
  /** Its meetings are listed. */
  isShown: z.boolean().optional(),
  /** Its meetings are announced, shown or not. */
  isAnnounced: z.boolean().optional(),
  /** Since then it is neither updated nor announced, ms; its meetings stay as they were. */
  pausedAt: z.number().int().positive().optional(),
});

const calendars = z.record(z.string().max(4096), calendarChoice);
const communityHues = z.record(z.string().max(200), hue);

/** A rule that cannot be read is left out; the others stay. */
const meetingRules = z
  .array(meetingRule.nullable().catch(null))
  .max(MOST_RULES)
  .transform((rules): readonly MeetingRule[] => rules.filter((rule) => rule !== null));

/** Narrower, titles would be cut; wider, the list would push the text aside. */
const notesListWidth = z.number().int().min(200).max(560);

const usualJoinKeys = 'CommandOrControl+Shift+J';

/**
 * All settings. A value that is out of range or of the wrong type falls back to its default without affecting others
 * (`catch`), so an old or hand-edited file never breaks the app.
 */
export const settings = z.object({
  /** When and how meetings are announced. */
  reminders: reminderRules.default(defaultReminderRules).catch(defaultReminderRules),
  /** Reminders say “Meeting” instead of the title, for shared screens. */
  hidesTitles: z.boolean().default(false).catch(false),
  /** The windows excluded from screen capture, if the system supports it. */
  keptFromCapture: z.enum(['none', 'reminders', 'all']).default('reminders').catch('reminders'),
  /** Where the alert window opens: on the display with the pointer, or on every display. */
  alertDisplays: z.enum(['active', 'all']).default('active').catch('active'),
  /** A floating clock counts down to the end of meetings that the user joined. */
  showsClock: z.boolean().default(false).catch(false),
  /** Sound of a notification: the system's, none, or one of ours. */
  noticeSound: noticeSound.default('system').catch('system'),
  /** Sound of the alert window. */
  alertSound: alertSound.default('soft').catch('soft'),
  theme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  /** The zone in which times are shown: an IANA name, or the computer's. */
  zone: z.string().min(1).default('system').catch('system'),
  /** Further zones in which times are shown: IANA names. */
  otherZones: z.array(z.string().min(1).max(64)).max(2).readonly().default([]).catch([]),
  /** Show the meeting's home time beside the user's. */
  showHomeZone: z.boolean().default(true).catch(true),
  /** 24-hour or 12-hour clock, or that of the locale. */
  clock: z.enum(['locale', '24', '12']).default('locale').catch('locale'),
  /** URL schemes of programs that open rooms instead of the browser. */
  joinApps: z.array(z.string().max(40)).default([]).catch([]),
  /** Meeting services that the user added. */
  ownServices: z.array(ownService).default([]).catch([]),
  /** Global shortcut that joins the next meeting, an Electron accelerator. */
  joinKeys: z.string().min(1).max(64).nullable().default(usualJoinKeys).catch(usualJoinKeys),
  /** Letters without Ctrl or ⌘ are shortcuts, as `J` joins. Off for speech input and screen readers. */
  hasLetterKeys: z.boolean().default(true).catch(true),
  /** By feed id. */
  calendars: calendars.default({}).catch({}),
  /** Which meetings are shown and announced; the first rule that catches a meeting decides. */
  meetingRules: meetingRules.default([]).catch([]),
  /** The user's colours of communities, by their id. */
  communityHues: communityHues.default({}).catch({}),
  /** Absolute path of the notes folder; null for `Office Hours` in the user's documents. */
  notesFolder: z.string().nullable().default(null).catch(null),
  /** The user's names in action items, besides `@me`. */
  nameInNotes: z.string().max(64).default('').catch(''),
  /** The order of the list of notes. */
  notesOrder: noteOrder.default('meeting').catch('meeting'),
  /** Width of the list of notes (px). */
  notesListWidth: notesListWidth.default(272).catch(272),
  /** Allow updates of the built-in communities from the network. */
  updatesCatalogue: z.boolean().default(true).catch(true),
  /** How requests reach the network. */
  proxy: proxyChoice.default(systemProxy).catch(systemProxy),
  /** The welcome was completed or skipped. */
  isWelcomeDone: z.boolean().default(false).catch(false),
  /** The hint was shown that closing the window keeps the app in the tray. */
  isTrayHintShown: z.boolean().default(false).catch(false),
});
export type Settings = z.infer<typeof settings>;

/** Leads of single meetings, series and feeds; see keys.ts. */
const areBounded = (overrides: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(overrides).length <= 10_000 && Object.keys(overrides).every((key) => key.length <= 8192);

const isSmall = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length <= 10_000;

/**
 * The settings that the window may change. Strict, so that a misspelled name is refused. Without own services, which
 * `services:add` validates, and without the notes folder, which only the dialog chooses (`notes:chooseFolder`), since
 * the window reads and writes its files.
 */
export const settingsChange = z
  .object({
    reminders: reminderRules.refine(({ overrides }) => areBounded(overrides)),
    hidesTitles: z.boolean(),
    keptFromCapture: z.enum(['none', 'reminders', 'all']),
    alertDisplays: z.enum(['active', 'all']),
    showsClock: z.boolean(),
    noticeSound,
    alertSound,
    theme: z.enum(['system', 'light', 'dark']),
    zone: z.string().min(1).max(64),
    otherZones: z.array(z.string().max(64).refine(isUsableZone)).max(2).readonly(),
    showHomeZone: z.boolean(),
    clock: z.enum(['locale', '24', '12']),
    joinApps: z.array(z.string().max(40)).max(20),
    joinKeys: z.string().min(1).max(64).nullable(),
    hasLetterKeys: z.boolean(),
    calendars: calendars.refine(isSmall),
    communityHues: communityHues.refine(isSmall),
    meetingRules: z.array(meetingRule).max(MOST_RULES).readonly(),
    /** Resets to the default. */
    notesFolder: z.null(),
    nameInNotes: z.string().max(64),
    notesOrder: noteOrder,
    notesListWidth,
    updatesCatalogue: z.boolean(),
    /** A login in the address would be stored unencrypted. */
    proxy: proxyChoice.refine(({ address }) => address === '' || readProxyAddress(address)?.login === null),
    isWelcomeDone: z.boolean(),
    isTrayHintShown: z.boolean(),
  })
  .partial()
  .strict();
export type SettingsChange = z.infer<typeof settingsChange>;

/**
 * Migrates stored settings: the single lead of the first versions becomes the first of the list, the single choice
 * between browser and apps becomes one per app, and overrides follow renamed UIDs.
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
