import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJoinLinks, type LinkField } from '../findJoinLinks.ts';
import type { JoinLink } from '../joinLink.ts';
import type { MeetingService } from '../meetingService.ts';
import { runs } from '#test/effort.ts';

const inText = (text: string): JoinLink[] => findJoinLinks([{ source: 'description', text }]);
const urlsIn = (text: string): string[] => inText(text).map(({ url }) => url);

const ROOM = 'https://zoom.us/j/97072789944?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09';

test('a Zoom link gives its id and the app address, both with its token', () => {
  expect(inText(ROOM)).toEqual([
    {
      service: 'zoom',
      serviceName: 'Zoom',
      url: ROOM,
      nativeUrl: 'zoommtg://zoom.us/join?confno=97072789944&pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09',
      meetingId: '97072789944',
      passcode: null,
      source: 'description',
    },
  ]);
});

test('Teams, Slack and Jitsi links give the app address of the same room', () => {
  const teams =
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%22Tid%22%7d';
  expect(inText(teams)[0]?.nativeUrl).toBe(teams.replace('https://teams.microsoft.com', 'msteams:'));
  expect(inText('https://app.slack.com/huddle/T012/C061')[0]?.nativeUrl).toBe(
    'slack://join-huddle?team=T012&id=C061',
  );
  expect(inText('https://meet.jit.si/Hall')[0]?.nativeUrl).toBe('jitsi-meet://meet.jit.si/Hall');
  expect(inText('https://zoom.us/my/apimachinery')[0]?.nativeUrl).toBeNull();
});

const wrapped: readonly (readonly [name: string, text: string])[] = [
  [
    'SafeLinks',
    `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(ROOM)}&data=05%7C01&reserved=0`,
  ],
  [
    'nested SafeLinks',
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(ROOM)}&data=1`,
    )}&data=2`,
  ],
  [
    'SafeLinks with a broken escape',
    `https://nam02.safelinks.protection.outlook.com/?x=%E0%A4%A&url=${encodeURIComponent(ROOM)}`,
  ],
  [
    'SafeLinks in HTML',
    `<a href="https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(ROOM)}&amp;data=05">Join</a>`,
  ],
  ['Google', `https://www.google.com/url?q=${encodeURIComponent(ROOM)}&sa=D&source=calendar&usg=AOv`],
  [
    'Google of another country, in HTML',
    `https://www.google.co.uk/url?sa=t&amp;url=${encodeURIComponent(ROOM)}`,
  ],
  ['urldefense v1', `https://urldefense.proofpoint.com/v1/url?u=${encodeURIComponent(ROOM)}&k=abc`],
  [
    'urldefense v2',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_97072789944-3Fpwd-3DVVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09&d=DwMFaQ',
  ],
  ['urldefense v3', `https://urldefense.com/v3/__${ROOM}__;!!AbC!dEf$`],
  [
    'urldefense v3 with one slash',
    `https://urldefense.com/v3/__${ROOM.replace('https://', 'https:/')}__;!!AbC!dEf$`,
  ],
  [
    'urldefense v3 with a replaced character',
    `https://urldefense.com/v3/__${ROOM.replace('?', '*')}__;Pw!!AbC!dEf$`,
  ],
  [
    'urldefense v3 with a replaced run',
    `https://urldefense.com/v3/__${ROOM.replace('09', '**A')}__;MDk!!AbC!dEf$`,
  ],
  [
    'Sophos',
    `https://eu-central-1.protection.sophos.com/?d=zoom.us&u=${Buffer.from(ROOM).toString('base64url')}&i=1`,
  ],
  ['FireEye', `https://protect2.fireeye.com/v1/url?k=abc&q=1&u=${encodeURIComponent(ROOM)}`],
  ['Trend Micro', `https://ca-1.ctp.trendmicro.com/wis/clicktime/v1/query?url=${encodeURIComponent(ROOM)}`],
  ['GMX', `https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=${encodeURIComponent(ROOM)}`],
  ['Check Point', `https://url.avanan.click/v2/___${ROOM}___.YXAz`],
  ['Check Point’s own host', `https://protect.checkpoint.com/v2/___${ROOM}___.YzJ1`],
  ['Cisco', `https://secure-web.cisco.com/1AbC/${encodeURIComponent(ROOM)}`],
  ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(ROOM)}&c=E,1`],
  ['Slack', `https://slack-redir.net/link?url=${encodeURIComponent(ROOM)}`],
  ['Facebook', `https://l.facebook.com/l.php?u=${encodeURIComponent(ROOM)}&h=AT0`],
  ['an account chooser', `https://accounts.google.com/AccountChooser?continue=${encodeURIComponent(ROOM)}`],
];

