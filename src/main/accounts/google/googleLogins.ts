import { z } from 'zod';
import { accountFailure } from '#core/caldav/problems.ts';
import { MINUTE, SECOND, success, type Result } from '#base';
import type { TokenLogin } from '../../ports/http.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Credentials } from '../credentials.ts';
import type { GoogleClient, TokenRequests, Tokens } from './tokenRequests.ts';

/** What is kept of a Google account in place of a password. */
const storedConsent = z.object({ clientId: z.string(), clientSecret: z.string(), refreshToken: z.string() });
export type StoredConsent = z.infer<typeof storedConsent>;

/** Null if this is none, for example after an edit of the file. @param secret as `Credentials` has it */
export function readConsent(secret: string): StoredConsent | null {
  try {
    return storedConsent.parse(JSON.parse(secret));
  } catch {
    return null;
  }
}

export const secretOf = (client: GoogleClient, refreshToken: string): string =>
  JSON.stringify({ ...client, refreshToken } satisfies StoredConsent);

/** Tokens for the calendars of Google accounts. They stay in memory, and are asked for when they are needed. */
export interface GoogleLogins {
  /** For the calendars of an account. */
  login(id: string): Promise<Result<TokenLogin>>;
  /** A token of a sign-in that is not stored yet: once it is refused, the user has to sign in again. */
  unstored(tokens: Tokens): TokenLogin;
  /** The user signed in again: the known token is of the old consent. */
  forget(id: string): void;
  /** Ends a consent, in a while, since undo may want it; returns how to call that off. */
  revokeLater(secret: string): () => void;
}

/** A token is not used in its last moments, since a request may take a while. */
const MARGIN_MS = MINUTE;
/** Longer than undo is offered. */
const REVOKE_AFTER_MS = 30 * SECOND;
/** A revocation on the way out must not hold the app. */
const REVOKE_PATIENCE_MS = 3 * SECOND;

interface LoginParts extends Pick<Ports, 'clock' | 'log'> {
  readonly requests: TokenRequests;
  readonly credentials: Pick<Credentials, 'get' | 'replace'>;
}

/** Disposing revokes at once what waits for it. */
export function createGoogleLogins({
  clock,
  log,
  requests,
  credentials,
}: LoginParts): GoogleLogins & AsyncDisposable {
  const known = new Map<string, Tokens>();
  /** One refresh for all calendars of an account. */
  const refreshes = new Map<string, Promise<Result<Tokens>>>();
  const waiting = new Map<string, Disposable>();

  async function refreshed(id: string): Promise<Result<Tokens>> {
    const consent = readConsent((await credentials.get(id))?.password ?? '');
    if (consent === null) return accountFailure('account/signInAgain');
    const { signal } = new AbortController();
    const tokens = await requests.refresh(consent, consent.refreshToken, signal);
    if (!tokens.ok) return tokens;
    known.set(id, tokens.value);
    // Some servers give a new one each time, and end the old one (RFC 9700 §4.14.2).
    if (tokens.value.refreshToken !== null)
      await credentials.replace(id, secretOf(consent, tokens.value.refreshToken));
    return tokens;
  }
  const refreshOnce = (id: string): Promise<Result<Tokens>> => {
    const run = refreshes.get(id) ?? refreshed(id).finally(() => refreshes.delete(id));
    refreshes.set(id, run);
    return run;
  };

  async function login(id: string): Promise<Result<TokenLogin>> {
    const present = known.get(id);
    const isFresh = present !== undefined && present.expiresAt - MARGIN_MS > clock.now();
    const tokens = isFresh ? success(present) : await refreshOnce(id);
    if (!tokens.ok) return tokens;
    const { accessToken } = tokens.value;
    const renew = (): Promise<Result<TokenLogin>> => {
      // Another calendar of the account may have been faster.
      if (known.get(id)?.accessToken === accessToken) known.delete(id);
      return login(id);
    };
    return success({ accessToken, renew });
  }

  async function revoke(secret: string): Promise<void> {
    waiting.get(secret)?.[Symbol.dispose]();
    waiting.delete(secret);
    const consent = readConsent(secret);
    if (consent === null) return;
    const isOver = await requests.revoke(
      consent,
      consent.refreshToken,
      AbortSignal.timeout(REVOKE_PATIENCE_MS),
    );
    if (!isOver) log('a consent at Google was not revoked: the user can do it in the Google account');
  }

  return {
    login,
    unstored: ({ accessToken }) => ({
      accessToken,
      renew: () => Promise.resolve(accountFailure('account/signInAgain')),
    }),
    forget: (id) => void known.delete(id),
    revokeLater: (secret) => {
      waiting.set(
        secret,
        clock.after(REVOKE_AFTER_MS, () => void revoke(secret)),
      );
      return () => {
        waiting.get(secret)?.[Symbol.dispose]();
        waiting.delete(secret);
      };
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...waiting.keys()].map(revoke));
    },
  };
}
