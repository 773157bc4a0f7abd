import { problemsOf, type CodeOf, type ProblemTexts } from '#base';

/** Notes that are not in their folder. */
interface KeptNotes {
  readonly count: number;
  /** In the app's data folder; otherwise only in memory. */
  readonly isStored: boolean;
}

/** Why notes are not in their folder, and when they will be. */
const TROUBLES = {
  'notes/diskFull': { title: 'The disk of your notes is full', until: 'until there is room' },
  'notes/readOnly': { title: 'Your notes folder cannot be written', until: 'until it can be' },
  'notes/folderAway': { title: 'Your notes folder is missing', until: 'until it is back' },
  'notes/slow': { title: 'Your notes folder does not answer', until: 'until it does' },
  'notes/notSaved': { title: 'Your notes cannot be saved', until: 'until they can be' },
} as const;

/** What happens to the text meanwhile. @param until as in “until there is room” */
function keptWords({ count, isStored }: KeptNotes, until: string): string {
  if (count === 0) return `What you write is kept on this computer ${until}.`;
  const notes = count === 1 ? '1 note is' : `${count} notes are`;
  return isStored
    ? `${notes} kept on this computer ${until}. You can go on writing.`
    : `${notes} only in memory ${until}, because this computer’s own disk refuses too. Do not quit.`;
}

