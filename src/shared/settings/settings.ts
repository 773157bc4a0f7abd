import { z } from 'zod';

/**
 * Everything the user can choose. A value that is out of range or of another type falls back to its
 * default and costs nothing but itself (`catch`), so an old or hand-edited file never locks anyone out.
 */
export const settings = z.object({
  /** Minutes before its start at which a meeting is announced. */
  leadMinutes: z.number().int().min(0).max(120).default(10).catch(10),
  theme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  /** The zone that times are shown in: an IANA name, or the computer's. */
  zone: z.string().min(1).default('system').catch('system'),
  /** Show the meeting's own wall time beside the user's. */
  showHomeZone: z.boolean().default(true).catch(true),
  /** 24-hour or 12-hour clock, or what the locale says. */
  clock: z.enum(['locale', '24', '12']).default('locale').catch('locale'),
  /** Open rooms in the service's own app, or in the browser. */
  joinWith: z.enum(['browser', 'app']).default('browser').catch('browser'),
  /** Absolute path of the folder of notes; null means `Office Hours` in the user's documents. */
  notesFolder: z.string().nullable().default(null).catch(null),
  /** The welcome was read or skipped. */
  isWelcomeDone: z.boolean().default(false).catch(false),
  /** The user was told once that closing the window keeps the app in the tray. */
  isTrayHintShown: z.boolean().default(false).catch(false),
});
export type Settings = z.infer<typeof settings>;

/** Some settings, to be changed; strict, so that a mistyped name is refused instead of lost. */
export const settingsChange = z
  .object({
    leadMinutes: z.number().int().min(0).max(120),
    theme: z.enum(['system', 'light', 'dark']),
    zone: z.string().min(1).max(64),
    showHomeZone: z.boolean(),
    clock: z.enum(['locale', '24', '12']),
    joinWith: z.enum(['browser', 'app']),
    notesFolder: z.string().nullable(),
    isWelcomeDone: z.boolean(),
    isTrayHintShown: z.boolean(),
  })
  .partial()
  .strict();
export type SettingsChange = z.infer<typeof settingsChange>;

/** All defaults. */
export const defaultSettings: Settings = settings.parse({});
