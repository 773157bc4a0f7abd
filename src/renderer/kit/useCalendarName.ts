import { useCallback } from 'react';
import { useApp } from './AppContext.tsx';

/** The name of a calendar, the user's own first; null if it is not followed any more. */
export function useCalendarName(): (feedId: string) => string | null {
  const feeds = useApp((state) => state.feeds);
  const chosen = useApp((state) => state.settings?.calendars);
  return useCallback(
    (feedId) => chosen?.[feedId]?.name ?? feeds?.find(({ feed }) => feed.id === feedId)?.feed.name ?? null,
    [feeds, chosen],
  );
}
