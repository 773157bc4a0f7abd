/**
 * Draws the icons anew from assets/icon.svg and the marks below, with the system's Chromium: `node scripts/icons.ts`.
 * The results are kept in the repository, for neither building nor testing should need a browser for them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from '../src/host/chromium/findChromium.ts';
import { root } from './system/run.ts';

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Panels draw 16 to 24 points high. */
const trayPoints = 22;

/** One mark for each state; by shape, not only by colour, for not everyone sees colours alike. */
const badges: Readonly<Record<string, string>> = {
  idle: '',
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
  soon: '<circle cx="17.5" cy="4.5" r="3.2" />',
  now: '<path d="M15.2 1v7.400l6-3.700Z" />',
  failing: '<path d="M16.7 0.800h1.900l-.3 5h-1.300ZM16.7 7h1.900v1.800h-1.900Z" />',
};
const template = (badge: string): string => `
  <mask id="m"><rect width="22" height="22" fill="#fff" /><path d="M10 6.800v4.400l2.9 1.7" fill="none" stroke="#000" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" />
  ${badge === '' ? '' : '<circle cx="17.5" cy="4.5" r="5.6" fill="#000" />'}</mask>
  <path mask="url(#m)" d="M10 3C5.3 3 1.6 6.6 1.6 11c0 1.8.6 3.5 1.7 4.800l-.9 3c-.2.6.4 1.1.9.900l3.3-1.300c1 .4 2.2.7 3.4.7 4.7 0 8.4-3.6 8.4-8.100S14.7 3 10 3Z" />${badge}`;

const svg = (content: string, points: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${points} ${points}">${content}</svg>`;

async function draw(page: Page, picture: string, pixels: number, path: string): Promise<void> {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${picture}`,
  );
  writeFileSync(join(root, path), await page.screenshot({ omitBackground: true }));
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
mkdirSync(join(root, 'assets/icons'), { recursive: true });
mkdirSync(join(root, 'assets/tray'), { recursive: true });
const icon = readFileSync(join(root, 'assets/icon.svg'), 'utf8');
for (const size of sizes) await draw(page, icon, size, `assets/icons/${size}x${size}.png`);
for (const state of Object.keys(badges)) {
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    const pixels = trayPoints * scale;
    await draw(
      page,
      svg(coloured(badges[state] ?? ''), trayPoints),
      pixels,
      `assets/tray/${state}${suffix}.png`,
    );
    await draw(
      page,
      svg(template(templates[state] ?? ''), trayPoints),
      pixels,
      `assets/tray/${state}Template${suffix}.png`,
    );
  }
}
await browser.close();
