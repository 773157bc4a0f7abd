import { blocksOf, withText, type NoteBlock, type NoteBlocks } from '#core/notes/noteBlocks.ts';

/** Some blocks in a row, which are drawn when they come near to the screen. */
export interface Chunk {
  /** Stays when blocks in it change. */
  readonly id: number;
  readonly blocks: readonly NoteBlock[];
  readonly lines: number;
}

/** A note as the reading view has it. */
export interface Reading {
  readonly blocks: NoteBlocks;
  readonly chunks: readonly Chunk[];
  /** The addresses and footnotes that blocks refer to, as Markdown. */
  readonly definitions: string;
  readonly nextId: number;
}

/** Blocks of a chunk. */
const CHUNK = 60;
/** Definitions beyond are left out (characters). */
const MOST_DEFINITIONS = 20_000;

const linesOf = (blocks: readonly NoteBlock[]): number => blocks.reduce((sum, { lines }) => sum + lines, 0);

function definitionsIn(blocks: readonly NoteBlock[]): string {
  let text = '';
  for (const { isDefinition, source } of blocks)
    if (isDefinition && text.length + source.length < MOST_DEFINITIONS) text += `\n\n${source.trim()}`;
  return text;
}

/** Divides blocks evenly. The first chunk gets the id of the one that it replaces. */
function chunksOf(blocks: readonly NoteBlock[], ids: readonly number[], nextId: number): Chunk[] {
  if (blocks.length === 0) return [];
  const count = Math.ceil(blocks.length / CHUNK);
  const size = Math.ceil(blocks.length / count);
  return Array.from({ length: Math.ceil(blocks.length / size) }, (_, index) => {
    const own = blocks.slice(index * size, (index + 1) * size);
    return { id: ids[index] ?? nextId + index, blocks: own, lines: linesOf(own) };
  });
}

/** The note for the first time. */
export function readingOf(text: string): Reading {
  const blocks = blocksOf(text);
  const chunks = chunksOf(blocks.blocks, [], 1);
  return { blocks, chunks, definitions: definitionsIn(blocks.blocks), nextId: chunks.length + 1 };
}

/** The note after a change. Chunks without a changed block are the same objects. */
export function readingWith(before: Reading, text: string): Reading {
  const blocks = withText(before.blocks, text);
  if (blocks === before.blocks) return before;
  const [next, old] = [blocks.blocks, before.chunks];
  const isSame = (chunk: Chunk, from: number): boolean =>
    chunk.blocks.every((block, index) => next[from + index] === block);
  let [first, from] = [0, 0];
  for (let chunk = old[first]; chunk !== undefined && isSame(chunk, from); chunk = old[first]) {
    from += chunk.blocks.length;
    first += 1;
  }
  let [last, to] = [old.length, next.length];
  for (let chunk = old[last - 1]; chunk !== undefined && last > first; chunk = old[last - 1]) {
    const begin = to - chunk.blocks.length;
    if (begin < from || !isSame(chunk, begin)) break;
    to = begin;
    last -= 1;
  }
  const changed = chunksOf(
    next.slice(from, to),
    old.slice(first, last).map(({ id }) => id),
    before.nextId,
  );
  return {
    blocks,
    chunks: [...old.slice(0, first), ...changed, ...old.slice(last)],
    definitions: definitionsIn(next),
    nextId: before.nextId + changed.length,
  };
}
