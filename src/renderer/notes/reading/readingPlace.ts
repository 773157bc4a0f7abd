import type { Chunk, Reading } from './readingModel.ts';

/** A part of the view: the lines that it shows, and its element. */
interface Part {
  readonly from: number;
  readonly lines: number;
  readonly element: Element;
}

const chunkOf = (host: Element, { id }: Chunk): Element | null => host.querySelector(`[data-chunk="${id}"]`);

/** The blocks of a chunk that are drawn; the chunk itself if none is. */
function partsOf(element: Element, chunk: Chunk, from: number): Part[] {
  const elements = element.querySelectorAll('[data-block]');
  if (elements.length === 0) return [{ from, lines: chunk.lines, element }];
  const starts: number[] = [];
  let line = from;
  for (const block of chunk.blocks) {
    starts.push(line);
    line += block.lines;
  }
  return [...elements].map((one, index) => ({
    from: starts[index] ?? from,
    lines: chunk.blocks[index]?.lines ?? 1,
    element: one,
  }));
}

/** The line at the top edge of the view, from 0, with a fraction. */
export function topLine(host: Element, { chunks }: Reading): number {
  const edge = host.getBoundingClientRect().top;
  let from = 0;
  for (const chunk of chunks) {
    const element = chunkOf(host, chunk);
    if (element !== null && element.getBoundingClientRect().bottom > edge) {
      for (const part of partsOf(element, chunk, from)) {
        const { top, bottom, height } = part.element.getBoundingClientRect();
        if (bottom > edge)
          return part.from + (height === 0 ? 0 : Math.max(0, edge - top) / height) * part.lines;
      }
    }
    from += chunk.lines;
  }
  return from;
}

/** Scrolls so that a line is at the top edge. */
export function scrollToLine(host: Element, { chunks }: Reading, line: number): void {
  // The very top shows the padding, too.
  if (line < 0.1) host.scrollTop = 0;
  let from = 0;
  for (const chunk of line < 0.1 ? [] : chunks) {
    if (line < from + chunk.lines) {
      const element = chunkOf(host, chunk);
      if (element === null) return;
      const parts = partsOf(element, chunk, from);
      const part = parts.findLast((one) => one.from <= line) ?? parts[0];
      if (part === undefined) return;
      const { top, height } = part.element.getBoundingClientRect();
      const within = Math.min(1, Math.max(0, (line - part.from) / part.lines));
      host.scrollTop += top + within * height - host.getBoundingClientRect().top;
      return;
    }
    from += chunk.lines;
  }
}

/** The line (from 0) at which a drawn block begins; null if it is none. */
export function lineOfBlock(host: Element, { chunks }: Reading, block: Element): number | null {
  const frame = block.closest('[data-chunk]');
  let from = 0;
  for (const chunk of chunks) {
    if (frame !== null && chunkOf(host, chunk) === frame)
      return partsOf(frame, chunk, from).find(({ element }) => element === block)?.from ?? null;
    from += chunk.lines;
  }
  return null;
}
