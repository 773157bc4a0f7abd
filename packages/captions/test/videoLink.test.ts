import { expect, test } from 'vitest';
import { offsetFrom, toMeetingTime, toRecordingTime } from '../recordingOffset.ts';
import { readTalkTitle } from '../talkTitle.ts';
import { formatTimeStamp, parseTimeStamp } from '../timeStamp.ts';
import { recordingUrl, videoLinkAt, youtubeId } from '../videoLink.ts';

test.for([
  'https://www.youtube.com/watch?v=AbCdEfGhI_1',
  'http://youtu.be/AbCdEfGhI_1?t=1',
  'https://m.youtube.com/watch?list=PL1&v=AbCdEfGhI_1&t=9s&si=tracking',
  'https://www.youtube.com/live/AbCdEfGhI_1?feature=share',
  'https://www.youtube-nocookie.com/embed/AbCdEfGhI_1',
])('each address of a YouTube video opens its watch page at the second: %s', (address) => {
  expect(videoLinkAt(address, 754_999)).toEqual({
    url: 'https://www.youtube.com/watch?v=AbCdEfGhI_1&t=754s',
    seeks: true,
  });
});

test.for([
  'https://www.youtube.com/playlist?list=PL1',
  'https://youtube.com.evil.example/watch?v=AbCdEfGhI_1',
  'https://www.youtube.com/watch?v=too-short',
  'https://example.org/?u=youtu.be/AbCdEfGhI_1',
  'not an address',
])('other addresses are not YouTube videos: %s', (address) => {
  expect(youtubeId(address)).toBeNull();
});

test('other recordings open at the second if their player supports it, else at the beginning', () => {
  expect(videoLinkAt('https://vimeo.com/12345?x=1', 61_000)).toEqual({
    url: 'https://vimeo.com/12345?x=1#t=61s',
    seeks: true,
  });
  expect(videoLinkAt('https://files.example/talk.webm', 61_000)?.url).toBe(
    'https://files.example/talk.webm#t=61',
  );
  expect(videoLinkAt('https://zoom.example/rec/play/abc?pwd=X', 61_000)).toEqual({
    url: 'https://zoom.example/rec/play/abc?pwd=X',
    seeks: false,
  });
  expect(videoLinkAt('https://youtu.be/AbCdEfGhI_1', -5)?.url).toMatch(/&t=0s$/);
});

test.for(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', ''])(
  '%j gives no link',
  (address) => {
    expect([recordingUrl(address), videoLinkAt(address, 0)]).toEqual([null, null]);
  },
);

test('one offset converts between meeting time and recording time', () => {
  const startedLate = offsetFrom(parseTimeStamp('5:00') ?? 0, parseTimeStamp('3:30') ?? 0);
  expect(startedLate).toBe(-90_000);
  expect(toRecordingTime(600_000, startedLate)).toBe(510_000);
  expect(toMeetingTime(510_000, startedLate)).toBe(600_000);
  expect(toRecordingTime(60_000, startedLate)).toBeNull();
});

test('time stamps are formatted and parsed', () => {
  expect([0, 59_999, 754_000, 3_723_000, 360_000_000, -1].map(formatTimeStamp)).toEqual([
    '0:00',
    '0:59',
    '12:34',
    '1:02:03',
    '100:00:00',
    '0:00',
  ]);
  expect(['12:34', '1:02:03', '0:60', '75:00', 'soon'].map(parseTimeStamp)).toEqual([
    754_000,
    3_723_000,
    null,
    null,
    null,
  ]);
});

test('the speakers of a talk are the names after the last dash of its title', () => {
  expect(readTalkTitle('Wheels - and Spokes - Ann One, Acme & Bob van Two, Other Ltd.', null)).toEqual({
    title: 'Wheels - and Spokes',
    speakers: [
      { name: 'Ann One', affiliation: 'Acme' },
      { name: 'Bob van Two', affiliation: 'Other Ltd.' },
    ],
  });
  expect(readTalkTitle('Wheels - Ann One', 'Wheels - Ann One, Acme').speakers).toEqual([
    { name: 'Ann One', affiliation: 'Acme' },
  ]);
});

test.for(['SIG Docs - Weekly Meeting', 'SIG Docs - 2024-05-01', 'Wheels', 'Release Team - shadow intro'])(
  'a title without names gives no speakers: %s',
  (title) => {
    expect(readTalkTitle(title, null)).toEqual({ title, speakers: [] });
  },
);
