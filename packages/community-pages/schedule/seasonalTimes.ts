import type { ZoneName } from '#base';
import type { TimeMark } from './clockTime.ts';

/** Times in UTC that change with the season of a country are one local time there. */

/** Words for a time that changes with the season of a country: `4pm UTC during US DST / 5pm UTC otherwise`. */
export const SEASONAL = /\b(?:dst|daylight|summer|winter|standard time|otherwise|rest of the year)\b/i;
const WINTER =
  /\b(?:winter|standard time|otherwise|rest of the year|(?:not|non|no|outside|without|after|ends?|over)\b.{0,20}\b(?:dst|daylight|summer)|(?:dst|daylight|summer)\b.{0,20}\b(?:ends|over|not))\b/i;

/** A place with summer time, and the hours that it is ahead of UTC in summer. */
interface Place {
  readonly zone: ZoneName;
  readonly name: string;
  readonly summerHours: number;
}
const AMERICA: Place = { zone: 'America/New_York', name: 'US Eastern', summerHours: -4 };
const EUROPE: Place = { zone: 'Europe/Berlin', name: 'Central European', summerHours: 2 };

/** The place that the words name; null if they name none. */
function placeOf(words: string): Place | null {
  if (/\b(?:US|USA|U\.S|America\w*|North America\w*|EDT|EST|PDT|PST|Eastern|Pacific)\b/.test(words))
    return AMERICA;
  return /\b(?:EU|Europe\w*|CEST|CET|UK|BST|British|German\w*)\b/.test(words) ? EUROPE : null;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const isWinter = (words: string) => WINTER.test(words);
const isSummer = (words: string) => SEASONAL.test(words) && !isWinter(words);
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The local time of two times in UTC, an hour apart, with the words about each.
 * Null if they are not such a pair, or if the local day is another one.
 */
export function asLocalTime(
  first: TimeMark,
  firstWords: string,
  second: TimeMark,
  secondWords: string,
): TimeMark | null {
  if (first.zone?.zone !== 'UTC' || second.zone?.zone !== 'UTC') return null;
  const isFirstSummer = isSummer(firstWords) || (!isWinter(firstWords) && isWinter(secondWords));
  if (isFirstSummer === (isSummer(secondWords) || (!isWinter(secondWords) && isWinter(firstWords))))
    return null;
  const [summer, winter] = isFirstSummer ? [first, second] : [second, first];
  if (minutesOf(winter.time) - minutesOf(summer.time) !== 60) return null;
  const words = `${firstWords} ${secondWords}`;
  const named = placeOf(words);
  const place = named ?? (/summer/i.test(words) ? EUROPE : AMERICA);
  const local = minutesOf(summer.time) + place.summerHours * 60;
  if (local < 0 || local >= 24 * 60) return null;
  const utc = { summer: summer.time, winter: winter.time };
  return {
    ...first,
    time: clockOf(local),
    end: second.end,
    question: null,
    otherTime: null,
    zone: {
      zone: place.zone,
      written: `${place.name} time`,
      assumption: { kind: 'utcReadAsLocal', ...utc, time: clockOf(local), zone: place.zone },
      question: named === null ? { kind: 'seasonsOfWhichCountry', ...utc } : null,
      others: [],
    },
  };
}
