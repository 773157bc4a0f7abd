import { z } from 'zod';
import { openTextIndex } from '#main/adapters/threads/textIndex.ts';
import { composeApp, type RunningParts } from '#main/composeApp.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { createFeedReader } from '#main/adapters/threads/feedReader.ts';
import type { Ports } from '#main/ports/ports.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import type { NoteReader } from '#main/ports/noteReader.ts';
import type { TextIndex } from '#main/ports/textIndex.ts';
import type { AgeFiles } from '#main/ports/ageFiles.ts';
import type { Files } from '#main/ports/files.ts';
import { ConfigEdited, type Store } from '#main/ports/store.ts';
import { createLoopback } from '#main/adapters/network/loopback.ts';
import { openCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import type { Connection } from '#main/ports/connection.ts';
import type { Dns } from '#main/ports/dns.ts';
import type { Http } from '#main/ports/http.ts';
import { createSignal, type Problem } from '#base';
import type { ConfigDocument } from '#core/settings/configFile.ts';
import { FakeAlert } from './fakeAlert.ts';
import { FakeClockWindow } from './fakeClockWindow.ts';
import { FakeClock, FakePower, settle } from './fakeClock.ts';
import { FakeConnection } from './fakeConnection.ts';
import { FakeDesktop, FakeNotifier } from './fakeDesktop.ts';
import { FakeLoginItem } from './fakeLoginItem.ts';
import { FakeNetwork } from './fakeNetwork.ts';
import { FakeWindow } from './fakeWindow.ts';
import { FakeSecrets } from './fakeSecrets.ts';
import { FakePanel } from './fakePanel.ts';
import { FakeShortcuts } from './fakeShortcuts.ts';
import { FakeSound } from './fakeSound.ts';
import { FakeLaunches } from './fakeLaunches.ts';
import { MemoryFiles } from './memoryFiles.ts';

/** The stored configuration, in memory. */
export class MemoryStore implements Store {
  problems: Problem[] = [];
  /** Set to refuse writing, as a full disk does. */
  isFull = false;
  /** Edits that were set aside. */
  readonly asides: string[] = [];
  #document: ConfigDocument = {};
  #edit: string | null = null;
  readonly #edited = createSignal();

  read(key: string): unknown {
    return structuredClone(this.#document[key]);
  }

  write(key: string, value: unknown): void {
    this.writeAll({ [key]: value });
  }

  writeAll(values: Readonly<Record<string, unknown>>): void {
    if (this.#edit !== null) throw new ConfigEdited();
    if (this.isFull) throw new Error('ENOSPC');
    const text = JSON.stringify({ ...this.#document, ...values });
    this.#document = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  }

  document(): ConfigDocument {
    return this.#document;
  }

  edited(): string | null {
    return this.#edit;
  }

  take(_text: string, document: ConfigDocument): void {
    this.#edit = null;
    this.#document = document;
  }

  setEditedAside(): string | null {
    if (this.#edit === null) return null;
    this.asides.push(this.#edit);
    this.#edit = null;
    return 'aside';
  }

  keepGoodCopy(): void {
    // Only the real store writes copies.
  }

  onEdited(callback: () => void): Disposable {
    return this.#edited.on(callback);
  }

  /** Another program writes the file. @param isSeen the app polls it at once; otherwise only before its next write */
  edit(document: ConfigDocument | string, { isSeen = true } = {}): void {
    this.#edit = typeof document === 'string' ? document : JSON.stringify(document);
    if (isSeen) this.#edited.emit();
  }
}

/** An empty catalogue, so that only what a test adds is in the agenda. */
const emptyCatalogue = JSON.stringify({
  format: 1,
  id: 'kubernetes',
  name: 'Kubernetes',
  conduct: null,
  communities: [],
});

/** What survives a restart of the app: the disk, the clock, the network. */
export class Computer {
  readonly clock: FakeClock;
  readonly power = new FakePower();
  readonly shortcuts = new FakeShortcuts();
  readonly loginItem = new FakeLoginItem();
  readonly secrets = new FakeSecrets();
  ageFiles: AgeFiles = {
    encrypt: (text, passphrase) => Promise.resolve(new TextEncoder().encode(`${passphrase}:${text}`)),
  };
  readonly memory = new MemoryFiles();
  readonly store = new MemoryStore();
  readonly network = new FakeNetwork();
  files: Files = this.memory;
  http: Http = this.network;
  connection: Connection = new FakeConnection();
  readonly loopback = createLoopback();
  googleServer: string | null = null;
  dns: Dns = { calendarServices: () => Promise.resolve([]) };
  newReader: () => FeedReader = createFeedReader;
  newTrialReader: () => FeedReader = createFeedReader;
  newNoteReader: () => NoteReader = () => createNoteReader(this.files);
  openIndex: () => Promise<TextIndex> = () => openTextIndex(':memory:');
  newWindow: () => FakeWindow = () => new FakeWindow();
  /** The app starts with its window, whose first screen a test announces with `window:drawn`. */
  opensWindow = false;
  folders = {
    userData: '/user',
    logs: '/user/logs',
    documents: '/documents',
    catalogueFolder: '/app/catalogue',
    noticesFile: '/app/notices.txt',
  };
  locale = 'en-GB';
  /** Nothing is asked of the outside. */
  liveCatalogue: string | null = 'none';
  readonly emptyCatalogue = emptyCatalogue;

  constructor(now: string, zone = 'Europe/Berlin') {
    this.clock = new FakeClock(now, zone);
    this.memory.put('/app/catalogue/kubernetes.json', emptyCatalogue);
    this.store.write('settings', { isWelcomeDone: true });
  }

  /** Starts the app; resolves when the start-up work is done. */
  async start(notifier = new FakeNotifier()): Promise<RunningApp> {
    const window = this.newWindow();
    const desktop = new FakeDesktop();
    desktop.removeFile = (path) => this.files.remove(path);
    const alert = new FakeAlert(window);
    const clockWindow = new FakeClockWindow();
    const sound = new FakeSound(window);
    const launches = new FakeLaunches(this.opensWindow);
    const panel = new FakePanel();
    const { loginItem } = this;
    const { shortcuts } = this;
    const log: string[] = [];
    const ports: Ports = {
      clock: this.clock,
      power: this.power,
      notifier,
      alert,
      clockWindow,
      sound,
      shortcuts,
      launches,
      panel,
      loginItem,
      files: this.files,
      noteReader: this.newNoteReader(),
      http: this.http,
      connection: this.connection,
      dns: this.dns,
      loopback: this.loopback,
      calendarSync: createCalendarSync(openCalendarCopies(this.files, this.folders)),
      network: this.network,
      reader: this.newReader(),
      trialReader: this.newTrialReader(),
      browser: desktop,
      store: this.store,
      secrets: this.secrets,
      ageFiles: this.ageFiles,
      ipc: window,
      openTextIndex: () => this.openIndex(),
      desktop,
      environment: {
        version: '0.0.0',
        platform: 'linux',
        system: 'Linux 6.1.0 (x64)',
        runtime: 'Electron 45.4.1, Chromium 150.0.1, Node 24.21.0',
        locale: this.locale,
        liveCatalogue: this.liveCatalogue,
        googleServer: this.googleServer,
        ...this.folders,
      },
      random: () => 0.5,
      log: (line) => void log.push(line),
    };
    const app = await composeApp(ports);
    await settle();
    return {
      window,
      desktop,
      notifier,
      alert,
      clockWindow,
      sound,
      launches,
      panel,
      log,
      mustAsk: () => app.mustAsk(),
      mayQuit: () => app.mayQuit(),
      [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    };
  }
}

/** The running app from outside: its window, desktop and screen. */
export interface RunningApp extends RunningParts {
  readonly window: FakeWindow;
  readonly desktop: FakeDesktop;
  readonly notifier: FakeNotifier;
  readonly alert: FakeAlert;
  readonly clockWindow: FakeClockWindow;
  readonly sound: FakeSound;
  readonly launches: FakeLaunches;
  readonly panel: FakePanel;
  readonly log: readonly string[];
}