test.each(wrapped)('a link is unwrapped from %s', (_name, text) => {
  expect(urlsIn(`Join: ${text} now`)).toEqual([ROOM]);
});

test('the number to type is the one that the invitation states, where the address has only a key', () => {
  const teams = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=1';
  const numberIn = (text: string) => inText(text)[0]?.typedId;
  expect(numberIn(`Join: ${teams}\nMeeting ID: 234 567 890 12\nPasscode: aB3`)).toBe('23456789012');
  expect(numberIn(`ID de réunion : 234\u00a0567 890 123 4 Code\n${teams}`)).toBe('2345678901234');
  expect(numberIn(`${teams}<br><b>Besprechungs-ID:</b>&nbsp;234 567 890 12<br>`)).toBe('23456789012');
  expect(numberIn(`${teams}\nPhone conference ID: 123 456 789#`)).toBeNull();
  expect(numberIn(`${teams}\nVideo ID: 112 345 678 9`)).toBeNull();
  expect(numberIn(teams)).toBeNull();
  const webex = 'https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef';
  expect(numberIn(`${webex}\nMeeting number (access code): 2345 678 9012`)).toBe('23456789012');
  expect(inText('https://zoom.us/j/97072789944')[0]).not.toHaveProperty('typedId');
});

test('the launcher page of Teams gives the meeting', () => {
  const path = encodeURIComponent('/_#/l/meetup-join/19:meeting_x@thread.v2/0?context=1');
  const launcher = `https://teams.microsoft.com/dl/launcher/launcher.html?url=${path}&type=meetup-join`;
  expect(inText(launcher)).toMatchObject([{ service: 'teams', meetingId: '19:meeting_x@thread.v2' }]);
});

test('the meeting in the fragment of the Teams web client is found', () => {
  const path = '/l/meetup-join/19:meeting_x@thread.v2/0?context=1';
  for (const client of ['_', 'v2/?meetingjoin=true'])
    expect(urlsIn(`https://teams.microsoft.com/${client}#${path}`)).toEqual([
      `https://teams.microsoft.com${path}`,
    ]);
});

