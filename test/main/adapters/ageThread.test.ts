import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { createAgeThread } from '#main/adapters/threads/ageThread.ts';
import { hasProgram } from '../../../scripts/system/programs.ts';

const passphrase = 'copper lantern quiet river';
const text = '# He shouted\n\nGrüße, 世界 👋\n';
const thread = createAgeThread(new URL('../../../src/main/adapters/threads/ageWorker.ts', import.meta.url));

test('the file opens with its passphrase only, and this thread stays free while it is made', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 10);
  const bytes = await thread.encrypt(text, passphrase);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(10);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('shouted');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  expect(await decrypter.decrypt(bytes, 'text')).toBe(text);
  const wrong = new Decrypter();
  wrong.addPassphrase('another passphrase');
  await expect(wrong.decrypt(bytes)).rejects.toThrow('no identity matched');
});

// It asks on a terminal; `script` provides one.
test.skipIf(!hasProgram('age'))('the program age opens the file', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'age-'));
  const [encrypted, opened] = [join(folder.path, 'notes.age'), join(folder.path, 'notes.md')];
  await writeFile(encrypted, await thread.encrypt(text, passphrase));
  const terminal = spawn('script', ['-qec', `age -d -o '${opened}' '${encrypted}'`, '/dev/null']);
  terminal.stdout.once('data', () => terminal.stdin.write(`${passphrase}\n`));
  const [code] = await once(terminal, 'exit');
  expect(code).toBe(0);
  expect(await readFile(opened, 'utf8')).toBe(text);
});

test('a thread that cannot start is an error', async () => {
  const missing = createAgeThread(new URL('file:///nowhere.ts'));
  await expect(missing.encrypt(text, passphrase)).rejects.toThrow('nowhere');
});
