import type { FolderCopy, FolderMove } from '#core/notes/folderMove.ts';

/** More names are not told one by one. */
const MOST_NAMES = 5;

/** What a new folder of notes means for the notes of before. */
export function leftWords({ before, left }: FolderMove): string {
  if (left === 0) return 'Notes are kept in this folder from now on.';
  const stay = left === 1 ? 'The note of before stays' : `The ${left} notes of before stay`;
  return `Notes are kept in this folder from now on. ${stay} in ${before}.`;
}

/** What became of copying them. */
export function copyWords({ copied, same, notCopied }: FolderCopy): string {
  const sentences = [copied === 1 ? '1 file was copied.' : `${copied} files were copied.`];
  if (same > 0) sentences.push(same === 1 ? '1 was there already.' : `${same} were there already.`);
  if (notCopied.length > 0) {
    const names = notCopied.slice(0, MOST_NAMES).join(', ');
    const more = notCopied.length > MOST_NAMES ? ` and ${notCopied.length - MOST_NAMES} more` : '';
    sentences.push(`Nothing is overwritten, so these stay where they are: ${names}${more}.`);
  }
  return sentences.join(' ');
}
