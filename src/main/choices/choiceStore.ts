import { z } from 'zod';
import { createSignal, type Problem } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';

/** A stored list of choices of one kind. */
export interface ChoiceList<Choice> {
  all(): readonly Choice[];
  /** Replaces the list. */
  become(next: readonly Choice[]): void;
}

/** The user's choices about meetings, and what the app remembers of them: one document with a list for each kind. */
export interface ChoiceStore {
  /** Invalid entries are left out, and `damaged` is reported. */
  list<Choice>(name: ChoiceKind, schema: z.ZodType<Choice>, damaged: Problem): ChoiceList<Choice>;
}

type ChoiceKind = 'weeks' | 'rooms' | 'sources' | 'lastRooms' | 'skips' | 'statements';

const document = z.object({ version: z.literal(1) }).catchall(z.unknown());

/** Edits and writes of the file. The command line only reads, so it has neither. */
export interface ChoicePorts {
  readonly edits: Pick<ConfigEdits, 'look' | 'taken'>;
  readonly writer: Pick<DiskWriter, 'write' | 'isUnsaved'>;
}

/** Opens the document. Lists of unknown kinds, from a later version, stay in it. */
export function openChoiceStore(
  store: Pick<Ports['store'], 'read' | 'write'>,
  problems: Pick<Problems, 'report'>,
  ports: ChoicePorts | null = null,
): ChoiceStore {
  let isDamaged = false;
  let lists = readLists();

  function readLists(): Record<string, unknown> {
    const raw = store.read('facts');
    const stored = document.safeParse(raw);
    isDamaged = raw !== undefined && !stored.success;
    // Keep the damaged value: rooms are stored automatically, and that must not overwrite it.
    return isDamaged ? { damaged: raw } : { ...stored.data };
  }
  const save = (): void => store.write('facts', { ...lists, version: 1 });
  const reread = createSignal();
  ports?.edits.taken.on((sections) => {
    // Unsaved choices take precedence over the edited file.
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
      let choices = read();
      reread.on(() => {
        choices = read();
      });
      return {
        all: () => choices,
        become: (next) => {
          ports?.edits.look();
          choices = [...next];
          lists[name] = choices;
          void ports?.writer.write('facts', 'your answers about meetings', save);
        },
      };
    },
  };
}
