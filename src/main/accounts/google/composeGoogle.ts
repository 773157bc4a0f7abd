import type { Result } from '#base';
import type { Shared } from '../../app/composeShared.ts';
import { createExternalLinks } from '../../join/externalLinks.ts';
import type { Credentials } from '../credentials.ts';
import { createGoogleLogins, type GoogleLogins } from './googleLogins.ts';
import { google, googleServerAt, type GoogleServer } from './googleServer.ts';
import { signIn } from './signIn.ts';
import { createTokenRequests, type GoogleClient, type Tokens } from './tokenRequests.ts';

/** Google accounts: signing in with the user's own OAuth client, and the tokens for their calendars. */
export interface Google {
  readonly server: GoogleServer;
  readonly logins: GoogleLogins;
  /** Resolves when the user has finished in the browser, or with the signal. */
  signIn(client: GoogleClient, email: string, signal: AbortSignal): Promise<Result<Tokens>>;
}

export function composeGoogle({ ports, owned }: Shared, credentials: Credentials): Google {
  const { googleServer } = ports.environment;
  const server = googleServer === null ? google : googleServerAt(googleServer);
  const requests = createTokenRequests(ports, server);
  const links = createExternalLinks(ports.browser);
  const { loopback, clock, log } = ports;
  return {
    server,
    logins: owned.use(createGoogleLogins({ clock, log, requests, credentials })),
    signIn: (client, email, signal) => signIn({ loopback, clock, requests, links }, client, email, signal),
  };
}
