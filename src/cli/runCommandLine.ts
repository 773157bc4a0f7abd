import { visibleLine } from '#base';
import { BadInput, WrongUse, type Command, type Terminal } from './command.ts';
import { usage } from './texts.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  agenda: async () => (await import('./commands/agenda.ts')).agenda,
  next: async () => (await import('./commands/next.ts')).next,
  series: async () => (await import('./commands/series.ts')).series,
  remind: async () => (await import('./commands/remind.ts')).remind,
  check: async () => (await import('./commands/check.ts')).check,
  follow: async () => (await import('./commands/follow.ts')).follow,
  unfollow: async () => (await import('./commands/follow.ts')).unfollow,
  communities: async () => (await import('./commands/communities.ts')).communities,
  calendars: async () => (await import('./commands/calendars.ts')).calendars,
  links: async () => (await import('./commands/links.ts')).links,
  transcript: async () => (await import('./commands/transcript.ts')).transcript,
  notes: async () => (await import('./commands/notes.ts')).notes,
  export: async () => (await import('./commands/moveData.ts')).exportData,
  import: async () => (await import('./commands/moveData.ts')).importData,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  help: async () => (await import('./commands/help.ts')).help,
};

const otherNames: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help' };

/** Messages quote feeds, whose characters could steer the terminal. */
const oneLine = (text: string): string => visibleLine(text.replaceAll(/\s*\n\s*/g, ' '));

/** True for errors of `parseArgs` about the arguments; their code separates them from bugs. */
const isRefusedArgument = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('ERR_PARSE_ARGS');

/** Runs one command. Returns the exit status: 0 done, 1 bad input, 2 wrong use. Bugs throw. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [given = 'help', ...args] = argv;
  const fail = (status: 1 | 2, message: string): number => {
    terminal.err.write(`office-hours: ${oneLine(message)}\n`);
    return status;
  };
  try {
    if (given === '--version' || given === '-v') {
      const { version } = await import('./version.ts');
      terminal.out.write(`${await version(terminal)}\n`);
      return 0;
    }
    const load = commands[otherNames[given] ?? given];
    if (load === undefined) throw new WrongUse(usage.noCommand(given));
    const command = await load();
    if (args.includes('--help') || args.includes('-h'))
      await (
        await commands['help']?.()
      )?.([given], terminal);
    else await command(args, terminal);
    return 0;
  } catch (error) {
    if (error instanceof BadInput) return fail(1, error.message);
    if (error instanceof WrongUse) return fail(2, error.message);
    if (isRefusedArgument(error))
      return fail(2, `${error.message.split('. ')[0]}; see office-hours help ${given}`);
    throw error;
  }
}
