import { expect, test } from 'vitest';
import { findJoinLinks } from '../findJoinLinks.ts';
import { carriesPasscode, passcodeForPrograms } from '../linkPasscode.ts';
import type { JoinLink } from '../joinLink.ts';

const TOKEN = 'S2xhYmF1dGVybWFubkhhZmVuMDE0.1';
const link = (text: string): JoinLink => {
  const [found] = findJoinLinks([{ source: 'description', text }]);
  if (found === undefined) throw new Error('There is no way in');
  return found;
};

test('the written passcode is shown, and the token stays in the link', () => {
  const found = link(`https://zoom.us/j/81234567890?pwd=${TOKEN}\nPasscode: 4711x`);
  expect(found).toMatchObject({ passcode: '4711x', url: `https://zoom.us/j/81234567890?pwd=${TOKEN}` });
  expect(found.nativeUrl).toBe(`zoommtg://zoom.us/join?confno=81234567890&pwd=${TOKEN}`);
});

test('a token is not shown as a passcode; the link contains it', () => {
  for (const url of [
    `https://zoom.us/j/81234567890?pwd=${TOKEN}`,
    'https://zoom.us/j/81234567890?pwd=aBcDeF',
    'https://teams.microsoft.com/meet/2345678901234?p=aBcDeF0123456789',
    'https://app.lfx.dev/meetings/81234567890?password=0e1d2c3b-0000-4000-8000-000000000000',
  ]) {
    expect(link(url).passcode).toBeNull();
    expect(carriesPasscode(link(url))).toBe(true);
  }
  expect(carriesPasscode(link('https://zoom.us/j/81234567890'))).toBe(false);
  expect(carriesPasscode(link('https://zoom.us/j/81234567890?pwd='))).toBe(false);
});

test('four to ten digits in the address are the passcode', () => {
  const passcodeOf = (pwd: string) => link(`https://zoom.us/j/81234567890?pwd=${pwd}`).passcode;
  expect(['4711', '1234567890'].map(passcodeOf)).toEqual(['4711', '1234567890']);
  expect(['471', '12345678901', '4711a'].map(passcodeOf)).toEqual([null, null, null]);
});

test('programs also get short values from the address, never a token', () => {
  expect(passcodeForPrograms(link('https://zoom.us/j/81234567890?pwd=AbC.1'))).toBe('AbC.1');
  expect(passcodeForPrograms(link(`https://zoom.us/j/81234567890?pwd=${TOKEN}`))).toBeNull();
});

test('a passcode in another field belongs to a link with a token', () => {
  const found = findJoinLinks([
    { source: 'location', text: `https://zoom.us/j/81234567890?pwd=${TOKEN}` },
    { source: 'description', text: 'Meeting ID: 812 3456 7890\nPasscode: 4711x' },
  ]);
  expect(found).toMatchObject([{ passcode: '4711x' }]);
});

test('a passcode that an old Zoom client appended to the token is removed', () => {
  const found = link(`https://zoom.us/j/81234567890?pwd=${TOKEN}47x11\nPasscode: 47x11`);
  expect(found).toMatchObject({ passcode: '47x11', url: `https://zoom.us/j/81234567890?pwd=${TOKEN}` });
});

test('the personal ticket to a webinar is passed to the app', () => {
  expect(link('https://zoom.us/w/81234567890?tk=aB-c_1.DQ&pwd=x').nativeUrl).toBe(
    'zoommtg://zoom.us/join?confno=81234567890&pwd=x&tk=aB-c_1.DQ',
  );
});

test.each([
  'Wi-Fi password: gast2026',
  'WLAN-Passwort: gast2026',
  'Recording passcode: x!47y',
  'Phone passcode: 998877',
  'Host password: 471147',
])('a code for something else is not the passcode of the room: %s', (words) => {
  expect(link(`https://zoom.us/j/81234567890?pwd=${TOKEN} ${words}`).passcode).toBeNull();
  expect(link(`https://zoom.us/j/81234567890 ${words} Passcode: 4711x`).passcode).toBe('4711x');
});

test('a passcode written in an LFX invitation is shown', () => {
  const url =
    'https://zoom-lfx.platform.linuxfoundation.org/meeting/81234567890?password=0e1d2c3b-0000-4000-8000-000000000000';
  expect(link(`${url}\nMeeting Passcode: 884450`).passcode).toBe('884450');
});
