import type { Feed } from '../../shared/calendar/feed.ts';

/** Which meetings of a feed are followed, and how that changes. Pure. */

export const isFollowed = (followed: Feed['followed'], uid: string): boolean =>
  followed === 'all' || followed.includes(uid);

/**
 * The choice after some meetings were followed or left.
 * @param all every meeting that can be chosen; when all of them are followed, so are those added later
 */
export function withFollowed(
  followed: Feed['followed'],
  uids: readonly string[],
  isOn: boolean,
  all: readonly string[],
): 'all' | string[] {
  const chosen = new Set(followed === 'all' ? all : followed);
  for (const uid of uids) {
    if (isOn) chosen.add(uid);
    else chosen.delete(uid);
  }
  return all.every((uid) => chosen.has(uid)) ? 'all' : [...chosen];
}
