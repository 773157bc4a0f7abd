import { clockTime, cityOf, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { currentZone } from '#core/zones/currentZone.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { CalendarDate } from '#base';
import { needsAnswer } from '#calendar';
import { doubtTextIn } from '#core/agenda/doubtText.ts';
import { texts } from './texts.ts';

const { reasons: words } = texts;

type ReasonKind = 'phrase' | 'rule' | 'from' | 'clock' | 'moved' | 'confirmed' | 'open' | 'assumed';

/** One reason for a date, and what kind of reason it is. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly label: string;
  readonly text: string;
}

/** Pages may use a whole paragraph. */
const LONGEST_PHRASE = 240;

const shortened = (phrase: string): string => {
  const line = phrase.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_PHRASE ? `${line.slice(0, LONGEST_PHRASE).trimEnd()}…` : line;
};

const dateWords = (date: CalendarDate, format: TimeFormat): string =>
  shortDay(Date.parse(`${date}T12:00Z`), { ...format, zone: 'UTC' });

function clockReason({ time, zone, originalStart, isRecurring }: Occurrence, format: TimeFormat): string {
  if (time.kind === 'allDay') return words.dateAlone(dateWords(originalStart, format));
  if (zone === null) return words.floating;
  const home = clockTime(time.start, { ...format, zone });
  return words.homeTime(home, cityOf(zone), currentZone(zone), isRecurring);
}

function confirmed(occurrence: Occurrence, format: TimeFormat): string[] {
  const { week, sources } = occurrence;
  const settled = week?.settled ?? null;
  const bySettling =
    settled === null
      ? []
      : [
          settled.feedName !== null
            ? words.byFeed(settled.feedName, dateWords(settled.date, format))
            : settled.turnTitle !== null
              ? words.byTurn(settled.turnTitle)
              : words.byYou(
                  settled.at === null ? null : shortDay(settled.at, format),
                  dateWords(settled.date, format),
                ),
        ];
  const { versions } = occurrence;
  if (versions !== null && versions.chosenAt !== null)
    for (const { feedName } of versions.others)
      bySettling.push(words.byYourChoice(shortDay(versions.chosenAt, format), feedName));
  const feeds = new Set(sources.map(({ feedName }) => feedName));
  // Copies of the same ambiguous text confirm nothing.
  return feeds.size > 1 && week === null ? [...bySettling, words.byCalendars(feeds.size)] : bySettling;
}

/** Why an occurrence is on its date: rule, feed, zone, confirmations, questions and assumptions. */
export function whyThisDate(occurrence: Occurrence, format: TimeFormat): Reason[] {
  const { phrase, rhythm, sources, isMoved, originalStart, doubts, isWeekUnknown, time } = occurrence;
  const textOf = doubtTextIn(format.locale);
  const questions = doubts.filter(needsAnswer).map(textOf);
  const reasons = (kind: ReasonKind, lines: readonly string[]): Reason[] =>
    lines.map((text) => ({ kind, label: words[kind], text }));
  const original = time.kind === 'timed' && isMoved ? Date.parse(originalStart) : NaN;
  return [
    ...reasons('phrase', phrase === null ? [] : [`“${shortened(phrase)}”`]),
    ...reasons('rule', [rhythm ?? words.thisDateAlone]),
    ...reasons('from', [...new Set(sources.map(({ feedName }) => feedName))]),
    ...reasons('clock', [clockReason(occurrence, format)]),
    ...reasons(
      'moved',
      Number.isNaN(original)
        ? []
        : [words.movedFrom(`${shortDay(original, format)} ${clockTime(original, format)}`)],
    ),
    ...reasons('confirmed', confirmed(occurrence, format)),
    ...reasons(
      'open',
      occurrence.versions === null || occurrence.versions.chosenAt !== null
        ? []
        : occurrence.versions.others.map(({ feedName }) => words.otherVersion(feedName)),
    ),
    ...reasons('open', isWeekUnknown && questions.length === 0 ? [words.inWhichWeek] : questions),
    ...reasons('assumed', doubts.filter((doubt) => !needsAnswer(doubt)).map(textOf)),
  ];
}
