/**
 * CPU time and wake-ups of the app at rest: a minute with session bus, notifications and tray, once with the agenda of
 * 2,000 meetings on the screen, once closed to the tray; and the memory of main and of the page, also after all screens
 * were used. Measured from outside, as Linux counts it. Needs a built app.
 * Ends with status 1 when a figure is above its limit, as it would be if something polled.
 * Run: node scripts/node.mjs bench/idle.bench.ts [seconds]
 */
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp } from '../test/e2e/launch.ts';
import { NOW, serveCalendars } from './fullHome.ts';
import { cpuMs, descendants, memoryMb, wakeUps } from './processTimes.ts';
import { twoThousandMeetings } from './twoThousandMeetings.ts';

const SECONDS = Number(process.argv[2] ?? 60);
/** Calendars, notes and search are read by then. */
const SETTLED_MS = 20_000;
/** Screens that are shown before the memory is measured again, each for a moment. */
const VISITS = 60;
const SCREENS = 5;
const USED_MS = 700;
const LIMIT_MB = 120;

let isAbove = false;
function tell(name: string, figure: number, unit: string, limit: number | null): void {
  isAbove ||= limit !== null && figure > limit;
  console.log(
    `${name.padEnd(50)}${figure.toFixed(2).padStart(8)} ${unit}${limit === null ? '' : `   at most ${limit} ${unit}`}`,
  );
}

interface Costs {
  /** Of one core, in per cent. */
  readonly main: number;
  readonly page: number;
  readonly others: number;
  /** Of main's thread, a second. */
  readonly wakeUps: number;
}

async function measure(pid: number): Promise<Costs> {
  const processes = descendants(pid);
  const pages = processes.filter(({ command }) => command.includes('--type=renderer'));
  const others = processes.filter((one) => !pages.includes(one));
  const cpu = (all: readonly { readonly pid: number }[]): number =>
    all.reduce(
      (sum, one) => sum + (existsSync(`/proc/${one.pid}/stat`) ? cpuMs(`/proc/${one.pid}/stat`) : 0),
      0,
    );
  const look = () => ({ main: cpu([{ pid }]), page: cpu(pages), others: cpu(others), wakeUps: wakeUps(pid) });
  const before = look();
  await delay(SECONDS * 1000);
  const after = look();
  const percent = (name: 'main' | 'page' | 'others'): number => (after[name] - before[name]) / (SECONDS * 10);
  return {
    main: percent('main'),
    page: percent('page'),
    others: percent('others'),
    wakeUps: (after.wakeUps - before.wakeUps) / SECONDS,
  };
}

await using calendars = await serveCalendars(() => twoThousandMeetings(NOW));
{
  await using app = await launchApp({
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    withDesktop: true,
    withTray: true,
  });
  const page = await app.window();
  await page.evaluate((url) => window.api.invoke('feeds:add', [url]), `${calendars.origin}/team.ics`);
  await page.getByRole('row', { name: /Meeting 2 about/u }).waitFor();
  await delay(SETTLED_MS);
  const pid = app.electron.process().pid ?? 0;
  const shown = await measure(pid);
  console.log(`with the agenda on the screen, ${SECONDS} s`);
  tell('  main, with its threads', shown.main, '%', 0.5);
  tell("  main's thread is woken", shown.wakeUps, 'times/s', 1);
  tell('  the page, whose countdown goes on', shown.page, '%', 1);
  tell("  the browser's other processes", shown.others, '%', null);
  tell('  memory of main', memoryMb(pid), 'MB', null);
  const renderer = descendants(pid).find(({ command }) => command.includes('--type=renderer'));
  if (renderer !== undefined) {
    tell('  memory of the page', memoryMb(renderer.pid), 'MB', LIMIT_MB);
    for (let visit = 0; visit < VISITS; visit += 1) {
      await page.keyboard.press(`Control+${1 + (visit % SCREENS)}`);
      await delay(USED_MS);
    }
    await page.keyboard.press('Control+1');
    await delay(SECONDS * 1000);
    tell(`  and after ${VISITS} screens`, memoryMb(renderer.pid), 'MB', LIMIT_MB);
  }
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await delay(SETTLED_MS);
  const closed = await measure(pid);
  console.log(`closed to the tray, ${SECONDS} s`);
  tell('  main, with its threads', closed.main, '%', 0.5);
  tell("  main's thread is woken", closed.wakeUps, 'times/s', 1);
}
process.exit(isAbove ? 1 : 0);
