import { trayTexts, type TrayTexts } from '#core/tray/texts.ts';
import type { TrayModel } from '#core/tray/trayModel.ts';
import type { Browser } from '#main/ports/browser.ts';
import type { Desktop, HiddenIn, SaveDialogOptions } from '#main/ports/desktop.ts';
import type { Notice, Notifier } from '#main/ports/notifier.ts';
import type { TrayCommands } from '#main/ports/tray.ts';
import type { Route } from '#core/desktop/route.ts';
import { createSignal, type Signal } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import type { Settings } from '#core/settings/settings.ts';

function next<T>(signal: Signal<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  signal.on(resolve);
  return promise;
}

/** A notice on the fake screen. */
export interface ShownNotice {
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
  readonly isWithdrawn: boolean;
  readonly isSilent: boolean;
  readonly urgency: Notice['urgency'];
  click(): void;
  /** The user puts it away. */
  dismiss(): void;
  press(label: string): void;
}

/** A notifier that shows notices at once, or fails, or emits no event. */
export class FakeNotifier implements Notifier {
  behaviour: 'shows' | 'fails' | 'saysNothing' | 'unsupported' = 'shows';
  readonly notices: ShownNotice[] = [];
  readonly #shown = createSignal<ShownNotice>();

  /** Resolves with the next notice. */
  nextNotice(): Promise<ShownNotice> {
    return next(this.#shown);
  }

  /** What the desktop says of “do not disturb”. */
  disturbance: DoNotDisturb = 'unknown';

  isSupported(): boolean {
    return this.behaviour !== 'unsupported';
  }

  doNotDisturb(): Promise<DoNotDisturb> {
    return Promise.resolve(this.disturbance);
  }

  show(notice: Notice): Disposable {
    let isWithdrawn = false;
    const shown: ShownNotice = {
      id: notice.id,
      title: notice.title,
      body: notice.body,
      get isWithdrawn() {
        return isWithdrawn;
      },
      isSilent: notice.isSilent,
      urgency: notice.urgency,
      click: () => notice.onClick(),
      dismiss: () => notice.onDismissed(),
      press: (label) => {
        const action = notice.actions.find((one) => one.label === label);
        if (action === undefined) throw new Error(`The notice has no button “${label}”`);
        action.run();
      },
    };
    this.notices.push(shown);
    this.#shown.emit(shown);
    queueMicrotask(() => {
      if (this.behaviour === 'shows') notice.onShown();
      if (this.behaviour === 'fails') notice.onFailed('no daemon');
    });
    return { [Symbol.dispose]: () => void (isWithdrawn = true) };
  }
}

/** Remembers what the desktop was asked for. */
export class FakeDesktop implements Desktop, Browser {
  readonly routes: (Route | null)[] = [];
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  /** Content of the clipboard. */
  clipboard = '';
  readonly folders: string[] = [];
  theme: Settings['theme'] | null = null;
  isGuarded = false;
  isTrayThere = true;
  chosenFile: string | null = null;
  /** Files that the user was asked about. */
  readonly confirmedFiles: string[] = [];
  allowsFiles = true;
  hasBrowser = true;
  /** Schemes that a program of this computer opens. */
  readonly programs = new Map<string, string>();
  readonly #putAway = createSignal<HiddenIn>();
  hasPrinter = true;
  hasTrash = true;
  /** Paths of files that were moved to the trash. */
  readonly trashed: string[] = [];
  removeFile: (path: string) => Promise<void> = () => Promise.resolve();
  readonly targets: SaveDialogOptions[] = [];
  readonly #openedSignal = createSignal<string>();

  /** Resolves with the next address that the browser gets. */
  nextOpened(): Promise<string> {
    return next(this.#openedSignal);
  }

  #tray: { readonly model: TrayModel; readonly commands: TrayCommands } | null = null;

  get tray(): TrayTexts & Pick<TrayModel, 'state'> {
    if (this.#tray === null) throw new Error('The tray was never set');
    const { model } = this.#tray;
    return { ...trayTexts(model), state: model.state };
  }

  joinFromTray(occurrence: Occurrence): void {
    this.#tray?.commands.join(occurrence);
  }

  /** The current entry of the menu. */
  skipFromTray(): void {
    const occurrence = this.tray.skip?.occurrence;
    if (occurrence !== undefined) this.#tray?.commands.skip(occurrence);
  }

  pauseFromTray(until: 'hour' | 'tomorrow' | 'now'): void {
    this.#tray?.commands.pause(until);
  }

  /** A click on the icon. */
  clickTray(): void {
    this.#tray?.commands.panel(null);
  }

  closeWindow(where: HiddenIn): void {
    this.#putAway.emit(where);
  }

  async programFor(scheme: string): Promise<string | null> {
    return this.programs.get(scheme) ?? null;
  }

  open(url: string): Promise<void> {
    if (!this.hasBrowser) return Promise.reject(new Error('no browser'));
    this.opened.push(url);
    this.#openedSignal.emit(url);
    return Promise.resolve();
  }

  showWindow(route: Route | null): void {
    this.routes.push(route);
  }

  updateTray(model: TrayModel, commands: TrayCommands): void {
    this.#tray = { model, commands };
  }

  hasTray(): Promise<boolean> {
    return Promise.resolve(this.isTrayThere);
  }

  guardFromCapture(isOn: boolean): void {
    this.isGuarded = isOn;
  }

  setTheme(theme: Settings['theme']): void {
    this.theme = theme;
  }

  copy(text: string, html?: string): Promise<void> {
    this.copied.push(text);
    this.clipboard = text;
    if (html !== undefined) this.copied.push(html);
    return Promise.resolve();
  }

  clearCopied(text: string): Promise<void> {
    if (this.clipboard === text) this.clipboard = '';
    return Promise.resolve();
  }

  /** The file that the user chooses when asked for a certificate. */
  chosenCertificate: string | null = null;

  chooseCertificate(): Promise<string | null> {
    return Promise.resolve(this.chosenCertificate);
  }

  chooseFile(): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  chooseCaptions(): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  chooseMinutes(): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  chooseExport(): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  chooseFolder(_title: string): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  chooseTarget(options: SaveDialogOptions): Promise<string | null> {
    this.targets.push(options);
    return Promise.resolve(this.chosenFile);
  }

  printToPdf(html: string): Promise<Uint8Array> {
    if (!this.hasPrinter) return Promise.reject(new Error('no printer'));
    return Promise.resolve(new TextEncoder().encode(`%PDF-${html}`));
  }

  async trash(path: string): Promise<void> {
    if (!this.hasTrash) throw new Error('Failed to move item to trash');
    this.trashed.push(path);
    await this.removeFile(path);
  }

  showFolder(path: string): Promise<void> {
    this.folders.push(path);
    return Promise.resolve();
  }

  confirmFile(path: string): Promise<boolean> {
    this.confirmedFiles.push(path);
    return Promise.resolve(this.allowsFiles);
  }

  /** Questions whether to quit, and their answer. */
  readonly quitQuestions: (readonly [count: number, isStored: boolean])[] = [];
  allowsQuit = false;

  confirmQuit(count: number, isStored: boolean): Promise<boolean> {
    this.quitQuestions.push([count, isStored]);
    return Promise.resolve(this.allowsQuit);
  }

  onHidden(callback: (where: HiddenIn) => void): Disposable {
    return this.#putAway.on(callback);
  }
}
