import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ZoneName } from '#base';
import { useNow } from '../kit/AppContext.tsx';
import { rowTone, stateWords, type Tone } from './describe.ts';

/** What a row says about the present. */
interface RowState {
  readonly tone: Tone;
  /** How long until the meeting, or until its end; empty if its date is enough. */
  readonly words: string;
}

const TONES: readonly Tone[] = ['now', 'soon', 'over', 'later'];

/**
 * The states of some meetings of a day. A day asks for all of its rows at once, and renders again when one of them
 * changes: a subscription of each row would cost as much as the rest of it.
 * @param places of the meetings, in the order of the result
 */
export function useRowStates(
  occurrences: readonly Occurrence[],
  places: readonly number[],
  zone: ZoneName,
): readonly RowState[] {
  // `useNow` compares texts: one line for each row, which begins with its tone.
  const lines = useNow((now) =>
    places
      .flatMap((place) => occurrences[place] ?? [])
      .map((one) => `${TONES.indexOf(rowTone(one, now, zone))}${stateWords(one, now, zone)}`)
      .join('\n'),
  );
  return lines.split('\n').map((line) => ({ tone: TONES[Number(line[0])] ?? 'later', words: line.slice(1) }));
}
