import type { Pattern } from '../series.ts';
import type { Zone } from '../zones/zone.ts';
import type { RecurrenceRule } from './rule.ts';

const cache = new WeakMap<Pattern, { readonly viewer: Zone; readonly pattern: Pattern }>();

/**
 * Returns the pattern with ends given as instants converted to wall times on the viewer's clock. The same pattern and
 * viewer return the same object, because counted ends are cached by its rules.
 */
export function withEndsFor(pattern: Pattern, viewer: Zone): Pattern {
  if (!pattern.rules.some(({ untilInstant }) => untilInstant !== undefined)) return pattern;
  const cached = cache.get(pattern);
  if (cached?.viewer === viewer) return cached.pattern;
  const made = { ...pattern, rules: pattern.rules.map((rule) => withEnd(rule, viewer)) };
  cache.set(pattern, { viewer, pattern: made });
  return made;
}

const withEnd = (rule: RecurrenceRule, viewer: Zone): RecurrenceRule =>
  rule.untilInstant === undefined ? rule : { ...rule, until: viewer.wallTime(rule.untilInstant) };
