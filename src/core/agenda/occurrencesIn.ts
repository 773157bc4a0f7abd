import { DateTime } from 'luxon';
import type { Instant, TimeWindow, ZoneName } from '#base';
import { endOf, startOf } from './agenda.ts';
import type { AgendaSnapshot } from './agendaSnapshot.ts';
import { compareOccurrences } from './agendaUpdate.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * The agenda reaches a few weeks; days before and after it come in pages, each a calendar month of the viewer's zone.
 * Times are instants in ms.
 */

/** A month of the viewer's zone; `to` is exclusive. */
export type AgendaPage = TimeWindow;

/** Identifies a page. */
export type PageId = string;

export const pageIdOf = ({ from, to }: AgendaPage): PageId => `${from}-${to}`;

/** The page of that id. */
export function pageOfId(id: PageId): AgendaPage {
  const [from = 0, to = 0] = id.split('-').map(Number);
  return { from, to };
}

/** The month around an instant; `by` months later. */
export function pageAround(instant: Instant, zone: ZoneName, by = 0): AgendaPage {
  const month = DateTime.fromMillis(instant, { zone }).startOf('month').plus({ months: by });
  return { from: month.toMillis(), to: month.plus({ months: 1 }).toMillis() };
}

/**
 * The pages that are needed besides the agenda to show a window, earliest first. A month that has begun is always
 * needed, since its page also tells of meetings that left their calendar.
 */
export function pagesFor(
  window: TimeWindow,
  { window: agenda, zone }: Pick<AgendaSnapshot, 'window' | 'zone'>,
  now: Instant,
): AgendaPage[] {
  const pages: AgendaPage[] = [];
  for (let page = pageAround(window.from, zone); page.from < window.to; page = pageAround(page.to, zone)) {
    const isInAgenda = page.from >= agenda.from && page.to <= agenda.to;
    if (!isInAgenda || page.from <= now) pages.push(page);
  }
  return pages;
}

/** Whether an occurrence takes up a part of the window; one without a length counts at its start. */
function isWithin(occurrence: Occurrence, { from, to }: TimeWindow, zone: ZoneName): boolean {
  const start = startOf(occurrence, zone);
  return start < to && (start >= from || endOf(occurrence, zone) > from);
}

/**
 * The occurrences of a window from the agenda and from pages, each once, in the order of the agenda. Where both have
 * the days, the agenda is right: it is the newer one.
 */
export function occurrencesIn(
  window: TimeWindow,
  agenda: AgendaSnapshot,
  pages: readonly AgendaSnapshot[],
): Occurrence[] {
  const { zone } = agenda;
  const found = new Map<string, Occurrence>();
  for (const page of pages)
    for (const one of page.occurrences)
      if (one.isRemembered || !isWithin(one, agenda.window, zone)) found.set(one.key, one);
  for (const one of agenda.occurrences) found.set(one.key, one);
  return [...found.values()]
    .filter((one) => isWithin(one, window, zone))
    .toSorted((one, other) => compareOccurrences(one, other, zone));
}
