/** Times of day that stand together in a text: one moment in several zones, or several moments. */
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { TimeMark } from './clockTime.ts';
import type { ScheduleMarks } from './scheduleMarks.ts';

/** One moment of the day, perhaps in several zones; the first counts. */
export interface TimeGroup {
  readonly start: number;
  readonly end: number;
  readonly times: readonly TimeMark[];
  readonly questions: readonly string[];
}
const zoned = (mark: TimeMark) => (mark.zone === null ? null : { time: mark.time, zone: mark.zone.zone });

/** Whether two neighbouring times are one moment, two moments, or contradict each other. */
function relation(first: TimeMark, second: TimeMark, between: string): 'same' | 'other' | 'contradiction' {
  const [left, right] = [zoned(first), zoned(second)];
  if (left === null || right === null || left.zone === right.zone) return 'other';
  if (shareOfAgreement(left, right) > 0) return 'same';
  return /^\s*(?:\/|\(|=|\|)/.test(between) ? 'contradiction' : 'other';
}

const isNear = (between: string) => between.length <= 30 && !/[.;]\s+[A-Z]/.test(between);

/** A time that changes with the season of some country: `4pm UTC during US DST / 5pm UTC otherwise`. */
const SEASONAL = /\b(?:dst|daylight|summer|winter|standard time|otherwise)\b/i;

/** Brackets right behind a time hold the same moment elsewhere: `8pm EDT (Friday 8am in Asia)`. */
function translations(text: string, times: readonly TimeMark[]): { start: number; end: number }[] {
  return times.flatMap((mark) => {
    if (mark.zone === null) return [];
    const bracket = /^\s*\((?![^)]*\b(?:weekly|every|alternat))[^()]*(?:\([^()]*\)[^()]*)*\)/.exec(
      text.slice(mark.end),
    );
    return bracket === null ? [] : [{ start: mark.end, end: mark.end + bracket[0].length }];
  });
}

const isIn = (mark: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
  spans.some((span) => mark.start >= span.start && mark.end <= span.end);

/** Marks without what only repeats a moment for readers elsewhere: days in such brackets, and times of unknown zones. */
export function withoutTranslations(text: string, marks: ScheduleMarks): ScheduleMarks {
  const spans = translations(text, marks.times);
  const isRepeated = (mark: TimeMark) => isIn(mark, spans);
  const isForeign = (mark: TimeMark, index: number) =>
    mark.zone === null &&
    index > 0 &&
    /^\s?[A-Z]{2,5}T?\b/.test(text.slice(mark.end)) &&
    /^\s*[/|]\s*$/.test(text.slice(marks.times[index - 1]?.end, mark.start));
  const hasTimes = spans.filter((span) => marks.times.some((time) => isIn(time, [span])));
  return {
    ...marks,
    days: marks.days.filter((mark) => !isIn(mark, hasTimes)),
    times: marks.times.filter(
      (mark, index) => !((mark.zone === null && isRepeated(mark)) || isForeign(mark, index)),
    ),
  };
}

/** The times of a text, those that are one moment together. */
export function groupTimes(text: string, marks: ScheduleMarks): TimeGroup[] {
  const breaks = [...marks.days, ...marks.rhythms];
  const groups: TimeGroup[] = [];
  for (const mark of marks.times) {
    const last = groups.at(-1);
    const first = last?.times[0];
    const between = last === undefined ? '' : text.slice(last.end, mark.start);
    const isBroken =
      last !== undefined && breaks.some((day) => day.start >= last.end && day.end <= mark.start);
    if (last === undefined || first === undefined || !isNear(between) || isBroken) {
      groups.push({ start: mark.start, end: mark.end, times: [mark], questions: [] });
      continue;
    }
    if (SEASONAL.test(`${between} ${text.slice(mark.end, mark.end + 20)}`)) {
      const question = `The time changes with the season (${text.slice(first.start, mark.end + 20).trim()}): which one holds when?`;
      groups[groups.length - 1] = {
        ...last,
        end: mark.end,
        times: last.times,
        questions: [...last.questions, question],
      };
      continue;
    }
    switch (relation(first, mark, between)) {
      case 'same':
        groups[groups.length - 1] = { ...last, end: mark.end, times: [...last.times, mark] };
        break;
      case 'contradiction': {
        const question = `The times ${text.slice(first.start, first.end).trim()} and ${text.slice(mark.start, mark.end).trim()} are never the same moment: which one is right?`;
        groups[groups.length - 1] = {
          ...last,
          end: mark.end,
          times: [...last.times, mark],
          questions: [...last.questions, question],
        };
        break;
      }
      case 'other':
        groups.push({ start: mark.start, end: mark.end, times: [mark], questions: [] });
        break;
    }
  }
  return shareZones(text, groups).map((group) => askAboutSeason(text, group));
}

/** `18:00 (UTC+2 in summer)`: an offset that holds for a season only. */
function askAboutSeason(text: string, group: TimeGroup): TimeGroup {
  const zone = group.times[0]?.zone?.zone ?? '';
  const after = text.slice(group.end, group.end + 25);
  if (group.questions.length > 0 || !/^(?:[+-]|UTC$)/.test(zone) || !SEASONAL.test(after)) return group;
  const question = `The time changes with the season (${text.slice(group.start, group.end + 25).trim()}): which one holds when?`;
  return { ...group, questions: [question] };
}

/** `10:00 and 17:00 UTC`: a time without a zone has that of the next one when they stand together. */
function shareZones(text: string, groups: readonly TimeGroup[]): TimeGroup[] {
  return groups.map((group, index) => {
    const next = groups[index + 1];
    const zone = next?.times[0]?.zone ?? null;
    const isTogether = next !== undefined && isNear(text.slice(group.end, next.start));
    if (group.times.some((mark) => mark.zone !== null) || zone === null || !isTogether) return group;
    return { ...group, times: group.times.map((mark) => ({ ...mark, zone })) };
  });
}
