import { expect, test } from 'vitest';
import { actingKey } from '#renderer/keys/actingKey.ts';
import type { KeyEventParts } from '#renderer/keys/chord.ts';

const press = (key: string, hasLetterKeys: boolean, more: Partial<KeyEventParts> = {}): string | null =>
  actingKey(
    { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more },
    null,
    hasLetterKeys,
  );

test('characters act until they are switched off; with Alt they always do', () => {
  expect([press('j', true), press('2', true)]).toEqual(['J', '2']);
  expect([press('j', false), press('2', false)]).toEqual([null, null]);
  expect([press('j', false, { altKey: true }), press('2', false, { altKey: true })]).toEqual(['J', '2']);
});

test('keys with a name always act, keys with Ctrl never', () => {
  expect([press('Escape', false), press('ArrowDown', false)]).toEqual(['Escape', 'ArrowDown']);
  expect(press('j', true, { ctrlKey: true })).toBeNull();
});
