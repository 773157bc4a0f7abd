import type { Instant } from '#base';
import { titleOf, type PrivateNote } from './privateNote.ts';

/** `2026-11-20 09:05 UTC`: whoever reads an exported note may live elsewhere. */
const moment = (at: Instant): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** All private notes as one Markdown text, oldest first. */
export const privateNotesText = (notes: readonly PrivateNote[]): string =>
  notes
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .map((note) => {
      const about = note.about === '' ? '' : `Meeting: ${note.about}\n`;
      const times = `Started: ${moment(note.createdAt)}\nChanged: ${moment(note.changedAt)}\n`;
      return `# ${titleOf(note)}\n\n${about}${times}\n${note.text.trimEnd()}\n`;
    })
    .join('\n');
