/** All scenes, by name. */
import { grid } from './grid.ts';
import { joining, joinsByItself, missed, questions } from './meetings.ts';
import { imported, notes, privateNotes } from './notes.ts';
import { palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { alert, clock, panel, panelMaybe } from './smallWindows.ts';
import { fresh, screens, settings } from './screens.ts';
import { hardTexts } from './texts.ts';

export const scenes: Readonly<Record<string, Scene>> = {
  screens,
  grid,
  settings,
  fresh,
  questions,
  joining,
  joinsByItself,
  missed,
  panel,
  panelMaybe,
  alert,
  clock,
  notes,
  imported,
  privateNotes,
  hardTexts,
  palette,
};
