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

/** The angles of the hues in OKLCH, degrees, as tokens.css has them; `slate` is grey. */
const ANGLES: readonly (readonly [Hue, number])[] = [
  ['teal', 196],
  ['blue', 250],
  ['indigo', 282],
  ['violet', 315],
  ['pink', 355],
  ['red', 25],
  ['orange', 52],
  ['amber', 86],
  ['green', 150],
];

/** Below this chroma in OKLCH a colour looks grey. */
const GREY = 0.04;

/** The hue that is nearest to a colour. @param color `#rrggbb` */
export function nearestHue(color: string): Hue {
  const linear = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  // Source: Björn Ottosson, A perceptual color space for image processing.
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  if (Math.hypot(a, b) < GREY) return 'slate';
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  const distance = ([, other]: readonly [Hue, number]): number =>
    Math.abs(((angle - other + 540) % 360) - 180);
  return ANGLES.reduce((best, one) => (distance(one) < distance(best) ? one : best))[0];
}
