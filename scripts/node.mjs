/**
 * Runs a script or a program of node_modules with a Node that is new enough: `node scripts/node.mjs scripts/start.ts`,
 * `node scripts/node.mjs vitest run`. Every npm script goes through it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programFile, usableNodes, whatIsMissing, withNodeFirst } from './system/ownNode.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { platform, arch, version, execPath } = process;
const machine = { root, platform, arch, version, execPath };
const [program = '', ...args] = process.argv.slice(2);

/**
 * @typedef {object} Ending
 * @property {number | null} code null if the program could not be started, or a signal ended it
 * @property {NodeJS.Signals | null} signal
 */

/** From the environment it holds for the first file too: without it each run loads Node's compiler of types. */
const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };

/**
 * @param {string} node
 * @returns {Promise<Ending>}
 */
function run(node) {
  const file = /[\\/]|\.m?[jt]s$/.test(program) ? program : programFile(root, program);
  const child = spawn(node, [file, ...args], {
    stdio: 'inherit',
    env: { ...compileCache, ...withNodeFirst(node, process.env, delimiter) },
  });
  // Ctrl+C reaches the child directly; we only wait for its end.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/**
 * Ends the program when npm was ended: npm signals only the shell between us, and the shell does not pass it on.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (process.env['npm_lifecycle_event'] === undefined || platform === 'win32') return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 500).unref();
}

/**
 * Whether it was the program that failed, not the Node below it.
 * @param {string} node
 */
const canRun = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;

async function main() {
  for (const node of usableNodes(machine)) {
    const { code, signal } = await run(node);
    if (code === 0 || canRun(node)) return code ?? (signal === null ? 1 : 128 + constants.signals[signal]);
  }
  console.error(whatIsMissing(machine));
  return 1;
}

process.exitCode = await main();
