import type { Occurrence } from '#core/agenda/occurrence.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { useWeek } from './useWeek.ts';
import { texts } from './texts.ts';

/** An answer removes its row, and the next row moves up: ignore the second press of a double click. */
const DEAF_MS = 600;
let lastPress = -Infinity;

/** The two answers to “is it on this week?”, where the meeting is shown. */
export function MaybeAnswers({ occurrence }: { readonly occurrence: Occurrence }) {
  const { itIsOn, notThisWeek } = useWeek();
  const answer = (say: (occurrence: Occurrence) => void): void => {
    const now = performance.now();
    if (now - lastPress >= DEAF_MS) say(occurrence);
    lastPress = now;
  };
  return (
    <span className="maybe-answers">
      <Button size="small" aria-keyshortcuts="Y" onPress={() => answer(itIsOn)}>
        {texts.itIsOn}
      </Button>
      <Button size="small" aria-keyshortcuts="X" onPress={() => answer(notThisWeek)}>
        {texts.notThisWeek}
      </Button>
    </span>
  );
}
