import { expect, test } from 'vitest';
import { readCalendars, readVersion } from '#core/caldav/davCalendar.ts';
import { caldav, dav } from '#core/caldav/davNames.ts';
import { XML_STEP } from '#core/caldav/xmlTree.ts';
import {
  hrefsIn,
  multistatusOf,
  propText,
  readMultistatus,
  type Multistatus,
} from '#core/caldav/multistatus.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

/**
 * Answers in the dialects of servers that no test can start, made after their public documentation and issues: prefixes,
 * default namespaces, missing properties, absolute and relative addresses, CDATA.
 */

function read(text: string): Multistatus {
  const multistatus = multistatusOf(text);
  if (multistatus === null) throw new Error('It cannot be read');
  return multistatus;
}

/** iCloud: default namespace on each element, the home on another host, a sync token without the report. */
const icloudPrincipal = `<?xml version="1.0" encoding="UTF-8"?>
<multistatus xmlns="DAV:">
  <response xmlns="DAV:">
    <href>/1234567/principal/</href>
    <propstat>
      <prop>
        <current-user-principal xmlns="DAV:"><href xmlns="DAV:">/1234567/principal/</href></current-user-principal>
        <calendar-home-set xmlns="urn:ietf:params:xml:ns:caldav"><href xmlns="DAV:">https://p42-caldav.icloud.com:443/1234567/calendars/</href></calendar-home-set>
      </prop>
      <status>HTTP/1.1 200 OK</status>
    </propstat>
  </response>
</multistatus>`;

test('iCloud names a home on another host', () => {
  const [response] = read(icloudPrincipal).responses;
  if (response === undefined) throw new Error('no response');
  expect(hrefsIn(response, caldav('calendar-home-set'))).toEqual([
    'https://p42-caldav.icloud.com:443/1234567/calendars/',
  ]);
});

/** iCloud: the home is itself in the list, with an inbox, a shared calendar that may only be read, and reminders. */
const icloudCalendars = `<?xml version="1.0" encoding="UTF-8"?>
<multistatus xmlns="DAV:">
  <response><href>/1234567/calendars/</href><propstat><prop><resourcetype><collection/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response>
  <response><href>/1234567/calendars/inbox/</href><propstat><prop><resourcetype><collection/><schedule-inbox xmlns="urn:ietf:params:xml:ns:caldav"/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response>
  <response><href>/1234567/calendars/home/</href><propstat><prop>
    <displayname>Zuhause</displayname>
    <resourcetype><collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/></resourcetype>
    <calendar-color xmlns="http://apple.com/ns/ical/" symbolic-color="blue">#1BADF8FF</calendar-color>
    <supported-calendar-component-set xmlns="urn:ietf:params:xml:ns:caldav"><comp name="VEVENT"/></supported-calendar-component-set>
    <current-user-privilege-set><privilege><all/></privilege><privilege><read/></privilege></current-user-privilege-set>
    <sync-token>HwoQEgwAAA</sync-token>
    <getctag xmlns="http://calendarserver.org/ns/">HwoQEgwAAA</getctag>
    <supported-report-set><supported-report><report><sync-collection/></report></supported-report></supported-report-set>
  </prop><status>HTTP/1.1 200 OK</status></propstat></response>
  <response><href>/1234567/calendars/shared%20one/</href><propstat><prop>
    <resourcetype><collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/><shared xmlns="http://calendarserver.org/ns/"/></resourcetype>
    <calendar-color xmlns="http://apple.com/ns/ical/">#F00</calendar-color>
    <current-user-privilege-set><privilege><read/></privilege></current-user-privilege-set>
  </prop><status>HTTP/1.1 200 OK</status></propstat></response>
  <response><href>/1234567/calendars/tasks/</href><propstat><prop>
    <displayname>Erinnerungen</displayname>
    <resourcetype><collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/></resourcetype>
    <supported-calendar-component-set xmlns="urn:ietf:params:xml:ns:caldav"><comp name="VTODO"/></supported-calendar-component-set>
  </prop><status>HTTP/1.1 200 OK</status></propstat></response>
</multistatus>`;

