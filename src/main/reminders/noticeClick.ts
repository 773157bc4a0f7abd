import { hasSeveralRules } from '#core/agenda/whichWeek.ts';
import type { Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { isDue, type Card } from './card.ts';

/**
 * The action of a click on a notice: joins a meeting that is due, otherwise opens it. Also opens a meeting with several
 * possible rules, because the card in the window offers all of them.
 */
export function clickOf(
  { occurrence }: Pick<Card, 'occurrence'>,
  agenda: Pick<AgendaModel, 'find'>,
  now: Instant,
): 'join' | 'open' {
  const current = occurrence === null ? null : agenda.find(occurrence.key);
  return current !== null && isDue(current, now) && !hasSeveralRules(current) ? 'join' : 'open';
}
