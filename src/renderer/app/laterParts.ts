import { laterDetails } from '../agenda/laterDetails.ts';
import { later } from '../kit/later.tsx';

/** What the window shows after its first screen, the agenda. */
export const laterParts = {
  notes: later(async () => (await import('../notes/NotesScreen.tsx')).NotesScreen),
  communities: later(async () => (await import('../communities/CommunitiesScreen.tsx')).CommunitiesScreen),
  feeds: later(async () => (await import('../feeds/FeedsScreen.tsx')).FeedsScreen),
  settings: later(async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen),
  brief: later(async () => (await import('../brief/BriefScreen.tsx')).BriefScreen),
  series: later(async () => (await import('../series/SeriesScreen.tsx')).SeriesScreen),
  dialogs: later(async () => (await import('./WindowDialogs.tsx')).WindowDialogs),
};

/** Loads them all, so that a click shows its screen at once. Rejects if one cannot be read. */
export async function loadLaterParts(): Promise<void> {
  await Promise.all([laterParts.dialogs.load(), laterDetails.load()]);
  await Promise.all(Object.values(laterParts).map((part) => part.load()));
}
