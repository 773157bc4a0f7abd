import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builderOptions } from '../../scripts/packaging/builderOptions.ts';
import { writeStubRuntime } from './stubRuntime.ts';

const root = join(import.meta.dirname, '../..');
const installed = (name: string): string => join(root, 'node_modules/.bin', name);

/** Builds the app where that has not been done yet. */
function build(): void {
  if (existsSync(join(root, 'out/THIRD-PARTY-NOTICES.txt'))) return;
  execFileSync(installed('electron-vite'), ['build', '--logLevel', 'error'], { cwd: root });
}

/** A fake fpm: records its arguments, one per line, and the files that they name. The kind follows `-t`. */
const recorder = `#!/bin/sh
kind=unknown; previous=
for argument in "$@"; do [ "$previous" = -t ] && kind=$argument; previous=$argument; done
folder=$FPM_RECORDS/$kind; mkdir -p "$folder"
printf '%s\\n' "$@" > "$folder/arguments"
for argument in "$@"; do
  case $argument in --*=*) file=\${argument#*=} ;; *) file=\${argument%%=*} ;; esac
  if [ -f "$file" ]; then cp "$file" "$folder/"; fi
done
`;

/** Packs for Linux, x64, into `folder`, without Electron's 200 MB. deb and rpm are only recorded, and only on Linux. */
export function pack(folder: string): void {
  build();
  writeStubRuntime(join(folder, 'runtime'));
  writeFileSync(join(folder, 'fpm'), recorder, { mode: 0o755 });
  mkdirSync(join(folder, 'fpm-records'), { recursive: true });
  execFileSync(
    installed('electron-builder'),
    [
      '--linux',
      'dir',
      ...(process.platform === 'linux' ? ['deb', 'rpm'] : []),
      '--x64',
      '--publish',
      'never',
      ...builderOptions('linux', {}),
      `-c.electronDist=${join(folder, 'runtime')}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    {
      cwd: root,
      stdio: 'pipe',
      env: {
        ...process.env,
        CUSTOM_FPM_PATH: join(folder, 'fpm'),
        FPM_RECORDS: join(folder, 'fpm-records'),
      },
    },
  );
}

/** What fpm was asked to make. */
export interface RecordedPackage {
  /** File name of the package. */
  readonly file: string;
  /** The values of an option, by all its names: `--maintainer`, `-d`. */
  readonly option: (name: string) => readonly string[];
  /** Path on this computer -> path in the package. */
  readonly places: ReadonlyMap<string, string>;
  /** The text of a file that the arguments name, by its path in the package or the option that names it. */
  readonly text: (named: string) => string;
}

export function recordedPackage(folder: string, kind: 'deb' | 'rpm'): RecordedPackage {
  const records = join(folder, 'fpm-records', kind);
  const args = readFileSync(join(records, 'arguments'), 'utf8').trimEnd().split('\n');
  const option = (name: string): string[] =>
    args.flatMap((arg, index) => {
      if (arg === name) return [args[index + 1] ?? ''];
      return arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : [];
    });
  const places = new Map(
    args.flatMap((arg) => {
      const [from = '', to] = arg.split('=');
      return arg.startsWith('-') || to === undefined ? [] : [[to, from] as const];
    }),
  );
  return {
    file: basename(option('--package')[0] ?? ''),
    option,
    places,
    text: (named) => {
      const file = basename(places.get(named) ?? option(named)[0] ?? '');
      if (!readdirSync(records).includes(file)) throw new Error(`${kind} has no ${named}`);
      return readFileSync(join(records, file), 'utf8');
    },
  };
}
