import { expect, test } from 'vitest';
import { makeApp } from './support/runApp.ts';

const app = `
  import { app } from 'electron';
  import { readFileSync } from 'node:fs';
  if (!app.requestSingleInstanceLock({ args: process.argv.slice(2), at: new Date(5) })) {
    console.log('second');
    app.quit();
  } else {
    console.log('first');
    app.on('second-instance', (_event, argv, cwd, data) => {
      console.log(JSON.stringify({ isReady: app.isReady(), argv: argv.slice(1), hasCwd: cwd === process.cwd(), data, isDate: data.at instanceof Date }));
      app.quit();
    });
    // a slow start: the second instance comes before ready
    await new Promise((resolve) => setTimeout(resolve, Number(process.env.SLOW_MS ?? 0)));
  }
`;

test('the first instance gets second-instance after ready, with reordered argv and cloned data', async () => {
  using folder = makeApp(app);
  const first = folder.start({ env: { SLOW_MS: '800' } });
  await first.printed('first');
  const second = await folder.start({ args: ['toy://join/1', '--hidden'] }).ended;
  expect(second.lines).toEqual(['second']);
  expect(second.code).toBe(0);
  const { lines } = await first.ended;
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    isReady: true,
    argv: ['--allow-file-access-from-files', '--hidden', folder.folder, 'toy://join/1'],
    hasCwd: true,
    data: { args: ['toy://join/1', '--hidden'], at: '1970-01-01T00:00:00.005Z' },
    isDate: true,
  });
});

test('a lock left by a killed instance is taken over, a released one is free', async () => {
  using folder = makeApp(app);
  const killed = folder.start();
  await killed.printed('first');
  killed.process.kill('SIGKILL');
  await killed.ended;
  const next = folder.start();
  await next.printed('first');
  next.process.kill('SIGTERM');
  expect((await next.ended).lines).toEqual(['first']);
});

test('data that cannot be cloned throws', async () => {
  using folder = makeApp(`
    import { app } from 'electron';
    try {
      app.requestSingleInstanceLock({ callback: () => {} });
    } catch (error) {
      console.log(error.message, app.hasSingleInstanceLock());
    }
    app.quit();
  `);
  const { lines } = await folder.start().ended;
  expect(lines).toEqual(['() => {} could not be cloned. false']);
});
