import { useState } from 'react';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import { useDirectory } from '../communities/directory/useDirectory.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';

/** What is chosen of a community: its main calendars, what is stated of its meetings, or single calendars. */
type Choice = 'whole' | 'stated' | ReadonlySet<string>;

/** How a community can be followed with one press; null if the user has to choose among many calendars, or look at a page. */
export const wayToFollow = ({
  mainCount,
  calendarCount,
  datedCount,
}: Pick<ListedCommunity, 'mainCount' | 'calendarCount' | 'datedCount'>): 'whole' | 'stated' | null => {
  if (mainCount > 0) return 'whole';
  return calendarCount === 0 && datedCount > 0 ? 'stated' : null;
};

/** The communities of the directory in the welcome. None is followed before the user goes on. */
export interface WelcomeCommunities {
  /** Those that the words find; without words those that the user's calendars name, and the chosen ones. */
  readonly find: (words: string) => readonly ListedCommunity[];
  /** The user's calendars name it, or use its rooms. */
  readonly isNamed: (community: ListedCommunity) => boolean;
  readonly isChosen: (community: ListedCommunity) => boolean;
  readonly isCalendarChosen: (community: ListedCommunity, address: string) => boolean;
  readonly chosenCount: number;
  readonly choose: (community: ListedCommunity, isOn: boolean) => void;
  readonly chooseCalendar: (community: ListedCommunity, address: string, isOn: boolean) => void;
  /** Follows the chosen ones. It does not wait for their servers; what does not answer is reported. */
  readonly follow: () => void;
}

/** @param named ids of communities that the pasted calendar names, before it is followed */
export function useWelcomeCommunities(named: readonly string[]): WelcomeCommunities {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const rows = useDirectory() ?? [];
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const isChosen = ({ id, isFollowed }: ListedCommunity): boolean => isFollowed || chosen.has(id);
  const set = (id: string, choice: Choice | null): void => {
    const next = new Map(chosen);
    if (choice === null || (typeof choice === 'object' && choice.size === 0)) next.delete(id);
    else next.set(id, choice);
    setChosen(next);
  };
  const calendarsOf = (id: string): ReadonlySet<string> => {
    const choice = chosen.get(id);
    return typeof choice === 'object' ? choice : new Set();
  };
  const followOne = async (id: string, choice: Choice): Promise<void> => {
    if (typeof choice === 'object') {
      for (const address of choice) {
        const outcome = await api.invoke('directory:follow', id, address);
        if (!outcome.ok) report(outcome.problem);
      }
      return;
    }
    const outcome = await api.invoke(
      choice === 'whole' ? 'directory:followWhole' : 'directory:followStated',
      id,
    );
    if (!outcome.ok) report(outcome.problem);
  };
  const isNamed = ({ id, isUsed }: ListedCommunity): boolean => isUsed || named.includes(id);
  return {
    find: (words) =>
      words === ''
        ? [...rows.filter(isNamed), ...rows.filter((row) => !isNamed(row) && isChosen(row))]
        : searchDirectory(rows, words),
    isNamed,
    isChosen,
    isCalendarChosen: ({ id }, address) => calendarsOf(id).has(address),
    chosenCount: rows.filter(isChosen).length,
    choose: (row, isOn) => set(row.id, isOn ? wayToFollow(row) : null),
    chooseCalendar: ({ id }, address, isOn) => {
      const next = new Set(calendarsOf(id));
      if (isOn) next.add(address);
      else next.delete(address);
      set(id, next);
    },
    follow: () => {
      for (const [id, choice] of chosen) void followOne(id, choice);
    },
  };
}
