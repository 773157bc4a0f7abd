/// <reference lib="dom" />
/** Notices when an act of the user leaves the focus nowhere: Tab would start at the top, and letters would act. */
import { setTimeout } from 'node:timers/promises';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';

/** Where the page keeps what it noticed, also over a reload. */
const STORED = 'spec.lostFocus';
/** Between two looks, ms. */
const LOOK_MS = 50;
/** The app's own cure comes within 100 ms. Looks are counted, not time: while a busy page hangs, its cure hangs too. */
const LOOKS = 8;

interface How {
  readonly stored: string;
  readonly lookMs: number;
  readonly looks: number;
}

/**
 * Runs in the page. After a key or a click that began in a control, or with the focus in one, the focus may be on the
 * body only for a moment.
 */
function watch({ stored, lookMs, looks }: How): void {
  if ('isFocusWatched' in window) return;
  const controls = 'a[href], button, input, textarea, select, [tabindex], [contenteditable], [role="option"]';
  let act: string | null = null;
  /** Looks in a row that found it lost. */
  let lost = 0;
  let timer: ReturnType<Window['setTimeout']> | undefined;
  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent;
    return `${element.getAttribute('role') ?? element.localName} “${words.trim().slice(0, 60)}”`;
  };
  const isLost = (): boolean => document.activeElement === document.body || document.activeElement === null;
  const record = (): void => {
    const known = JSON.parse(sessionStorage.getItem(stored) ?? '[]');
    const title = document.querySelector('h1')?.textContent ?? document.title;
    sessionStorage.setItem(stored, JSON.stringify([...known, `${act}, on “${title}”`]));
    act = null;
  };
  const look = (left: number): void => {
    if (act === null) return;
    lost = isLost() ? lost + 1 : 0;
    if (lost > looks) return record();
    if (left > 0 || lost > 0) timer = window.setTimeout(() => look(left - 1), lookMs);
    else act = null;
  };
  const begin = (event: Event): void => {
    // Shift, Ctrl and Alt alone do nothing.
    if (event instanceof KeyboardEvent && /^(?:Shift|Control|Alt|Meta)$/u.test(event.key)) return;
    const [origin] = event.composedPath();
    const control = origin instanceof Element ? origin.closest(controls) : null;
    clearTimeout(timer);
    lost = 0;
    act = null;
    if (control === null && (event instanceof PointerEvent || isLost())) return;
    const what = event instanceof KeyboardEvent ? event.key : 'click';
    act = `${what} on ${nameOf(control ?? document.activeElement ?? document.body)}`;
    timer = window.setTimeout(() => look(looks), lookMs);
  };
  document.addEventListener('keydown', begin, { capture: true });
  document.addEventListener('pointerdown', begin, { capture: true });
  Object.assign(window, { isFocusWatched: () => act !== null });
}

/** Watches every window of the app, also after a reload. */
export async function watchFocus(app: ElectronApplication): Promise<void> {
  const how = { stored: STORED, lookMs: LOOK_MS, looks: LOOKS };
  await app.context().addInitScript(watch, how);
  // The first window may have opened already, and may be gone again.
  await Promise.all(app.windows().map((page) => page.evaluate(watch, how).catch(() => undefined)));
}

async function lostIn(page: Page): Promise<string[]> {
  const end = performance.now() + 5_000;
  while (performance.now() < end && (await page.evaluate('window.isFocusWatched?.()')) === true)
    await setTimeout(50);
  const lost: unknown = await page.evaluate(`JSON.parse(sessionStorage.getItem('${STORED}') ?? '[]')`);
  await page.evaluate(`sessionStorage.removeItem('${STORED}')`);
  return Array.isArray(lost) ? lost.map(String) : [];
}

const isInTest = (): boolean => {
  try {
    test.info();
    return true;
  } catch {
    return false;
  }
};

/**
 * Fails the test if an act since the last check left the focus nowhere; softly, since an error at disposal would hide
 * that of the test. A window that is closed or hangs is not asked.
 */
export async function checkFocus(app: ElectronApplication): Promise<void> {
  const pages = app.windows().filter((page) => !page.isClosed());
  const lost = await Promise.all(pages.map((page) => lostIn(page).catch(() => [])));
  if (isInTest()) expect.soft(lost.flat(), 'acts after which the focus was lost').toEqual([]);
}
