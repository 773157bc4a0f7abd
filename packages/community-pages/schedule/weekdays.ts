/** Weekdays, with the codes of RFC 5545 §3.3.10. */
export const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type DayCode = (typeof DAY_CODES)[number];

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Tuesday` for `TU`. */
export const dayName = (code: DayCode): string => NAMES[DAY_CODES.indexOf(code)] ?? code;

/** The day `count` days later (earlier if negative). */
export const dayLater = (code: DayCode, count: number): DayCode =>
  DAY_CODES[(((DAY_CODES.indexOf(code) + count) % 7) + 7) % 7] ?? code;

/** Days from one weekday to the next occurrence of another: 0–6. */
export const daysBetween = (from: DayCode, to: DayCode): number =>
  (DAY_CODES.indexOf(to) - DAY_CODES.indexOf(from) + 7) % 7;

/** A weekday's name; short forms only with a capital, because `sat`, `sun` and `wed` are also words. */
const ONE_DAY =
  '(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)(?![A-Za-z]))\\.?';

/** `s`, also after a remark that a generator inserted: `Tuesday (starting March 4th)s`. */
const PLURAL = "(?:['’]?s(?![A-Za-z])|\\(s\\))?";

/** One or several weekdays, also as a range. Matches with case. */
export const DAYS_PATTERN = `${ONE_DAY}${PLURAL}(?:\\s*(?:,\\s*(?:and\\s+|or\\s+)?|\\s+and\\s+|\\s*&\\s*|\\s*/\\s*|\\s+or\\s+|\\s*-\\s*|\\s+(?:through|thru|to)\\s+)(?:on\\s+)?${ONE_DAY}${PLURAL})*`;

const codeOf = (word: string): DayCode | null =>
  DAY_CODES.find((code) => word.toUpperCase().startsWith(code)) ?? null;

/** The weekdays of a match of {@link DAYS_PATTERN}, Monday first; `Mon-Fri` is five days. */
export function readWeekdays(text: string): DayCode[] {
  const found = new Set<DayCode>();
  let previous: DayCode | null = null;
  let end = 0;
  for (const match of text.matchAll(new RegExp(ONE_DAY, 'g'))) {
    const code = codeOf(match[0]);
    if (code === null) continue;
    const isRange =
      previous !== null && /^['’]?s?\s*(?:-|through|thru|to)\s*$/.test(text.slice(end, match.index));
    if (previous !== null && isRange) {
      for (let step = 1; step < daysBetween(previous, code); step += 1) found.add(dayLater(previous, step));
    }
    found.add(code);
    previous = code;
    end = match.index + match[0].length;
  }
  return DAY_CODES.filter((code) => found.has(code));
}

/** True if the text offers a choice of days (`Monday or Tuesday`). */
export const isChoiceOfDays = (text: string): boolean => /\bor\b/i.test(text);
