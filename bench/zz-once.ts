import { readFileSync } from 'node:fs';
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/work/mine/start/packages/electron-host/dist';
const root = process.env.ROOT ?? '/work/mine/start';
const { launchApp } = await import(root + '/test/e2e/launch.ts');
const [home, n] = [process.argv[2], Number(process.argv[3] ?? 1)];
const cpu = (f: string) => { const x = readFileSync(f,'utf8').replace(/^.*\) /su,'').split(' '); return (Number(x[11])+Number(x[12]))*10; };
for (let i=0;i<n;i++) {
  const t0 = Date.now();
  await using app = await launchApp({ home, args: ['--now=2026-11-20T09:00:00Z'], timeZone: 'Etc/UTC', env: { T0: String(t0), ...(process.env.PROF ? { ELECTRON_HOST_NODE: '/tmp/oh/profnode', PROF_MS: process.env.PROF } : {}) } });
  const page = await app.electron.firstWindow();
  const w = Date.now()-t0;
  await page.locator('.hero-title').waitFor();
  const h = Date.now()-t0;
  const pid = app.electron.process().pid!;
  console.log('window', w, 'hero', h, 'main', cpu(`/proc/${pid}/task/${pid}/stat`), 'all', cpu(`/proc/${pid}/stat`), (await page.locator('.hero').innerText()).replace(/\n/g,' | ').slice(0,150));
  await new Promise(r => setTimeout(r, 2500));
  console.log(' later main', cpu(`/proc/${pid}/task/${pid}/stat`), 'all', cpu(`/proc/${pid}/stat`));
  console.log(app.stderr());
  const perf = await page.evaluate(() => ({ origin: performance.timeOrigin, marks: performance.getEntriesByType('paint').map(e => [e.name, e.startTime]), nav: performance.getEntriesByType('navigation').map((e: any) => [e.responseEnd, e.domInteractive, e.loadEventEnd]), res: performance.getEntriesByType('resource').slice(0,40).map((e:any)=>[e.name.slice(-30), Math.round(e.startTime), Math.round(e.responseEnd), e.decodedBodySize]) }));
  console.log(perf.origin - t0, JSON.stringify(perf));
}
process.exit(0);
