import { errorText } from '#base';
import { redact } from '#core/format/redact.ts';

/** What a report tells of the app besides the error. */
export interface FailureContext {
  /** `agenda`, `alert`: the screen or window that failed. */
  readonly place: string;
  readonly componentStack: string;
}

/** The most that a report says; a stack may be endless. */
const MOST_LENGTH = 8_000;
const LINE_LENGTH = 1_000;
/** A token that was cut in two is not recognised any more: its first half goes too. */
const TOKEN_LENGTH = 40;

const redactLine = (line: string): string =>
  line.length > LINE_LENGTH ? redact(line.slice(0, LINE_LENGTH)).slice(0, -TOKEN_LENGTH) : redact(line);

/** What went wrong, for a bug report and for the log: addresses, passcodes and tokens are redacted. */
export function failureReport(error: unknown, { place, componentStack }: FailureContext): string {
  const lines = [
    `Failed: ${place}`,
    errorText(error),
    ...(componentStack === '' ? [] : ['Components:', componentStack]),
  ];
  return lines
    .flatMap((line) => line.slice(0, 4 * MOST_LENGTH).split('\n'))
    .map((line) => redactLine(line).trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, MOST_LENGTH);
}
