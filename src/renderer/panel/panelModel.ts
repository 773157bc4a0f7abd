import type { PanelAction, PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import type { Instant } from '#base';
import type { Api } from '../kit/api.ts';
import { createSnapshotModel, type SnapshotModel, type SnapshotView } from '../kit/snapshotModel.ts';

export type PanelView = SnapshotView<PanelSnapshot>;

/** State, clock and actions of the panel. */
export interface PanelModel extends Pick<
  SnapshotModel<PanelSnapshot>,
  'view' | 'subscribe' | 'choose' | 'end'
> {
  readonly act: (action: PanelAction) => void;
  /** The window was shown or hidden. */
  readonly seen: (isVisible: boolean) => void;
}

/** The meeting that keys and the large buttons act on: the chosen one, or else the current or next one. */
export const chosenMeeting = ({ snapshot, chosen }: PanelView): PanelMeeting | null =>
  snapshot?.meetings.find(({ key }) => key === chosen) ??
  snapshot?.meetings.find(({ key }) => key === snapshot.first) ??
  null;

/** @param localNow this window's clock (ms) */
export function createPanelModel(
  api: Api,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): PanelModel {
  const model = createSnapshotModel<PanelSnapshot>({
    ask: () => api.invoke('panel:get'),
    listen: (callback) => api.on('panel:changed', callback),
    localNow,
    after,
  });
  return {
    view: model.view,
    subscribe: model.subscribe,
    choose: model.choose,
    end: model.end,
    act: (action) => model.attempt(api.invoke('panel:act', action)),
    // It is hidden instead of closed, and opens as if it were new.
    seen: (isVisible) => {
      if (!isVisible) return model.stop();
      model.choose(null);
      model.start();
    },
  };
}
