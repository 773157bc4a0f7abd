import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { Button } from '../widgets/Button.tsx';
import { useWeek } from './useWeek.ts';

/** The two answers to “is it on this week?”, where the meeting is shown. */
export function MaybeAnswers({ occurrence }: { readonly occurrence: Occurrence }) {
  const { itIsOn, notThisWeek } = useWeek();
  return (
    <span className="maybe-answers">
      <Button size="small" aria-keyshortcuts="Y" onPress={() => itIsOn(occurrence)}>
        It is on
      </Button>
      <Button size="small" aria-keyshortcuts="X" onPress={() => notThisWeek(occurrence)}>
        Not this week
      </Button>
    </span>
  );
}
