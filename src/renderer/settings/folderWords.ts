import type { FolderCopy, FolderMove } from '#core/notes/folderMove.ts';
import { texts } from './texts.ts';

/** More names are not told one by one. */
const MOST_NAMES = 5;

/** What a new folder of notes means for the notes of before. */
export function leftWords({ before, left }: FolderMove): string {
  if (left === 0) return texts.notesKeptHere;
  return `${texts.notesKeptHere} ${texts.notesLeft(left, before)}`;
}

/** What became of copying them. */
export function copyWords({ copied, same, notCopied }: FolderCopy): string {
  const sentences = [texts.filesCopied(copied)];
  if (same > 0) sentences.push(texts.filesThere(same));
  if (notCopied.length > 0) {
    sentences.push(texts.filesNotCopied(notCopied.slice(0, MOST_NAMES), notCopied.length - MOST_NAMES));
  }
  return sentences.join(' ');
}
