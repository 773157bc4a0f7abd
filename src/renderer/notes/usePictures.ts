import { useMemo } from 'react';
import { useApi } from '../kit/AppContext.tsx';
import type { PictureFound, Pictures } from './editor/live/pictures.ts';
import { texts } from './texts.ts';

/** Images that are kept for the next time they are drawn. */
const MOST_KEPT = 20;

const isOfWeb = (src: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src);

/** The pictures of a note: those in the notes folder, and those of the web that the user asks for. @param path that of the note */
export function usePictures(path: string): Pictures {
  const api = useApi();
  return useMemo(() => {
    const kept = new Map<string, Promise<string | null>>();
    const load = async (src: string): Promise<string | null> => {
      if (isOfWeb(src)) return null;
      const found = await api.invoke('notes:image', path, src);
      return found.ok ? found.value : null;
    };
    const keep = (src: string, loaded: Promise<string | null>): Promise<string | null> => {
      kept.set(src, loaded);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return loaded;
    };
    return {
      load: (src) => kept.get(src) ?? keep(src, load(src)),
      fetch: async (src): Promise<PictureFound> => {
        const found = await api.invoke('notes:webImage', src);
        if (!found.ok) return { failure: `${found.problem.title}. ${found.problem.detail}` };
        void keep(src, Promise.resolve(found.value));
        return { address: found.value };
      },
      isLink: (src) => isOfWeb(src) && !kept.has(src),
      nameOf: (alt, src) => texts.picture(alt === '' ? src : alt),
      showWords: (alt, src) => ({
        button: texts.showPicture,
        label: texts.showPictureNamed(alt === '' ? src : alt),
      }),
    };
  }, [api, path]);
}
