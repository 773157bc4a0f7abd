import type { Instant, ZoneName } from '#base';
import { hasEnded } from './agenda.ts';
import { ruleFinder, type MeetingRule } from './meetingRules.ts';
import type { Occurrence } from './occurrence.ts';

/** The meetings to come that the user keeps in spite of a rule. */
export function keptMeetings(
  rule: MeetingRule,
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): Occurrence[] {
  const kept = new Set(rule.kept);
  return occurrences.filter(
    (one) => one.sources.some(({ key }) => kept.has(key)) && !hasEnded(one, now, zone),
  );
}

/** The meetings to come that each rule decides about, by the rule's id; rules that catch none are left out. */
export function caughtMeetings(
  rules: readonly MeetingRule[],
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): ReadonlyMap<string, readonly Occurrence[]> {
  const ruleOf = ruleFinder(rules);
  const caught = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    if (occurrence.status === 'cancelled' || hasEnded(occurrence, now, zone)) continue;
    const id = ruleOf(occurrence)?.id;
    if (id === undefined) continue;
    const list = caught.get(id);
    if (list === undefined) caught.set(id, [occurrence]);
    else list.push(occurrence);
  }
  return caught;
}
