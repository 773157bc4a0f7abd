import { parseArgs } from 'node:util';
import type { Command, Terminal } from '../command.ts';
import { checkFollowed, checkGiven } from '../feedChecks.ts';
import { readConfiguration } from '../configuration.ts';
import { jsonText } from '../occurrenceJson.ts';
import { paintFor } from '../paint.ts';
import type { Finding } from '../finding.ts';
import { checkMachine } from '../machineChecks.ts';

const MARKS = { works: '✓', missing: '✗', unknown: '?' } as const;

async function checkAll(terminal: Terminal): Promise<readonly Finding[]> {
  const configuration = await readConfiguration(terminal);
  const [machine, feeds] = await Promise.all([
    checkMachine(terminal, configuration),
    checkFollowed(terminal, configuration.feeds),
  ]);
  return [...machine, ...feeds];
}

/** `doctor`: checks what works on this computer, and says what to do about the rest. */
export const doctor: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      feed: { type: 'string', multiple: true, default: [] },
      user: { type: 'string' },
    },
  });
  const { feed: given, user = null } = values;
  const findings = given.length > 0 ? await checkGiven(terminal, given, user) : await checkAll(terminal);
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
