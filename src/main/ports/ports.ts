import type { AgeFiles } from './ageFiles.ts';
import type { AlertWindow } from './alertWindow.ts';
import type { Browser } from './browser.ts';
import type { CalendarSync } from './calendarSync.ts';
import type { Clock } from './clock.ts';
import type { ClockWindow } from './clockWindow.ts';
import type { Connection } from './connection.ts';
import type { Desktop } from './desktop.ts';
import type { Dns } from './dns.ts';
import type { Environment } from './environment.ts';
import type { FeedReader } from './feedReader.ts';
import type { Files } from './files.ts';
import type { Http } from './http.ts';
import type { Ipc } from './ipc.ts';
import type { Launches } from './launches.ts';
import type { LoginItem } from './loginItem.ts';
import type { Loopback } from './loopback.ts';
import type { Network } from './network.ts';
import type { NoteReader } from './noteReader.ts';
import type { Notifier } from './notifier.ts';
import type { PanelWindow } from './panelWindow.ts';
import type { Power } from './power.ts';
import type { Secrets } from './secrets.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { SoundWindow } from './soundWindow.ts';
import type { Store } from './store.ts';
import type { TextIndex } from './textIndex.ts';

/**
 * The borders between the app and the world. `boot.ts` passes in the adapters, tests pass in fakes; nothing else in the
 * app uses Electron, the disk, the network or a timer. A port that starts something returns a {@link Disposable} that
 * ends it.
 */
export interface Ports {
  readonly clock: Clock;
  readonly power: Power;
  readonly notifier: Notifier;
  readonly alert: AlertWindow;
  readonly clockWindow: ClockWindow;
  readonly sound: SoundWindow;
  readonly shortcuts: Shortcuts;
  readonly launches: Launches;
  readonly panel: PanelWindow;
  readonly loginItem: LoginItem;
  readonly files: Files;
  readonly noteReader: NoteReader;
  readonly http: Http;
  readonly dns: Dns;
  readonly loopback: Loopback;
  /** What `http` uses. */
  readonly connection: Connection;
  readonly calendarSync: CalendarSync;
  readonly network: Network;
  readonly reader: FeedReader;
  /** For previews, and for feeds that exceeded the limits before: an overload here affects no other feed. */
  readonly trialReader: FeedReader;
  readonly browser: Browser;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly ageFiles: AgeFiles;
  readonly ipc: Ipc;
  /** Opens the index in a file, or in `:memory:`; rejects if the file is corrupt. */
  readonly openTextIndex: (path: string) => Promise<TextIndex>;
  readonly desktop: Desktop;
  readonly environment: Environment;
  /** A number from 0 (inclusive) to 1 (exclusive), for spreading retries. */
  readonly random: () => number;
  /** Writes a line for developers; it must not contain addresses or titles. */
  readonly log: (line: string) => void;
}
