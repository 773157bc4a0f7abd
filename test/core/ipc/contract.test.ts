import { expect, test } from 'vitest';
import { z } from 'zod';
import { requests } from '#core/ipc/contract.ts';

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const isText = ({ type }: Schema): boolean =>
  type === 'string' || (Array.isArray(type) && type.includes('string'));

/** Places in the JSON Schema of some arguments where a text, a list or a record may be of any size. */
function unbounded(schema: unknown, at: string): string[] {
  if (!isSchema(schema)) return [];
  const isClosed = 'enum' in schema || 'const' in schema || 'pattern' in schema || 'format' in schema;
  const isLoose =
    (isText(schema) && !isClosed && !('maxLength' in schema)) ||
    (schema['type'] === 'array' && !('prefixItems' in schema) && !('maxItems' in schema));
  const inner = Object.entries(schema)
    .filter(([key]) => key !== 'default' && key !== 'propertyNames')
    .flatMap(([key, value]) =>
      Array.isArray(value)
        ? value.flatMap((one, index) => unbounded(one, `${at}.${key}[${index}]`))
        : unbounded(value, `${at}.${key}`),
    );
  return isLoose ? [at, ...inner] : inner;
}

test('no argument of a request may be of any size', () => {
  const found = Object.entries(requests).flatMap(([name, { args }]) =>
    unbounded(z.toJSONSchema(args, { io: 'input', unrepresentable: 'any' }), name),
  );
  expect(found).toEqual([]);
});

test('nor may the settings hold any number of reminders', () => {
  const overrides = (count: number, length: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`.padStart(length, 'x'), []]));
  const { args } = requests['settings:change'];
  expect(args.safeParse([{ reminders: { overrides: overrides(100, 100) } }]).success).toBe(true);
  expect(args.safeParse([{ reminders: { overrides: overrides(10_001, 5) } }]).success).toBe(false);
  expect(args.safeParse([{ reminders: { overrides: overrides(1, 9000) } }]).success).toBe(false);
});
