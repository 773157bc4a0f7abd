import { z } from 'zod';

/** The app's sounds: two low notes, or three bright ones. They are computed, so that no sound file is needed. */
export const chime = z.enum(['soft', 'clear']);
export type Chime = z.infer<typeof chime>;

interface Note {
  /** Hz */
  readonly pitch: number;
  /** s */
  readonly from: number;
  readonly length: number;
}

interface Voice {
  readonly notes: readonly Note[];
  /** Amplitude of each harmonic, from the first. */
  readonly overtones: readonly number[];
  /** Amplitude of the loudest sample, where 1 is full scale. */
  readonly peak: number;
}

const VOICES: Readonly<Record<Chime, Voice>> = {
  soft: {
    notes: [
      { pitch: 392, from: 0, length: 0.9 },
      { pitch: 523.25, from: 0.2, length: 1 },
    ],
    overtones: [1, 0.12],
    peak: 0.3,
  },
  clear: {
    notes: [
      { pitch: 784, from: 0, length: 0.5 },
      { pitch: 1046.5, from: 0.16, length: 0.5 },
      { pitch: 1318.5, from: 0.32, length: 0.9 },
    ],
    overtones: [1, 0.35, 0.15],
    peak: 0.7,
  },
};

/** Attack and release, s. Without them the speaker clicks. */
const RISE_SECONDS = 0.01;
/** Decay of a struck note: e-folds over its length. */
const FADE = 5;

/** One channel of samples from -1 to 1. @param rate samples per second */
export function chimeSamples(sound: Chime, rate: number): Float32Array<ArrayBuffer> {
  const { notes, overtones, peak } = VOICES[sound];
  const seconds = Math.max(...notes.map(({ from, length }) => from + length));
  const samples = new Float32Array(Math.ceil(seconds * rate));
  for (const note of notes) addNote(samples, note, overtones, rate);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / loudest) * peak);
}

function addNote(
  samples: Float32Array,
  { pitch, from, length }: Note,
  overtones: readonly number[],
  rate: number,
): void {
  const first = Math.round(from * rate);
  const count = Math.min(Math.round(length * rate), samples.length - first);
  for (let index = 0; index < count; index += 1) {
    const time = index / rate;
    const envelope =
      Math.min(1, time / RISE_SECONDS, (length - time) / RISE_SECONDS) * Math.exp((-FADE * time) / length);
    const wave = overtones.reduce(
      (sum, strength, overtone) => sum + strength * Math.sin(2 * Math.PI * pitch * (overtone + 1) * time),
      0,
    );
    samples[first + index] = (samples[first + index] ?? 0) + envelope * wave;
  }
}
