import { type ParameterValue, sync } from 'node-ical';
import { type AgendaLine, measure } from './measure.ts';

/** node-ical: its parser, and its rules' `between` as its documentation shows it. */
measure(({ bytes, from, to }) => {
  const lines: AgendaLine[] = [];
  for (const event of Object.values(sync.parseICS(bytes.toString('utf8')))) {
    if (event?.type !== 'VEVENT') continue;
    const title = textOf(event.summary);
    const length = (event.end?.getTime() ?? event.start.getTime()) - event.start.getTime();
    const starts =
      event.rrule === undefined
        ? [event.start]
        : event.rrule.between(new Date(from.getTime() - length), to, true);
    for (const start of starts) {
      const moved = event.recurrences?.[start.toISOString()];
      const isExcluded = event.exdate !== undefined && start.toISOString() in event.exdate;
      if (moved !== undefined || isExcluded) continue;
      if (start < to && start.getTime() + length > from.getTime())
        lines.push({ title, start: start.getTime(), end: start.getTime() + length });
    }
    for (const moved of new Set(Object.values(event.recurrences ?? {}))) {
      // Its types say nothing about what these hold.
      if (!(moved['start'] instanceof Date) || !(moved['end'] instanceof Date)) continue;
      const [start, end] = [moved['start'].getTime(), moved['end'].getTime()];
      const title = typeof moved['summary'] === 'string' ? moved['summary'] : '';
      if (start < to.getTime() && end > from.getTime()) lines.push({ title, start, end });
    }
  }
  return lines;
});

function textOf(value: ParameterValue): string {
  return typeof value === 'string' ? value : value.val;
}