test('endless wrappers are ignored', () => {
  const wrap = (url: string): string => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`;
  let url = ROOM;
  for (let layer = 0; layer < 9; layer++) url = wrap(url);
  expect(urlsIn(url)).toEqual([]);
  expect(urlsIn(wrap('https://l.facebook.com/l.php?u='))).toEqual([]);
});

const residue: readonly (readonly [name: string, text: string])[] = [
  ['a full stop', `${ROOM}.`],
  ['a comma', `${ROOM}, please`],
  ['brackets', `(${ROOM})`],
  ['angle brackets', `<${ROOM}>`],
  ['Markdown', `[Zoom](${ROOM}).`],
  ['bold Markdown', `**${ROOM}**`],
  ['Markdown of the address itself', `[${ROOM}](${ROOM})`],
  ['the source of a mail', `Join:=20\r\n${ROOM.replaceAll('=', '=3D').replace('VVl', 'VV=\r\nl')}`],
  ['Org markup', `[[${ROOM}][Join]]`],
  ['a wiki', `[[${ROOM}|Zoom]] [[${ROOM}]]`],
  ['Slack markup', `<${ROOM}|Join here>`],
  ['quotes', `“${ROOM}”`],
  ['an HTML tag', `${ROOM}</a>`],
  ['an HTML attribute', `<a href='${ROOM}'>`],
  ['an entity', `${ROOM}&nbsp;(Zoom)`],
  ['escaped markup', `&lt;a href=&quot;${ROOM}&quot;&gt;`],
  ['an iCalendar line end', `${ROOM}\\nPhone one-tap`],
  ['Chinese punctuation', `会议：${ROOM}，准时`],
  ['a zero-width space at its end', `${ROOM}\u200b`],
  ['zero-width characters inside', ROOM.replace('/j/', '/\u200bj/\ufeff').replace('pwd', 'p\u00adwd')],
  ['no scheme', `zoom ${ROOM.slice('https://'.length)} at nine`],
  ['plain http', ROOM.replace('https:', 'http:')],
  ['capital letters in scheme and host', ROOM.replace('https://zoom.us', 'HTTPS://Zoom.US')],
  ['its usual port', ROOM.replace('zoom.us', 'zoom.us:443')],
  ['tracking', `${ROOM}&utm_source=calendar&fbclid=abc`],
  [
    'a folded calendar line',
    `X-LINK;VALUE=URI;X-PADDING=0123456789012:${ROOM.slice(0, 33)}\r\n ${ROOM.slice(33)}\r\nEND`,
  ],
];

test.each(residue)('a link is found with %s around or in it', (_name, text) => {
  expect(urlsIn(text)).toEqual([ROOM]);
});

test('an indented line after a link is not part of it', () => {
  expect(urlsIn('https://zoom.us/j/97072789944\n Passcode: 1234567')).toEqual([
    'https://zoom.us/j/97072789944',
  ]);
});

test('escaped ampersands in an HTML link are decoded', () => {
  expect(urlsIn('<a href="https://zoom.us/j/97072789944?tk=a&amp;pwd=AbC">')).toEqual([
    'https://zoom.us/j/97072789944?tk=a&pwd=AbC',
  ]);
});

test('fragments are kept, because some rooms are in them', () => {
  const rooms = [
    'https://facetime.apple.com/join#v=1&p=AbC&k=dEf',
    'https://signal.link/call/#key=bcdf-ghkm',
    'https://meet.livekit.io/rooms/ab12#k3y',
  ];
  expect(urlsIn(rooms.join(' ')).toSorted()).toEqual(rooms.toSorted());
});

test('dial-in numbers, SIP addresses and unknown schemes are not links', () => {
  const dial =
    'tel:+13092053325,,97072789944# sip:97072789944@zoomcrc.com 97072789944@zoomcrc.com ts3server://x.org';
  expect(urlsIn(dial)).toEqual([]);
  expect(urlsIn(`${dial} ${ROOM}`)).toEqual([ROOM]);
});

test('the key of a host is never in a result', () => {
  expect(urlsIn('https://zoom.us/s/97072789944?zak=secret&pwd=AbC')).toEqual([
    'https://zoom.us/j/97072789944?pwd=AbC',
  ]);
});

test('the start link of a host becomes the link for attendees', () => {
  expect(urlsIn('https://zoom.us/s/97072789944')).toEqual(['https://zoom.us/j/97072789944']);
  expect(urlsIn('zoommtg://zoom.us/join?confno=97072789944&pwd=AbC')[0]).toMatch(
    'https://zoom.us/j/97072789944?',
  );
});

test('a room found in several fields is listed once, with the token from any of them', () => {
  const found = findJoinLinks([
    { source: 'location', text: 'https://zoom.us/j/97072789944' },
    { source: 'description', text: `${ROOM} or https://us02web.zoom.us/wc/join/97072789944` },
  ]);
  expect(found).toMatchObject([{ url: ROOM, source: 'location', passcode: null }]);
});

