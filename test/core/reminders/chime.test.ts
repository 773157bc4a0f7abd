import { expect, test } from 'vitest';
import { chime, chimeSamples } from '#core/reminders/chime.ts';

const RATE = 48_000;
const strength = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

test.each(chime.options)(
  'the sound “%s” is short, begins and ends without a click, and is never cut off',
  (name) => {
    const samples = chimeSamples(name, RATE);
    const steps = samples.subarray(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
    expect(samples.length / RATE).toBeLessThan(1.5);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
    expect(Math.max(...samples)).toBeLessThan(0.9);
    expect(Math.max(...steps)).toBeLessThan(0.3);
  },
);

test('“clear” is at least twice as strong as “soft”', () => {
  expect(strength(chimeSamples('clear', RATE))).toBeGreaterThan(2 * strength(chimeSamples('soft', RATE)));
});
