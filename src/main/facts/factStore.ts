import { z } from 'zod';
import type { Problem } from '../../shared/problem.ts';
import type { Ports } from '../ports.ts';
import type { Problems } from '../problems.ts';

/** A list of facts of one kind, kept in the store. */
export interface FactList<Fact> {
  all(): readonly Fact[];
  /** Replaces the list; one that cannot be written is told of and holds until the app ends. */
  become(next: readonly Fact[]): void;
}

/** What the user said about meetings and what the app remembers of them: one document with a list for each kind. */
export interface FactStore {
  /** Entries that cannot be read are left out, and `damaged` is told. */
  list<Fact>(name: FactKind, schema: z.ZodType<Fact>, damaged: Problem): FactList<Fact>;
}

type FactKind = 'weeks' | 'rooms' | 'sources' | 'lastRooms';

const document = z.object({ version: z.literal(1) }).catchall(z.unknown());

const notStored: Problem = {
  code: 'facts/notStored',
  title: 'Your answer could not be saved',
  detail: 'It holds until the app ends. Look whether the disk is full or write-protected.',
};

/** Opens the document. Lists of kinds that this version does not know stay in it. */
export function openFactStore(store: Ports['store'], problems: Problems): FactStore {
  const raw = store.read('facts');
  const stored = document.safeParse(raw);
  const isDamaged = raw !== undefined && !stored.success;
  // Rooms are remembered without anybody's doing, and that must not be the end of what stood there.
  const lists: Record<string, unknown> = isDamaged ? { damaged: raw } : { ...stored.data };
  return {
    list: (name, schema, damaged) => {
      const written = lists[name];
      const entries = Array.isArray(written) ? written.map((entry) => schema.safeParse(entry)) : [];
      let facts = entries.flatMap((entry) => (entry.success ? [entry.data] : []));
      const isOdd = written !== undefined && !Array.isArray(written);
      if (isDamaged || isOdd || facts.length < entries.length) problems.report(damaged);
      return {
        all: () => facts,
        become: (next) => {
          facts = [...next];
          lists[name] = facts;
          try {
            store.write('facts', { ...lists, version: 1 });
          } catch {
            problems.report(notStored);
          }
        },
      };
    },
  };
}
