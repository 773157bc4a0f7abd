import { hasSeveralRules } from '#core/agenda/whichWeek.ts';
import type { Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { isDue, type Card } from './card.ts';

/**
 * What a click on a notice does: it joins what is due, else it opens the meeting. A meeting whose words have more
 * readings than a notice has buttons is opened, too: the card in the window asks for them all.
 */
export function clickOf(
  { occurrence }: Pick<Card, 'occurrence'>,
  agenda: Pick<AgendaModel, 'find'>,
  now: Instant,
): 'join' | 'open' {
  const current = occurrence === null ? null : agenda.find(occurrence.key);
  return current !== null && isDue(current, now) && !hasSeveralRules(current) ? 'join' : 'open';
}
