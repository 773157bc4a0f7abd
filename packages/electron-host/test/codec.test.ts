import { expect, test } from 'vitest';
import { decode, encode } from '../src/page/codec.ts';
import { trusted } from '../src/trusted.ts';

const there = (value: unknown): unknown => decode(encode(value));

test('values come back as structured clone gives them', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  const value = {
    text: 'ß',
    numbers: [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY],
    big: 2n ** 70n,
    nothing: [null, undefined],
    date: new Date(5),
    invalid: new Date(Number.NaN),
    pattern: /a/gi,
    map: new Map<unknown, unknown>([[{ key: 1 }, new Set(['x'])]]),
    bytes: new Uint8Array([1, 2, 3]).subarray(1),
    buffer: new ArrayBuffer(2),
    error: Object.assign(new RangeError('far'), { cause: 'inner' }),
    ['__proto__']: 1,
  };
  expect(there(value)).toEqual(value);
  const back: typeof loop = trusted(there(loop));
  expect(back['self']).toBe(back);
  expect(there(Buffer.from([7]))).toEqual(new Uint8Array([7]));
});

test('an object of a class arrives plain, without what hangs on its prototype', () => {
  class Shape {
    own = 1;
    inherited(): void {}
  }
  const back: object = trusted(there(new Shape()));
  expect([Object.getPrototypeOf(back) === Object.prototype, back]).toEqual([true, { own: 1 }]);
});

test.for([
  ['a function', () => {}],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
  ['a function deep inside', { list: [{ callback: () => {} }] }],
])('%s cannot be cloned, and says so', ([, value]) => {
  expect(() => encode(value)).toThrow('An object could not be cloned.');
});
