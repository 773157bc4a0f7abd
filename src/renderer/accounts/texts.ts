/** What adding and changing accounts says. */
export const texts = {
  steps: (provider: string) => `How to log in to ${provider}`,
  openPage: (page: string) => `Open ${page}`,
  server: 'Address of the server',
  email: 'Email address',
  name: 'Name',
  password: 'Password',
  appPassword: 'App password',
  unprotected:
    'This address is not protected (http): others on the network can read your password. If https:// works, use that.',
  lookUp: 'Look up calendars',
  lookingUp: 'Looking for your calendars…',
  cancel: 'Cancel',
  back: 'Back',
  found: (count: number, host: string) => `${count} calendar${count === 1 ? '' : 's'} found at ${host}.`,
  chooseFrom: (account: string, user: string) => `Calendars of ${user} at ${account}`,
  readOnly: 'read-only',
  followed: 'followed',
  follow: (count: number) => (count === 0 ? 'Follow' : `Follow ${count} calendar${count === 1 ? '' : 's'}`),
  // Where there is no keyring
  keepQuestion: 'Your system has no keyring to keep the password. What should Office Hours do?',
  keepSession: 'Ask me after each start',
  keepPassphrase: 'Keep it, encrypted with the passphrase of my private notes',
  keepNewPassphrase: 'Keep it, encrypted with a passphrase, which also protects private notes',
  passphrase: 'Passphrase of the private notes',
  // An account in the list
  moreFor: (account: string) => `More for the account ${account}`,
  chooseCalendars: 'Choose calendars…',
  chooseTitle: (account: string) => `Calendars of ${account}`,
  saveChoice: 'Save',
  newPassword: 'Change password…',
  enterPassword: 'Enter password…',
  enterPassphrase: 'Enter passphrase…',
  passwordTitle: (user: string, account: string) => `Password of ${user} at ${account}`,
  passphraseTitle: 'Passphrase of the private notes',
  passphraseHint: 'It opens the passwords that are kept under it. The private notes stay locked.',
  otherPassword: 'Enter the password instead',
  savePassword: 'Save',
  unlock: 'Unlock',
  // Another address
  changeAddress: 'Change address…',
  changeAddressOf: (account: string) => `Change the address of ${account}`,
  storedPassword: 'Leave the password empty to use the stored one.',
  passwordAgain: (host: string) => `The stored password goes to ${host} alone. Enter it for the new address.`,
  movedThere: (count: number, host: string) =>
    count === 0
      ? `The account is at ${host}.`
      : count === 1
        ? `This calendar is at ${host}. It keeps all you decided:`
        : `These ${count} calendars are at ${host}. They keep all you decided:`,
  movedMissing: (count: number) =>
    count === 1
      ? 'This one was not found there. It keeps its last copy, and you can remove it:'
      : 'These were not found there. They keep their last copy, and you can remove them:',
  saveAddress: 'Change address',
  addressChanged: (account: string, host: string) => ({
    words: `${account} is now at ${host}`,
    undone: `${account} is at its former address again`,
  }),
  // A Google account
  googleClient:
    'For those who have an OAuth client of the type “Desktop app” in a project of their own, with the CalDAV API enabled.',
  openGoogleConsole: 'Open the Google Cloud console',
  googleConsole: 'https://console.cloud.google.com/auth/clients',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  signIn: 'Sign in with Google',
  googleWaits:
    'Go on in your browser: choose your account, and allow Office Hours to see your calendars. This dialog then goes on by itself.',
  signInAgain: 'Sign in again…',
  signInAgainTitle: 'Sign in with Google',
  signInAgainHint: (user: string) => `Google’s page opens in your browser. Choose ${user} there.`,
  signInInstead: 'Sign in with Google instead',
  otherClient: 'Use another OAuth client',
  removeAccount: 'Remove account',
  removed: (account: string) => ({
    words: `Removed the account ${account} and its password`,
    undone: `The account ${account} is back`,
  }),
  removedCalendars: (count: number) => ({
    words: count === 1 ? 'Removed a calendar' : `Removed ${count} calendars`,
    undone: count === 1 ? 'The calendar is back' : 'The calendars are back',
  }),
  noneChosen: 'no calendar chosen',
};
