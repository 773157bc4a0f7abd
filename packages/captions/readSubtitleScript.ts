import { clockMs } from './clockText.ts';
import { SECOND } from '#base';
import type { Fault } from './faults.ts';
import type { TimedBlock } from './readTimedBlocks.ts';

/** Subtitles of video programs: ASS and its predecessor SSA, and MicroDVD, which counts frames. */

const SCRIPT = /^\s*\[Script Info\]/i;
const DIALOGUE = /^Dialogue:\s*(?:Marked=)?\d+,\d{1,2}:\d{2}:\d{2}\.\d{1,3},/im;
/** Default fields, if a file does not list its own. */
const FIELDS = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];

export const isSubtitleScript = (text: string): boolean => SCRIPT.test(text) || DIALOGUE.test(text);

/** Removes styling: `{\i1}Oars{\i0}\Nup`. A drawing has no words. */
const wordsOf = (text: string): string =>
  /\{[^{}]*\\p[1-9]/.test(text)
    ? ''
    : text
        .replace(/\{[^{}]*\}/g, '')
        .replace(/\\[Nn]/g, '\n')
        .replace(/\\h/g, ' ');

/** Reads ASS or SSA. Comments, and lines without words, are not speech. */
export function readSubtitleScript(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const blocks: TimedBlock[] = [];
  let fields = FIELDS;
  let isEvents = !/^\s*\[Events\]/im.test(text);
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*\[[^\]]+\]\s*$/.test(line)) isEvents = /^\s*\[Events\]/i.test(line);
    else if (isEvents && /^Format:/i.test(line))
      fields = line
        .slice('Format:'.length)
        .split(',')
        .map((name) => name.trim().toLowerCase());
    else if (isEvents && /^Dialogue:/i.test(line)) {
      const values = line.slice('Dialogue:'.length).trim().split(',');
      const valueOf = (name: string): string => values[fields.indexOf(name)]?.trim() ?? '';
      const [start, end] = [clockMs(valueOf('start')), clockMs(valueOf('end'))];
      // The text is the last field and may contain commas.
      const said = wordsOf(values.slice(fields.length - 1).join(','));
      if (start === null || end === null) faults.push({ kind: 'unreadableCue', line: index + 1 });
      else if (said.trim() !== '')
        blocks.push({
          start,
          end: Math.max(start, end),
          text: said,
          line: index + 1,
          speaker: valueOf('name') || null,
        });
    }
  }
  return { blocks, faults };
}

/** `{1}{1}25.000`: the frame rate. */
const RATE = /^\s*\{[01]\}\{[01]\}\s*(\d{2}(?:[.,]\d{1,3})?)\s*$/m;
const FRAMES = /^\{(\d{1,8})\}\{(\d{1,8})\}(.*)$/;

export const isMicroDvd = (text: string): boolean => /^\s*\{\d{1,8}\}\{\d{1,8}\}/.test(text);

/** Reads MicroDVD; without a frame rate a file has no times. */
export function readMicroDvd(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  const rate = Number((RATE.exec(text)?.[1] ?? '0').replace(',', '.'));
  if (rate === 0) return { blocks: [], faults: [{ kind: 'noFrameRate', line: null }] };
  const faults: Fault[] = [];
  const blocks = text.split('\n').flatMap((line, index): TimedBlock[] => {
    if (line.trim() === '' || RATE.test(line)) return [];
    const [, from, to, said = ''] = FRAMES.exec(line.trim()) ?? [];
    const [start, end] = [Number(from), Number(to)].map((frame) => Math.round((frame / rate) * SECOND));
    if (start === undefined || end === undefined || Number.isNaN(start + end) || end < start) {
      faults.push({ kind: 'unreadableCue', line: index + 1 });
      return [];
    }
    return [{ start, end, text: said.replace(/\{[^{}]*\}/g, '').replaceAll('|', '\n'), line: index + 1 }];
  });
  return { blocks, faults };
}
