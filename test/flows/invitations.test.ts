import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { HttpFailure } from '#main/ports/http.ts';
import { hasProgram } from '../../scripts/system/programs.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from '../main/feeds/caldav/servers.ts';

/** Invitations in an account's calendar, from the window's request to the object on a real server and back. */

const mine = 'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:anna@example.org';
const invitation = (uid: string, more = ''): string =>
  anObject(uid).replace('SUMMARY:', `${more}ORGANIZER:mailto:bea@example.org\r\n${mine}\r\nSUMMARY:`);
const weekly = 'RRULE:FREQ=WEEKLY;COUNT=3\r\n';

describe.skipIf(!hasProgram('radicale'))('an invitation', () => {
  let server: CalDavServer;
  let computer: Computer;

  beforeEach(async () => {
    server = await startRadicale();
    await otherClient(server).makeCalendar(`${server.home}work/`, 'Work');
    computer = new Computer('2026-12-03T08:40:00Z');
    computer.http = createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send);
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const put = (text: string): Promise<void> => otherClient(server).put(`${server.home}work/a.ics`, text);
  async function text(): Promise<string> {
    const { user, password } = server.login;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return (await fetch(`${server.home}work/a.ics`, { headers: { authorization } })).text();
  }
  async function start(): Promise<RunningApp> {
    const app = await computer.start();
    const { user, password } = server.login;
    const found = await app.window.ask('accounts:find', server.url, user, password);
    if (!found.ok) throw new Error(found.problem.code);
    const urls = found.value.calendars.map(({ url }) => url);
    await app.window.ask('accounts:add', found.value.id, urls, null);
    await vi.waitFor(async () => expect(await meetings(app)).not.toEqual([]), { timeout: 20_000 });
    return app;
  }
  const meetings = async (app: RunningApp) => (await app.window.askAgenda()).occurrences;
  const replies = async (app: RunningApp) => (await meetings(app)).map(({ ownReply }) => ownReply);

  test('is answered: the agenda and the server say so, and the former answer comes back', async () => {
    await put(invitation('a'));
    const before = await text();
    await using app = await start();
    const [meeting] = await meetings(app);
    expect(meeting).toMatchObject({ ownReply: 'none', answerKey: meeting?.key });
    const answered = await app.window.ask('invitations:answer', meeting?.key ?? '', 'no', 'one');
    if (!answered.ok) throw new Error(answered.problem.code);
    expect((await meetings(app))[0]).toMatchObject({ ownReply: 'no', isDeclined: true });
    expect(await text()).toContain('PARTSTAT=DECLINED');
    expect(await app.window.ask('invitations:takeBack', answered.value)).toMatchObject({ ok: true });
    expect(await replies(app)).toEqual(['none']);
    expect(await text()).toBe(before);
    expect(await app.window.ask('invitations:takeBack', answered.value)).toMatchObject({
      problem: { code: 'answer/tooLate' },
    });
  });

  test('to a series is answered for one date, and for all', async () => {
    await put(invitation('a', weekly));
    await using app = await start();
    const [, second] = await meetings(app);
    await app.window.ask('invitations:answer', second?.key ?? '', 'no', 'one');
    expect(await replies(app)).toEqual(['none', 'no', 'none']);
    expect((await meetings(app))[1]?.key).toBe(second?.key);
    await app.window.ask('invitations:answer', second?.key ?? '', 'yes', 'series');
    expect(await replies(app)).toEqual(['yes', 'yes', 'yes']);
  });

  test('of the user, or without an organiser, is not to be answered', async () => {
    await put(invitation('a').replace('mailto:bea@', 'mailto:anna@'));
    await otherClient(server).put(`${server.home}work/b.ics`, anObject('b'));
    await using app = await start();
    expect((await meetings(app)).map(({ answerKey }) => answerKey)).toEqual([null, null]);
  });

  test('that is answered offline stays open, with words that say so', async () => {
    await put(invitation('a'));
    await using app = await start();
    const [meeting] = await meetings(app);
    computer.http.dav = () => Promise.reject(new HttpFailure(0, 'offline'));
    const answer = () => app.window.ask('invitations:answer', meeting?.key ?? '', 'yes', 'one');
    expect(await answer()).toMatchObject({ problem: { code: 'answer/notSent' } });
    expect(await replies(app)).toEqual(['none']);
    Object.assign(
      computer.http,
      createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send),
    );
    expect(await answer()).toMatchObject({ ok: true });
    expect(await replies(app)).toEqual(['yes']);
  });

  test('is answered from its notice', async () => {
    await put(invitation('a'));
    await using app = await start();
    await computer.clock.advanceTo('2026-12-03T08:50:30Z');
    app.notifier.notices.at(-1)?.press('Accept');
    await vi.waitFor(async () => expect(await replies(app)).toEqual(['yes']), { timeout: 20_000 });
    expect(await text()).toContain('PARTSTAT=ACCEPTED');
  });

  test('is answered in the alert window, whose card stays to join from', async () => {
    await put(invitation('a'));
    await using app = await start();
    const { reminders } = await app.window.ask('settings:get');
    const leads = [{ minutes: 10, kind: 'alert' as const }];
    await app.window.ask('settings:change', { reminders: { ...reminders, leads } });
    await computer.clock.advanceTo('2026-12-03T08:50:30Z');
    const cards = async () => (await app.window.ask('alert:get')).cards;
    const [card] = await cards();
    expect(card).toMatchObject({ isInvitation: true });
    const act = (reply: 'yes' | 'no') => app.window.ask('reminders:act', card?.key ?? '', { reply });
    expect(await act('yes')).toMatchObject({ ok: true });
    expect(await replies(app)).toEqual(['yes']);
    expect(await cards()).toMatchObject([{ isInvitation: false }]);
    expect(await act('no')).toMatchObject({ ok: true });
    expect(await cards()).toEqual([]);
  });
});
