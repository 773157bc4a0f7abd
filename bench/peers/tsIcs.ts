import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';
import { type AgendaLine, measure } from './measure.ts';

/** ts-ics: its parser, and its expansion of each rule from DTSTART to the window's end. */
measure(({ bytes, from, to }) => {
  const calendar = convertIcsCalendar(undefined, bytes.toString('utf8'));
  const lines: AgendaLine[] = [];
  for (const event of calendar.events ?? []) {
    const start = event.start.date;
    const length = (event.end?.date.getTime() ?? start.getTime()) - start.getTime();
    const starts =
      event.recurrenceRule === undefined
        ? [start]
        : extendByRecurrenceRule(event.recurrenceRule, {
            start,
            end: to,
            exceptions: event.exceptionDates?.map(({ date }) => date) ?? [],
          });
    for (const at of starts) {
      const line = { title: event.summary, start: at.getTime(), end: at.getTime() + length };
      if (line.start < to.getTime() && line.end > from.getTime()) lines.push(line);
    }
  }
  return lines;
});
