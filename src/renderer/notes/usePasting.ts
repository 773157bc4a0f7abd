import { useMemo } from 'react';
import { imageLink, LARGEST_IMAGE } from '#core/notes/noteImage.ts';
import { notesProblem } from '#core/notes/problems.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import type { Pasting } from './editor/pasting.ts';

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not readable')));
    reader.readAsDataURL(file);
  });

/** What pasting into a note needs. @param path that of the note */
export function usePasting(path: string): Pasting {
  const [api, store] = [useApi(), useAppStore()];
  return useMemo(
    () => ({
      fromHtml: async (html) => {
        const { htmlToMarkdown } = await import('./htmlToMarkdown.ts');
        return htmlToMarkdown(html);
      },
      keepImage: async (file) => {
        const report = store.getState().problemReported;
        if (file.size > LARGEST_IMAGE) {
          report(notesProblem('notes/imageTooLarge'));
          return null;
        }
        const bytes = await base64Of(file).catch(() => '');
        const kept = await api.invoke('notes:addImage', path, file.name, bytes);
        if (kept.ok) return imageLink(file.name.replace(/\.[a-z0-9]{1,5}$/i, ''), kept.value);
        report(kept.problem);
        return null;
      },
    }),
    [api, store, path],
  );
}
