import { shortTitle } from '#core/format/shortTitle.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { nearness, type Nearness } from '#core/agenda/nearness.ts';
import { HOUR, visibleLine } from '#base';
import { output } from '../texts.ts';

/** The next meeting, with its times as text. */
export interface NextMeeting {
  readonly occurrence: Occurrence;
  /** Negative while it runs. */
  readonly startsInMs: number;
  /** `in 12 min`, `now, ends in 40 min`. */
  readonly countdown: string;
  readonly when: string;
  /** `12:00 in New York`: at the meeting's home, and in the zones of the user's choice. */
  readonly elsewhere: readonly string[];
}

/** Writes the format of a status bar; null means no meeting within 60 days. The text ends with a line end. */
type Format = (meeting: NextMeeting | null) => string;

/** Status bars are narrow. */
const LONGEST_TITLE = 40;

const titleOf = ({ occurrence }: NextMeeting): string =>
  shortTitle(visibleLine(occurrence.title), LONGEST_TITLE);

/** Class names for style sheets, as in the tray. */
const stateOf = ({ startsInMs }: NextMeeting): Nearness => nearness(startsInMs);

const COLOURS = { now: '#e5484d', soon: '#f5a524', hour: '', later: '' } as const;

const details = (meeting: NextMeeting): string[] => {
  const { occurrence, when, elsewhere } = meeting;
  const [best] = occurrence.joinLinks;
  const question = occurrence.isWeekUnknown ? output.maybe : null;
  const doubt = isUnconfirmed(occurrence) ? output.unconfirmed : null;
  return [when, ...elsewhere, best?.serviceName ?? null, doubt, question].filter((part) => part !== null);
};

/** For people: two lines, with the join link. */
export const plainFormat: Format = (meeting) => {
  if (meeting === null) return `${output.noNextMeeting}\n`;
  const [best] = meeting.occurrence.joinLinks;
  const lines = [
    `${visibleLine(meeting.occurrence.title)} ${meeting.countdown}`,
    `  ${details(meeting).join(' · ')}`,
    ...(best === undefined ? [] : [`  ${best.url}`]),
  ];
  return `${lines.join('\n')}\n`;
};

/** The elapsed part of the last hour before the start, 0 to 100; status bars choose an icon by it. */
const percentageOf = ({ startsInMs }: NextMeeting): number =>
  Math.round(Math.min(1, Math.max(0, 1 - startsInMs / HOUR)) * 100);

/** Escapes Pango markup: a title with `<` would break the bar. */
const forPango = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Waybar's custom module with `return-type: json`, one line. No passcode in the tooltip: screens are shared.
 * Source: waybar-custom(5); text and tooltip are Pango markup unless the module sets `escape`.
 */
const waybar: Format = (meeting) => {
  if (meeting === null)
    return `${JSON.stringify({ text: '', tooltip: 'No meeting', class: 'none', alt: 'none', percentage: 0 })}\n`;
  const state = stateOf(meeting);
  return `${JSON.stringify({
    text: forPango(`${titleOf(meeting)} ${meeting.countdown}`),
    tooltip: forPango([visibleLine(meeting.occurrence.title), ...details(meeting)].join('\n')),
    class: state,
    alt: state,
    percentage: percentageOf(meeting),
  })}\n`;
};

/**
 * Polybar's script module: `%{` in a title would open one of its formatting tags, which may hold a command to run.
 * It cannot be escaped, so a character is put between the two. Source: polybar, src/tags/parser.cpp.
 */
const polybar: Format = (meeting) => {
  if (meeting === null) return '\n';
  const text = `${titleOf(meeting)} ${meeting.countdown}`.replaceAll('%{', '% {');
  const colour = COLOURS[stateOf(meeting)];
  return colour === '' ? `${text}\n` : `%{F${colour}}${text}%{F-}\n`;
};

/** i3blocks: full text, short text and colour, one per line; an empty text hides the block. */
const i3blocks: Format = (meeting) => {
  if (meeting === null) return '\n\n';
  const colour = COLOURS[stateOf(meeting)];
  return `${titleOf(meeting)} ${meeting.countdown}\n${meeting.countdown}\n${colour === '' ? '' : `${colour}\n`}`;
};

/** A block with `markup=pango` shows a title with `<` as an error. */
const i3blocksPango: Format = (meeting) => forPango(i3blocks(meeting));

/** Formats of status bars, by name. */
export const barFormats: Readonly<Record<string, Format>> = { waybar, polybar, i3blocks };

/**
 * The format with that name; undefined if there is none. i3blocks passes the properties of a block to its command.
 * Source: i3blocks 1.5, docs/README.adoc, “properties are environment variables”.
 */
export const barFormat = (
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Format | undefined =>
  name === 'i3blocks' && env['markup'] === 'pango' ? i3blocksPango : barFormats[name];
