import { expect, test } from 'vitest';
import { askDoNotDisturb, readDoNotDisturb } from '#main/adapters/system/doNotDisturb.ts';

const silent = { showsBanners: null, isInhibited: null, isPaused: null };

test.each([
  ['a desktop that says nothing', silent, 'unknown'],
  ['GNOME that shows banners', { ...silent, showsBanners: true }, 'off'],
  ['GNOME that does not', { ...silent, showsBanners: false }, 'letsUrgentThrough'],
  ['KDE', { ...silent, isInhibited: false }, 'off'],
  ['KDE that is not to disturb', { ...silent, isInhibited: true }, 'letsUrgentThrough'],
  ['dunst', { ...silent, isPaused: false }, 'off'],
  ['a paused dunst', { ...silent, isPaused: true }, 'holdsEverything'],
] as const)('%s', (_name, answers, state) => {
  expect(readDoNotDisturb(answers)).toBe(state);
});

test.each(['darwin', 'win32'])('%s cannot be asked', async (platform) => {
  expect(await askDoNotDisturb(platform, {})).toBe('unknown');
});
