import { z } from 'zod';
import type { Files } from '../ports/files.ts';
import { passphraseEncrypted } from './passphraseEncryption.ts';

const systemEncrypted = z.object({ by: z.literal('system'), data: z.base64() });
const encryptedNotes = z.discriminatedUnion('by', [systemEncrypted, passphraseEncrypted]);
export type EncryptedNotes = z.infer<typeof encryptedNotes>;

const vaultFile = z.object({
  version: z.literal(1),
  sealed: encryptedNotes,
  /** When to ask for a reply (ms), by the note's id. */
  reminders: z.record(z.uuid(), z.number()),
});
export type VaultFile = z.infer<typeof vaultFile>;

/** Result of reading the file. `damaged`: it was set aside at this path; `unreadable`: it is still in place. */
export type ReadVault =
  | { readonly kind: 'read'; readonly file: VaultFile }
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'damaged'; readonly aside: string };

export async function readVaultFile(files: Files, path: string): Promise<ReadVault> {
  try {
    const bytes = await files.read(path);
    if (bytes === null) return { kind: 'none' };
    const file = parse(bytes);
    return file === null ? { kind: 'damaged', aside: await files.setAside(path) } : { kind: 'read', file };
  } catch {
    return { kind: 'unreadable' };
  }
}

function parse(bytes: Uint8Array): VaultFile | null {
  try {
    return vaultFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

export const vaultText = (sealed: EncryptedNotes, reminders: VaultFile['reminders']): string =>
  JSON.stringify({ version: 1, sealed, reminders });
