/** What a server or a proxy asks for: one scheme of a `WWW-Authenticate` or `Proxy-Authenticate` header. */
export interface Challenge {
  /** As it is written, for example `Basic`. */
  readonly scheme: string;
  /** By name in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The next item of the header: a parameter (name, value in quotes, value without), a scheme, or what is between them. */
const ITEM =
  /\s*(?:([a-z0-9!#$%&'*+.^_`|~-]+)\s*=(?!=)\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))|([a-z][a-z0-9-]*)(?=[\s,]|$)|[^\s,]+|,)/giy;

/** Longer headers are no challenges. */
const MOST_CHARACTERS = 10_000;

/** Reads the challenges of a header (RFC 9110 §11.6.1), in its order. What cannot be read is left out. */
export function readChallenges(header: string | null): readonly Challenge[] {
  const found: { scheme: string; parameters: Record<string, string> }[] = [];
  for (const [, name, quoted, plain = '', scheme] of (header ?? '')
    .slice(0, MOST_CHARACTERS)
    .matchAll(ITEM)) {
    if (scheme !== undefined) found.push({ scheme, parameters: {} });
    const last = found.at(-1);
    if (name !== undefined && last !== undefined)
      last.parameters[name.toLowerCase()] = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
  }
  return found;
}

/** The first challenge of a scheme; null if there is none. @param scheme in lower case */
export const challengeOf = (challenges: readonly Challenge[], scheme: string): Challenge | null =>
  challenges.find((one) => one.scheme.toLowerCase() === scheme) ?? null;
