/** Checks that a page does not move while a user goes through it by mouse and keyboard. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    steadiness?: { readonly faults: string[]; readonly visited: Set<Element> };
  }
}

/** Runs in the page. From now on records focused controls that are hidden, and scrolls of what must not scroll. */
function watchPage(): void {
  const before = window.steadiness;
  if (before !== undefined) {
    before.faults.length = 0;
    before.visited.clear();
    return;
  }
  const state = { faults: [] as string[], visited: new Set<Element>() };
  window.steadiness = state;
  const tell = (fault: string): void => void (state.faults.includes(fault) || state.faults.push(fault));
  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()}.${element.className} “${words.replaceAll(/\s+/g, ' ').trim().slice(0, 40)}”`;
  };

  document.addEventListener(
    'scroll',
    ({ target }) => {
      const scrolled = target instanceof Document ? target.scrollingElement : target;
      if (!(scrolled instanceof Element) || scrolled.scrollTop + scrolled.scrollLeft === 0) return;
      const { overflowX, overflowY } = getComputedStyle(scrolled);
      const mayScroll = [overflowX, overflowY].some((overflow) => ['auto', 'scroll'].includes(overflow));
      // A text field scrolls with its caret, and so does the wrapper of a switch's input.
      const isHidden = scrolled.clientWidth <= 1;
      if (!mayScroll && !isHidden && !(scrolled instanceof HTMLInputElement))
        tell(`${nameOf(scrolled)} scrolled`);
    },
    { capture: true },
  );

  /** What covers the element, tested at the middle of each edge; null for nothing. */
  const hiddenBy = (control: Element): string | null => {
    const boxes = [...control.getClientRects()].filter(({ width, height }) => width > 4 && height > 4);
    for (const { left, right, top, bottom } of boxes) {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const points: [number, number][] = [
        [left + 2, y],
        [right - 2, y],
        [x, top + 2],
        [x, bottom - 2],
      ];
      for (const point of points) {
        const hit = document.elementFromPoint(...point);
        if (hit === null) return 'the edge of the window';
        if (!control.contains(hit)) return nameOf(hit);
      }
    }
    return null;
  };
  const look = (focused: Element): void => {
    if (document.activeElement !== focused || focused === document.body) return;
    // The input of a switch or radio button is hidden; its label is the visible control. Other fields contain a
    // button.
    const isInput = focused instanceof HTMLInputElement;
    const control = (isInput ? focused.closest('label, .combo-field, .search-box') : null) ?? focused;
    const { top, bottom, left, right } = control.getBoundingClientRect();
    // Of an element larger than the window a part is enough; the caret of a text scrolls into view itself.
    const isLarge = bottom - top > innerHeight / 2 || focused.matches('textarea, [contenteditable="true"]');
    const isPartSeen = bottom > 20 && top < innerHeight - 20;
    const obstacle = isLarge ? (isPartSeen ? null : 'the edge of the window') : hiddenBy(control);
    const place = `${Math.round(left)},${Math.round(top)}–${Math.round(right)},${Math.round(bottom)}`;
    if (obstacle !== null) tell(`${nameOf(control)} at ${place} has the focus and is hidden by ${obstacle}`);
  };
  // A half visible control must stay in place when it is clicked.
  let isByKey = false;
  document.addEventListener('keydown', () => (isByKey = true), { capture: true });
  document.addEventListener('pointerdown', () => (isByKey = false), { capture: true });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !isByKey) return;
    state.visited.add(target);
    requestAnimationFrame(() => requestAnimationFrame(() => look(target)));
  });
}

/** Runs in the page. Resolves when replies of main have rendered: a later reply would move the focused control. */
async function settledPage(): Promise<void> {
  for (let [before, tries] = [-1, 0]; tries < 50; tries++) {
    const size = document.body.querySelectorAll('*').length;
    if (size === before) return;
    before = size;
    await new Promise((resolve) => {
      setTimeout(resolve, 120);
    });
  }
}

/** Runs in the page. The findings since `watchPage`, and the document's scroll position. */
async function faultsOfPage(): Promise<string[]> {
  for (let frames = 0; frames < 3; frames++)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const { scrollHeight, scrollWidth, scrollTop, scrollLeft } = document.scrollingElement ?? document.body;
  const facts = [
    ['scrollHeight', scrollHeight, innerHeight],
    ['scrollWidth', scrollWidth, innerWidth],
    ['scrollTop', scrollTop, 0],
    ['scrollLeft', scrollLeft, 0],
  ] as const;
  return [
    ...facts.flatMap(([name, is, wanted]) =>
      is === wanted ? [] : [`the document’s ${name} is ${is} instead of ${wanted}`],
    ),
    ...(window.steadiness?.faults ?? []),
  ];
}

/** More controls than any page has. */
const MOST_TABS = 480;

/** The key that moves to the next control; an arrow key in an open menu. */
type NextKey = 'Tab' | 'ArrowDown';

/** Presses the key until it reaches no new control, or `most` times. */
async function goThrough(page: Page, key: NextKey, most: number): Promise<void> {
  const atOnce = 8;
  let visited = 0;
  for (let pressed = 0; pressed < most; pressed += atOnce) {
    for (let count = pressed; count < Math.min(pressed + atOnce, most); count++)
      await page.keyboard.press(key);
    const before = visited;
    visited = await page.evaluate(() => window.steadiness?.visited.size ?? 0);
    if (visited - before < atOnce) return;
  }
  if (most === MOST_TABS) throw new Error(`${key} never came around`);
}

/** Turns the wheel over a scrolling element until its end is visible, and clicks the last control. */
async function clickLast(page: Page): Promise<void> {
  const middle = await page.evaluate(() => {
    const layers = [...document.querySelectorAll('[role$="dialog"], main')];
    const layer =
      layers.findLast((one) => one.closest('[inert], [aria-hidden="true"]') === null) ?? document.body;
    const scrolls = [...layer.querySelectorAll('*')].find(
      (one) => one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY === 'auto',
    );
    const { left, top, width, height } = (scrolls ?? layer).getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  });
  await page.mouse.move(...middle);
  await page.mouse.wheel(0, 50_000);
  const last = await page.evaluate(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    const layer = [...document.querySelectorAll('[role$="dialog"], main')].findLast(
      (one) => one.closest('[inert], [aria-hidden="true"]') === null,
    );
    const controls = [
      ...(layer ?? document).querySelectorAll('button, label, a, input, [role="row"]'),
    ].filter((one) => one.checkVisibility() && !one.closest('[inert], [aria-hidden="true"]'));
    const inSight = controls.findLast((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return width > 4 && hit !== null && one.contains(hit);
    });
    const box = inSight?.getBoundingClientRect();
    return box && ([box.left + box.width / 2, box.top + box.height / 2] as const);
  });
  if (last !== undefined) await page.mouse.click(...last);
}

interface Walk {
  /** false if the last control would remove what later views need */
  readonly isLastClicked?: boolean;
  readonly key?: NextKey;
  /** for a window that closes when Tab leaves it */
  readonly mostKeys?: number;
}

/**
 * Goes through a page by keyboard, then to its end by mouse.
 * @returns what moved, as sentences
 */
export async function walk(
  page: Page,
  { isLastClicked = true, key = 'Tab', mostKeys = MOST_TABS }: Walk = {},
): Promise<string[]> {
  await page.evaluate(settledPage);
  await page.evaluate(watchPage);
  await goThrough(page, key, mostKeys);
  const faults = await page.evaluate(faultsOfPage);
  if (isLastClicked) await clickLast(page);
  return [...new Set([...faults, ...(await page.evaluate(faultsOfPage))])];
}
