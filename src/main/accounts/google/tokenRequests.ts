import * as oauth from 'oauth4webapi';
import { accountProblem } from '#core/caldav/problems.ts';
import { success, type Instant, type Problem, type Result } from '#base';
import { problemOfFailure, problemOfStatus } from '../../feeds/feedProblems.ts';
import { HttpFailure } from '../../ports/http.ts';
import type { Ports } from '../../ports/ports.ts';
import { GOOGLE_SCOPE, type GoogleServer } from './googleServer.ts';

/** The OAuth client of the user's own project at Google. A desktop app cannot keep its secret from the user who runs it. */
export interface GoogleClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What Google gives for a consent, or for a refresh token. */
export interface Tokens {
  readonly accessToken: string;
  readonly expiresAt: Instant;
  /** Null if the one that is known stays. */
  readonly refreshToken: string | null;
}

/** The secrets of one sign-in. */
export interface SignInSecrets {
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Requests of OAuth 2.0 for programs on a computer (RFC 8252, RFC 7636, RFC 7009). */
export interface TokenRequests {
  /** The page on which the user consents. */
  consentPage(client: GoogleClient, email: string, secrets: SignInSecrets): Promise<string>;
  /** The tokens for the answer that the browser brought. */
  exchange(
    client: GoogleClient,
    answer: URLSearchParams,
    secrets: SignInSecrets,
    signal: AbortSignal,
  ): Promise<Result<Tokens>>;
  refresh(client: GoogleClient, refreshToken: string, signal: AbortSignal): Promise<Result<Tokens>>;
  /** Ends the consent. False if the server did not confirm it. */
  revoke(client: GoogleClient, refreshToken: string, signal: AbortSignal): Promise<boolean>;
}

/** The server answered, but not with tokens. */
class Unanswered extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** If the server names no time. */
const SHORTEST_LIFE_S = 300;

export function createTokenRequests(
  { http, clock }: Pick<Ports, 'http' | 'clock'>,
  server: GoogleServer,
): TokenRequests {
  const as: oauth.AuthorizationServer = {
    issuer: server.issuer,
    authorization_endpoint: server.authorization,
    token_endpoint: server.token,
    revocation_endpoint: server.revocation,
  };
  const clientOf = ({ clientId }: GoogleClient): oauth.Client => ({ client_id: clientId });
  const secretOf = ({ clientSecret }: GoogleClient) => oauth.ClientSecretPost(clientSecret);
  const options = (signal: AbortSignal) => ({
    signal,
    // Only a test's server on this computer has no https.
    [oauth.allowInsecureRequests]: server.token.startsWith('http://127.0.0.1:'),
    // Through the app's own network, with its proxies and certificates.
    [oauth.customFetch]: async (
      url: string,
      { body }: { body?: URLSearchParams | null },
    ): Promise<Response> => {
      const { status, text, contentType } = await http.post(url, String(body ?? ''), signal);
      if (status === 429 || status >= 500) throw new Unanswered(problemOfStatus(status, url));
      return new Response(text, { status, headers: { 'content-type': contentType ?? '' } });
    },
  });

  const tokensOf = ({ access_token, expires_in, refresh_token }: oauth.TokenEndpointResponse): Tokens => ({
    accessToken: access_token,
    expiresAt: clock.now() + (expires_in ?? SHORTEST_LIFE_S) * 1000,
    refreshToken: refresh_token ?? null,
  });

  /** @param whenInvalid the grant is used up, expired or revoked */
  async function asked<T>(ask: () => Promise<Result<T>>, whenInvalid: Problem): Promise<Result<T>> {
    try {
      return await ask();
    } catch (error) {
      return { ok: false, problem: problemOf(error, server, whenInvalid) };
    }
  }

  return {
    consentPage: async ({ clientId }, email, { state, verifier, redirectUri }) => {
      const page = new URL(server.authorization);
      page.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: GOOGLE_SCOPE,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        login_hint: email,
        // A refresh token, also if the user consented before.
        access_type: 'offline',
        prompt: 'consent',
      }).toString();
      return page.href;
    },
    exchange: (client, answer, { state, verifier, redirectUri }, signal) => {
      const refused = accountProblem('account/signInRefused');
      return asked(async () => {
        const checked = oauth.validateAuthResponse(as, clientOf(client), answer, state);
        const reply = await oauth.authorizationCodeGrantRequest(
          as,
          clientOf(client),
          secretOf(client),
          checked,
          redirectUri,
          verifier,
          options(signal),
        );
        const given = await oauth.processAuthorizationCodeResponse(as, clientOf(client), reply);
        // The user may leave rights out on Google's page.
        const isAllowed = given.scope === undefined || given.scope.split(' ').includes(GOOGLE_SCOPE);
        if (!isAllowed) return { ok: false, problem: refused };
        const tokens = tokensOf(given);
        if (tokens.refreshToken === null) throw new Error('no refresh token');
        return success(tokens);
      }, refused);
    },
    refresh: (client, refreshToken, signal) =>
      asked(async () => {
        const reply = await oauth.refreshTokenGrantRequest(
          as,
          clientOf(client),
          secretOf(client),
          refreshToken,
          options(signal),
        );
        return success(tokensOf(await oauth.processRefreshTokenResponse(as, clientOf(client), reply)));
      }, accountProblem('account/signInAgain')),
    revoke: async (client, refreshToken, signal) => {
      const whenInvalid = accountProblem('account/signInAgain');
      const outcome = await asked(async () => {
        const reply = await oauth.revocationRequest(
          as,
          clientOf(client),
          secretOf(client),
          refreshToken,
          options(signal),
        );
        await oauth.processRevocationResponse(reply);
        return success(null);
      }, whenInvalid);
      return outcome.ok;
    },
  };
}

/** None contains a token: the messages of the library and of the server are dropped. */
function problemOf(error: unknown, { token }: GoogleServer, whenInvalid: Problem): Problem {
  if (error instanceof Unanswered) return error.problem;
  if (error instanceof HttpFailure) return problemOfFailure(error, token);
  if (error instanceof oauth.AuthorizationResponseError) return accountProblem('account/signInRefused');
  const code = error instanceof oauth.ResponseBodyError ? error.error : '';
  if (code === 'invalid_grant') return whenInvalid;
  if (code === 'invalid_client' || code === 'unauthorized_client') return accountProblem('account/badClient');
  return accountProblem('account/brokenAnswer', new URL(token).host);
}