test('of iCloud’s home the calendars with meetings remain, with name, colour and rights', () => {
  expect(readCalendars(read(icloudCalendars), 'https://p42-caldav.icloud.com/1234567/calendars/')).toEqual([
    {
      url: 'https://p42-caldav.icloud.com/1234567/calendars/home/',
      name: 'Zuhause',
      color: '#1badf8',
      isReadOnly: false,
    },
    {
      url: 'https://p42-caldav.icloud.com/1234567/calendars/shared%20one/',
      name: 'shared one',
      color: '#ff0000',
      isReadOnly: true,
    },
  ]);
});

/** Nextcloud (sabre/dav): prefixes, missing properties in a propstat of their own, tokens as addresses. */
const nextcloud = `<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:oc="http://owncloud.org/ns">
 <d:response>
  <d:href>/remote.php/dav/calendars/anna/personal/</d:href>
  <d:propstat><d:prop>
    <d:displayname>Persönlich &amp; mehr</d:displayname>
    <d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>
    <d:sync-token>http://sabre.io/ns/sync/12</d:sync-token>
    <cs:getctag>http://sabre.io/ns/sync/12</cs:getctag>
    <cal:supported-calendar-component-set><cal:comp name="VEVENT"/><cal:comp name="VTODO"/></cal:supported-calendar-component-set>
    <d:supported-report-set><d:supported-report><d:report><d:sync-collection/></d:report></d:supported-report><d:supported-report><d:report><cal:calendar-multiget/></d:report></d:supported-report></d:supported-report-set>
    <x1:calendar-color xmlns:x1="http://apple.com/ns/ical/">#0082c9</x1:calendar-color>
    <d:current-user-privilege-set><d:privilege><d:write-properties/></d:privilege><d:privilege><d:read/></d:privilege></d:current-user-privilege-set>
  </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
  <d:propstat><d:prop><d:owner/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>
 </d:response>
 <d:response>
  <d:href>/remote.php/dav/calendars/anna/trashbin/</d:href>
  <d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
 </d:response>
</d:multistatus>`;

test('Nextcloud’s prefixes and rights are understood', () => {
  const multistatus = read(nextcloud);
  expect(readCalendars(multistatus, 'https://cloud.example.org/remote.php/dav/')).toEqual([
    {
      url: 'https://cloud.example.org/remote.php/dav/calendars/anna/personal/',
      name: 'Persönlich & mehr',
      color: '#0082c9',
      isReadOnly: true,
    },
  ]);
  expect(multistatus.responses.map(readVersion)[0]).toEqual({
    syncToken: 'http://sabre.io/ns/sync/12',
    ctag: 'http://sabre.io/ns/sync/12',
  });
});

/** Google: upper-case prefixes, an escaped user in the path, no colour; Fastmail (Cyrus): content as CDATA, a number as token. */
test('Google’s names and Cyrus’s content are understood', () => {
  const google = read(
    `<?xml version="1.0" encoding="UTF-8"?><D:multistatus xmlns:D="DAV:" xmlns:CAL="urn:ietf:params:xml:ns:caldav"><D:response><D:href>/caldav/v2/anna%40example.org/events/</D:href><D:propstat><D:status>HTTP/1.1 200 OK</D:status><D:prop><D:displayname>007</D:displayname><D:resourcetype><D:collection/><CAL:calendar/></D:resourcetype></D:prop></D:propstat></D:response></D:multistatus>`,
  );
  expect(readCalendars(google, 'https://apidata.googleusercontent.com/caldav/v2/')).toMatchObject([
    { name: '007', color: null, isReadOnly: false },
  ]);
  const cyrus = read(
    `<?xml version="1.0" encoding="utf-8"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:response><D:href>/dav/calendars/user/a/1/x.ics</D:href><D:propstat><D:prop><D:getetag>"1e5"</D:getetag><C:calendar-data><![CDATA[BEGIN:VCALENDAR\r\nSUMMARY:a < b & c\r\nEND:VCALENDAR]]></C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response><D:response><D:href>/dav/calendars/user/a/1/gone.ics</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response><D:sync-token>0012</D:sync-token></D:multistatus>`,
  );
  expect(cyrus.syncToken).toBe('0012');
  expect(cyrus.responses.map(({ status }) => status)).toEqual([200, 404]);
  const [first] = cyrus.responses;
  expect(first && [propText(first, dav('getetag')), propText(first, caldav('calendar-data'))]).toEqual([
    '"1e5"',
    'BEGIN:VCALENDAR\r\nSUMMARY:a < b & c\r\nEND:VCALENDAR',
  ]);
});

