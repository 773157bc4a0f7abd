import { join } from 'node:path';

/** How to get from a package to a program that runs. */
export interface OpenedPackage {
  /** Commands that install or unpack it, in order. */
  readonly open: readonly (readonly string[])[];
  /** The program, with the words before its arguments. */
  readonly start: readonly string[];
  /** The bundle with the signature to verify; macOS only. */
  readonly bundle?: string;
}

const macApp = 'Office Hours.app';
const macProgram = (folder: string): OpenedPackage['start'] => [
  join(folder, macApp, 'Contents/MacOS/Office Hours'),
];

/** By the ending of the file: what to do with it, given an empty folder. */
const ways: Readonly<Record<string, (file: string, folder: string) => OpenedPackage>> = {
  '.deb': (file) => ({
    open: [['sudo', 'apt-get', 'install', '-qy', file]],
    start: ['/usr/bin/office-hours'],
  }),
  '.rpm': (file, folder) => ({
    open: [['sh', '-c', 'cd "$2" && rpm2cpio "$1" | cpio -idm --quiet', 'sh', file, folder]],
    start: [join(folder, 'opt/office-hours/office-hours')],
  }),
  '.AppImage': (file) => ({ open: [['chmod', '+x', file]], start: [file] }),
  '.tar.gz': (file, folder) => ({
    open: [['tar', '-xzf', file, '-C', folder, '--strip-components=1']],
    start: [join(folder, 'office-hours')],
  }),
  '.flatpak': (file) => ({
    open: [['flatpak', 'install', '--user', '-y', file]],
    start: ['flatpak', 'run', 'io.github.office_hours.OfficeHours'],
  }),
  '.snap': (file) => ({
    open: [['sudo', 'snap', 'install', '--dangerous', file]],
    start: ['/snap/bin/office-hours'],
  }),
  '.dmg': (file, folder) => ({
    open: [
      ['hdiutil', 'attach', '-nobrowse', '-mountpoint', join(folder, 'disk'), file],
      ['ditto', join(folder, 'disk', macApp), join(folder, macApp)],
      ['hdiutil', 'detach', join(folder, 'disk')],
    ],
    start: macProgram(folder),
    bundle: join(folder, macApp),
  }),
  '.msi': (file, folder) => ({
    open: [['msiexec', '/i', file, '/qn', `APPLICATIONFOLDER=${folder}`]],
    start: [join(folder, 'Office Hours.exe')],
  }),
  '-setup.exe': (file, folder) => ({
    // `/D` must come last, without quotes.
    open: [[file, '/S', `/D=${folder}`]],
    start: [join(folder, 'Office Hours.exe')],
  }),
};

const zip = (platform: string, file: string, folder: string): OpenedPackage =>
  platform === 'darwin'
    ? { open: [['ditto', '-x', '-k', file, folder]], start: macProgram(folder), bundle: join(folder, macApp) }
    : { open: [['tar', '-xf', file, '-C', folder]], start: [join(folder, 'Office Hours.exe')] };

/** How to open a package; null for other files. @param file absolute path; @param folder an empty folder */
export function openPackage(platform: string, file: string, folder: string): OpenedPackage | null {
  if (file.endsWith('.zip')) return zip(platform, file, folder);
  const ending = Object.keys(ways).find((one) => file.endsWith(one));
  return ending === undefined ? null : (ways[ending]?.(file, folder) ?? null);
}
