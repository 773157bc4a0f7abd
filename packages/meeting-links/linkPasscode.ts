import type { JoinLink } from './joinLink.ts';
import { services } from './services.ts';
import { queryValue } from './unwrapUrl.ts';

const parameterOf: ReadonlyMap<string, string> = new Map(
  services.flatMap(({ id, passcodeIn }) => (passcodeIn === undefined ? [] : [[id, passcodeIn] as const])),
);

/** The passcode or token in the address of a room; null if it has none. */
function tokenOf({ service, url }: Pick<JoinLink, 'service' | 'url'>): string | null {
  const parameter = parameterOf.get(service) ?? (service.startsWith('own:') ? 'pwd' : undefined);
  return parameter === undefined ? null : queryValue(new URL(url), parameter) || null;
}

/** Whether the address contains the passcode or a token, so that there is nothing to type. */
export const carriesPasscode = (link: Pick<JoinLink, 'service' | 'url'>): boolean => tokenOf(link) !== null;

/** Zoom tokens and LFX ids are longer than any passcode. */
const LONGEST_PASSCODE = 10;

/**
 * A passcode for programs: the written one, else the value in the address if it is short enough to be a passcode. Too
 * uncertain for people unless it is digits: see `typablePasscode`.
 */
export function passcodeForPrograms(link: JoinLink): string | null {
  const token = tokenOf(link);
  return link.passcode ?? (token !== null && token.length <= LONGEST_PASSCODE ? token : null);
}

/**
 * The value in an address if it is certainly the passcode: a few digits. Otherwise it is a token that only works in
 * the link.
 */
export const typablePasscode = (token: string | null): string | null =>
  token !== null && /^\d{4,10}$/.test(token) ? token : null;
