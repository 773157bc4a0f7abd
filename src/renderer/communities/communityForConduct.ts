import type { Community } from '#core/catalogue/community.ts';

/** Where a mail reaches its committee; null where that is said in other words. */
export function mailAddressOf(community: Community | null): string | null {
  const contact = community?.conduct?.contact ?? '';
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? contact : null;
}

/**
 * The community whose committee is meant: the one that runs the meeting, else the only committee that is known.
 * @param running id of the community that runs the meeting
 */
export function communityForConduct(
  communities: readonly Community[],
  running: string | null,
): Community | null {
  const withCommittee = communities.filter(({ conduct }) => conduct !== null);
  const own = withCommittee.find(({ id }) => id === running);
  if (own) return own;
  const contacts = new Set(withCommittee.map(({ conduct }) => conduct?.contact));
  return contacts.size === 1 ? (withCommittee[0] ?? null) : null;
}
