import type { Terminal } from './command.ts';

/** Adds colours and weights if the terminal shows them; returns the text unchanged if not. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
}

/** Colours only on a terminal, and not if NO_COLOR is set (no-color.org) or TERM is `dumb`. */
export function paintFor({ out, env }: Terminal): Paint {
  const isColoured = out.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const style =
    (code: number, end: number) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001B[${code}m${text}\u001B[${end}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), accent: style(36, 39), warn: style(33, 39) };
}
