import { spawn } from 'node:child_process';
import { root } from './run.ts';

/** The app writes notes when it is asked to end; if it has not ended by then, it is ended. */
const longestEndMs = 8000;

/** Runs a program with our standard streams until it exits or we get a signal. @returns its exit code */
export function runApp(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const app = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Ctrl+C reached the app too; a second signal does no harm.
      app.kill('SIGTERM');
      setTimeout(() => app.kill('SIGKILL'), longestEndMs).unref();
    });
  }
  return new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('exit', (code, signal) => resolve(signal === null ? (code ?? 0) : 0));
  });
}
