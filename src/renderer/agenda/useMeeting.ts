import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { useApi, useAppStore, useDesk } from '../frame/AppContext.tsx';

/** What one can do with a meeting. */
export interface MeetingActions {
  /** Opens the room; the best link unless another is named. */
  readonly join: (occurrence: Occurrence, url?: string) => void;
  readonly openNote: (occurrence: Occurrence) => void;
  /** Does not go to this one, or to its series from it on; null takes that back. */
  readonly skip: (occurrence: Occurrence, scope: 'one' | 'series' | null) => void;
}

/** The ways from an occurrence to its room and its note. */
export function useMeeting(): MeetingActions {
  const [api, desk, store] = [useApi(), useDesk(), useAppStore()];
  const join = async ({ key, title }: Occurrence, url: string | null): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const answer = await api.ask('join:open', key, url);
    const what = { kind: 'visit', key } as const;
    if (!answer.ok) problemReported(answer.problem);
    else if (answer.value === 'joined')
      undoOffered({ words: `Joined ${title}: its reminders are silent`, what });
    else if (answer.value === 'opened')
      undoOffered({ words: `Opened the room of ${title}: its reminders still come`, what });
  };
  const skip = async ({ key, title }: Occurrence, scope: 'one' | 'series' | null): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const answer = await api.ask('skips:choose', key, scope);
    if (!answer.ok) return problemReported(answer.problem);
    if (scope === null) return;
    const words = scope === 'one' ? `Skipped ${title}` : `Skipped all of ${title} from now on`;
    undoOffered({ words, what: { kind: 'skip', key } });
  };
  return {
    skip: (occurrence, scope) => void skip(occurrence, scope),
    join: (occurrence, url) => void join(occurrence, url ?? null),
    openNote: (occurrence) => {
      store.getState().screenShown('notes');
      void desk.openFor(occurrence.key);
    },
  };
}
