import { failure, success, type Result } from '#base';
import type { OwnFolder } from '#core/desktop/about.ts';
import type { Ports } from '../ports/ports.ts';
import { currentZone } from '#core/zones/currentZone.ts';

export interface AboutParts {
  readonly notesFolder: () => string;
  readonly zone: () => string;
}

const noFolder = failure(
  'about/noFolder',
  'The folder could not be opened',
  'Its path is under Settings, About. Open it in your file manager.',
);
const noNotices = failure(
  'about/noNotices',
  'The licences could not be read',
  'The file THIRD-PARTY-NOTICES.txt of this installation is missing. Install Office Hours again.',
);

/** Answers what Settings, About shows. */
export function aboutHandlers(
  { ipc, environment, desktop, files }: Pick<Ports, 'ipc' | 'environment' | 'desktop' | 'files'>,
  { notesFolder, zone }: AboutParts,
): Disposable {
  const { version, system, runtime, locale, userData, logs, noticesFile } = environment;
  const folders = (): Record<OwnFolder, string> => ({ settings: userData, notes: notesFolder(), logs });

  using answers = new DisposableStack();
  answers.use(
    ipc.handle('about:get', () => ({
      version,
      system,
      runtime,
      locale,
      zone: currentZone(zone()),
      folders: folders(),
    })),
  );
  answers.use(
    ipc.handle('about:openFolder', async (folder): Promise<Result<null>> => {
      try {
        await desktop.showFolder(folders()[folder]);
        return success(null);
      } catch {
        return noFolder;
      }
    }),
  );
  answers.use(
    ipc.handle('about:notices', async (): Promise<Result<string>> => {
      const text = await files.read(noticesFile).catch(() => null);
      return text === null ? noNotices : success(new TextDecoder().decode(text));
    }),
  );
  return answers.move();
}
