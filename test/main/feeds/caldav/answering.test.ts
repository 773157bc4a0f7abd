import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { ETAGS_BODY } from '#core/caldav/davBodies.ts';
import { answerInvitation, takeBackAnswer } from '#main/feeds/caldav/answerInvitation.ts';
import { createDavClient, type DavClientParts, textOf } from '#main/feeds/caldav/davClient.ts';
import { discoverCalendars } from '#main/feeds/caldav/discoverCalendars.ts';
import { syncCalendar } from '#main/feeds/caldav/syncCalendar.ts';
import { HttpFailure, type DavReply, type DavRequest } from '#main/ports/http.ts';
import { hasCyrus, startCyrus, type Cyrus, type Person } from './cyrus.ts';
import { otherClient } from './servers.ts';

/** Answers to invitations, with a real server that passes them on to the organiser. */

const http = createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send);
const never = new AbortController().signal;
const all = { kind: 'all' } as const;
const berlin = (originalStart: string) => ({ kind: 'one', originalStart, zone: 'Europe/Berlin' }) as const;

const planning = (...more: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:19961027T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19960331T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:planning',
    'DTSTAMP:20261101T000000Z',
    'DTSTART;TZID=Europe/Berlin:20261203T100000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;COUNT=5',
    'SUMMARY:Planning',
    ...more,
    'ORGANIZER:mailto:otto@example.org',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:otto@example.org',
    'ATTENDEE;CN="Anna, Ä";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:anna@example.org',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe.skipIf(!hasCyrus)('with Cyrus', () => {
  let cyrus: Cyrus;
  const own = new Set(['anna@example.org']);

  beforeAll(async () => {
    cyrus = await startCyrus();
  });
  afterAll(() => cyrus[Symbol.asyncDispose]());
  beforeEach(async () => {
    const other = otherClient(cyrus.otto);
    await other.remove(`${cyrus.otto.calendar}planning.ics`).catch(() => undefined);
    await otherClient(cyrus.anna)
      .remove(objectOf(cyrus.anna))
      .catch(() => undefined);
    await other.put(`${cyrus.otto.calendar}planning.ics`, planning());
  });

  /** Cyrus keeps the name of the object for everybody. */
  const objectOf = ({ calendar }: Person): string => `${calendar}planning.ics`;
  const partsOf = ({ login, calendar }: Person): DavClientParts => ({
    http,
    login,
    server: calendar,
    signal: never,
  });
  const read = async (person: Person): Promise<string> => {
    const { login } = person;
    const sent = await http.dav({ method: 'GET', url: objectOf(person), login, mayLogIn: () => true }, never);
    return textOf(sent).replaceAll(/\r?\n[ \t]/g, '');
  };
  /** What Anna says, by the copy of that person, in the order of the events. */
  const saidIn = async (person: Person): Promise<(string | undefined)[]> =>
    [...(await read(person)).matchAll(/^ATTENDEE.*anna@example\.org/gm)].map(
      ([line]) => /PARTSTAT=([A-Z-]+)/.exec(line)?.[1],
    );
  const answer = (...[dates, reply]: [Parameters<typeof answerInvitation>[2], 'yes' | 'maybe' | 'no']) =>
    answerInvitation(partsOf(cyrus.anna), { url: objectOf(cyrus.anna), own }, dates, reply);

  test('an account is found with its calendar', async () => {
    const dns = { calendarServices: async () => [] };
    const found = await discoverCalendars({ http, dns }, cyrus.url, cyrus.anna.login, never);
    expect(found.ok && found.value.calendars.map(({ url }) => url)).toEqual([cyrus.anna.calendar]);
    const client = createDavClient(partsOf(cyrus.anna));
    const synced = await syncCalendar(client, cyrus.anna.calendar, null, Date.parse('2026-11-20T09:00:00Z'));
    expect(synced.ok && Object.keys(synced.copy.objects)).toEqual([new URL(objectOf(cyrus.anna)).pathname]);
  });

  test.each([
    ['yes', 'ACCEPTED'],
    ['maybe', 'TENTATIVE'],
    ['no', 'DECLINED'],
  ] as const)('the organiser learns of “%s”, and of its end', async (reply, partstat) => {
    expect(await saidIn(cyrus.otto)).toEqual(['NEEDS-ACTION']);
    const before = await read(cyrus.anna);
    const former = await answer(all, reply);
    if (!former.ok) throw new Error(former.problem.title);
    const lines = new Set(before.split(/\r?\n/));
    const written = (await read(cyrus.anna)).split(/\r?\n/).filter((line) => !lines.has(line));
    // Its first line is of the server: the organiser got the answer.
    expect(written).toEqual([
      'ORGANIZER;SCHEDULE-STATUS=1.2:mailto:otto@example.org',
      `ATTENDEE;CN="Anna, Ä";RSVP=FALSE;PARTSTAT=${partstat}:mailto:anna@example.org`,
    ]);
    expect([await saidIn(cyrus.anna), await saidIn(cyrus.otto)]).toEqual([[partstat], [partstat]]);
    const invitation = { url: objectOf(cyrus.anna), own };
    expect(await takeBackAnswer(partsOf(cyrus.anna), invitation, former.value)).toMatchObject({ ok: true });
    expect(await saidIn(cyrus.anna)).toEqual(['NEEDS-ACTION']);
  });

  /** The answers that the server delivered to the organiser since the last look: date and answer. */
  async function delivered(): Promise<(string | undefined)[][]> {
    const { calendar, login } = cyrus.otto;
    const inbox = calendar.replace('/Default/', '/Inbox/');
    const client = createDavClient({ ...partsOf(cyrus.otto), server: inbox });
    const list = await client({ method: 'PROPFIND', url: inbox, depth: 1, body: ETAGS_BODY });
    if (!list.ok) throw new Error(list.problem.title);
    const hrefs = list.multistatus.responses.map(({ href }) => href).filter((href) => href.endsWith('.ics'));
    const texts = await Promise.all(
      hrefs.map(async (href) => {
        const url = new URL(href, inbox).href;
        const sent = await http.dav({ method: 'GET', url, login, mayLogIn: () => true }, never);
        await otherClient(cyrus.otto).remove(url);
        return textOf(sent).replaceAll(/\r?\n[ \t]/g, '');
      }),
    );
    return texts
      .filter((text) => text.includes('METHOD:REPLY'))
      .map((text) => [/^RECURRENCE-ID.*:(\w+)/m.exec(text)?.[1], /PARTSTAT=([A-Z-]+)/.exec(text)?.[1]]);
  }

  test('one date is answered alone, and another time', async () => {
    await delivered();
    const date = berlin('2026-12-10T09:00:00.000Z');
    expect(await answer(date, 'no')).toMatchObject({ ok: true });
    expect(await saidIn(cyrus.anna)).toEqual(['NEEDS-ACTION', 'DECLINED']);
    expect(await delivered()).toEqual([['20261210T100000', 'DECLINED']]);
    expect(await answer(date, 'yes')).toMatchObject({ ok: true });
    expect(await saidIn(cyrus.anna)).toEqual(['NEEDS-ACTION', 'ACCEPTED']);
    expect(await delivered()).toEqual([['20261210T100000', 'ACCEPTED']]);
    // The other dates are still open.
    expect(await answer(all, 'maybe')).toMatchObject({ ok: true });
    expect(await saidIn(cyrus.anna)).toEqual(['TENTATIVE', 'TENTATIVE']);
    expect((await saidIn(cyrus.otto))[0]).toBe('TENTATIVE');
  });

  /** Something happens between our reading and our writing. */
  const between = (
    event: () => Promise<void>,
    seen = (reply: DavReply): DavReply => reply,
  ): DavClientParts => {
    let isDone = false;
    const dav = async (request: DavRequest): Promise<DavReply> => {
      if (request.method === 'PUT' && !isDone) {
        isDone = true;
        await event();
      }
      return seen(await http.dav(request, never));
    };
    return { ...partsOf(cyrus.anna), http: { dav } };
  };

  test.each([
    ['by the schedule tag', (reply: DavReply): DavReply => reply],
    ['by the ETag', (reply: DavReply): DavReply => ({ ...reply, scheduleTag: null })],
  ])('a meeting that its organiser changed meanwhile is answered as it is now: %s', async (_by, seen) => {
    const parts = between(
      () => otherClient(cyrus.otto).put(objectOf(cyrus.otto), planning('LOCATION:Room 7')),
      seen,
    );
    const invitation = { url: objectOf(cyrus.anna), own };
    expect(await answerInvitation(parts, invitation, all, 'yes')).toMatchObject({ ok: true });
    expect(await saidIn(cyrus.anna)).toEqual(['ACCEPTED']);
    expect(await read(cyrus.anna)).toContain('LOCATION:Room 7');
    expect(await read(cyrus.otto)).toContain('LOCATION:Room 7');
  });

  test('a meeting that is deleted meanwhile is said to be gone', async () => {
    const parts = between(() => otherClient(cyrus.anna).remove(objectOf(cyrus.anna)));
    const invitation = { url: objectOf(cyrus.anna), own };
    expect(await answerInvitation(parts, invitation, all, 'yes')).toMatchObject({
      problem: { code: 'answer/notThere' },
    });
  });
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a server that', () => {
  const url = 'https://example.org/anna/planning.ics';
  const reply = (status: number, more: Partial<DavReply> = {}): DavReply => ({
    status,
    url,
    body: bytesOf(''),
    etag: null,
    scheduleTag: null,
    challenge: null,
    leadsTo: null,
    retryAfterMs: null,
    ...more,
  });
  const found = { body: bytesOf(planning()), etag: '"7"' };

  /** @param put the answers to PUT, the last of which repeats */
  async function answering(put: readonly DavReply[], got: DavReply = reply(200, found)) {
    const asked: DavRequest[] = [];
    const dav = (request: DavRequest): Promise<DavReply> => {
      asked.push(request);
      const count = asked.filter(({ method }) => method === 'PUT').length;
      const given = request.method === 'GET' ? got : put[Math.min(count, put.length) - 1];
      return given === undefined ? Promise.reject(new HttpFailure(0, 'offline')) : Promise.resolve(given);
    };
    const parts = { http: { dav }, login: { user: 'anna', password: 'x' }, server: url, signal: never };
    const outcome = await answerInvitation(parts, { url, own: new Set(['anna@example.org']) }, all, 'yes');
    const conditions = asked.flatMap((one) => (one.method === 'PUT' ? [one.condition.join(' ')] : []));
    return { code: outcome.ok ? 'sent' : outcome.problem.code, conditions };
  }

  test('names a version gets exactly that one replaced', async () => {
    expect(await answering([reply(204)])).toEqual({ code: 'sent', conditions: ['if-match "7"'] });
    const tagged = reply(200, { ...found, scheduleTag: '"s"' });
    expect((await answering([reply(204)], tagged)).conditions).toEqual(['if-schedule-tag-match "s"']);
  });

  test('names no version that can be compared gets no answer, which could overwrite a change', async () => {
    for (const etag of ['W/"7"', null])
      expect(await answering([reply(204)], reply(200, { ...found, etag }))).toEqual({
        code: 'answer/noVersion',
        conditions: [],
      });
  });

  // What they answer to PUT: iCloud and Google no ETag, Nextcloud both tags, Fastmail a new schedule tag.
  test.each([
    ['iCloud', '"C=1@U=2"', null, reply(204)],
    ['Google', '"63868"', null, reply(201)],
    ['Nextcloud', '"9f86d0"', null, reply(204, { etag: '"new"' })],
    ['Fastmail', '"7"', '"7-s"', reply(200, { etag: '"8"', scheduleTag: '"8-s"' })],
  ])(
    'answers as %s does gets the answer for the version that was read',
    async (_name, etag, scheduleTag, put) => {
      const condition = scheduleTag === null ? `if-match ${etag}` : `if-schedule-tag-match ${scheduleTag}`;
      const got = reply(200, { ...found, etag, scheduleTag });
      expect(await answering([put], got)).toEqual({ code: 'sent', conditions: [condition] });
      // Somebody else was faster once.
      expect(await answering([reply(412), put], got)).toEqual({
        code: 'sent',
        conditions: [condition, condition],
      });
    },
  );

  test('has another version twice is asked no third time', async () => {
    expect(await answering([reply(412), reply(204)])).toMatchObject({ code: 'sent' });
    expect(await answering([reply(412)])).toEqual({
      code: 'answer/changedMeanwhile',
      conditions: ['if-match "7"', 'if-match "7"'],
    });
    expect(await answering([reply(409)])).toMatchObject({ code: 'answer/changedMeanwhile' });
  });

  test.each([
    [401, 'account/wrongPassword'],
    [403, 'answer/forbidden'],
    [405, 'answer/forbidden'],
    [501, 'answer/forbidden'],
    [404, 'answer/notThere'],
    [410, 'answer/notThere'],
    [413, 'feed/tooLarge'],
    [500, 'feed/serverTrouble'],
    [507, 'feed/serverTrouble'],
  ])('refuses with %i is reported: %s', async (status, code) => {
    expect(await answering([reply(status)])).toMatchObject({ code });
  });

  test('leads to another organisation gets neither login nor answer', async () => {
    const away = reply(302, { leadsTo: 'https://elsewhere.net/' });
    expect(await answering([away])).toMatchObject({ code: 'account/otherServer' });
  });

  test('is not reached leaves the answer unsent, and says so', async () => {
    expect(await answering([])).toMatchObject({ code: 'answer/notSent' });
  });

  test('has the answer already is not bothered', async () => {
    const text = planning().replace('NEEDS-ACTION;RSVP=TRUE', 'ACCEPTED;RSVP=FALSE');
    expect(await answering([], reply(200, { ...found, body: bytesOf(text) }))).toEqual({
      code: 'sent',
      conditions: [],
    });
  });

  test('has another meeting or none at this address is not changed', async () => {
    expect(await answering([], reply(404))).toMatchObject({ code: 'answer/notThere' });
    const uninvited = planning().replaceAll(/ATTENDEE;CN.*\r\n/g, '');
    expect(await answering([], reply(200, { ...found, body: bytesOf(uninvited) }))).toMatchObject({
      code: 'answer/notThere',
    });
  });
});
