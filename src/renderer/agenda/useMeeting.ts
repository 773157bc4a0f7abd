import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { useApi, useAppStore, useDesk } from '../frame/AppContext.tsx';

/** What one can do with a meeting. */
export interface MeetingActions {
  /** Opens the room; the best link unless another is named. */
  readonly join: (occurrence: Occurrence, url?: string) => void;
  readonly openNote: (occurrence: Occurrence) => void;
}

/** The ways from an occurrence to its room and its note. */
export function useMeeting(): MeetingActions {
  const [api, desk, store] = [useApi(), useDesk(), useAppStore()];
  return {
    join: (occurrence, url) => api.perform('join:open', occurrence.key, url ?? null),
    openNote: (occurrence) => {
      store.getState().screenShown('notes');
      void desk.openFor(occurrence.key);
    },
  };
}
