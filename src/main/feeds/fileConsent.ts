import type { Desktop } from '../ports/desktop.ts';
import { recogniseAddress } from './recogniseAddress.ts';

/**
 * Decides which files of this computer may be read as feeds. The window shows foreign content, so a path from it is not
 * enough: the user chooses the file in a dialog of the system, or confirms its path there.
 */
export interface FileConsent {
  /** Lets the user choose a file; null if cancelled. */
  choose(): Promise<string | null>;
  /** True if what was pasted is no path, or the user chose the file or allows it now. */
  mayRead(pasted: string): Promise<boolean>;
}

/** Remembers until the app quits which files the user chose or named. */
export function createFileConsent(
  desktop: Pick<Desktop, 'chooseFile' | 'confirmFile'>,
  platform: string,
): FileConsent {
  const named = new Set<string>();
  const fileOf = (pasted: string): string | null => {
    const address = recogniseAddress(pasted, platform);
    return address.ok && address.value.kind === 'file' ? address.value.path : null;
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
