import { useMemo } from 'react';
import { useApi } from '../kit/AppContext.tsx';
import type { Pictures } from './editor/live/pictures.ts';
import { texts } from './texts.ts';

/** Images that are kept for the next time they are drawn. */
const MOST_KEPT = 20;

/** The pictures of a note: only those in the notes folder are shown. @param path that of the note */
export function usePictures(path: string): Pictures {
  const api = useApi();
  return useMemo(() => {
    const kept = new Map<string, Promise<string | null>>();
    const load = async (src: string): Promise<string | null> => {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return null;
      const found = await api.invoke('notes:image', path, src);
      return found.ok ? found.value : null;
    };
    return {
      load: (src) => {
        const loaded = kept.get(src) ?? load(src);
        kept.set(src, loaded);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
        return loaded;
      },
      nameOf: (alt, src) => texts.picture(alt === '' ? src : alt),
    };
  }, [api, path]);
}
