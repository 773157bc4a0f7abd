import { hasBus, hasDisplay, startBus, startDisplay } from './desktop.ts';
import { ensurePrograms } from './programs.ts';
import type { Need } from './programs.ts';
import type { Runtime } from './runtime.ts';

/** An environment in which the app can show windows and notifications; what was started for it ends with it. */
export interface Session extends AsyncDisposable {
  readonly env: NodeJS.ProcessEnv;
}

/** Brings what the runtime needs of the system. @returns null where it is missing; why has been said */
export async function openSession({ kind }: Runtime): Promise<Session | null> {
  await using parts = new AsyncDisposableStack();
  const needs: Need[] = [
    ...(kind === 'host' ? (['browser', 'opener'] as const) : []),
    ...(hasDisplay() ? [] : (['display'] as const)),
    ...(hasBus() ? [] : (['bus', 'notifications'] as const)),
  ];
  const missing = await ensurePrograms(needs);
  if (missing.includes('browser') || missing.includes('display')) return null;

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
