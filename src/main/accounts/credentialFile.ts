import { z } from 'zod';
import type { Files } from '../ports/files.ts';
import { passphraseEncrypted } from '../private/passphraseEncryption.ts';

/** A stored login. The password is encrypted, or not in the file at all. */
const storedLogin = z.object({
  user: z.string(),
  password: z.discriminatedUnion('by', [
    z.object({ by: z.literal('system'), data: z.base64() }),
    passphraseEncrypted,
    /** Only in memory. */
    z.object({ by: z.literal('session') }),
  ]),
});
export type StoredLogin = z.infer<typeof storedLogin>;

const credentialFile = z.object({ version: z.literal(1), logins: z.record(z.string(), storedLogin) });

/** What was read. `isDamaged`: the file was set aside. */
export interface ReadLogins {
  readonly logins: ReadonlyMap<string, StoredLogin>;
  readonly isDamaged: boolean;
}

/** Reads the file; a damaged one is set aside. @throws an I/O error */
export async function readLogins(files: Pick<Files, 'read' | 'setAside'>, path: string): Promise<ReadLogins> {
  const bytes = await files.read(path);
  if (bytes === null) return { logins: new Map(), isDamaged: false };
  try {
    const { logins } = credentialFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { logins: new Map(Object.entries(logins)), isDamaged: false };
  } catch {
    await files.setAside(path);
    return { logins: new Map(), isDamaged: true };
  }
}

export const textOfLogins = (logins: ReadonlyMap<string, StoredLogin>): string =>
  `${JSON.stringify({ version: 1, logins: Object.fromEntries(logins) })}\n`;
