import { expect, test } from 'vitest';
import { clockFace } from '#core/floatingClock/clockFace.ts';

const at = (time: string): number => Date.parse(`2026-11-20T${time}Z`);
const meeting = { start: at('17:00:00'), end: at('18:00:00') };
const faceAt = (time: string) => clockFace(meeting, at(time));

test('the clock counts to the start, to the end, and beyond it', () => {
  expect(faceAt('16:51:34')).toEqual({ phase: 'ahead', digits: '08:26', elapsed: 0 });
  expect(faceAt('17:30:00')).toEqual({ phase: 'running', digits: '30:00', elapsed: 0.5 });
  expect(faceAt('17:54:59').phase).toBe('running');
  expect(faceAt('17:55:00')).toMatchObject({ phase: 'soon', digits: '05:00' });
  expect(faceAt('18:00:00')).toEqual({ phase: 'over', digits: '+00:00', elapsed: 1 });
  expect(faceAt('18:02:10').digits).toBe('+02:10');
});

test('a meeting without a length is over once it began', () => {
  expect(clockFace({ start: at('17:00:00'), end: at('17:00:00') }, at('17:00:30'))).toMatchObject({
    phase: 'over',
    digits: '+00:30',
  });
});
