import { problemsOf, type CodeOf, type ProblemTexts } from '#base';

/** Problems of settings, of stored data, and of moving data to another computer. */
const texts = {
  /** `aside`: the file's new name; null if it could not be renamed. */
  'settings/damaged': (aside: string | null) => ({
    title: 'Your settings could not be read',
    detail: `The file was damaged, so settings and calendars start with their defaults. ${keptAs(aside)}`,
  }),
  'settings/restored': (aside: string | null, day: string) => ({
    title: 'Your settings file was damaged or missing',
    detail: `The copy of ${day} is used. Check whether you changed anything since. ${aside === null ? '' : `The damaged file is kept as ${aside}.`}`,
  }),
  'settings/notTaken': (reasons: string, aside: string | null) => ({
    title: 'Some settings in config.json could not be used',
    detail: `${reasons}. Their defaults are used. ${keptAs(aside)}`,
  }),
  'settings/editRefused': (reason: string) => ({
    title: 'Your edit of config.json was not applied',
    detail: `${reason} Correct the file, and it is applied at once. Until then Office Hours keeps its settings and does not change the file.`,
  }),
  'settings/noNotifications': () => ({
    title: 'This computer shows no notifications',
    detail: 'No notification service was found. A window of Office Hours announces meetings instead.',
  }),
  'zone/unknown': (city: string) => ({
    title: 'The time zone of this computer is not known',
    detail: `Times are shown in ${city}. Choose your time zone, so that they follow its clock changes.`,
  }),
  'disk/unsaved': (subjects: readonly string[]) => ({
    title: 'Some changes are not saved yet',
    detail: `The disk is full or write-protected. Kept in memory until it has space: ${subjects.join(', ')}. Office Hours saves them automatically.`,
  }),
  'data/notExported': () => ({
    title: 'The file could not be written',
    detail: 'Check whether the disk is full or the folder is write-protected, or choose another folder.',
  }),
  'data/notReadable': () => ({
    title: 'This is not an export of Office Hours',
    detail: 'Choose a file written by “Export everything”, of this version of the app or an earlier one.',
  }),
  'data/nothingChosen': () => ({
    title: 'No file is chosen',
    detail: 'Choose the file to import first.',
  }),
  'data/notImported': () => ({
    title: 'Nothing was imported',
    detail:
      'The settings could not be saved. Check whether the disk is full, and whether an edit of config.json was refused.',
  }),
} satisfies ProblemTexts;

function keptAs(aside: string | null): string {
  return aside === null ? 'It could not be kept under another name.' : `It is kept as ${aside}.`;
}

export type SettingsProblemCode = CodeOf<typeof texts>;
export const { problem: settingsProblem, failure: settingsFailure } = problemsOf(texts);
