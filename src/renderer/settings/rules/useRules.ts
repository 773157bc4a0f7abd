import { useMemo } from 'react';
import { caughtMeetings, keptMeetings } from '#core/agenda/caughtMeetings.ts';
import type { MeetingRule } from '#core/agenda/meetingRules.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Settings, SettingsChange } from '#core/settings/settings.ts';
import { MINUTE } from '#base';
import { useApi, useApp, useAppStore, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { allOccurrencesOf } from '../../store/agendaSlice.ts';
import { texts } from '../texts.ts';

/** The rules, and the changes that the user can make to them. */
export interface Rules {
  readonly rules: readonly MeetingRule[];
  /** Replaces the rule of the same id, or adds it as the last. */
  readonly put: (rule: MeetingRule) => void;
  /** Moves a rule up (-1) or down (1). */
  readonly move: (index: number, by: -1 | 1) => void;
  /** Removes a rule, and offers to take that back. */
  readonly remove: (index: number) => void;
}

const withRuleOn = ({ meetingRules }: Settings, id: string): SettingsChange => ({
  meetingRules: meetingRules.map((rule) => (rule.id === id ? { ...rule, isOn: true } : rule)),
});

export function useRules(): Rules {
  const [api, store] = [useApi(), useAppStore()];
  const { settings, change } = useSettings();
  const rules = settings.meetingRules;
  return {
    rules,
    put: (rule) => {
      const at = rules.findIndex(({ id }) => id === rule.id);
      const isSwitchedOff = rules[at]?.isOn === true && !rule.isOn;
      change(
        { meetingRules: at === -1 ? [...rules, rule] : rules.with(at, rule) },
        isSwitchedOff
          ? { ...texts.ruleSwitchedOff, back: (present) => withRuleOn(present, rule.id) }
          : undefined,
      );
    },
    move: (index, by) => {
      const rule = rules[index];
      if (rule !== undefined)
        change({ meetingRules: rules.toSpliced(index, 1).toSpliced(index + by, 0, rule) });
    },
    remove: (index) => {
      const rule = rules[index];
      if (rule === undefined) return;
      change({ meetingRules: rules.toSpliced(index, 1) });
      store.getState().undoOffered({
        words: texts.ruleRemoved,
        undone: texts.ruleRestored,
        takeBack: () => {
          const present = store.getState().settings?.meetingRules ?? [];
          return api.invoke('settings:change', { meetingRules: present.toSpliced(index, 0, rule) });
        },
        isStill: () => !(store.getState().settings?.meetingRules ?? []).some(({ id }) => id === rule.id),
      });
    },
  };
}

/** The meetings of the next five weeks that are kept in spite of a rule. */
export function useKept(rule: MeetingRule | undefined): readonly Occurrence[] {
  const occurrences = useApp(allOccurrencesOf);
  const { zone } = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  return useMemo(
    () => (rule === undefined ? [] : keptMeetings(rule, occurrences, minute, zone)),
    [rule, occurrences, minute, zone],
  );
}

/** The meetings of the next five weeks that each of the rules decides about. */
export function useCaught(rules: readonly MeetingRule[]): ReadonlyMap<string, readonly Occurrence[]> {
  const occurrences = useApp(allOccurrencesOf);
  const { zone } = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  return useMemo(() => caughtMeetings(rules, occurrences, minute, zone), [rules, occurrences, minute, zone]);
}
