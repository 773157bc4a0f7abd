import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import { accountFailure } from '#core/caldav/problems.ts';
import { MINUTE, type Result } from '#base';
import type { ExternalLinks } from '../../join/externalLinks.ts';
import type { Ports } from '../../ports/ports.ts';
import type { GoogleClient, TokenRequests, Tokens } from './tokenRequests.ts';

/** How long the user may take on Google's pages. */
const PATIENCE_MS = 10 * MINUTE;

interface SignInParts extends Pick<Ports, 'loopback' | 'clock'> {
  readonly requests: TokenRequests;
  readonly links: Pick<ExternalLinks, 'openLink'>;
}

/**
 * Signs the user in with their browser: opens Google's page, waits on a port of this computer for the answer, and trades
 * it for tokens. @param signal the user does not want to wait any more
 */
export async function signIn(
  { loopback, clock, requests, links }: SignInParts,
  client: GoogleClient,
  email: string,
  signal: AbortSignal,
): Promise<Result<Tokens>> {
  const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()];
  // An answer without our state is not for us: any page in a browser can send one.
  await using waiting = await loopback.listen((answer) => answer.get('state') === state);
  const secrets = { state, verifier, redirectUri: waiting.redirectUri };
  const over = new AbortController();
  using timers = new DisposableStack();
  timers.use(clock.after(PATIENCE_MS, () => over.abort()));
  const opened = await links.openLink(await requests.consentPage(client, email, secrets));
  if (!opened.ok) return opened;
  const answer = await waiting.answer(AbortSignal.any([signal, over.signal]));
  if (answer === null)
    return accountFailure(over.signal.aborted ? 'account/signInTimedOut' : 'account/lookAgain');
  return requests.exchange(client, answer, secrets, signal);
}
