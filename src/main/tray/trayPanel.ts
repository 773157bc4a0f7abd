import { joinFailure } from '#core/join/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { nextOccurrence, upcoming } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/agenda/joinNext.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { PanelAction, PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import { success, type Result } from '#base';
import type { TrayParts } from './trayController.ts';
import { countFailing, pauseEnd } from '#core/tray/trayModel.ts';
import type { Visit } from '#core/reminders/roomVisit.ts';
import type { Skipper } from '../choices/skipper.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports/ports.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';

const LISTED = 5;

/** The inputs of the panel, and its way into a meeting. */
export interface PanelParts extends Omit<TrayParts, 'join' | 'skip'> {
  readonly joiner: Joiner;
  readonly skipper: Skipper;
  readonly visitTo: (occurrence: Occurrence) => Visit | null;
}

/** Only what begins at a time can be counted down to. */
const meetingOf = (
  occurrence: Occurrence,
  visitTo: PanelParts['visitTo'],
  hidesTitles: boolean,
): PanelMeeting[] =>
  occurrence.time.kind === 'allDay'
    ? []
    : [
        {
          key: occurrence.key,
          title: hidesTitles ? HIDDEN_TITLE : occurrence.title,
          start: occurrence.time.start,
          end: occurrence.time.end,
          community: hidesTitles ? '' : (occurrence.communityName ?? occurrence.feedName),
          service: occurrence.joinLinks[0]?.serviceName ?? null,
          visit: visitTo(occurrence)?.kind ?? null,
          isMaybe: occurrence.isWeekUnknown,
        },
      ];

/** The small panel by the tray icon: keeps its content up to date, and handles its actions. */
export function startTrayPanel(
  { clock, desktop, ipc, panel }: Pick<Ports, 'clock' | 'desktop' | 'ipc' | 'panel'>,
  {
    agenda,
    sync,
    settings,
    clockWatch,
    joiner,
    skipper,
    format,
    isJoined,
    visitTo,
    visited,
    answerWeek,
  }: PanelParts,
): Disposable {
  /** The meeting skipped in this panel; forgotten when the panel opens again. */
  let skippedHere: OccurrenceKey | null = null;
  const skippedMeeting = (): PanelSnapshot['skipped'] => {
    const occurrence = skippedHere === null ? null : agenda.find(skippedHere);
    if (occurrence === null || occurrence.skipped === null) return null;
    const title = settings.current().hidesTitles ? HIDDEN_TITLE : occurrence.title;
    return { key: occurrence.key, title };
  };
  const skip = async (key: OccurrenceKey, scope: 'one' | null): Promise<Result<null>> => {
    skippedHere = scope === null ? null : key;
    await skipper.chooseByKey(key, scope);
    return success(null);
  };
  const snapshot = (): PanelSnapshot => {
    const now = clock.now();
    const occurrences = agenda.occurrences();
    const listed = upcoming(occurrences, now, format().zone, LISTED);
    // What “join” means now; else what comes next, also without a room.
    const [picked = nextOccurrence(listed, now, format().zone)] = joinNext(listed, now, isJoined);
    return {
      now,
      format: format(),
      meetings: listed.flatMap((one) => meetingOf(one, visitTo, settings.current().hidesTitles)),
      first: picked?.key ?? null,
      skipped: skippedMeeting(),
      pausedUntil: pauseEnd(settings.current().reminders.pausedUntil, now),
      failingFeeds: countFailing(sync.statuses()),
    };
  };
  const join = async (key: string): Promise<Result<null>> => {
    const joined = await joiner.join(key, null);
    // The panel stays open to show the failure.
    if (!joined.ok) return joined;
    panel.close();
    if (joined.value === 'asked') desktop.showWindow({ screen: 'agenda', occurrenceKey: key });
    return success(null);
  };
  const answer = (key: string, isOn: boolean): Result<null> | Promise<Result<null>> => {
    const occurrence = agenda.find(key);
    return occurrence === null ? joinFailure('join/gone') : answerWeek(occurrence, isOn);
  };
  const show = (screen: 'agenda' | 'notes' | 'feeds', occurrenceKey: string | null): Result<null> => {
    panel.close();
    desktop.showWindow({ screen, occurrenceKey });
    return success(null);
  };
  const act = (action: PanelAction): Result<null> | Promise<Result<null>> => {
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
      case 'feeds':
        return show('feeds', null);
      case 'unpause':
        settings.change({ reminders: { ...settings.current().reminders, pausedUntil: null } });
        break;
      case 'close':
        panel.close();
    }
    return success(null);
  };
  // While it is hidden nobody looks; it asks anew when it is shown.
  const tell = (): void => {
    if (panel.isOpen()) ipc.send('panel:changed', snapshot());
  };

  using parts = new DisposableStack();
  parts.use(
    ipc.handle('panel:get', () => {
      skippedHere = null;
      return snapshot();
    }),
  );
  parts.use(ipc.handle('panel:act', act));
  for (const signal of [agenda.changed, sync.statusChanged, settings.changed, visited])
    parts.use(signal.on(tell));
  parts.use(clockWatch.minute.on(tell));
  parts.use(clockWatch.changed.on(tell));
  return parts.move();
}
