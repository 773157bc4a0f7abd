import { z } from 'zod';
import { createSignal, type Problem } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';

/** A list of facts of one kind, kept in the store. */
export interface FactList<Fact> {
  all(): readonly Fact[];
  /** Replaces the list. */
  become(next: readonly Fact[]): void;
}

/** What the user said about meetings and what the app remembers of them: one document with a list for each kind. */
export interface ChoiceStore {
  /** Entries that cannot be read are left out, and `damaged` is told. */
  list<Fact>(name: FactKind, schema: z.ZodType<Fact>, damaged: Problem): FactList<Fact>;
}

type FactKind = 'weeks' | 'rooms' | 'sources' | 'lastRooms' | 'skips';

const document = z.object({ version: z.literal(1) }).catchall(z.unknown());

/** What tells of edits and writes; the command line only reads, so it has neither. */
export interface FactPorts {
  readonly edits: Pick<ConfigEdits, 'look' | 'taken'>;
  readonly writer: Pick<DiskWriter, 'write' | 'isUnsaved'>;
}

/** Opens the document. Lists of kinds that this version does not know stay in it. */
export function openChoiceStore(
  store: Pick<Ports['store'], 'read' | 'write'>,
  problems: Pick<Problems, 'report'>,
  ports: FactPorts | null = null,
): ChoiceStore {
  let isDamaged = false;
  let lists = readLists();

  function readLists(): Record<string, unknown> {
    const raw = store.read('facts');
    const stored = document.safeParse(raw);
    isDamaged = raw !== undefined && !stored.success;
    // Rooms are remembered without anybody's doing, and that must not be the end of what was there.
    return isDamaged ? { damaged: raw } : { ...stored.data };
  }
  const save = (): void => store.write('facts', { ...lists, version: 1 });
  const reread = createSignal();
  ports?.edits.taken.on((sections) => {
    // What was answered meanwhile and is not in the file yet counts.
    if (!sections.includes('facts') || ports.writer.isUnsaved('facts')) return;
    lists = readLists();
    reread.emit();
  });

  return {
    list: (name, schema, damaged) => {
      const read = () => {
        const written = lists[name];
        const entries = Array.isArray(written) ? written.map((entry) => schema.safeParse(entry)) : [];
        const readable = entries.flatMap((entry) => (entry.success ? [entry.data] : []));
        const isOdd = written !== undefined && !Array.isArray(written);
        if (isDamaged || isOdd || readable.length < entries.length) problems.report(damaged);
        return readable;
      };
      let facts = read();
      reread.on(() => {
        facts = read();
      });
      return {
        all: () => facts,
        become: (next) => {
          ports?.edits.look();
          facts = [...next];
          lists[name] = facts;
          void ports?.writer.write('facts', 'your answers about meetings', save);
        },
      };
    },
  };
}
