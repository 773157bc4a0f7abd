import { parseArgs } from 'node:util';
import { checkAccount, checkAccounts } from '../accountChecks.ts';
import { WrongUse, type Command, type Terminal } from '../command.ts';
import { checkFollowed, checkGiven } from '../feedChecks.ts';
import { readConfiguration } from '../configuration.ts';
import { jsonText } from '../occurrenceJson.ts';
import { paintFor } from '../paint.ts';
import type { Finding } from '../finding.ts';
import { checkMachine } from '../machineChecks.ts';
import { usage } from '../texts.ts';

const MARKS = { works: '✓', missing: '✗', unknown: '?' } as const;

async function checkAll(terminal: Terminal): Promise<readonly Finding[]> {
  const configuration = await readConfiguration(terminal);
  const [machine, accounts, feeds] = await Promise.all([
    checkMachine(terminal, configuration),
    checkAccounts(terminal, configuration.accounts),
    checkFollowed(terminal, configuration.feeds),
  ]);
  return [...machine, ...accounts, ...feeds];
}

async function check(
  terminal: Terminal,
  given: readonly string[],
  server: string | null,
  user: string | null,
): Promise<readonly Finding[]> {
  if (server === null) return given.length > 0 ? checkGiven(terminal, given, user) : checkAll(terminal);
  if (user === null || given.length > 0) throw new WrongUse(usage.doctorServer);
  return checkAccount(terminal, server, user);
}

/** `doctor`: checks what works on this computer, and says what to do about the rest. */
export const doctor: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      feed: { type: 'string', multiple: true, default: [] },
      server: { type: 'string' },
      user: { type: 'string' },
    },
  });
  const { feed: given, server = null, user = null } = values;
  const findings = await check(terminal, given, server, user);
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
