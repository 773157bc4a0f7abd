import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** The certificate authorities that this thread trusts. */
export interface Trust {
  /** Trusts Node's own list, the system's, those of `NODE_EXTRA_CA_CERTS`, and these. @param own PEM */
  extend(own: readonly string[]): Promise<void>;
}

/**
 * The file of `NODE_EXTRA_CA_CERTS`. Node reads it itself, but not in an installed app, whose fuses forbid it; there the
 * user who set the variable still means it.
 */
async function extraCertificates(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined || path === '') return [];
  const text = await readFile(path, 'latin1').catch(() => '');
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return found.filter(isReadable);
}

/** One that cannot be read would make Node refuse the whole list. */
function isReadable(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

/** Empty where the system's store cannot be read: Node's own list still counts. */
function systemCertificates(): readonly string[] {
  try {
    return getCACertificates('system');
  } catch {
    return [];
  }
}

/** Reading the system's certificates takes some 50 ms, so that is left until the first call. */
export function createTrust(env: Readonly<Record<string, string | undefined>>): Trust {
  let lasting: readonly string[] | null = null;

  async function read(): Promise<readonly string[]> {
    const byDefault = getCACertificates('default');
    // Each step blocks this thread for a moment: other events run in between.
    await setImmediate();
    const bySystem = systemCertificates();
    await setImmediate();
    return [...byDefault, ...bySystem, ...(await extraCertificates(env['NODE_EXTRA_CA_CERTS']))];
  }

  return {
    extend: async (own) => {
      lasting ??= [...new Set(await read())];
      setDefaultCACertificates([...lasting, ...own]);
    },
  };
}
