import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { texts } from '../texts.ts';
import { useDraft } from '../useDraft.ts';
import { ReadingChunk, type NearScreen } from './ReadingChunk.tsx';
import type { BlockParts } from './ReadingBlock.tsx';
import { readingOf, readingWith } from './readingModel.ts';
import { lineOfBlock, scrollToLine, topLine } from './readingPlace.ts';

/** Longer notes are not rendered (characters). */
const LONGEST = 1_000_000;

/** Blocks within this distance of the screen are drawn (px). */
const NEAR = '1200px 0px';

/** Commands for scrolling in step with the text. */
export interface ReadingHandle {
  /** The line at the top edge, from 0, with a fraction. */
  topLine(): number;
  scrollToLine(line: number): void;
  readonly element: () => HTMLElement | null;
}

export interface ReadingViewProps extends Omit<BlockParts, 'onToggle'> {
  /** Called when a checkbox is clicked; lines count from 1. */
  readonly onToggle: (line: number) => void;
  readonly onScroll: () => void;
  /** Called after its content has become higher or lower. */
  readonly onResize: () => void;
  readonly ref?: Ref<ReadingHandle>;
}

/** How often it is drawn while one types (ms): in a note of usual length, and in a long one. */
const LONG = 200_000;
const paceOf = (draft: string): number => (draft.length > LONG ? 400 : 100);

/** One observer for all chunks. */
function createNearScreen(root: Element): NearScreen & Disposable {
  const callbacks = new Map<Element, (isNear: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) callbacks.get(target)?.(isIntersecting);
    },
    { root, rootMargin: NEAR },
  );
  return {
    watch: (element, callback) => {
      callbacks.set(element, callback);
      observer.observe(element);
      return () => {
        callbacks.delete(element);
        observer.unobserve(element);
      };
    },
    [Symbol.dispose]: () => observer.disconnect(),
  };
}

/** A note's Markdown, rendered: block by block, so that a key in a long note costs one block. */
export default function ReadingView(props: ReadingViewProps) {
  const { onToggle, drawStamp, pictures, onOpenNote, onScroll, onResize, ref } = props;
  const body = useDraft(paceOf);
  const isTooLong = body.length > LONGEST;
  const text = isTooLong ? '' : body;
  const [reading, setReading] = useState(() => readingOf(text));
  // Derived from the state before, which React allows while rendering.
  if (reading.blocks.text !== text) setReading(readingWith(reading, text));
  const host = useRef<HTMLElement>(null);
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  }, [reading]);
  const [near, setNear] = useState<NearScreen | null>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = createNearScreen(host.current);
    setNear(made);
    return () => made[Symbol.dispose]();
  }, []);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (content.current === null) return undefined;
    const observer = new ResizeObserver(onResize);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [onResize]);
  const toggle = useCallback(
    (block: Element, line: number) => {
      const from = host.current && lineOfBlock(host.current, latest.current, block);
      if (from !== null) onToggle(from + line);
    },
    [onToggle],
  );
  useImperativeHandle(ref, (): ReadingHandle => ({
    topLine: () => (host.current === null ? 0 : topLine(host.current, latest.current)),
    scrollToLine: (line) => {
      if (host.current !== null) scrollToLine(host.current, latest.current, line);
    },
    element: () => host.current,
  }));
  return (
    <section ref={host} className="note-preview prose" aria-label={texts.preview} onScroll={onScroll}>
      {isTooLong && <p className="quiet">{texts.tooLongToRender}</p>}
      <div ref={content} className="reading">
        {near !== null &&
          reading.chunks.map((chunk) => (
            <ReadingChunk
              key={chunk.id}
              chunk={chunk}
              definitions={reading.definitions}
              near={near}
              onToggle={toggle}
              drawStamp={drawStamp}
              pictures={pictures}
              onOpenNote={onOpenNote}
            />
          ))}
      </div>
    </section>
  );
}
