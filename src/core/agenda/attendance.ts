import { z } from 'zod';
import type { Attendee as Invited, SeriesDetails } from '#calendar';

/** PARTSTAT (RFC 5545 §3.2.12) as the details show it; `none` for a person who has not answered. */
export const reply = z.enum(['yes', 'maybe', 'no', 'none']);
export type Reply = z.infer<typeof reply>;

/** An answer that the user can give. */
export type GivenReply = Exclude<Reply, 'none'>;

/** An invited person, or the organiser. */
export const attendee = z.object({
  name: z.string(),
  /** Differs from those of the others. */
  address: z.string(),
  reply,
  isOrganizer: z.boolean(),
});
export type Attendee = z.infer<typeof attendee>;

/** Who is invited to a meeting. */
export const attendance = z.object({
  /** The organiser first; the first ones only. */
  people: z.array(attendee).readonly(),
  /** Number of invited people by reply, beyond those in `people` too. */
  replies: z.record(reply, z.number()),
});
export type Attendance = z.infer<typeof attendance>;

/** Enough for a note and the details; calendars of large meetings name thousands. */
const MOST_PEOPLE = 50;

const REPLIES: Readonly<Record<string, Reply>> = { ACCEPTED: 'yes', TENTATIVE: 'maybe', DECLINED: 'no' };

export const replyOf = ({ status }: Invited): Reply => REPLIES[status ?? ''] ?? 'none';

/** The invited people of a meeting, without rooms and other resources. Null if the feed names no one. */
export function attendanceOf({
  organizer,
  attendees,
}: Pick<SeriesDetails, 'organizer' | 'attendees'>): Attendance | null {
  const people = attendees.filter(({ isPerson }) => isPerson);
  const invited = [...new Map(people.map((one) => [one.address, one])).values()];
  if (invited.length === 0) return null;
  const isOrganizer = ({ address }: Invited): boolean => address !== '' && address === organizer?.address;
  // Outlook does not invite the organiser, Google does.
  const all = invited.some(isOrganizer) || organizer === null ? invited : [organizer, ...invited];
  const replies = { yes: 0, maybe: 0, no: 0, none: 0 };
  for (const one of invited) replies[replyOf(one)] += 1;
  return {
    people: all
      .toSorted((one, other) => Number(isOrganizer(other)) - Number(isOrganizer(one)))
      .slice(0, MOST_PEOPLE)
      .map((one) => ({
        name: one.name ?? one.address,
        address: one.address,
        reply: replyOf(one),
        isOrganizer: isOrganizer(one),
      })),
    replies,
  };
}

/** Names of those who did not decline. */
export const namesOf = (found: Attendance | null): string[] =>
  (found?.people ?? []).filter(({ reply: is }) => is !== 'no').map(({ name }) => name);
