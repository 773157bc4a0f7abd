import { startOf } from '../agenda/agenda.ts';
import { shortDay, timeRange, type TimeFormat } from '../format/formatTime.ts';
import { inlineText, PLAIN } from '../summary/inlineText.ts';
import { actionWords } from '../summary/meetingSummary.ts';
import type { Brief } from './brief.ts';

/** A brief as plain text, to send or to print; without the room, whose link may carry a passcode. */
export function briefText(brief: Brief, format: TimeFormat): string {
  const { occurrence, yours, waiting, decided, agenda } = brief;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `- ${line}`).join('\n')}`];
  const day = shortDay(startOf(occurrence, format.zone), format);
  return `${[
    `${occurrence.title}, ${day}, ${timeRange(occurrence, format)}`,
    ...part(
      'Yours to bring',
      yours.map((item) => actionWords({ ...item, owner: null }, PLAIN, format)),
    ),
    ...part(
      'Decided last time',
      decided.map(({ text }) => inlineText(text, PLAIN)),
    ),
    ...part(
      'Waiting for others',
      waiting.map((item) => actionWords(item, PLAIN, format)),
    ),
    ...part(
      'Agenda',
      (agenda?.items ?? []).map(({ text, minutes }) =>
        minutes === null ? text : `${text} (${minutes} min)`,
      ),
    ),
  ].join('\n\n')}\n`;
}
