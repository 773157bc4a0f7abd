import { desktopProblem } from '#core/desktop/problems.ts';
import { nextOccurrence, startOf } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/join/joinNext.ts';
import { MINUTE } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { LaunchRequest } from '#core/desktop/launchRequest.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { Questions } from './questions.ts';
import { noticeId } from './noticeId.ts';

export interface LaunchParts {
  readonly agenda: AgendaModel;
  readonly problems: Problems;
  readonly questions: Questions;
  readonly isJoined: (occurrence: Occurrence) => boolean;
  /** Joins the next meeting, or asks in the window which one if several begin at once. */
  readonly joinNext: () => void;
}

/** A note that is begun so long before a meeting is about it (ms). */
const NEAR_MS = 15 * MINUTE;

/**
 * Handles launch requests. A link may come from any web page, so it only shows something: joining and following are
 * confirmed in the window.
 */
export function handleLaunches(
  { launches, desktop, clock }: Pick<Ports, 'launches' | 'desktop' | 'clock'>,
  { agenda, problems, questions, isJoined, joinNext: joinAtOnce }: LaunchParts,
): Disposable {
  const askToJoin = (): void => {
    const meetings = joinNext(agenda.occurrences(), clock.now(), isJoined);
    desktop.showWindow({ screen: 'agenda', occurrenceKey: meetings[0]?.key ?? null });
    questions.ask({ kind: 'join', keys: meetings.map(({ key }) => key) });
  };
  /** Of the meeting that is on or begins soon, else one without a meeting. */
  const showNote = (): void => {
    const { zone } = agenda.snapshot();
    const meeting = nextOccurrence(agenda.occurrences(), clock.now(), zone);
    const isNear = meeting !== null && startOf(meeting, zone) - clock.now() <= NEAR_MS;
    if (isNear) desktop.showWindow({ screen: 'notes', occurrenceKey: meeting.key });
    else desktop.showWindow({ screen: 'notes', occurrenceKey: null, isNewNote: true });
  };
  /** Without an id, shows the next meeting: most notifications are clicked when they have just appeared. */
  const showMeeting = (id: string | null): void => {
    const occurrences = agenda.occurrences();
    const near = nextOccurrence(occurrences, clock.now(), agenda.snapshot().zone);
    const meant = id === null ? near : occurrences.find(({ key }) => noticeId(key) === id);
    desktop.showWindow({ screen: 'agenda', occurrenceKey: meant?.key ?? null });
  };
  /** Requests that need the agenda wait until it is built; the window opens at once. */
  const act = (request: LaunchRequest): void => {
    const isAboutMeeting = ['joinNext', 'joinNow', 'note', 'notice'].includes(request.kind);
    if (!isAboutMeeting || agenda.isBuilt()) return actNow(request);
    if (request.kind !== 'joinNow') desktop.showWindow(null);
    void agenda.built.then(() => actNow(request));
  };
  const actNow = (request: LaunchRequest): void => {
    switch (request.kind) {
      case 'stayHidden':
        return;
      case 'joinNext':
        return askToJoin();
      case 'joinNow':
        return joinAtOnce();
      case 'note':
        return showNote();
      case 'notice':
        return showMeeting(request.id);
      case 'follow':
        desktop.showWindow({ screen: 'feeds', occurrenceKey: null });
        return questions.ask({ kind: 'follow', address: request.address });
      case 'followCommunity':
        desktop.showWindow({ screen: 'communities', occurrenceKey: null });
        return questions.ask({ kind: 'followCommunity', community: request.community });
      case 'misunderstood':
        questions.close();
        problems.report(desktopProblem('link/misunderstood'));
        return desktop.showWindow(null);
      case 'show':
        return desktop.showWindow(null);
    }
  };
  return launches.onRequest(act);
}
