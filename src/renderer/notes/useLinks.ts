import { useMemo, useState } from 'react';
import { linkFinder } from '#core/notes/linkTargets.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApp } from '../kit/AppContext.tsx';
import { linkedName, type Links } from './editor/live/links.ts';

const none: readonly NoteSummary[] = [];

const haveSameNames = (some: readonly NoteSummary[], others: readonly NoteSummary[]): boolean =>
  some.length === others.length &&
  some.every(({ path, title }, index) => path === others[index]?.path && title === others[index]?.title);

/** Which links of a note lead to one. The same object until a note gets another name. @param path that of the note */
export function useLinks(path: string): Links {
  const notes = useApp((state) => state.notes) ?? none;
  const [named, setNamed] = useState(notes);
  // Saving a note changes it in the list, but seldom its name.
  if (named !== notes && !haveSameNames(named, notes)) setNamed(notes);
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
