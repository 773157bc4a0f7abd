import { expect, test } from 'vitest';
import { checkedLink, checkedRoom, createExternalLinks } from '#main/join/externalLinks.ts';
import { FakeDesktop } from '../../fakes/fakeDesktop.ts';

test('web pages pass, as the parser writes them', () => {
  expect(checkedLink('https://example.org/a b?q=1#x')).toBe('https://example.org/a%20b?q=1#x');
  expect(checkedLink(' HTTPS://Example.org ')).toBe('https://example.org/');
});

test('an http page is opened over https; one with its own port is not opened', () => {
  expect(checkedLink('http://example.org/notes')).toBe('https://example.org/notes');
  expect(checkedLink('http://192.168.1.1:8080/')).toBeNull();
});

test('mail passes with its receiver and subject alone', () => {
  expect(checkedLink('mailto:conduct@kubernetes.io?subject=Hello there&attach=/etc/passwd&bcc=x@y.z')).toBe(
    'mailto:conduct@kubernetes.io?subject=Hello%20there',
  );
  expect(checkedLink('mailto:"a b"@c.d')).toBeNull();
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'file://host/share',
  'smb://host/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  '\\\\host\\share',
  'data:text/html,x',
  'vscode://x',
  'zoommtg://zoom.us/join?confno=1',
  'https://user:secret@example.org/',
  'https://example.org/\u0000',
  'https://exam\nple.org/',
  'https://example.org/\u202egnp.exe',
  'https://',
  'not an address',
  `https://example.org/${'a'.repeat(3000)}`,
])('a link does not leave the app: %j', (address) => {
  expect(checkedLink(address)).toBeNull();
});

test('rooms open in the browser or in the meeting programs that we make addresses for', () => {
  const zoom = 'zoommtg://zoom.us/join?confno=123456789&pwd=AbC.1';
  expect(checkedRoom(zoom)).toBe(zoom);
  expect(checkedRoom('https://meet.google.com/abc-defg-hij')).toBe('https://meet.google.com/abc-defg-hij');
  expect(checkedRoom('http://zoom.us/j/123456789')).toBeNull();
  expect(checkedRoom('ssh://zoom.us/join')).toBeNull();
});

test('nothing in the address of a meeting program can end an argument', () => {
  for (const end of ['" --evil', "' x", '`id`', '|x', '\\', '<', '^'])
    expect(checkedRoom(`zoommtg://zoom.us/join?confno=1${end}`) ?? '').not.toMatch(/["'`|\\<^ ]/);
});

test('a refused link does not reach the browser, and the reason is reported', async () => {
  const desktop = new FakeDesktop();
  const externalLinks = createExternalLinks(desktop);
  expect(await externalLinks.openLink('file:///etc/passwd')).toMatchObject({
    ok: false,
    problem: { code: 'join/refusedLink' },
  });
  expect(await externalLinks.openLink('https://example.org/')).toEqual({ ok: true, value: null });
  expect(desktop.opened).toEqual(['https://example.org/']);
  desktop.hasBrowser = false;
  expect(await externalLinks.openRoom('https://example.org/')).toMatchObject({
    ok: false,
    problem: { code: 'join/notOpened' },
  });
});

test('no program but those of meetings is started, whatever the scheme', () => {
  const schemes = [
    'ms-msdt',
    'search-ms',
    'ms-officecmd',
    'ms-word',
    'file',
    'smb',
    'vscode',
    'javascript',
    'data',
  ];
  for (const scheme of schemes)
    for (const address of [`${scheme}:/id`, `${scheme}://zoom.us/join?confno=1`])
      expect([address, checkedRoom(address), checkedLink(address)]).toEqual([address, null, null]);
});

test('a subject has one line, and a receiver no code for another character', async () => {
  expect(checkedLink('mailto:a@b.org?subject=Hello%0D%0ABcc:%20all@c.org%1B[2J')).toBe(
    'mailto:a@b.org?subject=Hello%20%20Bcc%3A%20all%40c.org%20%5B2J',
  );
  for (const receiver of ['a%2Cb@c.org', 'a%0Abcc@c.org', 'a&bcc=x@c.org'])
    expect(checkedLink(`mailto:${receiver}`)).toBeNull();
  const browser = new FakeDesktop();
  const subject = 'One\r\nBcc: c@d.org \u001b[2J \ud83d';
  for (const to of ['a@b.org', null]) await createExternalLinks(browser).openMail({ to, subject });
  const written = '?subject=One%20%20Bcc%3A%20c%40d.org%20%20%5B2J%20%EF%BF%BD';
  expect(browser.opened).toEqual([`mailto:a@b.org${written}`, `mailto:${written}`]);
});

test.each(['a?bcc=b@c.org', 'a&attach=b@c.org', 'a#b@c.org', 'a%3Fcc=b@c.org'])(
  'a mail goes to one receiver and has no fields of others: %s',
  async (to) => {
    const browser = new FakeDesktop();
    expect(await createExternalLinks(browser).openMail({ to, subject: 'S' })).toMatchObject({
      ok: false,
    });
    expect(browser.opened).toEqual([]);
  },
);
