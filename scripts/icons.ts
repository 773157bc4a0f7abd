/**
 * Draws the icons from assets/icon.svg and the marks below, with the system's Chromium: `node scripts/icons.ts`.
 * The results are kept in the repository, for neither building nor testing should need a browser for them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../packages/electron-host/src/chromium/findChromium.ts';
import { root } from './system/run.ts';

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Panels draw 16 to 24 points high. */
const trayPoints = 22;

/** One mark for each state; by shape, not only by colour, for not everyone sees colours alike. */
const badges: Readonly<Record<string, string>> = {
  idle: '',
  hour: '<circle cx="17.5" cy="4.5" r="3.6" fill="#fdfdfb" stroke="#0a5a62" stroke-width="1.6" />',
  soon: '<circle cx="17.5" cy="4.5" r="4.5" fill="#f2a900" stroke="#5c4100" stroke-width="0.6" />',
  now: '<circle cx="17.5" cy="4.5" r="4.5" fill="#19b36b" stroke="#07492a" stroke-width="0.6" /><path d="M16.1 2.2v4.6l3.9-2.3Z" fill="#fff" />',
  failing:
    '<path d="M17.5 0.4 22 9H13Z" fill="#e5484d" stroke="#641015" stroke-width="0.6" stroke-linejoin="round" /><path d="M17.5 3.6v2.4M17.5 7.3v0.2" stroke="#fff" stroke-width="1.1" stroke-linecap="round" />',
};

/** White on a dark rim is legible on light and dark panels alike. */
const coloured = (badge: string): string => `
  <path d="M10 3C5.3 3 1.6 6.6 1.6 11c0 1.8.6 3.5 1.7 4.8l-.9 3c-.2.6.4 1.1.9.9l3.3-1.3c1 .4 2.2.7 3.4.7 4.7 0 8.4-3.6 8.4-8.1S14.7 3 10 3Z" fill="#fdfdfb" stroke="#0a5a62" stroke-width="1.6" />
  <path d="M10 6.800v4.400l2.9 1.7" fill="none" stroke="#0a5a62" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" />${badge}`;

/** macOS colours templates itself: only what is opaque counts. */
const templates: Readonly<Record<string, string>> = {
  idle: '',
  hour: '<circle cx="17.5" cy="4.5" r="2.7" fill="none" stroke="#000" stroke-width="1.4" />',
  soon: '<circle cx="17.5" cy="4.5" r="3.4" />',
  now: '<path d="M15.2 1v7.400l6-3.700Z" />',
  failing: '<path d="M16.7 0.800h1.900l-.3 5h-1.300ZM16.7 7h1.900v1.800h-1.900Z" />',
};
const template = (badge: string): string => `
  <mask id="m"><rect width="22" height="22" fill="#fff" /><path d="M10 6.800v4.400l2.9 1.7" fill="none" stroke="#000" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" />
  ${badge === '' ? '' : '<circle cx="17.5" cy="4.5" r="5.6" fill="#000" />'}</mask>
  <path mask="url(#m)" d="M10 3C5.3 3 1.6 6.6 1.6 11c0 1.8.6 3.5 1.7 4.800l-.9 3c-.2.6.4 1.1.9.900l3.3-1.300c1 .4 2.2.7 3.4.7 4.7 0 8.4-3.6 8.4-8.100S14.7 3 10 3Z" />${badge}`;

const svg = (content: string, points: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${points} ${points}">${content}</svg>`;

async function draw(page: Page, picture: string, pixels: number): Promise<Buffer> {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${picture}`,
  );
  return page.screenshot({ omitBackground: true });
}

/** Trays of Windows are 16 points high, at scales of 1, 1.25, 1.5, 2, 2.5 and 3. */
const windowsSizes = [16, 20, 24, 32, 40, 48];

/** One file with a picture for each size. Source: the ICO format; entries may be whole PNG files since Windows Vista. */
function icoOf(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const [headSize, entrySize] = [6, 16];
  const head = Buffer.alloc(headSize + entrySize * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headSize + entrySize * index;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
mkdirSync(join(root, 'assets/icons'), { recursive: true });
mkdirSync(join(root, 'assets/tray'), { recursive: true });
const icon = readFileSync(join(root, 'assets/icon.svg'), 'utf8');
const write = (path: string, content: Buffer): void => writeFileSync(join(root, 'assets', path), content);
for (const size of sizes) write(`icons/${size}x${size}.png`, await draw(page, icon, size));
for (const [state, badge] of Object.entries(badges)) {
  const colour = svg(coloured(badge), trayPoints);
  const shape = svg(template(templates[state] ?? ''), trayPoints);
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    write(`tray/${state}${suffix}.png`, await draw(page, colour, trayPoints * scale));
    write(`tray/${state}Template${suffix}.png`, await draw(page, shape, trayPoints * scale));
  }
  const pictures = [];
  for (const size of windowsSizes) pictures.push({ size, png: await draw(page, colour, size) });
  write(`tray/${state}.ico`, icoOf(pictures));
}
await browser.close();
