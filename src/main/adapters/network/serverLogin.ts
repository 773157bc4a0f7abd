import { createHash, randomBytes } from 'node:crypto';
import { challengeOf, readChallenges, type Challenge } from '#core/network/challenges.ts';
import type { Login } from '../../ports/http.ts';

/** Answers to servers that ask for a name and a password: Basic (RFC 7617) and Digest (RFC 7616). */

export const basic = ({ user, password }: Login): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** What is sent, as far as an answer depends on it. */
export interface AskedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

/**
 * The value of `Authorization` for a challenge: Digest if it is offered, since it does not send the password.
 * Null if there is no scheme that we know.
 * @param header WWW-Authenticate
 */
export function authorizationFor(header: string | null, login: Login, request: AskedRequest): string | null {
  const challenges = readChallenges(header);
  const digests = challenges.filter(({ scheme }) => scheme.toLowerCase() === 'digest');
  const digest = digests
    .toSorted((one, other) => strengthOf(other) - strengthOf(one))
    .find((one) => strengthOf(one) >= 0);
  if (digest !== undefined) return digestAnswer(digest, login, request, randomBytes(24).toString('base64'));
  return challengeOf(challenges, 'basic') === null ? null : basic(login);
}

/** Hashes by their name in a challenge, the weakest first. */
const HASHES: readonly (readonly [name: string, hash: string])[] = [
  ['md5', 'md5'],
  ['sha-512-256', 'sha512-256'],
  ['sha-256', 'sha256'],
];

const algorithmOf = ({ parameters }: Challenge): string => parameters['algorithm'] ?? 'MD5';
const hashNameOf = (challenge: Challenge): string =>
  algorithmOf(challenge)
    .toLowerCase()
    .replace(/-sess$/, '');

/** The place of the challenge's hash in {@link HASHES}; -1 if we cannot answer it. */
function strengthOf(challenge: Challenge): number {
  const { nonce, qop } = challenge.parameters;
  if (nonce === undefined || (qop !== undefined && !/(?:^|[\s,])auth(?:[\s,]|$)/i.test(qop))) return -1;
  return HASHES.findIndex(([name]) => name === hashNameOf(challenge));
}

/** @param cnonce random text of ours */
export function digestAnswer(
  challenge: Challenge,
  { user, password }: Login,
  { method, path }: AskedRequest,
  cnonce: string,
): string {
  const { realm = '', nonce = '', opaque, qop, userhash } = challenge.parameters;
  const algorithm = HASHES.find(([name]) => name === hashNameOf(challenge))?.[1] ?? 'md5';
  const hash = (...parts: readonly string[]): string =>
    createHash(algorithm).update(parts.join(':')).digest('hex');
  const first = hash(user, realm, password);
  const secret = /-sess$/i.test(algorithmOf(challenge)) ? hash(first, nonce, cnonce) : first;
  const count = '00000001';
  // Without a quality of protection the server speaks the older RFC 2069.
  const response =
    qop === undefined
      ? hash(secret, nonce, hash(method, path))
      : hash(secret, nonce, count, cnonce, 'auth', hash(method, path));
  const isHashed = userhash?.toLowerCase() === 'true';
  const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `Digest ${[
    `username=${quoted(isHashed ? hash(user, realm) : user)}`,
    `realm=${quoted(realm)}`,
    `uri=${quoted(path)}`,
    `algorithm=${algorithmOf(challenge)}`,
    `nonce=${quoted(nonce)}`,
    ...(qop === undefined ? [] : [`nc=${count}`, `cnonce=${quoted(cnonce)}`, 'qop=auth']),
    `response=${quoted(response)}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(isHashed ? ['userhash=true'] : []),
  ].join(', ')}`;
}
