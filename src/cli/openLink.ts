import { spawn } from 'node:child_process';

/** The program that opens a link with the app that the system has for it. */
const OPENERS: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Opens a link of our own; false if the system cannot. @param platform as Node names it */
export function openLink(link: string, platform: string): Promise<boolean> {
  const opener = OPENERS[platform];
  if (opener === undefined) return Promise.resolve(false);
  const [program, ...args] = opener;
  const child = spawn(program, [...args, link], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
