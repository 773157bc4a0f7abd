import { clockTime, cityOf, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { currentZone } from '#core/zones/currentZone.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { CalendarDate } from '#base';
import { needsAnswer } from '#calendar';
import { doubtText } from '#core/agenda/doubtText.ts';

/** One reason for a date, and what kind of reason it is. */
export interface Reason {
  readonly label: 'Words' | 'Rule' | 'From' | 'Clock' | 'Moved' | 'Assumed' | 'Confirmed' | 'Open';
  readonly text: string;
}

/** Pages may say it in a paragraph. */
const LONGEST_PHRASE = 240;

const shortened = (phrase: string): string => {
  const line = phrase.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_PHRASE ? `${line.slice(0, LONGEST_PHRASE).trimEnd()}…` : line;
};

const dateWords = (date: CalendarDate, format: TimeFormat): string =>
  shortDay(Date.parse(`${date}T12:00Z`), { ...format, zone: 'UTC' });

function clockReason({ time, zone, originalStart, isRecurring }: Occurrence, format: TimeFormat): string {
  if (time.kind === 'allDay')
    return `the date alone, so it is ${dateWords(originalStart, format)} everywhere`;
  if (zone === null) return 'no zone is named, so it is at that time wherever you are';
  const home = clockTime(time.start, { ...format, zone });
  return `${home} in ${cityOf(zone)} (${currentZone(zone)})${isRecurring ? ', also when clocks change' : ''}`;
}

function confirmed(occurrence: Occurrence, format: TimeFormat): string[] {
  const { week, sources } = occurrence;
  const settled = week?.settled ?? null;
  const bySettling =
    settled === null
      ? []
      : [
          settled.feedName !== null
            ? `by “${settled.feedName}”: it has the same room and time on ${dateWords(settled.date, format)}`
            : settled.turnTitle !== null
              ? `by “${settled.turnTitle}”, which has the other week`
              : `by you${settled.at === null ? '' : ` on ${shortDay(settled.at, format)}`}: it is on ${dateWords(settled.date, format)}`,
        ];
  const { versions } = occurrence;
  if (versions !== null && versions.chosenAt !== null)
    for (const { feedName } of versions.others)
      bySettling.push(
        `by you on ${shortDay(versions.chosenAt, format)}: this one, not that of “${feedName}”`,
      );
  const feeds = new Set(sources.map(({ feedName }) => feedName));
  // Copies of the same open words confirm nothing.
  return feeds.size > 1 && week === null
    ? [...bySettling, `by ${feeds.size} calendars that agree`]
    : bySettling;
}

/** Why an occurrence is on its date: the rule, the feed, the zone, what was assumed and who confirmed it. */
export function whyThisDate(occurrence: Occurrence, format: TimeFormat): Reason[] {
  const { phrase, rhythm, sources, isMoved, originalStart, doubts, isWeekUnknown, time } = occurrence;
  const questions = doubts.filter(needsAnswer).map(doubtText);
  const reasons = (label: Reason['label'], texts: readonly string[]): Reason[] =>
    texts.map((text) => ({ label, text }));
  const original = time.kind === 'timed' && isMoved ? Date.parse(originalStart) : NaN;
  return [
    ...reasons('Words', phrase === null ? [] : [`“${shortened(phrase)}”`]),
    ...reasons('Rule', [rhythm ?? 'this date alone']),
    ...reasons('From', [...new Set(sources.map(({ feedName }) => feedName))]),
    ...reasons('Clock', [clockReason(occurrence, format)]),
    ...reasons(
      'Moved',
      Number.isNaN(original) ? [] : [`from ${shortDay(original, format)} ${clockTime(original, format)}`],
    ),
    ...reasons('Confirmed', confirmed(occurrence, format)),
    ...reasons(
      'Open',
      occurrence.versions === null || occurrence.versions.chosenAt !== null
        ? []
        : occurrence.versions.others.map(
            ({ feedName }) => `“${feedName}” has it at another time or in another room`,
          ),
    ),
    ...reasons('Open', isWeekUnknown && questions.length === 0 ? ['in which week it is'] : questions),
    ...reasons('Assumed', doubts.filter((doubt) => !needsAnswer(doubt)).map(doubtText)),
  ];
}
