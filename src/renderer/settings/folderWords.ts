import type { FolderCopy, FolderMove } from '#core/notes/folderMove.ts';
import { texts } from './texts.ts';

/** At most this many names are listed. */
const MOST_NAMES = 5;

/** What happens to the notes of the previous folder. */
export function leftWords({ before, left }: FolderMove): string {
  if (left === 0) return texts.notesKeptHere;
  return `${texts.notesKeptHere} ${texts.notesLeft(left, before)}`;
}

/** The outcome of copying them. */
export function copyWords({ copied, same, notCopied }: FolderCopy): string {
  const sentences = [texts.filesCopied(copied)];
  if (same > 0) sentences.push(texts.filesThere(same));
  if (notCopied.length > 0) {
    sentences.push(texts.filesNotCopied(notCopied.slice(0, MOST_NAMES), notCopied.length - MOST_NAMES));
  }
  return sentences.join(' ');
}
