import { useState } from 'react';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import { useDirectory } from '../communities/directory/useDirectory.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';

/** The communities of the directory in the welcome. None is followed before the user goes on. */
export interface WelcomeCommunities {
  /**
   * Those that the words find; without words those that the user's calendars name, and the chosen ones. Only those that
   * can be followed as a whole.
   */
  readonly find: (words: string) => readonly ListedCommunity[];
  readonly isChosen: (community: ListedCommunity) => boolean;
  readonly chosenCount: number;
  readonly choose: (community: ListedCommunity, isOn: boolean) => void;
  /** Follows the chosen ones. It does not wait for their servers; what does not answer is reported. */
  readonly follow: () => void;
}

export function useWelcomeCommunities(): WelcomeCommunities {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const all = useDirectory() ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = all.filter(({ mainCount }) => mainCount > 0);
  const isChosen = ({ id, isFollowed }: ListedCommunity): boolean => isFollowed || chosen.has(id);
  const followOne = async (id: string): Promise<void> => {
    const outcome = await api.invoke('directory:followWhole', id);
    if (!outcome.ok) report(outcome.problem);
  };
  return {
    find: (words) =>
      words === '' ? rows.filter((row) => row.isUsed || isChosen(row)) : searchDirectory(rows, words),
    isChosen,
    chosenCount: rows.filter(isChosen).length,
    choose: ({ id }, isOn) => {
      const next = new Set(chosen);
      if (isOn) next.add(id);
      else next.delete(id);
      setChosen(next);
    },
    follow: () => {
      for (const { id, isFollowed } of rows) if (chosen.has(id) && !isFollowed) void followOne(id);
    },
  };
}
