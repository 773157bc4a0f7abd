import { join } from 'node:path';
import { networkFailure, networkProblem } from '#core/network/problems.ts';
import type { OwnCertificate } from '#core/network/networkState.ts';
import { success, type Problem, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { Environment } from '../ports/environment.ts';
import { isTrustAnchor, readCertificates, type PemCertificate } from './readCertificates.ts';

/**
 * The certificates that the user added: copies in a folder of the app, one file each, so that the files they came from
 * may go. They are no secret.
 */
export interface OwnCertificates {
  /** Those that can be read, by name. */
  all(): Promise<readonly PemCertificate[]>;
  /** How many copies are damaged, as a problem; null if none is. */
  damage(): Promise<Problem | null>;
  /** Copies the certificates of a file. @param path absolute. @returns those that are new */
  add(path: string): Promise<Result<readonly OwnCertificate[]>>;
  remove(id: string): Promise<void>;
}

/** A bundle of all public authorities has a quarter of it. */
const LARGEST_BYTES = 1024 * 1024;

export function openOwnCertificates(
  files: Pick<Files, 'list' | 'read' | 'write' | 'remove'>,
  { userData }: Pick<Environment, 'userData'>,
): OwnCertificates {
  const folder = join(userData, 'certificates');
  const pathOf = (id: string): string => join(folder, `${id}.pem`);

  async function copies(): Promise<{ readonly good: readonly PemCertificate[]; readonly damaged: number }> {
    const listed = (await files.list(folder).catch(() => [])).filter(({ path }) => path.endsWith('.pem'));
    const read = await Promise.all(
      listed.map(async ({ path }) => {
        const bytes = await files.read(path, LARGEST_BYTES).catch(() => null);
        const found = bytes === null ? null : readCertificates(bytes);
        return found?.ok === true ? found.value : null;
      }),
    );
    const good = read.flatMap((found) => found ?? []);
    return {
      good: good.toSorted((one, other) => one.subject.localeCompare(other.subject, 'en')),
      damaged: read.filter((found) => found === null).length,
    };
  }

  return {
    all: async () => (await copies()).good,
    damage: async () => {
      const { damaged } = await copies();
      return damaged === 0 ? null : networkProblem('network/damagedCopies', damaged);
    },
    add: async (path) => {
      const bytes = await files.read(path, LARGEST_BYTES).catch(() => null);
      if (bytes === null) return networkFailure('network/unreadableFile');
      const found = readCertificates(bytes);
      if (!found.ok) return found;
      const [first] = found.value;
      const anchors = found.value.filter(isTrustAnchor);
      if (anchors.length === 0) return networkFailure('network/serverCertificate', first?.subject ?? '');
      const known = new Set((await copies()).good.map(({ id }) => id));
      const added = anchors.filter(({ id }) => !known.has(id));
      if (added.length === 0) return networkFailure('network/knownCertificate', anchors[0]?.subject ?? '');
      try {
        await Promise.all(added.map(({ id, pem }) => files.write(pathOf(id), pem)));
      } catch {
        return networkFailure('network/certificateNotKept');
      }
      return success(added.map(withoutText));
    },
    remove: (id) => files.remove(pathOf(id)),
  };
}

/** A certificate as the window shows it. */
export const withoutText = ({ id, subject, validUntil }: PemCertificate): OwnCertificate => ({
  id,
  subject,
  validUntil,
});
