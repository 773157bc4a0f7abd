import { ruleSentence } from '#core/agenda/ruleWords.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { shortDay } from '#core/format/formatTime.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { useCalendarName } from '../kit/useCalendarName.ts';
import { texts } from './texts.ts';

/** Says which rule or calendar keeps a meeting from being announced. */
export function useNotAnnounced(): (silencedBy: Occurrence['silencedBy']) => string {
  const rules = useApp((state) => state.settings?.meetingRules);
  const nameOf = useCalendarName();
  const format = useTimeFormat();
  return (silencedBy) => {
    if (silencedBy?.kind === 'paused') return texts.notAnnounced.paused(shortDay(silencedBy.since, format));
    const id = silencedBy?.kind === 'rule' ? silencedBy.ruleId : null;
    const rule = rules?.find((one) => one.id === id);
    if (rule !== undefined) return texts.notAnnounced.rule(ruleSentence(rule, nameOf));
    return id === null ? texts.notAnnounced.calendar : texts.notAnnounced.someRule;
  };
}
