import { expect, test } from 'vitest';
import { isSteering, quotable, quoted, visibleLine, withoutControls } from '../visibleText.ts';

test.each([
  ['an escape sequence of a terminal', 'Stand-up\u001b[2J\u009b31m', 'Stand-up [2J 31m'],
  ['a line end', 'Stand-up\r\nBcc: all@example.org', 'Stand-up  Bcc: all@example.org'],
  ['a separator of lines', 'a\u2028b\u2029c', 'a b c'],
  ['a reversed ending', 'notes\u202egpj.exe', 'notes gpj.exe'],
  ['isolated directions', '\u2066a\u2069\u2067b\u2068', 'a  b'],
  ['a null byte', 'a\0b', 'a b'],
])('visibleLine replaces %s', (_name, text, shown) => {
  expect(isSteering(text)).toBe(true);
  expect(visibleLine(text)).toBe(shown);
});

test('visibleLine keeps ordinary text of any script', () => {
  for (const text of ['Q&A <today>', 'פגישת צוות', 'اجتماع', '会議', 'a\u200d🧑‍💻', 'Ünï'])
    expect([isSteering(text), visibleLine(text)]).toEqual([false, text]);
});

test('quotable is one visible line of at most 60 characters', () => {
  expect(quotable(' Stand-up\n\u202eSync ')).toBe('Stand-up  Sync');
  expect(quotable('a'.repeat(60))).toBe('a'.repeat(60));
  expect(quotable('a'.repeat(3_000))).toBe(`${'a'.repeat(57)}…`);
});

test('a quoted title is one visible line in quotation marks', () => {
  expect(quoted('Stand-up')).toBe('“Stand-up”');
  expect(quoted('\u202eSync\nof “all” ')).toBe('“Sync of “all””');
});

test('withoutControls keeps lines and tabs and removes terminal control characters', () => {
  expect(withoutControls('# Notes\n\t- a\r\n\u001b[201~rm -rf ~\u0007\u0085')).toBe(
    '# Notes\n\t- a\r\n[201~rm -rf ~',
  );
});
