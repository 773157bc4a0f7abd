/** The sections in order. */
export const SECTIONS = [
  'general',
  'times',
  'reminders',
  'rules',
  'quiet',
  'sharing',
  'today',
  'joining',
  'keys',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];
