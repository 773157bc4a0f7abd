import type { Feed } from '#core/feeds/feed.ts';
import { groupMark, isFollowed } from '#core/feeds/followed.ts';
import type { Community } from '#core/catalogue/community.ts';

/** Which meetings of a feed are followed. Pure. */

type Group = Pick<Community, 'id' | 'meetings'>;

const uidsOf = ({ meetings }: Group): string[] => meetings.filter((one) => one.isDated).map(({ uid }) => uid);

/** How much of a group is followed. */
export function shareFollowed(followed: Feed['followed'], group: Group): 'all' | 'some' | 'none' {
  if (followed === 'all' || followed.includes(groupMark(group.id))) return 'all';
  return uidsOf(group).some((uid) => isFollowed(followed, uid, group.id)) ? 'some' : 'none';
}

/** The followed groups as a list without duplicates: `all` becomes every group of the feed. */
const listed = (followed: Feed['followed'], groups: readonly Group[]): string[] =>
  followed === 'all' ? groups.map(({ id }) => groupMark(id)) : [...followed];

/**
 * The choice after whole groups were followed (with their future meetings) or unfollowed.
 * @param groups all groups of the feed
 */
export function withGroups(
  followed: Feed['followed'],
  groups: readonly Group[],
  changed: readonly Group[],
  isOn: boolean,
): string[] {
  const theirs = new Set(changed.flatMap((group) => [groupMark(group.id), ...uidsOf(group)]));
  const others = listed(followed, groups).filter((entry) => !theirs.has(entry));
  return isOn ? [...others, ...changed.map(({ id }) => groupMark(id))] : others;
}

/**
 * The choice after one meeting of a group was followed or unfollowed. Following the last missing meeting follows the
 * group; unfollowing one meeting of a followed group keeps its others.
 */
export function withMeeting(
  followed: Feed['followed'],
  groups: readonly Group[],
  group: Group,
  uid: string,
  isOn: boolean,
): string[] {
  const own = uidsOf(group);
  const wanted = own.filter((one) => (one === uid ? isOn : isFollowed(followed, one, group.id)));
  if (wanted.length === own.length) return withGroups(followed, groups, [group], true);
  return [...withGroups(followed, groups, [group], false), ...wanted];
}
