import type { Reply } from '../agenda/attendance.ts';
import type { ZoneName } from '#base';
import { datesOf, isOnDate, overrideOf, recurrenceIdOf } from './overrideOfDate.ts';
import {
  lineEndOf,
  ownLines,
  parameter,
  partsOf,
  splitLine,
  textOf,
  withParameter,
  writtenLine,
  type RawLine,
  type RawPart,
} from './rawObject.ts';

/**
 * The user's answer to an invitation, in the object of their calendar (RFC 5545 §3.2.12, RFC 6638 §3.2.2). Only their own
 * PARTSTAT and RSVP change; the server sends the answer to the organiser.
 */

/** Which dates are answered. */
export type AnsweredDates =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'one';
      /** As in the key of the occurrence. */
      readonly originalStart: string;
      /** The home zone of the meeting; null if it has none that is known. */
      readonly zone: ZoneName | null;
    };

/** What an event said before, to undo an answer. */
export interface FormerReply {
  /** Value of its RECURRENCE-ID; null for the series itself. */
  readonly recurrenceId: string | null;
  readonly partstat: string | null;
  readonly rsvp: string | null;
}

export interface ChangedReply {
  readonly text: string;
  /** Of the events that changed. */
  readonly former: readonly FormerReply[];
}

const PARTSTATS: Readonly<Record<Reply, string>> = {
  yes: 'ACCEPTED',
  maybe: 'TENTATIVE',
  no: 'DECLINED',
  none: 'NEEDS-ACTION',
};

/**
 * Answers an invitation.
 * @param text of the object
 * @param own addresses of the user, in lower case
 * @returns null if the user is not invited, or the date is not in the object
 */
export function changeReply(
  text: string,
  own: ReadonlySet<string>,
  dates: AnsweredDates,
  reply: Reply,
): ChangedReply | null {
  const end = lineEndOf(text);
  const parts = partsOf(text);
  const prepared = dates.kind === 'all' ? parts : withDate(parts, dates, end);
  if (prepared === null) return null;
  const former: FormerReply[] = [];
  const changed = prepared.map((part) => {
    if (!part.isEvent || (dates.kind === 'one' && !isOnDate(part, datesOf(parts, dates)))) return part;
    const before = replyIn(part, own);
    if (before === null) return part;
    former.push(before);
    // An answer is given: nobody waits for it any more (RFC 5545 §3.2.17).
    const rsvp = before.rsvp === null ? null : 'FALSE';
    return withReply(part, own, { partstat: PARTSTATS[reply], rsvp }, end);
  });
  return former.length === 0 ? null : { text: textOf(changed), former };
}

/** Takes an answer back: the events say again what they said before. Null if none of them is there any more. */
export function restoreReply(
  text: string,
  own: ReadonlySet<string>,
  former: readonly FormerReply[],
): string | null {
  const end = lineEndOf(text);
  let isFound = false;
  const changed = partsOf(text).map((part) => {
    const before = part.isEvent
      ? former.find(({ recurrenceId }) => recurrenceId === recurrenceIdOf(part))
      : undefined;
    if (before === undefined || replyIn(part, own) === null) return part;
    isFound = true;
    return withReply(part, own, before, end);
  });
  return isFound ? textOf(changed) : null;
}

/** The parts with an event of its own for that date, which the master gives if there is none. */
function withDate(
  parts: readonly RawPart[],
  dates: Extract<AnsweredDates, { kind: 'one' }>,
  end: string,
): readonly RawPart[] | null {
  const date = datesOf(parts, dates);
  if (parts.some((part) => part.isEvent && isOnDate(part, date))) return parts;
  const master = parts.find((part) => part.isEvent && recurrenceIdOf(part) === null);
  const override = master === undefined ? null : overrideOf(master, date, end);
  if (override === null) return null;
  const last = parts.findLastIndex(({ isEvent }) => isEvent);
  return parts.toSpliced(last + 1, 0, override);
}

const isOwn = (line: RawLine, own: ReadonlySet<string>): boolean => {
  if (line.name !== 'ATTENDEE') return false;
  const split = splitLine(line);
  // iCloud names principals by URL, and their address beside it.
  const addresses = [split.value.trim().replace(/^mailto:/i, ''), parameter(split, 'EMAIL') ?? ''];
  return addresses.some((address) => own.has(address.toLowerCase()));
};

function replyIn(part: RawPart, own: ReadonlySet<string>): FormerReply | null {
  const line = ownLines(part).find((one) => isOwn(one, own));
  if (line === undefined) return null;
  const split = splitLine(line);
  return {
    recurrenceId: recurrenceIdOf(part),
    partstat: parameter(split, 'PARTSTAT'),
    rsvp: parameter(split, 'RSVP'),
  };
}

function withReply(
  part: RawPart,
  own: ReadonlySet<string>,
  { partstat, rsvp }: Pick<FormerReply, 'partstat' | 'rsvp'>,
  end: string,
): RawPart {
  const mine = new Set(ownLines(part).filter((line) => isOwn(line, own)));
  return {
    ...part,
    lines: part.lines.map((line) => {
      if (!mine.has(line)) return line;
      const split = splitLine(line);
      const isSame = parameter(split, 'PARTSTAT') === partstat && parameter(split, 'RSVP') === rsvp;
      if (isSame) return line;
      return writtenLine(withParameter(withParameter(split, 'PARTSTAT', partstat), 'RSVP', rsvp), end);
    }),
  };
}