const spoken: readonly (readonly [name: string, text: string, passcode: string])[] = [
  ['after it', 'https://zoom.us/j/97072789944\nPasscode: 123456', '123456'],
  ['after its id', 'https://zoom.us/j/97072789944\nMeeting ID: 970 7278 9944\nPasscode: aB3!x9', 'aB3!x9'],
  ['before it', 'Passcode: 77777 https://zoom.us/j/97072789944', '77777'],
  [
    'in HTML',
    '<a href="https://zoom.us/j/97072789944">Zoom</a><br><b>Passcode</b>:&nbsp;<b>77777</b>',
    '77777',
  ],
  ['without a colon', 'https://zoom.us/j/97072789944 (passcode 77777)', '77777'],
  ['in a sentence', 'https://zoom.us/j/97072789944, the password is Kube77.', 'Kube77'],
  ['after a dash', 'https://zoom.us/j/97072789944 (Passcode - 77777)', '77777'],
  ['in quotes', 'https://zoom.us/j/97072789944 using passcode “77777”', '77777'],
  ['in a code span', 'https://zoom.us/j/97072789944 with password `kube4ever`', 'kube4ever'],
  ['in bold', 'https://zoom.us/j/97072789944, passcode: *77777*', '77777'],
  ['in a table', '| Zoom | https://zoom.us/j/97072789944 |\n| Passcode | 77777 |', '77777'],
  ['with an asterisk of its own', 'https://zoom.us/j/97072789944 Passcode: *x7Y!2', '*x7Y!2'],
  ['on the next line', 'https://zoom.us/j/97072789944\nPassword:\n77777', '77777'],
  ['in two groups', 'https://zoom.us/j/97072789944\nPasscode: 123 456', '123456'],
  ['for the telephone', 'https://zoom.us/j/97072789944\nPasscode: 123456#', '123456'],
  ['in JSON', '{"url":"https://zoom.us/j/97072789944","password":"aB77"}', 'aB77'],
  ['abbreviated', 'https://zoom.us/j/97072789944 pw: kube', 'kube'],
  ['in Italian', 'https://zoom.us/j/97072789944\nCodice d’accesso: 77777', '77777'],
  ['in Polish', 'https://zoom.us/j/97072789944\nKod dostępu: 77777', '77777'],
  ['in Swedish', 'https://zoom.us/j/97072789944\nLösenord: 77777', '77777'],
  ['in Ukrainian', 'https://zoom.us/j/97072789944\nКод доступу: 77777', '77777'],
  ['in Turkish', 'https://zoom.us/j/97072789944\nParola: 77777', '77777'],
  ['in Vietnamese', 'https://zoom.us/j/97072789944\nMật mã: 77777', '77777'],
  ['in Hebrew', 'https://zoom.us/j/97072789944\nקוד גישה: 77777', '77777'],
  ['after a word without a space', 'https://zoom.us/j/97072789944\nミーティングパスコード: 77777', '77777'],
  ['in German', 'https://zoom.us/j/97072789944\nKenncode: 77777', '77777'],
  ['in French', 'https://zoom.us/j/97072789944\nCode secret : 77777', '77777'],
  ['in Japanese', 'https://zoom.us/j/97072789944\nパスコード: 77777', '77777'],
  ['in Chinese', 'https://zoom.us/j/97072789944\n会议密码：77777', '77777'],
];

test.each(spoken)('a passcode written %s belongs to the link', (_name, text, passcode) => {
  const [link] = inText(text);
  expect(link?.passcode).toBe(passcode);
  expect(link?.nativeUrl).toBe(
    `zoommtg://zoom.us/join?confno=97072789944&pwd=${encodeURIComponent(passcode)}`,
  );
});

test('a passcode in another field belongs to the only room', () => {
  const found = findJoinLinks([
    { source: 'location', text: 'https://zoom.us/j/97072789944' },
    { source: 'description', text: 'Weekly sync. Passcode: 77777' },
  ]);
  expect(found).toMatchObject([{ passcode: '77777' }]);
});

