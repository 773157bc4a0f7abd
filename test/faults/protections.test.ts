import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faults } from './protections.ts';
import { reminderFaults } from './reminderFaults.ts';

const root = join(import.meta.dirname, '../..');
/** The rows of the tables in the document, without the spaces that align them. */
const rows = readFileSync(join(root, 'docs/develop/testing.md'), 'utf8').replaceAll(/ +\|/g, ' |');

test.each([...faults, ...reminderFaults])(
  '“$protection” can be removed from $file: the text is there, once',
  (fault) => {
    expect(readFileSync(join(root, fault.file), 'utf8').split(fault.old)).toHaveLength(2);
    expect(existsSync(join(root, fault.test))).toBe(true);
    expect(rows).toContain(`| ${fault.protection} | \`${fault.test}\` |`);
  },
);