test.each([
  ['nothing', ''],
  ['no XML', 'BEGIN:VCALENDAR'],
  ['an open element', '<multistatus xmlns="DAV:"><response>'],
  ['an open root', '<multistatus xmlns="DAV:">'],
  ['an end inside a tag', '<multistatus xmlns="DAV:"><response/></multistatus'],
  ['another namespace', '<multistatus/>'],
  ['an element that ends too late', '<multistatus xmlns="DAV:"><a><b></a></b></multistatus>'],
  ['two roots', '<multistatus xmlns="DAV:"/><multistatus xmlns="DAV:"/>'],
])('a multistatus with %s is refused', (_what, text) => {
  expect(multistatusOf(text)).toBeNull();
});

test('an empty multistatus is one', () => {
  expect(multistatusOf('<?xml version="1.0"?>\n<multistatus xmlns="DAV:"/>\n')).toEqual({
    responses: [],
    syncToken: null,
  });
});

test('ten thousands of namespaces, and as many elements that add one, take a moment', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `xmlns:a${index}="x"`).join(' ');
  const elements = '<d:x xmlns:q="DAV:"/><q:y xmlns:q="DAV:"><q:z/></q:y>'.repeat(10_000);
  const text = `<d:multistatus xmlns:d="DAV:" ${many}>${elements}</d:multistatus>`;
  expect(cpuTimeOf(() => expect(multistatusOf(text)?.responses).toEqual([]))).toBeLessThan(5_000);
});

test('an inner namespace ends with its element', () => {
  const response = '<p:response><p:href>/a</p:href></p:response>';
  const text = `<p:multistatus xmlns:p="DAV:"><x xmlns:p="other">${response}</x>${response}</p:multistatus>`;
  expect(multistatusOf(text)?.responses.map(({ href }) => href)).toEqual(['/a']);
});

test('an answer with many responses is read in steps, none of which reads much of it', () => {
  const response = (index: number): string =>
    `<response><href>/anna/work/${index}.ics</href><propstat><prop><getetag>"${index}"</getetag></prop></propstat></response>`;
  const count = 5_000;
  const all = Array.from({ length: count }, (_, index) => response(index)).join('');
  const text = `<multistatus xmlns="DAV:">${all}<sync-token>t</sync-token></multistatus>`;
  let steps = 0;
  const reading = readMultistatus(text);
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) steps += 1;
  expect(step.value).toEqual(multistatusOf(text));
  expect(step.value?.responses.map(({ href }) => href).at(-1)).toBe(`/anna/work/${count - 1}.ics`);
  expect(steps).toBeGreaterThanOrEqual(text.length / XML_STEP + count / 500);
});

test('where a step ends makes no difference', () => {
  const rest = '<href>/a&#32;b</href><![CDATA[x]]><status/></response></multistatus>';
  const start = '<multistatus xmlns="DAV:"><response>';
  const whole = multistatusOf(`${start}${rest}`);
  expect(whole?.responses).toHaveLength(1);
  for (let at = 0; at <= rest.length; at += 1)
    expect(multistatusOf(`${start}${' '.repeat(XML_STEP - start.length - at)}${rest}`)).toEqual(whole);
});

test.each(['<report><sync-collection/></report>', '<sync-collection/>'])(
  'a server that lists its reports like this can say what changed: %s',
  (report) => {
    const [response] = read(
      `<multistatus xmlns="DAV:"><response><href>/a/</href><propstat><prop><sync-token>7</sync-token><supported-report-set><supported-report>${report}</supported-report></supported-report-set></prop></propstat></response></multistatus>`,
    ).responses;
    expect(response && readVersion(response).syncToken).toBe('7');
  },
);