test('the passcode of a recording is not used for the room', () => {
  const recording = 'Recording: https://zoom.us/rec/share/abc Passcode: 12345\n';
  const html = '<a href="https://zoom.us/rec/share/abc">Recording</a> Passcode: 12345 ';
  for (const before of [recording, html])
    expect(inText(`${before}https://zoom.us/j/97072789944`)).toMatchObject([{ passcode: null }]);
  expect(inText(`https://zoom.us/j/97072789944 Passcode: 77777\n${recording}`)).toMatchObject([
    { passcode: '77777' },
  ]);
});

test('the LFX address is listed before Zoom’s, and the same meeting id is one room', () => {
  const zoom = 'https://zoom.us/j/93242838495?pwd=AbC';
  const lfx = 'https://zoom-lfx.platform.linuxfoundation.org/meeting/93242838495?password=6a9d0a4e';
  const selfServe = 'https://app.lfx.dev/meetings/93242838495?password=6a9d0a4e';
  expect(inText(`Old: ${zoom} new: ${lfx}`)).toMatchObject([{ service: 'lfx', url: lfx, passcode: null }]);
  expect(urlsIn(`${lfx} ${zoom} ${selfServe}`)).toEqual([selfServe]);
  const other = 'https://zoom.us/j/97072789944?pwd=AbC';
  expect(urlsIn(`${other} ${lfx}`)).toEqual([lfx, other]);
  const bare = 'https://app.lfx.dev/meetings/93242838495';
  expect(inText(`${zoom} ${bare}`)).toMatchObject([{ url: bare, passcode: null }]);
});

test('equal room names on hosts of different organisations are different rooms', () => {
  const rooms = ['https://whereby.com/hall', 'https://acme.whereby.com/hall?roomKey=a'];
  expect(urlsIn(rooms.join(' '))).toEqual(rooms);
});

test('two rooms keep their own passcodes', () => {
  const found = inText(
    'EMEA: https://zoom.us/j/97072789944 Passcode: 11111\nAPAC: https://zoom.us/j/845373595 Passcode: 22222',
  );
  expect(found.map(({ meetingId, passcode }) => [meetingId, passcode])).toEqual([
    ['97072789944', '11111'],
    ['845373595', '22222'],
  ]);
});

test.each([
  'Passcode: see the mailing list',
  'Password: none',
  'Passcode: posted in Slack',
  'The password is kept in Slack',
  'Passcode: TBD',
  'Kenncode: siehe Kanal',
  'Conference pass: register',
  'Passcode:\n\nAgenda: release',
  'Passcode: Agenda: release',
  'The passcode is required',
  'no password needed',
  'https://example.org/?password=abcdef',
])('“%s” contains no passcode', (text) => {
  expect(inText(`https://zoom.us/j/97072789944\n${text}`)[0]?.passcode).toBeNull();
});

test('rooms are ranked by the form of the link, then by the field, never by length', () => {
  const found = findJoinLinks([
    {
      source: 'description',
      text: 'https://zoom.us/my/apimachinery https://lu.ma/join/a https://www.youtube.com/live/AbCdEfGhIjK',
    },
    {
      source: 'description',
      text: `https://meet.jit.si/a-very-long-name-of-a-room-that-is-not-better ${ROOM}`,
    },
    { source: 'location', text: 'https://meet.google.com/abc-defg-hij' },
    { source: 'conference', text: 'https://whereby.com/hall' },
  ]);
  expect(found.map(({ service }) => service)).toEqual([
    'zoom',
    'whereby',
    'meet',
    'jitsi',
    'zoom',
    'luma',
    'youtube',
  ]);
});

