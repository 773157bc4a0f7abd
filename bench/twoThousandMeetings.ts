/** A calendar with 2,000 single meetings of half an hour, most with a room, from half an hour after `now` on. */
const MEETINGS = 2_000;
const PER_DAY = 14;
const DAY = 24 * 60 * 60 * 1000;

/** @param now ISO instant */
export function twoThousandMeetings(now: string): string {
  const stamp = (time: number): string => new Date(time).toISOString().replaceAll(/[-:]|\.000/gu, '');
  const first = Date.parse(now) + 30 * 60_000;
  const events = Array.from({ length: MEETINGS }, (_, number) => {
    const start = first + Math.floor(number / PER_DAY) * DAY + (number % PER_DAY) * 40 * 60_000;
    return [
      'BEGIN:VEVENT',
      `UID:${number}@bench`,
      'DTSTAMP:20261101T000000Z',
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(start + 30 * 60_000)}`,
      `SUMMARY:Meeting ${number} about what was planned`,
      ...(number % 4 === 0 ? [] : [`LOCATION:https://zoom.us/j/9${String(number).padStart(9, '0')}?pwd=a`]),
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bench//EN',
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
