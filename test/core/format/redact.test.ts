import { assert, constantFrom, property, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '#core/format/redact.ts';

test.each([
  [
    'fetched https://calendar.example.org/ical/ab12/basic.ics?key=1',
    'fetched https://calendar.example.org/…',
  ],
  ['zoommtg://zoom.us/join?confno=1&pwd=Abc was opened', 'zoommtg://zoom.us/… was opened'],
  ['https://ada:secret@example.org/x', 'https://example.org/…'],
  ['mail of ada@example.org', 'mail of …'],
  ['mailto:ada@example.org?subject=x', 'mailto:…'],
  ['passcode: 77777', 'passcode: …'],
  ['Authorization: Basic YWRhOnNlY3JldA==', 'Authorization: …'],
  ['token 0123456789abcdef0123456789abcdef', 'token …'],
  ['at boot (file:///home/ada/office-hours/out/main/boot.js:12:3)', 'at boot (file://…/boot.js:12:3)'],
  ['skipped: cancelled, 3 of 12', 'skipped: cancelled, 3 of 12'],
])('%s', (line, redacted) => {
  expect(redact(line)).toBe(redacted);
});

test('nothing of the path or query of an address is left, wherever it stands', () => {
  const token = stringMatching(/^[A-Za-z0-9]{12,40}$/);
  assert(
    property(
      token,
      constantFrom('', '"', '(', ' '),
      constantFrom('https', 'http', 'webcal'),
      (secret, before, scheme) => {
        expect(redact(`${before}${scheme}://host.example/a/${secret}?k=${secret}#${secret}`)).not.toContain(
          secret,
        );
      },
    ),
  );
});
