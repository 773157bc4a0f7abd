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
  removed: (title: string) => `Removed “${title}”.`,
  undo: 'Undo',
  remove: 'Remove',
  makeMail: 'Make it an email',
  mailWritten: 'It is in your mail program now. Nothing is sent until you send it.',
  mailCopied: 'It is too long to hand over, so it was copied: paste it into the new email.',
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
  newPassphrase: (length: number) => `Passphrase, at least ${length} characters`,
  passphrase: 'Passphrase',
  repeatPassphrase: 'Repeat the passphrase',
  passphraseDiffers: 'The two passphrases are different.',
  passphraseShort: (length: number) => `It needs at least ${length} characters.`,
  busy: 'One moment…',
};
