import ICAL from 'ical.js';
import { type AgendaLine, measure, timed } from './measure.ts';

/** ical.js: its parser, and its iterator from DTSTART to the window's end. */
measure(({ bytes, from, to }, steps) => {
  const text = bytes.toString('utf8');
  timed(steps, 'parse alone', () => ICAL.parse(text));
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const masters = new Map(
    events.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid, event]),
  );
  for (const event of events)
    if (event.isRecurrenceException()) masters.get(event.uid)?.relateException(event);
  const lines: AgendaLine[] = [];
  const add = (title: string, start: ICAL.Time, end: ICAL.Time) => {
    const line = { title, start: start.toJSDate().getTime(), end: end.toJSDate().getTime() };
    if (line.start < to.getTime() && line.end > from.getTime()) lines.push(line);
  };
  const end = ICAL.Time.fromJSDate(to, true);
  for (const event of masters.values()) {
    if (!event.isRecurring()) {
      add(event.summary, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.compare(end) < 0; next = iterator.next()) {
      const details = event.getOccurrenceDetails(next);
      add(details.item.summary, details.startDate, details.endDate);
    }
  }
  return lines;
});
