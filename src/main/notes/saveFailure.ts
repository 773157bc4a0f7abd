/** Why a note could not be written. */
export type SaveFailure = 'notes/diskFull' | 'notes/readOnly' | 'notes/folderAway' | 'notes/notSaved';

/** Codes of the systems' errors. */
const FAILURES: Readonly<Record<string, SaveFailure>> = {
  ENOSPC: 'notes/diskFull',
  EDQUOT: 'notes/diskFull',
  EFBIG: 'notes/diskFull',
  EROFS: 'notes/readOnly',
  EACCES: 'notes/readOnly',
  EPERM: 'notes/readOnly',
  ENOENT: 'notes/folderAway',
  ENOTDIR: 'notes/folderAway',
  ENODEV: 'notes/folderAway',
  ENXIO: 'notes/folderAway',
  EIO: 'notes/folderAway',
  ESTALE: 'notes/folderAway',
  ENOTCONN: 'notes/folderAway',
  EHOSTDOWN: 'notes/folderAway',
  EHOSTUNREACH: 'notes/folderAway',
  ENETUNREACH: 'notes/folderAway',
  ETIMEDOUT: 'notes/folderAway',
};

/** The failure that an error of the file system means. */
export function failureOf(error: unknown): SaveFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAILURES[code] ?? 'notes/notSaved';
}

/** Whether a note that failed so may be saved later, as it is. */
export const isTemporary = (code: string): code is SaveFailure =>
  code === 'notes/notSaved' || Object.values(FAILURES).some((failure) => failure === code);