test('only the field for links is trusted about unknown hosts', () => {
  const url = 'https://hall.example.org/r/main';
  expect(findJoinLinks([{ source: 'conference', text: url }])).toMatchObject([
    { service: 'other', serviceName: 'hall.example.org', url, nativeUrl: null },
  ]);
  for (const source of ['url', 'location', 'description'] as const) {
    expect(findJoinLinks([{ source, text: url }])).toEqual([]);
  }
  expect(findJoinLinks([{ source: 'conference', text: 'tel:+1-555-0100,,123456#' }])).toEqual([]);
});

test('conference software is recognised on any host, in text only by an unambiguous form', () => {
  const bbb = 'https://meet.example.org/b/jan-abc-def-ghi';
  const talk = 'https://cloud.example.org/call/abcd2345';
  expect(findJoinLinks([{ source: 'location', text: bbb }])).toMatchObject([{ service: 'bigbluebutton' }]);
  expect(findJoinLinks([{ source: 'url', text: talk }])).toMatchObject([{ service: 'nextcloud' }]);
  expect(inText(`Hall: ${bbb}, talk: ${talk}`)).toMatchObject([
    { service: 'bigbluebutton' },
    { service: 'nextcloud' },
  ]);
  expect(inText('https://shop.example.org/call/abcd2345 https://example.org/b/news')).toEqual([]);
  expect(inText('https://zoom.us.evil.io/b/jan-abc-def-ghi')).toEqual([]);
});

test('a document in the field for the room is not a room', () => {
  const text = 'https://docs.google.com/document/d/1emuO4nmaQq3K8JZ9-MQeIygtrCPO9kWv7U7RzTaW4F8/edit';
  for (const source of ['conference', 'url', 'location'] as const) {
    expect(findJoinLinks([{ source, text }])).toEqual([]);
  }
});

test('the user’s own services are matched first', () => {
  const own: MeetingService[] = [
    {
      id: 'ours',
      name: 'Our Jitsi',
      hosts: ['hall.example.org'],
      forms: [{ path: /^\/(?<id>[^/]+)$/, directness: 'room' }],
    },
  ];
  const fields: LinkField[] = [{ source: 'description', text: `https://hall.example.org/Hall ${ROOM}` }];
  expect(findJoinLinks(fields, own).map(({ service }) => service)).toEqual(['zoom', 'ours']);
  expect(findJoinLinks(fields).map(({ service }) => service)).toEqual(['zoom']);
});

// Generating the texts takes most of the time.
test('any text gives only rebuilt addresses', { tags: ['deep'] }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ROOM,
      'https://',
      'zoom.us/j/',
      '845373595',
      '?pwd=',
      '%',
      '%E0%A4%A',
      '&amp;',
      '\\n',
      '\u200b',
      ')',
      '/',
      '..',
    ),
    fc.constantFrom(
      'https://nam02.safelinks.protection.outlook.com/?url=',
      'https://urldefense.com/v3/__',
      '__;',
      'Passcode:',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { url, nativeUrl } of inText(pieces.join(''))) {
        expect(new URL(url).href).toBe(url);
        expect(url.startsWith('https://')).toBe(true);
        expect(nativeUrl === null || /^[a-z-]+:[!-~]+$/.test(nativeUrl)).toBe(true);
      }
    }),
    { numRuns: runs(500) },
  );
});

test('a token is unchanged by wrappers and markup', () => {
  const passcode = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJabcdefghij0123456789._-'.split('')),
    minLength: 4,
    maxLength: 32,
  });
  const around = fc.constantFrom<(url: string) => string>(
    (url) => `<a href="${url}">`,
    (url) => `(${url})`,
    (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}&sa=D`,
    (url) => `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=1`,
  );
  fc.assert(
    fc.property(passcode, around, (code, wrap) => {
      // A final full stop belongs to the sentence.
      fc.pre(!code.endsWith('.'));
      expect(inText(wrap(`https://zoom.us/j/97072789944?pwd=${code}`))).toMatchObject([
        { url: `https://zoom.us/j/97072789944?pwd=${code}` },
      ]);
    }),
  );
});
