import { isDisturbanceUnwanted } from '#core/reminders/doNotDisturb.ts';
import type { Loudness } from '#core/reminders/reminderRules.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { Chime } from '#core/reminders/chime.ts';
import { SECOND } from '#base';
import type { Ports } from '../ports/ports.ts';

/** The sounds of reminders, one at a time. A hidden page plays them, because the main process cannot. */
export interface Chimes extends Disposable {
  /** Plays the sound of a reminder that was shown, unless it is quiet or “do not disturb” is on. */
  accompany(what: 'notice' | 'alert', loudness: Loudness): void;
  /** Whether a notice is shown without the system's sound: it is quiet, or our sound accompanies it. */
  isSilent(loudness: Loudness): boolean;
  /** Plays a sound now; false on failure. While one plays, a second call waits for the first sound's outcome. */
  play(sound: Chime): Promise<boolean>;
  /** For the page: the sound to play. */
  wanted(): Chime | null;
  /** The page has played it, or failed. */
  ended(isPlayed: boolean): void;
}

/** A page that has not finished by then has no speaker, or did not load. */
const PATIENCE_MS = 10 * SECOND;

export function createChimes(
  { sound: surface, clock, notifier }: Pick<Ports, 'sound' | 'clock' | 'notifier'>,
  choice: () => Pick<Settings, 'noticeSound' | 'alertSound'>,
): Chimes {
  let present: { readonly sound: Chime; readonly outcome: PromiseWithResolvers<boolean> } | null = null;
  let patience: Disposable | undefined;

  function ended(isPlayed: boolean): void {
    patience?.[Symbol.dispose]();
    surface.close();
    present?.outcome.resolve(isPlayed);
    present = null;
  }

  function play(sound: Chime): Promise<boolean> {
    if (present !== null) return present.outcome.promise;
    present = { sound, outcome: Promise.withResolvers<boolean>() };
    patience = clock.after(PATIENCE_MS, () => ended(false));
    const { promise } = present.outcome;
    surface.open();
    return promise;
  }

  async function accompany(what: 'notice' | 'alert', loudness: Loudness): Promise<void> {
    const { noticeSound, alertSound } = choice();
    const sound = what === 'notice' ? noticeSound : alertSound;
    if (loudness === 'quiet' || sound === 'none' || sound === 'system') return;
    if (loudness !== 'urgent' && isDisturbanceUnwanted(await notifier.doNotDisturb())) return;
    await play(sound);
  }

  return {
    accompany: (what, loudness) => void accompany(what, loudness),
    isSilent: (loudness) => loudness === 'quiet' || choice().noticeSound !== 'system',
    play,
    wanted: () => present?.sound ?? null,
    ended,
    [Symbol.dispose]: () => ended(false),
  };
}
