import { z } from 'zod';
import { visibleLine } from './visibleText.ts';

/**
 * An expected failure, in words for the user: what is wrong and what to do about it.
 * Expected failures are returned as values; only bugs throw. A problem never contains a secret (token, passcode).
 */
export const problem = z.object({
  /** `area/what`, for example `feed/refused`; stable, for code and tests. */
  code: z.string(),
  /** What is wrong; one sentence. */
  title: z.string(),
  /** What still works, and what to do. */
  detail: z.string(),
});
export type Problem = z.infer<typeof problem>;

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

/**
 * The problems of a feature: by code, its words as a function of its values. Each code is declared in one catalogue:
 * `const texts = { 'notes/gone': () => ({ title, detail }) } satisfies ProblemTexts`.
 */
export type ProblemTexts = Readonly<Record<string, (...values: never[]) => Readonly<Omit<Problem, 'code'>>>>;

/** A code of a catalogue. */
export type CodeOf<Texts extends ProblemTexts> = keyof Texts & string;

/** Makes the problems and failures of a catalogue by code and values. */
export function problemsOf<Texts extends ProblemTexts>(texts: Texts) {
  const problemFor = <Code extends CodeOf<Texts>>(
    code: Code,
    ...values: Parameters<Texts[Code]>
  ): Problem => {
    const words: ((...given: Parameters<Texts[Code]>) => Omit<Problem, 'code'>) | undefined = texts[code];
    if (words === undefined) throw new Error(`No problem is declared as ${code}`);
    const { title, detail } = words(...values);
    // Names of files and feeds are foreign text.
    return { code, title: visibleLine(title), detail: visibleLine(detail) };
  };
  const failureFor = <Code extends CodeOf<Texts>>(
    code: Code,
    ...values: Parameters<Texts[Code]>
  ): Result<never> => ({ ok: false, problem: problemFor(code, ...values) });
  return { problem: problemFor, failure: failureFor };
}

/** The schema of a {@link Result} that crosses a process boundary. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);