/** Problems of notes, transcripts and private notes. */
const texts = {
  'notes/gone': () => ({
    title: 'This note no longer exists',
    detail: 'Another program moved, renamed or deleted its file.',
  }),
  'notes/notText': () => ({
    title: 'This file is not plain text',
    detail: 'It is not UTF-8. Saving it would destroy it, so it is not opened.',
  }),
  'notes/unreadable': () => ({
    title: 'This note cannot be read',
    detail: 'Check whether you may open the file, and whether its disk is connected.',
  }),
  'notes/notSaved': () => ({
    title: 'The note could not be saved',
    detail: 'Check whether the disk is full or the folder is write-protected.',
  }),
  'notes/diskFull': () => ({
    title: 'The disk of your notes is full',
    detail: 'Make room on it, and try again.',
  }),
  'notes/readOnly': () => ({
    title: 'Your notes folder cannot be written',
    detail: 'Check its permissions, and whether its disk is write-protected.',
  }),
  'notes/folderAway': () => ({
    title: 'Your notes folder is missing',
    detail: 'Connect its disk, or choose another folder in the settings.',
  }),
  'notes/missingSince': (since: string, kept: KeptNotes) => ({
    title: 'Your notes folder is missing',
    detail: `Since ${since}. Connect its disk, or choose another folder. ${keptWords(kept, 'until then')}`,
  }),
  'notes/notSavedSince': (why: keyof typeof TROUBLES, since: string, kept: KeptNotes) => ({
    title: TROUBLES[why].title,
    detail: `Since ${since}. ${keptWords(kept, TROUBLES[why].until)}`,
  }),
  'notes/outside': () => ({
    title: 'This is not one of your notes',
    detail: 'Only Markdown files inside your notes folder are opened.',
  }),
  'notes/itemGone': () => ({
    title: 'This action item no longer exists',
    detail: 'Its line was changed or removed. Open the note to see what it says now.',
  }),
  'notes/minutesThere': (file: string) => ({
    title: 'This file has the minutes of that day already',
    detail: `Nothing was changed. Open ${file} and edit them there, or copy the section and paste it where it belongs.`,
  }),
  'notes/minutesUnreadable': (file: string) => ({
    title: 'This file cannot be read as minutes',
    detail: `${file} is not plain text in UTF-8, or too large. Choose a Markdown file.`,
  }),
  'notes/minutesNotSaved': (file: string) => ({
    title: 'The file of minutes could not be written',
    detail: `Check whether you may change ${file} and whether its disk has space. Copying the section works meanwhile.`,
  }),
  'notes/unknownMeeting': () => ({
    title: 'This meeting is no longer in the agenda',
    detail: 'You can start a note while its meeting is in the agenda. Existing notes are under Notes.',
  }),
  'notes/noFolder': () => ({
    title: 'The notes folder could not be shown',
    detail: 'Its path is in Settings. Open it in your file manager.',
  }),
  'notes/rescued': (paths: readonly string[]) => ({
    title: 'Your last changes are saved now',
    detail: `The notes folder was not writable when Office Hours ended. Saved now: ${paths.join(', ')}.`,
  }),
  'notes/rescueDamaged': (aside: string) => ({
    title: 'Notes that were not saved could not be read',
    detail: `The file was damaged and is kept as ${aside}. Open it in a text editor to look for your text.`,
  }),
  'notes/folderNotWritable': () => ({
    title: 'This folder is not writable',
    detail: 'Your notes stay where they are. Choose another folder.',
  }),
  'notes/nothingLeft': () => ({
    title: 'There is nothing to copy',
    detail: 'All your notes are in the current folder.',
  }),
  'notes/leftUnreadable': () => ({
    title: 'The previous folder could not be read',
    detail: 'Check whether it still exists and whether you may open it.',
  }),
  'notes/importsItself': () => ({
    title: 'This is your notes folder',
    detail: 'Its Markdown files are listed already. Choose another folder.',
  }),
  'notes/importUnreadable': () => ({
    title: 'The folder could not be read',
    detail: 'Check whether it still exists and whether you may open it.',
  }),
  'notes/importTooLarge': (most: number) => ({
    title: 'This folder has too many files',
    detail: `At most ${most} files are read. Choose the folder that holds the notes.`,
  }),
  'notes/notExported': () => ({
    title: 'The file could not be written',
    detail: 'Check whether the disk is full or the folder is write-protected, or choose another folder.',
  }),
  'notes/notPrinted': () => ({
    title: 'The PDF could not be created',
    detail: 'Export a web page instead and print it with your browser.',
  }),
  'notes/notTrashed': () => ({
    title: 'The trash did not take it',
    detail: 'Nothing was deleted. Delete the file in your file manager: “Open the notes folder” shows it.',
  }),
  'notes/notRestored': () => ({
    title: 'It could not be put back',
    detail: 'It is in the trash of your system: restore it there.',
  }),
  'notes/notRenamed': () => ({
    title: 'The name could not be changed',
    detail: 'Check whether the folder is write-protected, or the disk is full.',
  }),
  'notes/changedMeanwhile': () => ({
    title: 'Another program is writing this note',
    detail: 'Nothing was changed here. Try again in a moment.',
  }),
  'notes/nameTaken': () => ({
    title: 'Another file has this name',
    detail: 'Choose another name.',
  }),
  'notes/hasNote': () => ({
    title: 'This meeting has a note already',
    detail: 'A meeting has one note. Open it from the meeting and copy your text into it.',
  }),
  'notes/noImage': () => ({
    title: 'This is not an image that notes can show',
    detail: 'Use PNG, JPEG, GIF or WebP.',
  }),
  'notes/imageTooLarge': () => ({
    title: 'This image is too large',
    detail: 'An image may have 10 MB. Make it smaller and paste it again.',
  }),
  'notes/imageNotSaved': () => ({
    title: 'The image could not be saved',
    detail: 'Check whether the disk is full or the notes folder is write-protected.',
  }),
  'notes/imageGone': () => ({
    title: 'This image cannot be shown',
    detail: 'Its file is not in your notes folder, or is no PNG, JPEG, GIF or WebP of at most 10 MB.',
  }),
  'notes/webImageAddress': () => ({
    title: 'This image cannot be shown',
    detail:
      'Only images whose address begins with https:// are loaded. Open the link in your browser instead.',
  }),
  'notes/webImageNone': () => ({
    title: 'This image cannot be shown',
    detail:
      'The address leads to something else than a PNG, JPEG, GIF or WebP. Open the link in your browser.',
  }),
  'notes/webImageTooLarge': () => ({
    title: 'This image cannot be shown',
    detail: 'It is larger than 10 MB. Open the link in your browser.',
  }),
  'notes/webImageRefused': (host: string) => ({
    title: 'This image cannot be shown',
    detail: `${host} does not send it. It may be gone, or need a login: open the link in your browser.`,
  }),
  'notes/webImageOffline': (host: string) => ({
    title: 'This image could not be loaded',
    detail: `${host} was not reached. Check whether you are online, and try again.`,
  }),
  'transcripts/unreadable': () => ({
    title: 'This transcript cannot be read',
    detail: 'Another program moved, changed or deleted its file. Import the captions again.',
  }),
  'transcripts/noFile': () => ({
    title: 'This file could not be read',
    detail: 'Check whether it still exists and is smaller than 20 MB.',
  }),
  'transcripts/notSaved': () => ({
    title: 'The transcript could not be saved',
    detail: 'Check whether the disk is full or the notes folder is write-protected.',
  }),
  'transcripts/noWebPage': () => ({
    title: 'This is not a web address',
    detail: 'Paste the address of the recording; it begins with https://.',
  }),
  'private/locked': () => ({
    title: 'The private notes are locked',
    detail: 'Unlock them and try again.',
  }),
  'private/wrongPassphrase': () => ({
    title: 'This passphrase is wrong',
    detail: 'Try again; upper and lower case differ. The passphrase cannot be recovered.',
  }),
  'private/shortPassphrase': (least: number) => ({
    title: 'This passphrase is too short',
    detail: `Use at least ${least} characters. Four or five unrelated words are good.`,
  }),
  'private/noKeyring': () => ({
    title: 'No keyring answers on this computer',
    detail: 'Choose a passphrase instead.',
  }),
  'private/systemRefused': () => ({
    title: 'Your system did not open the private notes',
    detail: 'Unlock its keychain or keyring and try again. The notes are unchanged.',
  }),
  'private/notSaved': () => ({
    title: 'The private note could not be saved',
    detail:
      'Check whether the disk is full and the keyring is unlocked. The note is kept in memory and stays unlocked until it is saved.',
  }),
  'private/damaged': (aside: string) => ({
    title: 'The private notes could not be read',
    detail: `Their file was damaged and is kept as ${aside}.`,
  }),
  'private/unreadable': () => ({
    title: 'The private notes could not be read',
    detail: 'Their file exists and is unchanged. Check its disk and folder, then start Office Hours again.',
  }),
  'private/notLeft': () => ({
    title: 'The private notes could not be kept aside',
    detail: 'Their file is unchanged. Check its disk and folder, then try again.',
  }),
  'private/notTakenBack': () => ({
    title: 'The earlier notes could not be restored',
    detail: 'New private notes exist already. The earlier file is still where it was kept.',
  }),
  'private/notExported': () => ({
    title: 'The private notes could not be exported',
    detail: 'Check whether the disk is full or the folder is write-protected, or choose another folder.',
  }),
  'private/noNote': () => ({
    title: 'This note no longer exists',
    detail: 'It was removed or locked.',
  }),
  /** Without content or names: others may see the screen. */
  'private/answer': () => ({
    title: 'Did you get an answer?',
    detail: 'You asked to be reminded of a private note after a day.',
  }),
} satisfies ProblemTexts;

export type NotesProblemCode = CodeOf<typeof texts>;
export const { problem: notesProblem, failure: notesFailure } = problemsOf(texts);
