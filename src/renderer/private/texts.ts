import { quoted } from '#base';

/** What the private notes say. */
export const texts = {
  privateNotes: 'Private notes',
  newNote: 'New private note',
  lock: 'Lock',
  empty: 'Nothing here yet',
  emptyHint: 'Write down what happened while it is fresh. Only you can read it.',
  reportConcern: 'Report a concern',
  begun: (day: string) => `Started ${day}`,
  noteText: 'Text of the private note',
  noteTextHint: 'What happened, when, who was there…',
  remind: 'Remind me after a day if there is no answer',
  removed: (title: string) => `Removed ${quoted(title)}.`,
  undo: 'Undo',
  remove: 'Remove',
  copyText: 'Copy the text',
  makeMail: 'Write an email',
  mailHint: (committee: string | null) =>
    `The email ${committee === null ? 'has no recipient yet' : `goes to ${committee}`}. Office Hours does not hand the text over, because others could read it on the way: copy it into the email. A clipboard history may keep the copy; the clipboard is cleared after a minute.`,
  said: {
    mail: 'An empty email is open in your mail program. Copy the text into it; nothing is sent until you send it.',
    copy: 'Copied. Paste it within a minute; then Office Hours clears the clipboard.',
  },
  // Protection
  tasks: { protect: 'Protection', export: 'Export' },
  howProtected: 'What protects your private notes',
  protectedBy: { passphrase: 'A passphrase', system: 'The keyring' },
  protectedNow: {
    passphrase: 'The new passphrase protects your notes now.',
    system: 'The keyring protects your notes now.',
  },
  protect: { passphrase: 'Set the passphrase', system: 'Use the keyring' },
  noKeyring: 'This computer has no keyring to keep a key, so a passphrase protects them.',
  currentPassphrase: 'Current passphrase',
  notStored: 'The passphrase is not stored: without it the notes cannot be opened again.',
  cancel: 'Cancel',
  // Export
  exportAll: 'Export all private notes',
  exportHint:
    'They are written to one encrypted file that the free program “age” and its relatives open, also without Office Hours. Choose a passphrase for it.',
  chooseFile: 'Choose where…',
  exported: (path: string) => `Exported to ${path}.`,
  // Leaving them
  lost: { passphrase: 'I forgot the passphrase', system: 'The keyring has lost its key' },
  leaveHint: {
    passphrase:
      'Nobody can open the notes without it. You can start anew: the file of the earlier notes is kept, in case you remember the passphrase.',
    system:
      'Nobody can open the notes without the key, for example after a new installation. You can start anew: the file of the earlier notes is kept, in case the keyring comes back.',
  },
  leave: 'Keep the file and start anew',
  left: (path: string) => `Your earlier notes are kept in ${path}.`,
  // Unlocking
  protection: {
    system:
      'Private notes are encrypted with a key that your system keeps for you. They stay on this computer, and no search, list or export shows them.',
    passphrase:
      'Private notes are encrypted with your passphrase. They stay on this computer, and no search, list or export shows them.',
  },
  choosePassphrase: {
    first:
      'This computer has no keyring to keep a key, so you choose a passphrase. It is not stored: without it the notes cannot be opened again.',
    unprotected:
      'Your notes are here, but not protected: this computer has no keyring, and an earlier version of Office Hours relied on one. Choose a passphrase to protect them now. It is not stored: without it the notes cannot be opened again.',
  },
  unlock: { first: 'Start', unprotected: 'Protect', locked: 'Unlock' },
  passphrase: 'Passphrase',
};
