import { joinFailure } from '#core/join/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import type { PanelAction } from '#core/tray/panelSnapshot.ts';
import { success, type Result } from '#base';
import type { Skipper } from '../choices/skipper.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports/ports.ts';
import { pauseReminders } from './pauseReminders.ts';
import type { TrayParts } from './trayController.ts';

/** What the panel changes. */
export interface ActionParts extends Pick<
  TrayParts,
  'agenda' | 'settings' | 'answerWeek' | 'format' | 'showClock'
> {
  readonly joiner: Joiner;
  readonly skipper: Skipper;
}

type Reply = Result<null> | Promise<Result<null>>;

/** The actions of the panel. @param skipped called with the meeting that is skipped; null when it no longer is */
export function createPanelActions(
  { clock, desktop, panel }: Pick<Ports, 'clock' | 'desktop' | 'panel'>,
  { agenda, settings, format, joiner, skipper, answerWeek, showClock }: ActionParts,
  skipped: (key: OccurrenceKey | null) => void,
): (action: PanelAction) => Reply {
  const skip = async (key: OccurrenceKey, scope: 'one' | null): Promise<Result<null>> => {
    skipped(scope === null ? null : key);
    await skipper.chooseByKey(key, scope);
    return success(null);
  };
  const join = async (key: string): Promise<Result<null>> => {
    const joined = await joiner.join(key, null);
    // The panel stays open to show the failure.
    if (!joined.ok) return joined;
    panel.close();
    if (joined.value === 'asked') desktop.showWindow({ screen: 'agenda', occurrenceKey: key });
    return success(null);
  };
  const answer = (key: string, isOn: boolean): Reply => {
    const occurrence = agenda.find(key);
    return occurrence === null ? joinFailure('join/gone') : answerWeek(occurrence, isOn);
  };
  const show = (
    screen: 'agenda' | 'notes' | 'feeds' | 'settings',
    occurrenceKey: string | null,
  ): Result<null> => {
    panel.close();
    desktop.showWindow({ screen, occurrenceKey });
    return success(null);
  };
  return (action) => {
    switch (action.kind) {
      case 'join':
        return join(action.key);
      case 'itIsOn':
      case 'notThisWeek':
        return answer(action.key, action.kind === 'itIsOn');
      case 'skip':
        return skip(action.key, 'one');
      case 'unskip':
        return skip(action.key, null);
      case 'note':
        return show('notes', action.key);
      case 'open':
        return show('agenda', action.key);
      case 'brief':
        panel.close();
        desktop.showWindow({ screen: 'agenda', occurrenceKey: action.key, isBrief: true });
        break;
      case 'feeds':
        return show('feeds', null);
      case 'settings':
        return show('settings', null);
      case 'clock': {
        const shown = showClock(action.key);
        if (shown.ok) panel.close();
        return shown;
      }
      case 'pause':
        pauseReminders(clock, settings, format, action.until);
        break;
      case 'close':
        panel.close();
    }
    return success(null);
  };
}
