import '../kit/page/jitless.ts';
import { chimeSamples, type Chime } from '#core/reminders/chime.ts';
import { createApi } from '../kit/api.ts';

const api = createApi(window.api, () => undefined);

/** Plays the sound to its end; rejects without an audio device. */
async function play(sound: Chime): Promise<void> {
  const audio = new AudioContext();
  const samples = chimeSamples(sound, audio.sampleRate);
  const buffer = audio.createBuffer(1, samples.length, audio.sampleRate);
  buffer.copyToChannel(samples, 0);
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.connect(audio.destination);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  source.addEventListener('ended', () => resolve());
  await audio.resume();
  source.start();
  await ended;
}

const wanted = await api.invoke('sound:get');
if (wanted.ok && wanted.value !== null) {
  const isPlayed = await play(wanted.value).then(
    () => true,
    () => false,
  );
  api.invokeAndReport('sound:ended', isPlayed);
}
