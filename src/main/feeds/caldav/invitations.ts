import { hasUid } from '#core/caldav/rawObject.ts';
import type { AnsweredDates, FormerReply } from '#core/caldav/changeReply.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import { ownersOf } from '#core/agenda/ownReply.ts';
import type { Reply } from '#core/agenda/attendance.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { success, type Result } from '#base';
import type { Http } from '../../ports/http.ts';
import type { HostQueue } from '../hostQueue.ts';
import type { FeedSources } from '../sources/feedSources.ts';
import { answerInvitation, takeBackAnswer, type Invitation } from './answerInvitation.ts';
import type { CalendarCopies } from './calendarCopies.ts';
import type { DavClientParts } from './davClient.ts';
import type { CalendarLogins } from './logins.ts';

/** Answers to invitations in the calendars of accounts. */
export interface Invitations {
  /** Resolves with a number for `takeBack` when the server has the answer. */
  answer(feed: Feed, uid: string, dates: AnsweredDates, reply: Reply): Promise<Result<number>>;
  /** The former answer again. Resolves with the id of its feed; possible until the app ends. */
  takeBack(answer: number): Promise<Result<string>>;
}

export interface InvitationParts {
  readonly http: Pick<Http, 'dav'>;
  readonly queue: HostQueue;
  readonly sources: FeedSources;
  readonly copies: Pick<CalendarCopies, 'read'>;
  readonly logins: CalendarLogins;
  readonly isPaused: (feedId: string) => boolean;
}

/** As many as the window can undo. */
const MOST_ANSWERS = 20;

interface Given {
  readonly feed: Feed;
  readonly invitation: Invitation;
  readonly former: readonly FormerReply[];
}

export function createInvitations(parts: InvitationParts): Invitations {
  const { http, queue, sources, copies, logins, isPaused } = parts;
  const given = new Map<number, Given>();
  let last = 0;

  /** Runs a change of an object in the turn of its server. */
  async function run<T>(
    feed: Feed,
    change: (parts: DavClientParts, address: SourceAddressOf<'calDav'>) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { source } = feed;
    if (source.kind !== 'calDav') return accountFailure('answer/notThere');
    if (isPaused(feed.id)) return accountFailure('answer/paused');
    const { url } = source;
    const login = await logins(source);
    if (!login.ok) return login;
    const { signal } = new AbortController();
    const client = { http, login: login.value, server: url, signal };
    return queue.inTurn(new URL(url).host, true, signal, () => change(client, source));
  }

  /** The object of a series, from the copy of its calendar. */
  async function urlOf(source: SourceAddressOf<'calDav'>, uid: string): Promise<string | null> {
    const copy = await copies.read(sources(source).location);
    const path = Object.entries(copy?.objects ?? {}).find(([, { text }]) => hasUid(text, uid))?.[0];
    return path === undefined ? null : new URL(path, source.url).href;
  }

  return {
    answer: (feed, uid, dates, reply) =>
      run(feed, async (client, source) => {
        const url = await urlOf(source, uid);
        if (url === null) return accountFailure('answer/notThere');
        const invitation = { url, own: ownersOf(feed) };
        const former = await answerInvitation(client, invitation, dates, reply);
        if (!former.ok) return former;
        last += 1;
        given.set(last, { feed, invitation, former: former.value });
        for (const answer of [...given.keys()].slice(0, -MOST_ANSWERS)) given.delete(answer);
        return success(last);
      }),
    takeBack: async (answer) => {
      const known = given.get(answer);
      if (known === undefined) return accountFailure('answer/tooLate');
      const { feed, invitation, former } = known;
      const taken = await run(feed, (client) => takeBackAnswer(client, invitation, former));
      if (!taken.ok) return taken;
      given.delete(answer);
      return success(feed.id);
    },
  };
}
