import { createHash, X509Certificate } from 'node:crypto';
import { networkFailure } from '#core/network/problems.ts';
import type { OwnCertificate } from '#core/network/networkState.ts';
import { success, visibleLine, type Result } from '#base';

/** A certificate with its text. */
export interface PemCertificate extends OwnCertificate {
  readonly pem: string;
}

/** A bundle of authorities may hold some hundred. */
const MOST = 500;

/** Reads the certificates of a file: PEM, one or several, or one in DER. */
export function readCertificates(bytes: Uint8Array): Result<readonly PemCertificate[]> {
  const text = Buffer.from(bytes).toString('latin1');
  const isPem = text.includes('-----BEGIN');
  const blocks = text.match(
    /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g,
  );
  // 0x30 begins every DER structure. Anything else is no certificate at all.
  if (isPem ? !text.includes('-----BEGIN CERTIFICATE') : bytes[0] !== 0x30)
    return networkFailure('network/noCertificate');
  const read: PemCertificate[] = [];
  try {
    for (const block of isPem ? (blocks ?? []) : [bytes]) read.push(describe(new X509Certificate(block)));
  } catch {
    return networkFailure(isPem ? 'network/damagedCertificate' : 'network/noCertificate');
  }
  if (read.length === 0 || read.length > MOST) return networkFailure('network/damagedCertificate');
  return success(read);
}

/** Whether a certificate can vouch: of an authority, or of a server that signed its own. */
export const isTrustAnchor = ({ pem }: PemCertificate): boolean => {
  const certificate = new X509Certificate(pem);
  return certificate.ca || certificate.issuer === certificate.subject;
};

function describe(certificate: X509Certificate): PemCertificate {
  const parts = new Map(
    certificate.subject.split('\n').map((line): [string, string] => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=')];
    }),
  );
  const name = parts.get('CN') ?? parts.get('O') ?? parts.get('OU') ?? certificate.serialNumber;
  return {
    id: createHash('sha256').update(certificate.raw).digest('hex'),
    subject: visibleLine(name).slice(0, 200),
    validUntil: Date.parse(certificate.validTo),
    pem: certificate.toString(),
  };
}
