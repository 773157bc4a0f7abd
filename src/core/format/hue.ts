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

/** The user's colours, by the ids of calendars and of communities. */
export interface HueChoices {
  readonly calendars: Readonly<Record<string, { readonly hue?: Hue | undefined }>>;
  readonly communityHues: Readonly<Record<string, Hue>>;
}

/** The hue of a meeting: the one that the user gave its community, else that of its calendar. */
export function hueOfOccurrence(
  { community, feedId }: { readonly community: string | null; readonly feedId: string },
  choices: HueChoices,
): Hue {
  const ofCommunity = community === null ? undefined : choices.communityHues[community];
  return ofCommunity ?? choices.calendars[feedId]?.hue ?? hueOf(feedId);
}
