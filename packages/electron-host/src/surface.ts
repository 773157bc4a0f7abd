/**
 * The host held against Electron's own types. Nothing here runs.
 *  - `Drift`: what the host has must be assignable to Electron's member of that name, else this file does not compile;
 *  - `Unknown`: and Electron must have such a member;
 *  - `Surface`: Electron's types cut down to what the host has. scripts/check-surface.ts makes the app compile against
 *    it, so that the app's use of anything the host lacks is an error too.
 */
import type { EventEmitter } from 'node:events';
import type * as Api from './api.ts';
import type { NativeImage } from './nativeImage.ts';
import type { IpcRenderer } from './page/ipcRenderer.ts';

type Host = typeof Api;
type Real = typeof Electron.CrossProcessExports;
type Class = abstract new (...args: never[]) => object;

/** Replaces Electron's classes by the host's of the same name in the types of members. */
interface Pairs {
  window: [InstanceType<Host['BrowserWindow']>, Electron.BrowserWindow];
  webContents: [InstanceType<Host['BrowserWindow']>['webContents'], Electron.WebContents];
  menu: [InstanceType<Host['Menu']>, Electron.Menu];
  menuItem: [InstanceType<Host['MenuItem']>, Electron.MenuItem];
  image: [NativeImage, Electron.NativeImage];
  session: [Host['session']['defaultSession'], Electron.Session];
  clipboardItem: [InstanceType<Host['ClipboardItem']>, Electron.ClipboardItem];
}
type Paired<T> = {
  [P in keyof Pairs]: [T] extends [Pairs[P][0]] ? ([Pairs[P][0]] extends [T] ? Pairs[P][1] : never) : never;
}[keyof Pairs];
/** Electron's word for one of the host's classes, in unions, lists and promises too. */
type AsReal<T> =
  T extends Promise<infer P>
    ? Promise<AsReal<P>>
    : T extends (infer Item)[]
      ? AsReal<Item>[]
      : [Paired<T>] extends [never]
        ? T
        : Paired<T>;
type AsRealList<List extends unknown[]> = { [At in keyof List]: AsReal<List[At]> };
type AsRealMember<T> = T extends (...args: infer Args) => infer Result
  ? (...args: AsRealList<Args>) => AsReal<Result>
  : AsReal<T>;

/** Emitters are compared by Electron's own events: the app gets those types. */
type Own = keyof EventEmitter | 'prototype';
type Drifting<H, R> = {
  [K in keyof H & keyof R]: K extends Own
    ? never
    : H[K] extends R[K]
      ? never
      : AsRealMember<H[K]> extends R[K]
        ? never
        : K;
}[keyof H & keyof R];
type UnknownIn<H, R> = Exclude<keyof H, keyof R | Own>;
type Instance<T> = T extends abstract new (...args: never[]) => infer I ? I : never;
export type DriftOf<H, R> = Drifting<H, R> | (H extends Class ? Drifting<Instance<H>, Instance<R>> : never);
export type UnknownOf<H, R> =
  | UnknownIn<H, R>
  | (H extends Class ? UnknownIn<Instance<H>, Instance<R>> : never);

type Inner = Host & {
  webContents: InstanceType<Host['BrowserWindow']>['webContents'];
  defaultSession: Host['session']['defaultSession'];
};
type InnerReal = Real & { webContents: Electron.WebContents; defaultSession: Electron.Session };

export type Drift = {
  [K in keyof Inner as DriftOf<Inner[K], InnerReal[K]> extends never ? never : K]: DriftOf<
    Inner[K],
    InnerReal[K]
  >;
};
export type Unknown = {
  [K in keyof Inner as UnknownOf<Inner[K], InnerReal[K]> extends never ? never : K]: UnknownOf<
    Inner[K],
    InnerReal[K]
  >;
};

type Kept<H, R> = Extract<keyof R, Exclude<keyof H, 'prototype'>>;
type CutContents = Pick<Electron.WebContents, Kept<Inner['webContents'], Electron.WebContents>>;
type CutInstance<H, R> = Omit<Pick<R, Kept<H, R>>, 'webContents'> &
  ('webContents' extends keyof H ? { readonly webContents: CutContents } : unknown);
type CutClass<H, R> = R extends abstract new (...args: infer Args) => infer I
  ? (new (...args: Args) => CutInstance<Instance<H>, I>) & Pick<R, Kept<H, R>>
  : Pick<R, Kept<H, R>>;

/** What the app may use. */
export type Surface = {
  [K in keyof Host]: Host[K] extends Class
    ? CutClass<Host[K], Real[K]>
    : Pick<Real[K], Kept<Host[K], Real[K]>>;
};

export type WebContents = CutContents;

/** With what a preload gets (page/sandbox.ts). */
export type AppSurface = Surface & {
  contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  ipcRenderer: Pick<Electron.IpcRenderer, keyof IpcRenderer>;
  webUtils: Pick<Electron.WebUtils, 'getPathForFile'>;
};

/** Compile here: each is `{}`. */
export const drift: Drift = {};
export const unknown: Unknown = {};
