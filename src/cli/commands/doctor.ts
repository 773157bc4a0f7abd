import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { jsonText } from '../occurrenceJson.ts';
import { paintFor } from '../paint.ts';
import { checkMachine, type Finding } from '../machineChecks.ts';

const MARKS = { works: '✓', missing: '✗', unknown: '?' } as const;

/** `doctor`: checks what works on this computer, and says what to do about the rest. */
export const doctor: Command = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const findings = await checkMachine(terminal, await readConfiguration(terminal));
  if (values.json) {
    terminal.out.write(jsonText(findings));
    return;
  }
  const paint = paintFor(terminal);
  const width = Math.max(...findings.map(({ check }) => check.length));
  const line = ({ check, state, detail }: Finding): string => {
    const mark = state === 'missing' ? paint.warn(MARKS[state]) : MARKS[state];
    return `${mark} ${check.padEnd(width)}  ${detail}\n`;
  };
  terminal.out.write(findings.map(line).join(''));
};
