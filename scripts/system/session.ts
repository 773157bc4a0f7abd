import { hasBus, hasDisplay, startBus, startDisplay } from './desktop.ts';
import { ensurePrograms, howToInstall, type Need } from './programs.ts';
import { howToGetElectron, type Runtime } from './runtime.ts';

/** An environment in which the app can show windows and notifications; what was started for it ends with it. */
export interface Session extends AsyncDisposable {
  readonly env: NodeJS.ProcessEnv;
}

/** What else helps where neither Electron nor a browser is there: the one package, not all that is missing. */
const standIn =
  'Or install Chromium or Chrome, which runs the app instead, on Debian: sudo apt-get install chromium';

/** Prepares what the runtime needs of the system. @returns null if something is missing; the reason was printed */
export async function openSession({ kind }: Runtime): Promise<Session | null> {
  await using parts = new AsyncDisposableStack();
  const needs: Need[] = [
    ...(kind === 'host' ? (['browser', 'opener'] as const) : []),
    ...(hasDisplay() ? [] : (['display'] as const)),
    ...(hasBus() ? [] : (['bus', 'notifications'] as const)),
  ];
  const missing = await ensurePrograms(needs, (all) =>
    all.includes('browser') ? `${howToGetElectron()}\n${standIn}` : howToInstall(all),
  );
  if (missing.includes('browser') || missing.includes('display')) return null;
  if (kind === 'host' && !process.env['E2E_RUNTIME'])
    console.log('Electron is not installed and cannot be downloaded: the app runs on Chromium instead.');

  let env = process.env;
  if (!hasDisplay()) {
    const display = parts.use(await startDisplay());
    console.log(`There is no display here: the app runs on a virtual one (${display.env['DISPLAY']}).`);
    env = { ...env, ...display.env };
  }
  if (!hasBus() && !missing.includes('bus')) env = { ...env, ...parts.use(await startBus(env)).env };
  const ends = parts.move();
  return { env, [Symbol.asyncDispose]: () => ends.disposeAsync() };
}
