/** Dialogs by zenity; where it is not installed they are answered as if the user had closed them. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { requireReady, runtime } from '../runtime.ts';
import { trusted } from '../trusted.ts';

const NOT_READY = 'dialog module can only be used after app is ready';

/** What zenity printed; undefined where it was cancelled or is not there. */
async function zenity(args: string[]): Promise<string | undefined> {
  const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  const printed = text(child.stdout).catch(() => '');
  return (await ended) === 0 ? (await printed).trimEnd() : undefined;
}

/** Options come last; a window may come first. */
function last<T extends object>(first: object, second: T | undefined): T {
  return second ?? trusted(first);
}

function fileArguments({ title, defaultPath }: { title?: string; defaultPath?: string }): string[] {
  return [
    '--file-selection',
    ...(title === undefined ? [] : ['--title', title]),
    ...(defaultPath === undefined ? [] : ['--filename', defaultPath]),
  ];
}

function showOpenDialog(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue>;
function showOpenDialog(
  window: object,
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue>;
async function showOpenDialog(
  first: object,
  second?: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.OpenDialogOptions>(first, second);
  const wanted = options.properties ?? [];
  const chosen = await zenity([
    ...fileArguments(options),
    ...(wanted.includes('openDirectory') ? ['--directory'] : []),
    ...(wanted.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
  ]);
  return { canceled: chosen === undefined, filePaths: chosen?.split('\n') ?? [] };
}

function showSaveDialog(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue>;
function showSaveDialog(
  window: object,
  options: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue>;
async function showSaveDialog(
  first: object,
  second?: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.SaveDialogOptions>(first, second);
  const chosen = await zenity([...fileArguments(options), '--save']);
  return { canceled: chosen === undefined, filePath: chosen ?? '' };
}

function showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
function showMessageBox(
  window: object,
  options: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue>;
async function showMessageBox(
  first: object,
  second?: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.MessageBoxOptions>(first, second);
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const pressed = await zenity([
    '--list',
    '--hide-header',
    '--column=',
    '--title',
    options.title ?? runtime.name,
    '--text',
    [options.message, options.detail].filter(Boolean).join('\n\n'),
    ...buttons,
  ]);
  const chosen = pressed === undefined ? -1 : buttons.indexOf(pressed);
  return { response: chosen === -1 ? (options.cancelId ?? 0) : chosen, checkboxChecked: false };
}

export const dialog = {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  /** Before ready it only prints. */
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
    if (runtime.isReady) void zenity(['--error', '--title', title, '--text', content]);
  },
};
