import type { Desktop } from '../ports/desktop.ts';
import { isWeb } from './fetchFeed.ts';
import { recogniseAddress } from './recogniseAddress.ts';

/**
 * Which files of this computer the window may have read as feeds. The window shows foreign content, so its word is not
 * enough: the user names the file to the system, in the dialog that chooses one or in a question about its path.
 */
export interface FileConsent {
  /** Lets the user choose a file; null when they cancelled. */
  choose(): Promise<string | null>;
  /** Whether what was pasted is no file, or one that the user chose or allows now. */
  mayRead(pasted: string): Promise<boolean>;
}

/** Remembers in this run which files the user named. */
export function createFileConsent(
  desktop: Pick<Desktop, 'chooseFile' | 'confirmFile'>,
  platform: string,
): FileConsent {
  const named = new Set<string>();
  const fileOf = (pasted: string): string | null => {
    const address = recogniseAddress(pasted, platform);
    return address.ok && !isWeb(address.value) ? address.value : null;
  };
  return {
    choose: async () => {
      const path = await desktop.chooseFile();
      const file = path === null ? null : fileOf(path);
      if (file !== null) named.add(file);
      return path;
    },
    mayRead: async (pasted) => {
      const file = fileOf(pasted);
      if (file === null || named.has(file)) return true;
      const isAllowed = await desktop.confirmFile(file);
      if (isAllowed) named.add(file);
      return isAllowed;
    },
  };
}
