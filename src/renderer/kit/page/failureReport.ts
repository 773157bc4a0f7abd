import { errorText } from '#base';
import { redact } from '#core/format/redact.ts';

/** Context of the error, for the report. */
export interface FailureContext {
  /** `agenda`, `alert`: the screen or window that failed. */
  readonly place: string;
  readonly componentStack: string;
}

/** Longest report (characters): a stack may be very long. */
const MOST_LENGTH = 8_000;
const LINE_LENGTH = 1_000;
/** A token that was cut in two is not recognised, so its first half is removed, too. */
const TOKEN_LENGTH = 40;

const redactLine = (line: string): string =>
  line.length > LINE_LENGTH ? redact(line.slice(0, LINE_LENGTH)).slice(0, -TOKEN_LENGTH) : redact(line);

/** The error as text for a bug report and the log. Addresses, passcodes and tokens are redacted. */
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
