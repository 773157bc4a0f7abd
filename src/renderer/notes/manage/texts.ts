import type { NoteOrder } from '#core/notes/noteGroups.ts';
import { quoted } from '#base';

const notes = (count: number): string => (count === 1 ? '1 note' : `${count} notes`);
const transcripts = (count: number): string => (count === 1 ? '1 transcript' : `${count} transcripts`);

/** What managing notes and transcripts says. */
export const texts = {
  // The head of the list
  newNote: 'New note',
  sort: 'Sort and group',
  more: 'More about the notes',
  listBy: 'List notes by',
  orders: {
    meeting: 'Meeting date',
    changed: 'Last change',
    title: 'Title',
    series: 'Series',
  } satisfies Record<NoteOrder, string>,
  openFolder: 'Open the notes folder',
  importFolder: 'Import a folder of Markdown',
  moreOfNote: 'More for this note',
  // Groups
  groups: {
    pinned: 'Pinned',
    later: 'Coming up',
    today: 'Today',
    thisWeek: 'This week',
    lastWeek: 'Last week',
    all: 'By title',
    noSeries: 'Without a meeting',
  },
  earlierIn: (month: string) => `Earlier in ${month}`,
  listWidth: 'Width of the list',
  isPinned: 'Pinned',
  // Actions on rows
  actionsFor: (title: string) => `Actions for ${title}`,
  rowMenu: 'Actions',
  rename: 'Rename…',
  pin: 'Pin to the top',
  unpin: 'Unpin',
  attach: 'Attach to a meeting…',
  attachOther: 'Attach to another meeting…',
  detach: 'Detach from its meeting',
  showMeeting: 'Show the meeting',
  move: 'Move to a folder…',
  export: 'Export',
  trash: 'Delete',
  trashKey: 'Del',
  renameKey: 'F2',
  selected: (count: number) => `${count} selected`,
  selection: 'Selected notes',
  clearSelection: 'Clear the selection',
  // Toasts
  renamed: (title: string) => ({ words: `Renamed to ${quoted(title)}`, undone: 'Renamed back' }),
  pinned: (count: number) => ({ words: `Pinned ${notes(count)}`, undone: 'Unpinned again' }),
  unpinned: (count: number) => ({ words: `Unpinned ${notes(count)}`, undone: 'Pinned again' }),
  trashed: (title: string) => ({
    words: `Moved ${quoted(title)} to the trash`,
    undone: `${quoted(title)} is back`,
  }),
  trashedNotes: (count: number) => ({
    words: `Moved ${notes(count)} to the trash`,
    undone: `${notes(count)} are back`,
  }),
  trashedTranscripts: (count: number) => ({
    words: `Moved ${transcripts(count)} to the trash`,
    undone: `${transcripts(count)} are back`,
  }),
  attached: (title: string, meeting: string) => ({
    words: `Attached ${quoted(title)} to ${meeting}`,
    undone: 'Attached as before',
  }),
  detached: (title: string) => ({
    words: `Detached ${quoted(title)} from its meeting`,
    undone: 'Attached again',
  }),
  moved: (count: number, folder: string) => ({
    words: `Moved ${notes(count)} to ${folder}`,
    undone: 'Moved back',
  }),
  exported: (file: string) => `Exported to ${file}`,
  copied: 'Copied',
  // Dialogs
  renameTitle: (title: string) => `Rename ${quoted(title)}`,
  title: 'Title',
  fileBecomes: (path: string) => `Its file becomes ${path}. Links in other notes follow.`,
  renameNow: 'Rename',
  moveTitle: (count: number) => `Move ${notes(count)}`,
  folder: 'Folder',
  folderHint: 'Name of a folder, or of a new one',
  folders: 'Folders',
  topFolder: 'Notes folder',
  moveNow: 'Move',
  attachTitle: (title: string) => `Attach ${quoted(title)}`,
  findMeeting: 'Find a meeting by title or date',
  meetings: 'Meetings',
  recentMeetings: 'Meetings of the last days',
  noMeeting: 'No meeting found',
  noMeetingHint:
    'Type a part of its title, or a day such as “yesterday” or “12 Nov”. A year back and ahead is searched.',
  hasNote: 'has a note',
  // The foot of a note
  words: (count: number) => (count === 1 ? '1 word' : `${count} words`),
  linksHere: (count: number) => (count === 1 ? '1 note links here' : `${count} notes link here`),
  notesLinking: 'Notes with links to this one',
  // Empty
  noNotes: 'No notes yet',
  noNotesHint:
    'A note is a Markdown file in a folder of yours. Write one about a meeting, or one of its own: it gets its name from its first words.',
  aboutMeeting: ['Or choose a meeting in the agenda and press ', '.'] as const,
  tag: 'Tag',
  everyTag: 'Every tag',
};
