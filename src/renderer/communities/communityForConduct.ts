import type { Community } from '#core/catalogue/community.ts';

/** The email address of its committee; null if the contact is not an address. */
export function mailAddressOf(community: Community | null): string | null {
  const contact = community?.conduct?.contact ?? '';
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? contact : null;
}

/**
 * The community with the responsible committee: the one that runs the meeting, else the only one with a committee.
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
