import { nextOccurrence, upcoming } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/join/joinNext.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { hueOfOccurrence } from '#core/format/hue.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import type { Visit } from '#core/join/roomVisit.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import { countFailing, pauseEnd } from '#core/tray/trayModel.ts';
import type { Instant } from '#base';
import type { TrayParts } from './trayController.ts';

const LISTED = 5;

/** What the panel shows. */
export interface ContentParts extends Pick<
  TrayParts,
  'agenda' | 'sync' | 'settings' | 'format' | 'isJoined'
> {
  readonly visitTo: (occurrence: Occurrence) => Visit | null;
}

/** Only what begins at a time can be counted down to. */
const meetingOf = (
  occurrence: Occurrence,
  visitTo: ContentParts['visitTo'],
  settings: Settings,
): PanelMeeting[] =>
  occurrence.time.kind === 'allDay'
    ? []
    : [
        {
          key: occurrence.key,
          title: settings.hidesTitles ? HIDDEN_TITLE : occurrence.title,
          start: occurrence.time.start,
          end: occurrence.time.end,
          community: settings.hidesTitles ? '' : (occurrence.communityName ?? occurrence.feedName),
          hue: hueOfOccurrence(occurrence, settings),
          service: occurrence.joinLinks[0]?.serviceName ?? null,
          visit: visitTo(occurrence)?.kind ?? null,
          isMaybe: occurrence.isWeekUnknown,
          isUnconfirmed: isUnconfirmed(occurrence),
        },
      ];

/** The meeting, if it is still skipped. */
function skippedMeeting(
  { agenda, settings }: Pick<ContentParts, 'agenda' | 'settings'>,
  key: OccurrenceKey | null,
): PanelSnapshot['skipped'] {
  const occurrence = key === null ? null : agenda.find(key);
  if (occurrence === null || occurrence.skipped === null) return null;
  const title = settings.current().hidesTitles ? HIDDEN_TITLE : occurrence.title;
  return { key: occurrence.key, title };
}

/** The content of the panel. @param skippedHere the meeting that was skipped in the panel since it opened */
export function panelContent(
  parts: ContentParts,
  now: Instant,
  skippedHere: OccurrenceKey | null,
): PanelSnapshot {
  const { agenda, sync, settings, format, isJoined, visitTo } = parts;
  const listed = upcoming(agenda.occurrences(), now, format().zone, LISTED);
  // What “join” means now; else what comes next, also without a room.
  const [picked = nextOccurrence(listed, now, format().zone)] = joinNext(listed, now, isJoined);
  return {
    now,
    format: format(),
    hasLetterKeys: settings.current().hasLetterKeys,
    meetings: listed.flatMap((one) => meetingOf(one, visitTo, settings.current())),
    first: picked?.key ?? null,
    skipped: skippedMeeting(parts, skippedHere),
    pausedUntil: pauseEnd(settings.current().reminders.pausedUntil, now),
    failingFeeds: countFailing(sync.statuses()),
  };
}
