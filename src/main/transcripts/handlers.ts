import { success } from '#base';
import type { Shared } from '../app/composeShared.ts';
import type { TranscriptStore } from './transcriptStore.ts';

/** Handles requests about transcripts. */
export function registerTranscriptHandlers(
  { ports: { desktop, ipc }, owned, handle }: Shared,
  transcripts: TranscriptStore,
): void {
  owned.use(transcripts.changed.on((list) => ipc.send('transcripts:changed', [...list])));
  handle('transcripts:list', async () => {
    // Another program may have added or removed files.
    await transcripts.rescan();
    return [...transcripts.list()];
  });
  handle('transcripts:import', async (key) => {
    const file = await desktop.chooseCaptions();
    return file === null ? success(null) : transcripts.importFile(file, key);
  });
  handle('transcripts:read', (path) => transcripts.read(path));
  handle('transcripts:rename', (path, title) => transcripts.rename(path, title));
  handle('transcripts:trash', (paths) => transcripts.trash(paths));
  handle('transcripts:change', (path, change) => transcripts.change(path, change));
}
