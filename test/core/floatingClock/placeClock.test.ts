import { assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { clockPlace, fixedEdge, withSize } from '#core/floatingClock/placeClock.ts';

const size = { width: 132, height: 44 };
const left = { x: 0, y: 30, width: 1920, height: 1050 };
const right = { x: 1920, y: 0, width: 1280, height: 800 };

test('at first the clock is in the upper corner of the preferred screen', () => {
  expect(clockPlace(null, [left, right], size)).toEqual({ x: 1772, y: 46, ...size });
});

test('it comes up where it was, also on another screen, unless that screen is gone', () => {
  expect(clockPlace({ x: 2000, y: 500 }, [left, right], size)).toEqual({ x: 2000, y: 500, ...size });
  expect(clockPlace({ x: 2000, y: 500 }, [left], size)).toEqual({ x: 1772, y: 46, ...size });
});

test('partly outside, it is moved onto its screen', () => {
  expect(clockPlace({ x: -20, y: 20 }, [left], size)).toEqual({ x: 0, y: 30, ...size });
});

test('wherever it is, it grows within its screen and comes back to its place', () => {
  const corner = record({ x: integer({ min: 0, max: 1788 }), y: integer({ min: 30, max: 1036 }) });
  assert(
    property(corner, (place) => {
      const small = { ...place, ...size };
      const wide = withSize(small, { ...size, width: 380 }, left);
      expect(wide.x).toBeGreaterThanOrEqual(left.x);
      expect(wide.x + wide.width).toBeLessThanOrEqual(left.x + left.width);
      const isLeft = fixedEdge(small, left) === 'left';
      const edgeOf = ({ x, width }: typeof small): number => (isLeft ? x : x + width);
      expect(edgeOf(wide)).toBe(edgeOf(small));
    }),
  );
});

test('magnified it is no larger than its screen', () => {
  const small = { x: 1772, y: 46, ...size };
  expect(withSize(small, { width: 1520, height: 176 }, right)).toMatchObject({ width: 1280, height: 176 });
  expect(withSize(small, { width: 264, height: 88 }, left)).toEqual({
    x: 1640,
    y: 46,
    width: 264,
    height: 88,
  });
});
