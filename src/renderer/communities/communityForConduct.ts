import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import type { NamedCommunity } from '../store/viewSlice.ts';

/** The email address of its committee; null if the contact is not an address. */
export function mailAddressOf(community: Pick<FollowableCommunity, 'conduct'> | null): string | null {
  const contact = community?.conduct?.contact ?? '';
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? contact : null;
}

/** The community that runs a meeting; null if no feed names one. */
export const communityOf = (
  meeting: Pick<Occurrence, 'community' | 'sources'> | null,
): NamedCommunity | null =>
  meeting === null || meeting.community === null
    ? null
    : { id: meeting.community, feedIds: meeting.sources.map(({ feedId }) => feedId) };

export const namedCommunity = ({
  id,
  feedId,
}: Pick<FollowableCommunity, 'id' | 'feedId'>): NamedCommunity => ({ id, feedIds: [feedId] });

/**
 * The community with the responsible committee; null if it is unknown or has none. Never a guess: a report that reaches
 * strangers cannot be taken back.
 */
export const communityForConduct = (
  communities: readonly FollowableCommunity[],
  named: NamedCommunity | null,
): FollowableCommunity | null =>
  communities.find(
    ({ id, feedId, conduct }) => conduct !== null && id === named?.id && named.feedIds.includes(feedId),
  ) ?? null;

/** One community for each committee that is known, for the user to choose. */
export function committees(communities: readonly FollowableCommunity[]): readonly FollowableCommunity[] {
  const byContact = new Map<string, FollowableCommunity>();
  for (const community of communities)
    if (community.conduct !== null && !byContact.has(community.conduct.contact))
      byContact.set(community.conduct.contact, community);
  return [...byContact.values()];
}
