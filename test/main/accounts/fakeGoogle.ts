/** A small authorization server that speaks like Google's, before a real calendar server that it lets in with its tokens. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { GoogleClient } from '#main/accounts/google/tokenRequests.ts';
import { freePort, type CalDavServer } from '../feeds/caldav/servers.ts';

const SCOPE = 'https://www.googleapis.com/auth/calendar.readonly';
export const EMAIL = 'anna@example.org';

interface Page {
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
}

export class FakeGoogle implements AsyncDisposable {
  readonly client: GoogleClient = {
    clientId: '1234-abc.apps.googleusercontent.com',
    clientSecret: 'GOCSPX-client-secret',
  };
  /** Whether each refresh gives another refresh token, and ends the old one. */
  rotates = false;
  /** Answer to every request for tokens, in place of tokens. */
  tokenAnswer: { readonly status: number; readonly body: string } | null = null;
  scope = SCOPE;
  /** The CalDAV API is not enabled in the project. */
  isForbidden = false;
  /** Tokens that the app asked to revoke. */
  readonly revoked: string[] = [];
  /** All that must never be in a log, an event or a file in the clear. */
  readonly secrets: string[] = [];
  refreshes = 0;
  readonly #codes = new Map<string, Page>();
  readonly #accessTokens = new Set<string>();
  readonly #refreshTokens = new Set<string>();
  readonly #calendars: CalDavServer;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #url = '';

  constructor(calendars: CalDavServer) {
    this.#calendars = calendars;
  }

  /** Of its root. */
  get url(): string {
    return this.#url;
  }

  async start(): Promise<this> {
    const port = await freePort();
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#url = `http://127.0.0.1:${port}/`;
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Access tokens end, as after an hour. */
  expireTokens(): void {
    this.#accessTokens.clear();
  }

  /** The user ends the consent in their Google account. */
  endConsent(): void {
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }

  /** What the user does with a page that the app opened; resolves with what the browser shows at last. */
  async visit(page: string, choice: 'allow' | 'deny' = 'allow'): Promise<{ status: number; text: string }> {
    const reply = await fetch(this.pageHere(page), { redirect: 'manual' });
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`${reply.status} ${await reply.text()}`);
    const back = new URL(location);
    if (choice === 'deny') {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
    }
    const shown = await fetch(back);
    return { status: shown.status, text: await shown.text() };
  }

  /** The app opens only https pages; this server has no certificate. */
  pageHere = (page: string): string => page.replace(/^https:/, 'http:');

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    if (url.pathname === '/o/oauth2/v2/auth') return this.#showPage(url.searchParams, response);
    const form = new URLSearchParams(body.toString());
    if (url.pathname === '/token') return this.#giveTokens(form, response);
    if (url.pathname === '/revoke') {
      this.revoked.push(form.get('token') ?? '');
      this.#refreshTokens.delete(form.get('token') ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    this.#forward(request, url, body, response);
  }

  #showPage(asked: URLSearchParams, response: ServerResponse): void {
    const redirectUri = asked.get('redirect_uri') ?? '';
    const isRight =
      asked.get('client_id') === this.client.clientId &&
      asked.get('response_type') === 'code' &&
      asked.get('scope') === SCOPE &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('access_type') === 'offline' &&
      asked.get('login_hint') === EMAIL &&
      /^http:\/\/127\.0\.0\.1:\d+\/$/.test(redirectUri);
    if (!isRight) return void response.writeHead(400).end('invalid_request');
    const code = this.#secret('4/code');
    const state = asked.get('state') ?? '';
    this.#codes.set(code, { redirectUri, state, challenge: asked.get('code_challenge') ?? '' });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({ state, code, scope: SCOPE }).toString();
    response.writeHead(302, { location: back.href }).end();
  }

  #giveTokens(form: URLSearchParams, response: ServerResponse): void {
    const send = (status: number, body: object | string): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    if (this.tokenAnswer !== null) return send(this.tokenAnswer.status, this.tokenAnswer.body);
    const { clientId, clientSecret } = this.client;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return send(401, { error: 'invalid_client', error_description: 'The OAuth client was not found.' });
    const accessToken = this.#secret('ya29');
    const given = { access_token: accessToken, expires_in: 3599, token_type: 'Bearer', scope: this.scope };
    if (form.get('grant_type') === 'refresh_token') {
      const refreshToken = form.get('refresh_token') ?? '';
      if (!this.#refreshTokens.has(refreshToken))
        return send(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' });
      this.refreshes += 1;
      this.#accessTokens.add(accessToken);
      if (!this.rotates) return send(200, given);
      this.#refreshTokens.delete(refreshToken);
      return send(200, { ...given, refresh_token: this.#newRefreshToken() });
    }
    const page = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (page?.challenge !== challenge || page.redirectUri !== form.get('redirect_uri'))
      return send(400, { error: 'invalid_grant' });
    this.#accessTokens.add(accessToken);
    send(200, { ...given, refresh_token: this.#newRefreshToken() });
  }

  #newRefreshToken(): string {
    const token = this.#secret('1//refresh');
    this.#refreshTokens.add(token);
    return token;
  }

  #secret(kind: string): string {
    const secret = `${kind}${randomBytes(18).toString('hex')}`;
    this.secrets.push(secret);
    return secret;
  }

  #forward(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!this.#accessTokens.has(token))
      return void response
        .writeHead(401, { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' })
        .end();
    if (this.isForbidden) return void response.writeHead(403).end('accessNotConfigured');
    const { user, password } = this.#calendars.login;
    const path = url.pathname.replace(/^\/caldav\/v2\/([^/]+)\/user$/, '/$1/');
    const headers = {
      ...request.headers,
      host: new URL(this.#calendars.url).host,
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    };
    const forwarded = sendRequest(new URL(path, this.#calendars.url), { method: request.method, headers });
    forwarded.on('response', (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    forwarded.end(body);
  }
}
