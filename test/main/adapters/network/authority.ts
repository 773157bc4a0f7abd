import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The key and certificate of a server, PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of the tests' own, and what it issues for servers on this computer. */
export interface Authority {
  /** PEM. */
  readonly cert: string;
  readonly good: ServerCertificate;
  readonly expired: ServerCertificate;
  readonly wrongName: ServerCertificate;
  /** Signed by nobody else. */
  readonly selfSigned: ServerCertificate;
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Null where there is no OpenSSL. @param elsewhere the name in the certificate that is of no server on this computer */
export function createAuthority(name = 'Test Authority', elsewhere = 'other.example'): Authority | null {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-authority-'));
  const file = (part: string): string => join(folder, part);
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });
  const read = (part: string): string => readFileSync(file(part), 'utf8');
  const issue = (names: string, days: number): ServerCertificate => {
    writeFileSync(file('extensions'), `subjectAltName=${names}`);
    openssl('req', '-new', ...CURVE, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=server');
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      ...by,
      '-days',
      String(days),
      '-extfile',
      'extensions',
      '-out',
      'server.pem',
    );
    return { key: read('server.key'), cert: read('server.pem') };
  };
  const own = (subject: string, ...extensions: readonly string[]): void =>
    openssl(
      'req',
      '-x509',
      ...CURVE,
      ...'-keyout ca.key -out ca.pem -days 2 -subj'.split(' '),
      subject,
      ...extensions.flatMap((one) => ['-addext', one]),
    );
  try {
    own('/CN=localhost', 'subjectAltName=DNS:localhost,IP:127.0.0.1');
    const selfSigned = { key: read('ca.key'), cert: read('ca.pem') };
    own(`/CN=${name}/O=Tests`, 'keyUsage=critical,keyCertSign,cRLSign');
    const here = 'DNS:localhost,IP:127.0.0.1';
    return {
      cert: read('ca.pem'),
      good: issue(here, 2),
      expired: issue(here, -1),
      wrongName: issue(`DNS:${elsewhere}`, 2),
      selfSigned,
    };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
