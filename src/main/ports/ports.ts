import type { FeedBytes, ReadOutcome, FeedStoreReply, StoredFeed } from '#core/feeds/feedStore.ts';
import type { AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type {
  EventName,
  EventPayload,
  RequestArgs,
  RequestName,
  RequestReply,
  Route,
} from '#core/ipc/contract.ts';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import type { Instant, Result, TimeWindow, ZoneName } from '#base';
import type { LoginState } from '#core/ipc/shellRequests.ts';
import type { Rectangle } from '#core/desktop/placePanel.ts';
import type { LaunchRequest } from '#core/desktop/launchRequest.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { Http } from './http.ts';
import type { Store } from './store.ts';

/**
 * The borders between the app and the world. `boot.ts` hands in real ones, tests hand in fakes;
 * nothing else of the app touches Electron, the disk, the network or a timer.
 * Whatever starts something returns its end as a {@link Disposable}.
 */

export interface Clock {
  /** Wall clock, ms. */
  now(): Instant;
  /** Never jumps; ms since some fixed point. Stands still or not while the computer sleeps, by platform. */
  monotonic(): number;
  /** The computer's zone: one that Intl can make. */
  zone(): ZoneName;
  /** False where the system names no zone: then `zone` only follows from the offset of its clock. */
  isZoneKnown(): boolean;
  /** Calls once after `delayMs`; delays beyond what the platform can hold are the adapter's concern. */
  after(delayMs: number, callback: () => void): Disposable;
  /** Resolves when what else waits for this thread had its turn. */
  turn(): Promise<void>;
}

/** Wake-ups and lock state, by the operating system. */
export interface Power {
  onResume(callback: () => void): Disposable;
  /** The computer is about to sleep, or on Windows the session to end. */
  onSuspend(callback: () => void): Disposable;
  /** Told where the system tells it; elsewhere `isLocked` is to be asked now and then. */
  onUnlock(callback: () => void): Disposable;
  isLocked(): boolean;
}

/** What a notification says, and what its parts do. */
export interface Notice {
  /** Names what it is about, also after a restart of the app; at most 64 characters. null for nothing in particular. */
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
  readonly isSilent: boolean;
  /** `critical` comes also during “do not disturb”, where the desktop lets a program say so. */
  readonly urgency: 'low' | 'normal' | 'critical';
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  readonly onClick: () => void;
  /** The user dismissed it. Linux never tells: there a notification that is closed has not been answered. */
  readonly onDismissed: () => void;
  /** The platform has shown it. */
  readonly onShown: () => void;
  /** The platform could not show it; `reason` is for the log. */
  readonly onFailed: (reason: string) => void;
}

export interface Notifier {
  isSupported(): boolean;
  /** What the desktop does with notifications now. */
  doNotDisturb(): Promise<DoNotDisturb>;
  /** Shows it; disposing withdraws it. */
  show(notice: Notice): Disposable;
}

/** Where the large window stands, and whether a shared screen may show it. */
export interface AlertLook {
  readonly onAllDisplays: boolean;
  readonly isProtected: boolean;
}

/** The large window for those who miss notices. What stands in it, it asks for (`alert:get`). */
export interface AlertSurface {
  /** Opens it where it is not open. */
  show(look: AlertLook): void;
  close(): void;
  /** Told when the user closed it. */
  onClosed(callback: () => void): Disposable;
}

/** The page that plays sounds. What to play, it asks for (`sound:get`), and says when it has (`sound:ended`). */
export interface SoundSurface {
  /** Loads it where it is not there. */
  open(): void;
  close(): void;
}

/** A file that is larger than was asked for, or no file at all but something without an end. */
export class FileTooLarge extends Error {}

/** Files by absolute path. Writes are atomic (beside, flushed, renamed) and make the folder where it is missing. */
export interface Files {
  /**
   * null where there is no such file; throws what else the disk says.
   * @param atMost bytes: what is larger is not read @throws FileTooLarge
   */
  read(path: string, atMost?: number): Promise<Uint8Array | null>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Adds a line (its end too) at the end, flushed to the disk; makes the file and its folder where they are missing. */
  append(path: string, line: string): Promise<void>;
  /** Deletes a file; nothing happens where there is none. */
  remove(path: string): Promise<void>;
  /** Absolute paths, sizes and times (ms) of the files below a folder, at any depth; none where there is no folder. */
  list(
    folder: string,
  ): Promise<readonly { readonly path: string; readonly size: number; readonly modified: number }[]>;
  /** Renames a damaged file so that nothing overwrites it; returns its new path. */
  setAside(path: string): Promise<string>;
  /**
   * Calls when something below the folder changed, also after it went away and came back; makes the folder where it is
   * missing and can be made.
   */
  watch(folder: string, callback: () => void): Disposable;
  /** Calls when the file appeared, changed or went away. */
  watchFile(path: string, callback: () => void): Disposable;
}

/** The computer's way to others. */
export interface Network {
  /** Calls when a network is there that was not there before. */
  onBack(callback: () => void): Disposable;
}

/** `none`: it could not be built, because of these feeds where that is known. */
export type AgendaAnswer = FeedStoreReply | { readonly kind: 'none'; readonly heavy: readonly string[] };

/**
 * Reads feeds and holds their series, in a thread of its own where there is one, so that nothing waits for it.
 * Answers come in the order of the questions.
 */
export interface FeedReader extends AsyncDisposable {
  /** A failure when reading took too much time or memory. */
  read(feed: FeedBytes): Promise<Result<ReadOutcome>>;
  agenda(
    sources: readonly StoredFeed[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): Promise<AgendaAnswer>;
  preview(
    source: StoredFeed,
    window: TimeWindow,
    zone: ZoneName,
    count: number,
  ): Promise<readonly Occurrence[]>;
  /** What is under the handle is no longer wanted. */
  release(handle: number): void;
  /** Calls when everything that was read is lost: all handles hold nothing from now on. */
  onLost(callback: () => void): Disposable;
}

/** Opens addresses outside the app. The only callers are `join/meetingJoiner` and `join/linkGate`. */
export interface Browser {
  open(url: string): Promise<void>;
  /** Name of the program that opens addresses of a scheme (`zoommtg`); null where there is none. */
  programFor(scheme: string): Promise<string | null>;
}

/** Encryption by the operating system, under a key that only this user's session has. */
export interface Secrets {
  /** False where the system has no key of its own. May ask the user to unlock one. @throws where it does not answer */
  isAvailable(): Promise<boolean>;
  /** Whether these bytes, encrypted earlier, are under a key that only this user has. */
  isProtected(bytes: Uint8Array): boolean;
  /** @throws where the system does not answer, or has no key of its own */
  encrypt(text: string): Promise<Uint8Array>;
  /**
   * `isOutdated`: the text should be encrypted again, under a newer key or because the old one protects nothing.
   * @throws where the system does not answer, or the bytes are not its own
   */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly isOutdated: boolean }>;
}

/** Requests from the window in, events out. Senders and arguments are checked by the adapter. */
export interface Ipc {
  handle<N extends RequestName>(
    name: N,
    handler: (...args: RequestArgs<N>) => RequestReply<N> | Promise<RequestReply<N>>,
  ): Disposable;
  /** To every open window. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

/** A text as the index takes it. */
export interface IndexedText {
  readonly path: string;
  /** Changes with the text. */
  readonly stamp: string;
  readonly title: string;
  readonly body: string;
  readonly series: string | null;
  /** When it was: an ISO instant, or a date for a whole day. */
  readonly moment: string;
  readonly hasOpenItems: boolean;
}

/** Which texts may be found. */
export interface TextFilter {
  readonly series: string | null;
  readonly hasOpenItems: boolean;
  /** null for all times. `dates` hold for whole days, both inclusive; `instants` for all else, from the first up to the second. */
  readonly within: {
    readonly dates: readonly [from: string, to: string];
    readonly instants: readonly [from: string, to: string];
  } | null;
}

/** What was found. */
export interface FoundTexts {
  /** Best first; without words the latest first. */
  readonly paths: readonly string[];
  /** The words that were meant, folded: where one was mistyped, those that stood in for it. */
  readonly words: readonly string[];
}

/** A full-text index. It may work in a thread of its own. Damage rejects whatever meets it. */
export interface TextIndex extends AsyncDisposable {
  /** The stamp of each path that is in it. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** All or nothing. A path that is there already is replaced. */
  change(change: { readonly texts: readonly IndexedText[]; readonly gone: readonly string[] }): Promise<void>;
  /** Texts that hold, for each word, one that begins with it or is near to it. @param words folded */
  find(words: readonly string[], filter: TextFilter, limit: number): Promise<FoundTexts>;
}

/** What the tray shows. */
export interface TrayModel {
  readonly tooltip: string;
  /** Beside the icon, on macOS; empty for none. */
  readonly title: string;
  /** `hour`: a meeting within the hour; `soon`: within five minutes. */
  readonly state: 'idle' | 'hour' | 'soon' | 'now' | 'failing';
  /** What “join” means now: the running or coming meeting with a room; several where they begin at once. */
  readonly join: readonly { readonly label: string; readonly occurrence: Occurrence }[];
  /** The meeting that “Skip” skips: the next one; null without a next meeting, or where its week is asked instead. */
  readonly skip: { readonly label: string; readonly occurrence: Occurrence } | null;
  /** “Reminders are paused until 15:00”; null while they come. */
  readonly paused: string | null;
  /** “2 feeds cannot be updated”; null while all can. */
  readonly failing: string | null;
  /** The next meetings, soonest first. */
  readonly next: readonly { readonly label: string; readonly occurrence: Occurrence }[];
}

/** What the tray icon and its menu do. */
export interface TrayCommands {
  join(occurrence: Occurrence): void;
  /** Does not go to it. */
  skip(occurrence: Occurrence): void;
  /** Says whether a meeting that may take place is on. */
  answerWeek(occurrence: Occurrence, isOn: boolean): void;
  openNotes(): void;
  openFeeds(): void;
  open(): void;
  /** The icon was clicked. @param icon where it is; null where the platform does not say */
  panel(icon: Rectangle | null): void;
  /** No reminders until then; `now` ends a pause. */
  pause(until: 'hour' | 'tomorrow' | 'now'): void;
}

/** Where the app is when its window was closed: in the tray, or minimised where there is none. */
export type PutAway = 'tray' | 'taskbar';

/** The small window by the tray icon. What stands in it, it asks for (`panel:get`). */
export interface PanelSurface {
  /** Opens it, or closes it where it is open. @param icon where the icon is; null where that is unknown */
  toggle(icon: Rectangle | null): void;
  close(): void;
  isOpen(): boolean;
}

/** Starting with the computer, which the system keeps and the user may change there too. */
export interface LoginItem {
  state(): Promise<LoginState>;
  set(isOn: boolean): Promise<void>;
}

/** A file that is to be written where the user says. */
export interface SaveDialogOptions {
  /** What it is, in words. */
  readonly kind: string;
  /** Without its point. */
  readonly extension: string;
  /** Absolute path. */
  readonly suggestion: string;
}

/** The desktop's surfaces: main window, tray, pickers, clipboard. */
export interface Desktop {
  showWindow(route: Route | null): void;
  updateTray(model: TrayModel, commands: TrayCommands): void;
  setTheme(theme: Settings['theme']): void;
  /** Keeps all windows but the large one out of screen capture, where the system can do that. */
  guardFromCapture(isOn: boolean): void;
  /** Whether the desktop has a place for tray icons. */
  hasTray(): Promise<boolean>;
  /** @param html the same for programs that take rich text */
  copy(text: string, html?: string): Promise<void>;
  /** Asks for a calendar file; null when the user cancelled. */
  chooseFile(): Promise<string | null>;
  /** Asks whether a file that the window named may be read; in a dialog of the system, which no page can answer. */
  confirmFile(path: string): Promise<boolean>;
  /** Asks for the captions of a recording. */
  chooseCaptions(): Promise<string | null>;
  /** Asks for a file that `Export everything` wrote. */
  chooseExport(): Promise<string | null>;
  /** Asks for a folder, in these words; null when the user cancelled. */
  chooseFolder(title: string): Promise<string | null>;
  /** Asks where to write a file. @returns its absolute path, or null when the user cancelled */
  chooseTarget(wish: SaveDialogOptions): Promise<string | null>;
  /** Prints a page that stands alone; rejects where it cannot. */
  printToPdf(html: string): Promise<Uint8Array>;
  /** Shows a folder in the file manager; rejects where there is no folder of that path. */
  showFolder(path: string): Promise<void>;
  /** Told when the user closed the window, and where it went. */
  onPutAway(callback: (where: PutAway) => void): Disposable;
}

/** Keys that work while another program has the focus. */
export interface Shortcuts {
  /** @param keys as Electron writes them; null where they are not free. Disposing gives them back. */
  register(keys: string, pressed: () => void): Disposable | null;
}

/** What starts of the app ask for: the first one, and later ones that find it running. */
export interface Launches {
  /** Calls with each wish; those that came before too. */
  onWish(callback: (wish: LaunchRequest) => void): Disposable;
}

/** Facts that do not change while the app runs. */
export interface Environment {
  readonly version: string;
  readonly platform: string;
  /** The operating system, and what runs the app, in words. */
  readonly system: string;
  readonly runtime: string;
  readonly locale: string;
  /** Absolute paths. */
  readonly userData: string;
  readonly logs: string;
  /** The licences of what is in the app; the build writes it. */
  readonly noticesFile: string;
  readonly documents: string;
  readonly catalogueFolder: string;
  /** Stands in for the addresses of newer facts in the catalogues; `none` asks for nothing, null is as they say. */
  readonly liveCatalogue: string | null;
}

export interface Ports {
  readonly clock: Clock;
  readonly power: Power;
  readonly notifier: Notifier;
  readonly alert: AlertSurface;
  readonly sound: SoundSurface;
  readonly shortcuts: Shortcuts;
  readonly starts: Launches;
  readonly panel: PanelSurface;
  readonly loginItem: LoginItem;
  readonly files: Files;
  readonly http: Http;
  readonly network: Network;
  readonly reader: FeedReader;
  /** For what nobody follows yet, and for feeds that took too much before: what happens to it harms no other feed. */
  readonly trialReader: FeedReader;
  readonly browser: Browser;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly ipc: Ipc;
  /** Opens the index in a file, or `:memory:`; rejects where the file is damaged. */
  readonly openTextIndex: (path: string) => Promise<TextIndex>;
  readonly desktop: Desktop;
  readonly environment: Environment;
  /** A number from 0 up to 1, for spreading retries. */
  readonly random: () => number;
  /** One line for the developer; addresses and titles must not stand in it. */
  readonly log: (line: string) => void;
}
