import type { PanelAction, PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import type { Instant, Problem } from '#base';
import type { Api } from '../kit/api.ts';
import { createSecondClock } from '../kit/secondClock.ts';

/** What the panel shows at one moment. */
export interface PanelView {
  /** null until main has answered. */
  readonly snapshot: PanelSnapshot | null;
  /** Main's clock (ms). */
  readonly now: Instant;
  /** Key of the meeting that the user chose; null for the current or next one. */
  readonly chosen: string | null;
  readonly problem: Problem | null;
}

/** State, clock and actions of the panel. */
export interface PanelModel {
  readonly view: () => PanelView;
  readonly subscribe: (callback: () => void) => () => void;
  readonly act: (action: PanelAction) => void;
  readonly choose: (key: string) => void;
  /** The window was shown or hidden. */
  readonly seen: (isVisible: boolean) => void;
  /** Stops the clock and all subscriptions. */
  readonly end: () => void;
}

/** The meeting that keys and the large buttons act on. */
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
  const listeners = new Set<() => void>();
  let view: PanelView = { snapshot: null, now: localNow(), chosen: null, problem: null };

  const become = (change: Partial<PanelView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const clock = createSecondClock(localNow, after, (now) => become({ now }));
  const receive = (snapshot: PanelSnapshot): void => {
    clock.set(snapshot.now);
    become({ snapshot, now: snapshot.now });
  };
  const ask = async (): Promise<void> => {
    const answer = await api.invoke('panel:get');
    if (answer.ok) receive(answer.value);
    else become({ problem: answer.problem });
  };
  const act = async (action: PanelAction): Promise<void> => {
    const answer = await api.invoke('panel:act', action);
    become({ problem: answer.ok ? null : answer.problem });
  };

  const stopListening = api.on('panel:changed', receive);
  void ask();
  clock.start();
  return {
    view: () => view,
    subscribe: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    act: (action) => void act(action),
    choose: (chosen) => become({ chosen }),
    seen: (isVisible) => {
      clock.stop();
      if (!isVisible) return;
      become({ chosen: null, problem: null });
      void ask();
      clock.start();
    },
    end: () => {
      clock.stop();
      stopListening();
    },
  };
}
