import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later } from '#renderer/kit/later.tsx';

test('a part that was loaded renders at once', async () => {
  const { Component, load } = later<{ name: string }>(() =>
    Promise.resolve(({ name }) => createElement('p', null, name)),
  );
  await load();
  expect(renderToStaticMarkup(createElement(Component, { name: 'Notes' }))).toBe('<p>Notes</p>');
});

test('a part is loaded once', async () => {
  let loads = 0;
  const { load } = later(() => {
    loads += 1;
    return Promise.resolve(() => null);
  });
  await Promise.all([load(), load()]);
  await load();
  expect(loads).toBe(1);
});

test('a load that failed is tried again', async () => {
  let loads = 0;
  const { load } = later(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(() => null);
  });
  await expect(load()).rejects.toThrow('gone');
  await load();
  expect(loads).toBe(2);
});
