import { isMap, isScalar, isSeq, parseDocument, type Pair } from 'yaml';
import type { NoteFile } from './noteFile.ts';

/** What the front matter of a note says besides its meeting. */
export interface NoteMarks {
  readonly isPinned: boolean;
  /** Of `tags:` or `tag:`, without `#`. */
  readonly tags: readonly string[];
}

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /(?:---|\.\.\.)[ \t]{0,100}\r?(?:\n|$)/y;
const HAS_MARKS = /^(?:pinned|tags?):/m;

/** The text of front matter between its marks; empty without any. */
function yamlOf(head: string): string {
  const open = OPEN.exec(head)?.[0].length;
  if (open === undefined) return '';
  for (let at = open; at < head.length;) {
    const first = head[at];
    CLOSE.lastIndex = at;
    if ((first === '-' || first === '.') && CLOSE.test(head)) return head.slice(open, at);
    const end = head.indexOf('\n', at);
    at = end === -1 ? head.length : end + 1;
  }
  return head.slice(open);
}

/** Its lines, each with its line end. */
const linesOf = (head: string): readonly string[] => yamlOf(head).match(/[^\n]*\n|[^\n]+$/g) ?? [];

const words = (text: string): string[] => text.split(/[,\s]+/);

function tagsOf(value: unknown): string[] {
  if (isScalar(value)) return typeof value.value === 'string' ? words(value.value) : [];
  return isSeq(value) ? value.items.flatMap((item) => (isScalar(item) ? words(String(item.value)) : [])) : [];
}

/** Longer front matter is not read for marks: parsing takes long. */
const LONGEST = 20_000;

function pairsIn(yaml: string): readonly Pair[] {
  if (yaml.length > LONGEST) return [];
  try {
    const { contents } = parseDocument(yaml, { uniqueKeys: false });
    return isMap(contents) ? contents.items : [];
  } catch {
    // Nested deeper than the stack.
    return [];
  }
}

/** Pin and tags of a note. @param head of its file, see noteFile.ts */
export function marksOf(head: string): NoteMarks {
  const yaml = yamlOf(head);
  if (!HAS_MARKS.test(yaml)) return { isPinned: false, tags: [] };
  const pairs = pairsIn(yaml);
  const valueOf = (name: string): unknown =>
    pairs.find(({ key }) => isScalar(key) && key.value === name)?.value;
  const pinned = valueOf('pinned');
  const tags = [...tagsOf(valueOf('tags')), ...tagsOf(valueOf('tag'))]
    .map((tag) => tag.replace(/^#/, ''))
    .filter((tag) => tag !== '');
  return { isPinned: isScalar(pinned) && pinned.value === true, tags };
}

/** Whether a line continues the value of the key before it. */
const isContinued = (line: string): boolean => /^(?:[ \t]+\S|-(?:\s|$))/.test(line);

/**
 * The file without some keys of its front matter, and without the front matter if nothing else is in it. All other
 * lines are kept.
 */
export function withoutKeys(file: NoteFile, names: readonly string[]): NoteFile {
  const lines = linesOf(file.head);
  const kept: string[] = [];
  let isLeftOut = false;
  for (const line of lines) {
    const name = /^([\p{L}_][\p{L}\p{N} _.-]*?)[ \t]*:(?:\s|$)/u.exec(line)?.[1];
    if (name !== undefined) isLeftOut = names.includes(name);
    else if (!isContinued(line)) isLeftOut = false;
    if (!isLeftOut) kept.push(line);
  }
  if (kept.length === lines.length) return file;
  const bom = file.head.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (kept.every((line) => line.trim() === '')) return { ...file, head: bom };
  const open = OPEN.exec(file.head)?.[0] ?? '';
  const rest = file.head.slice(open.length + lines.join('').length);
  return { ...file, head: open + kept.join('') + rest };
}

/** The file with a pin, or without it. */
export function withPin(file: NoteFile, isPinned: boolean): NoteFile {
  const plain = withoutKeys(file, ['pinned']);
  if (!isPinned) return plain;
  const { lineEnd } = file;
  const open = OPEN.exec(plain.head)?.[0];
  if (open === undefined) {
    const bom = plain.head.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { ...plain, head: `${bom}---${lineEnd}pinned: true${lineEnd}---${lineEnd}${lineEnd}` };
  }
  const lines = yamlOf(plain.head);
  const rest = plain.head.slice(open.length + lines.length);
  const gap = lines === '' || lines.endsWith('\n') ? '' : lineEnd;
  return { ...plain, head: `${open}${lines}${gap}pinned: true${lineEnd}${rest}` };
}
