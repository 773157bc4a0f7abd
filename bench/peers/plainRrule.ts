import { createRequire } from 'node:module';
import type * as Rrule from 'rrule';
import ICAL from 'ical.js';
import { type AgendaLine, measure } from './measure.ts';

/** rrule is not written as a module, so it is required. */
const rrule: typeof Rrule = createRequire(import.meta.url)('rrule');

/** ical.js' parser with rrule's `between` over the same rules, in wall time and without zones: less work than an agenda needs. */
measure(({ bytes, from, to }) => {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
  const lines: AgendaLine[] = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const title = String(component.getFirstPropertyValue('summary'));
    const written = component.getFirstProperty('dtstart')?.toICALString().split(':').at(-1) ?? '';
    const start = new Date(written.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?/, '$1-$2-$3T$4:$5:$6Z'));
    const rule = component.getFirstPropertyValue('rrule');
    const starts =
      rule === null
        ? [start]
        : new rrule.RRule({ ...rrule.RRule.parseString(String(rule)), dtstart: start }).between(
            from,
            to,
            true,
          );
    for (const at of starts)
      if (at >= from && at < to) lines.push({ title, start: at.getTime(), end: at.getTime() });
  }
  return lines;
});
