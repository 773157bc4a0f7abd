import type { JoinLink } from './joinLink.ts';
import { services } from './services.ts';
import { queryValue } from './unwrapUrl.ts';

const parameterOf: ReadonlyMap<string, string> = new Map(
  services.flatMap(({ id, passcodeIn }) => (passcodeIn === undefined ? [] : [[id, passcodeIn] as const])),
);

/** What the address of a room carries to be let in; null where it carries nothing. */
function tokenOf({ service, url }: Pick<JoinLink, 'service' | 'url'>): string | null {
  const parameter = parameterOf.get(service) ?? (service.startsWith('own:') ? 'pwd' : undefined);
  return parameter === undefined ? null : queryValue(new URL(url), parameter) || null;
}

/** Whether the address lets in by itself, so that nothing is to be typed. */
export const carriesPasscode = (link: Pick<JoinLink, 'service' | 'url'>): boolean => tokenOf(link) !== null;

/** Zoom's tokens are longer than any passcode, and so are the ids of LFX. */
const LONGEST_PASSCODE = 10;

/**
 * For programs: the passcode, else what the address carries where it is short enough to be one. For people it is too
 * doubtful unless it is digits: see `typable`.
 */
export function passcodeForPrograms(link: JoinLink): string | null {
  const token = tokenOf(link);
  return link.passcode ?? (token !== null && token.length <= LONGEST_PASSCODE ? token : null);
}

/** What an address carries, where it can only be the passcode itself: a few digits. Else it is a token that only the link understands. */
export const typable = (token: string | null): string | null =>
  token !== null && /^\d{4,10}$/.test(token) ? token : null;
