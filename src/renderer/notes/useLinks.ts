import { useMemo } from 'react';
import { linkFinder } from '#core/notes/linkTargets.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApp } from '../kit/AppContext.tsx';
import { linkedName, type Links } from './editor/live/links.ts';
import { namedNotes } from './namedNotes.ts';

const none: readonly NoteSummary[] = [];

/** Which links of a note lead to one. The same object until a note gets another name. @param path that of the note */
export function useLinks(path: string): Links {
  const named = useApp(namedNotes) ?? none;
  return useMemo(() => {
    const find = whenAsked(() => linkFinder(named));
    return {
      isThere: (link) => {
        const name = linkedName(link);
        return name === '' || find()(name, path) !== null;
      },
    };
  }, [named, path]);
}

/** Many notes have no link. */
function whenAsked<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => {
    const value = made[0] ?? make();
    made[0] = value;
    return value;
  };
}
