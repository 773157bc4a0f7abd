import { nextOccurrence } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/agenda/joinNext.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Problem } from '#base';
import type { LaunchRequest } from '#core/desktop/launchRequest.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { Questions } from './questions.ts';
import { noticeId } from '../reminders/noticeId.ts';

export interface StartParts {
  readonly agenda: AgendaModel;
  readonly problems: Problems;
  readonly questions: Questions;
  /** Joined already. */
  readonly isOut: (occurrence: Occurrence) => boolean;
  /** Joins the next meeting, or asks which one where several are meant. */
  readonly joinNext: () => void;
}

const misunderstood: Problem = {
  code: 'link/misunderstood',
  title: 'A link to Office Hours was not understood',
  detail:
    'Nothing was done. Links may join the next meeting, open its note, or name a calendar (https) to follow.',
};

/**
 * Does what a start of the app asks for. A link may come from any web page, so it never does more than to show:
 * who wants to join or to follow is asked in the window.
 */
export function handleLaunches(
  { launches, desktop, clock }: Pick<Ports, 'launches' | 'desktop' | 'clock'>,
  { agenda, problems, questions, isOut, joinNext: joinAtOnce }: StartParts,
): Disposable {
  const askToJoin = (): void => {
    const meetings = joinNext(agenda.occurrences(), clock.now(), isOut);
    desktop.showWindow({ screen: 'agenda', occurrenceKey: meetings[0]?.key ?? null });
    questions.ask({ kind: 'join', keys: meetings.map(({ key }) => key) });
  };
  const showNote = (): void => {
    const meeting = nextOccurrence(agenda.occurrences(), clock.now(), agenda.snapshot().zone);
    desktop.showWindow({ screen: 'notes', occurrenceKey: meeting?.key ?? null });
  };
  /** Without a name the meeting is taken that is near: a notification is pressed when it has just come. */
  const showMeeting = (id: string | null): void => {
    const occurrences = agenda.occurrences();
    const near = nextOccurrence(occurrences, clock.now(), agenda.snapshot().zone);
    const meant = id === null ? near : occurrences.find(({ key }) => noticeId(key) === id);
    desktop.showWindow({ screen: 'agenda', occurrenceKey: meant?.key ?? null });
  };
  /** What needs the agenda waits for it; the window is there at once. */
  const act = (wish: LaunchRequest): void => {
    const isAboutMeeting = ['joinNext', 'joinNow', 'note', 'notice'].includes(wish.kind);
    if (!isAboutMeeting || agenda.isBuilt()) return actNow(wish);
    if (wish.kind !== 'joinNow') desktop.showWindow(null);
    void agenda.built.then(() => actNow(wish));
  };
  const actNow = (wish: LaunchRequest): void => {
    switch (wish.kind) {
      case 'stayHidden':
        return;
      case 'joinNext':
        return askToJoin();
      case 'joinNow':
        return joinAtOnce();
      case 'note':
        return showNote();
      case 'notice':
        return showMeeting(wish.id);
      case 'follow':
        desktop.showWindow({ screen: 'feeds', occurrenceKey: null });
        return questions.ask({ kind: 'follow', address: wish.address });
      case 'misunderstood':
        problems.report(misunderstood);
        return desktop.showWindow(null);
      case 'show':
        return desktop.showWindow(null);
    }
  };
  return launches.onRequest(act);
}
