import { z } from 'zod';

/**
 * An expected failure, in words for the user: what is wrong, and what to do about it.
 * Expected failures are values; only bugs throw. No secret (token, passcode) ever stands in one.
 */
export const problem = z.object({
  /** `area/what`, for example `feed/refused`; stable, for code and tests. */
  code: z.string(),
  /** One sentence. */
  title: z.string(),
  /** What is still true, and what to do. */
  detail: z.string(),
});
export type Problem = z.infer<typeof problem>;

/** Code of the problem that some changes are only in memory; it stays on the screen until they are on the disk. */
export const UNSAVED = 'disk/unsaved';

/** The outcome of a request that may fail in an expected way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** A success. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** An expected failure. */
export const failure = (code: string, title: string, detail: string): Result<never> => ({
  ok: false,
  problem: { code, title, detail },
});

/** The schema of a {@link Result}, for what crosses a process border. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);
