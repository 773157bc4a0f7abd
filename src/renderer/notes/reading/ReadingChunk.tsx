import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import type { NoteBlock } from '#core/notes/noteBlocks.ts';
import type { Chunk } from './readingModel.ts';
import { ReadingBlock, type BlockParts } from './ReadingBlock.tsx';

/** Tells elements whether they are near to the screen. */
export interface NearScreen {
  readonly watch: (element: Element, callback: (isNear: boolean) => void) => () => void;
}

export interface ReadingChunkProps extends BlockParts {
  readonly chunk: Chunk;
  readonly definitions: string;
  readonly near: NearScreen;
}

/** Height of a line before it is drawn (px). */
const LINE = 24;

interface Run {
  readonly kind: NoteBlock['kind'];
  readonly from: number;
  readonly blocks: readonly NoteBlock[];
}

/** Items beside each other are one list. */
function runsOf(blocks: readonly NoteBlock[]): Run[] {
  const runs: { kind: NoteBlock['kind']; from: number; blocks: NoteBlock[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && block.kind !== 'block' && last.kind === block.kind) last.blocks.push(block);
    else runs.push({ kind: block.kind, from: index, blocks: [block] });
  }
  return runs;
}

/** Keys by text, so that a block keeps its elements when others come or go; equal ones are numbered. */
function keysOf(blocks: readonly NoteBlock[]): string[] {
  const seen = new Map<string, number>();
  return blocks.map(({ source }) => {
    const count = seen.get(source) ?? 0;
    seen.set(source, count + 1);
    return count === 0 ? source : `${count} ${source}`;
  });
}

const startOf = ({ blocks: [first] }: Run): number => Number.parseInt(first?.source.trim() ?? '', 10) || 1;

function drawRun(run: Run, parts: Omit<ReadingChunkProps, 'near'>): ReactNode {
  const { definitions, onToggle, drawStamp, pictures, onOpenNote } = parts;
  const keys = keysOf(run.blocks);
  const items = run.blocks.map((block, index) => (
    <ReadingBlock
      key={keys[index]}
      block={block}
      definitions={block.source.includes('[') ? definitions : ''}
      onToggle={onToggle}
      drawStamp={drawStamp}
      pictures={pictures}
      onOpenNote={onOpenNote}
    />
  ));
  // A list is the same list when an item is added before it, so its place is its key.
  if (run.kind === 'bullet')
    return (
      <ul key={run.from} dir="auto">
        {items}
      </ul>
    );
  if (run.kind === 'number')
    return (
      <ol key={run.from} start={startOf(run)} dir="auto">
        {items}
      </ol>
    );
  return items;
}

/** Some blocks, drawn while they are near to the screen. */
export const ReadingChunk = memo(function ReadingChunk({ near, ...parts }: ReadingChunkProps) {
  const { chunk } = parts;
  const host = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(chunk.lines * LINE);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    return near.watch(element, (isNear) => setHeight(isNear ? null : element.offsetHeight));
  }, [near]);
  return (
    <div
      ref={host}
      className="reading-chunk"
      data-chunk={chunk.id}
      style={height === null ? undefined : { blockSize: height }}
    >
      {height === null && runsOf(chunk.blocks).map((run) => drawRun(run, parts))}
    </div>
  );
});
