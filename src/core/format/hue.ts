import { z } from 'zod';
import { fnv1a } from '#base';

/** The colours of calendars and communities, in the order in which they are offered. Each is a token `--c-…`. */
export const hue = z.enum([
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
  'red',
  'orange',
  'amber',
  'green',
  'slate',
]);
export type Hue = z.infer<typeof hue>;

/** The hue of a calendar or community without a chosen one: of its id, so that it is the same on every computer. */
export function hueOf(id: string): Hue {
  const { options } = hue;
  return options[fnv1a(id) % options.length] ?? 'teal';
}
