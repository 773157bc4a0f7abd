import { assert, integer, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { placePanel, type Rectangle } from '#core/tray/placePanel.ts';

const size = { width: 360, height: 500 };
/** Without the panel of the desktop at its top. */
const screen = { x: 0, y: 30, width: 1920, height: 1050 };
const place = (icon: Rectangle | null, pointer = { x: 0, y: 0 }) => {
  const { x, y } = placePanel(icon, pointer, screen, size);
  return [x, y];
};

test('the panel opens below an icon at the top and above one at the bottom, centred on it', () => {
  expect(place({ x: 1000, y: 0, width: 24, height: 30 })).toEqual([832, 38]);
  expect(place({ x: 1000, y: 1050, width: 24, height: 30 })).toEqual([832, 550]);
});

test('it stays on the screen beside an icon at its edge', () => {
  expect(place({ x: 1890, y: 0, width: 24, height: 30 })).toEqual([1552, 38]);
});

test('where the icon is not known it opens in the corner nearest to the pointer', () => {
  expect(place(null, { x: 1800, y: 10 })).toEqual([1552, 38]);
  expect(place(null, { x: 1800, y: 1070 })).toEqual([1552, 572]);
  expect(place(null, { x: 5, y: 1070 })).toEqual([8, 572]);
});

test('it lies within any screen that is not tiny', () => {
  const number = integer({ min: -4000, max: 4000 });
  const rectangle = record({
    x: number,
    y: number,
    width: integer({ min: 100, max: 4000 }),
    height: integer({ min: 100, max: 4000 }),
  });
  assert(
    property(option(rectangle), number, number, rectangle, (icon, x, y, within) => {
      const placed = placePanel(icon, { x, y }, within, size);
      expect(placed.x).toBeGreaterThanOrEqual(within.x);
      expect(placed.y).toBeGreaterThanOrEqual(within.y);
      expect(placed.x + placed.width).toBeLessThanOrEqual(within.x + within.width);
      expect(placed.y + placed.height).toBeLessThanOrEqual(within.y + within.height);
    }),
  );
});
