/** Dialogs with zenity. If it is not installed, each dialog is cancelled at once. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { requireReady, runtime } from '../runtime.ts';
import { trusted } from '../trusted.ts';

const NOT_READY = 'dialog module can only be used after app is ready';

/** The output of zenity; undefined if the user cancelled or zenity is not installed. */
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

/** Throws at once, before any window. Source: lib/browser/api/dialog.ts */
function checkTexts(options: object, names: readonly string[]): void {
  const values = new Map<string, unknown>(Object.entries(options));
  for (const name of names) {
    const value = values.get(name);
    if (value === undefined || value === null || typeof value === 'string') continue;
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    throw new TypeError(`${words[0]?.toUpperCase()}${words.slice(1)} must be a string`);
  }
}

function checkFileOptions(options: Electron.OpenDialogOptions | Electron.SaveDialogOptions): void {
  checkTexts(options, ['title', 'buttonLabel', 'defaultPath', 'message']);
  if (options.properties !== undefined && !Array.isArray(options.properties)) {
    throw new TypeError('Properties must be an array');
  }
}

function checkMessageOptions({ type, buttons, ...texts }: Electron.MessageBoxOptions): void {
  if (type !== undefined && !['none', 'info', 'warning', 'error', 'question'].includes(type)) {
    throw new TypeError('Invalid message box type');
  }
  if (buttons !== undefined && !Array.isArray(buttons)) throw new TypeError('Buttons must be an array');
  checkTexts(texts, ['title', 'message', 'detail']);
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
function showOpenDialog(
  first: object,
  second?: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.OpenDialogOptions>(first, second);
  checkFileOptions(options);
  return askForFiles(options);
}

async function askForFiles(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
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
function showSaveDialog(
  first: object,
  second?: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.SaveDialogOptions>(first, second);
  checkFileOptions(options);
  return askForTarget(options);
}

async function askForTarget(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
  const chosen = await zenity([...fileArguments(options), '--save']);
  return { canceled: chosen === undefined, filePath: chosen ?? '' };
}

function showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
function showMessageBox(
  window: object,
  options: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue>;
function showMessageBox(
  first: object,
  second?: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue> {
  requireReady(NOT_READY);
  const options = last<Electron.MessageBoxOptions>(first, second);
  checkMessageOptions(options);
  return ask(options);
}

async function ask(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
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
