import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import type { RequestName } from '#core/ipc/contract.ts';
import { failure, success, type Problem } from '#base';
import { FakeBridge, settled } from '../fakeBridge.ts';

const setup = (answers: Partial<Record<RequestName, unknown>> = {}) => {
  const bridge = new FakeBridge(answers);
  const reported: Problem[] = [];
  return { bridge, reported, api: createApi(bridge, (problem) => reported.push(problem)) };
};

test('a plain reply becomes the value of a success', async () => {
  const { api, bridge } = setup();
  expect(await api.invoke('communities:get')).toEqual(success([]));
  expect(bridge.asked).toEqual([{ name: 'communities:get', args: [] }]);
});

test('a reply that is a result stays one result, not a result in a result', async () => {
  const { api } = setup({ 'feeds:remove': success(null) });
  expect(await api.invoke('feeds:remove', 'feed')).toEqual(success(null));
});

test('a failure reply reaches its caller only', async () => {
  const refusal = failure('feed/known', 'You follow this already', '');
  const { api, reported } = setup({ 'feeds:add': refusal });
  expect(await api.invoke('feeds:add', 'https://example.org/a.ics')).toEqual(refusal);
  expect(reported).toEqual([]);
});

test.each([
  ['nothing at all', undefined],
  ['another type', 'twelve'],
  ['a missing field', { zone: 'UTC', occurrences: [] }],
  ['a wrong field', { zone: 'UTC', window: { from: 'now', to: 1 }, occurrences: [] }],
])('a reply with %s is refused and shown, not passed on', async (_, answer) => {
  const { api, reported } = setup({ 'agenda:get': answer });
  const outcome = await api.invoke('agenda:get', 0);
  expect(outcome.ok).toBe(false);
  expect(reported).toHaveLength(1);
  expect(reported[0]?.detail).toContain('agenda:get');
});

test('a problem never quotes arguments or replies, which may contain secrets', async () => {
  const { api, reported } = setup({
    'feeds:add': () => {
      throw new Error('cannot reach https://example.org/private-s3cret.ics');
    },
    'feeds:preview': { ok: true, value: 's3cret' },
  });
  const address = 'https://example.org/private-s3cret.ics';
  const outcomes = [await api.invoke('feeds:add', address), await api.invoke('feeds:preview', address)];
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false]);
  expect(JSON.stringify([outcomes, reported])).not.toContain('s3cret');
});

test('invokeAndReport reports a failure once', async () => {
  const { api, reported } = setup({
    'join:open': failure('join/noLink', 'This meeting has no link', ''),
    'link:open': 'nonsense',
  });
  api.invokeAndReport('join:open', 'feed|uid|2026', null);
  await settled();
  expect(reported.map(({ code }) => code)).toEqual(['join/noLink']);
  api.invokeAndReport('link:open', 'https://example.org/');
  await settled();
  expect(reported.map(({ code }) => code)).toEqual(['join/noLink', 'window/misunderstood']);
});

test('a valid event is passed on; an invalid one is refused and reported', () => {
  const { api, bridge, reported } = setup();
  const heard: number[] = [];
  const end = api.on('app:clock', (now) => heard.push(now));
  bridge.emit('app:clock', 1000);
  bridge.emitRaw('app:clock', 'noon');
  expect(heard).toEqual([1000]);
  expect(reported).toHaveLength(1);
  end();
  bridge.emit('app:clock', 2000);
  expect(heard).toEqual([1000]);
});
