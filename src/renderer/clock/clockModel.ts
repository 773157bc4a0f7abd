import type { ClockAction, ClockEdge, ClockSnapshot } from '#core/floatingClock/clockSnapshot.ts';
import type { Instant } from '#base';
import type { Api } from '../kit/api.ts';
import { createSnapshotModel, type SnapshotModel } from '../kit/snapshotModel.ts';

/** State and actions of the floating clock. */
export interface ClockModel extends Pick<SnapshotModel<ClockSnapshot>, 'view' | 'subscribe' | 'end'> {
  readonly act: (action: ClockAction) => void;
  /**
   * Makes the window wide enough for title and buttons, or small again.
   * @param pixelRatio of this page: pixels of the display per CSS pixel
   * @returns the edge that stays in place
   */
  readonly widen: (isWide: boolean, pixelRatio: number) => Promise<ClockEdge>;
}

/** @param localNow this window's clock (ms) */
export function createClockModel(
  api: Api,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): ClockModel {
  const model = createSnapshotModel<ClockSnapshot>({
    ask: () => api.invoke('clock:get'),
    listen: (callback) => api.on('clock:changed', callback),
    localNow,
    after,
  });
  return {
    view: model.view,
    subscribe: model.subscribe,
    end: model.end,
    act: (action) => model.attempt(api.invoke('clock:act', action)),
    widen: async (isWide, pixelRatio) => {
      const edge = await api.invoke('clock:widen', isWide, pixelRatio);
      return edge.ok ? edge.value : 'left';
    },
  };
}
