import { z } from 'zod';
import type { Instant, ZoneName } from '#base';
import { hasEnded } from './agenda.ts';
import type { AgendaSnapshot } from './agendaSnapshot.ts';

/** As many meetings as the window shows before it is scrolled. */
const MOST_MEETINGS = 30;

/** The next meetings of the agenda, small enough to be read before anything else at the next start. */
export function lastAgendaOf(agenda: AgendaSnapshot, now: Instant): AgendaSnapshot {
  return { ...agenda, revision: 0, occurrences: upcoming(agenda, now).slice(0, MOST_MEETINGS) };
}

/**
 * What a stored agenda is still worth. Looks only at what it needs, because it delays the first screen: the window
 * validates the rest.
 * @param stored JSON of {@link lastAgendaOf}
 * @returns its meetings that have not ended; null if none is left, the zone is another one, or it cannot be read
 */
export function readLastAgenda(stored: string, zone: ZoneName, now: Instant): AgendaSnapshot | null {
  try {
    const { data } = storedAgenda.safeParse(JSON.parse(stored));
    if (data === undefined || data.zone !== zone) return null;
    const occurrences = upcoming(data, now);
    return occurrences.length === 0 ? null : { ...data, revision: 0, occurrences };
  } catch {
    return null;
  }
}

const storedAgenda = z.custom<AgendaSnapshot>(
  (value) =>
    typeof value === 'object' && value !== null && 'occurrences' in value && Array.isArray(value.occurrences),
);

const upcoming = ({ occurrences, zone }: AgendaSnapshot, now: Instant): AgendaSnapshot['occurrences'] =>
  occurrences.filter((one) => !hasEnded(one, now, zone));
