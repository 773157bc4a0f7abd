import { parseArgs } from 'node:util';
import { discoverCalendars } from '#main/feeds/caldav/discoverCalendars.ts';
import { createDns } from '#main/adapters/network/dns.ts';
import { visibleLine } from '#base';
import { problemLine } from '../advice.ts';
import { BadInput, WrongUse, type Command } from '../command.ts';
import { jsonText } from '../occurrenceJson.ts';
import { readPassword } from '../password.ts';
import { lazyHttp } from '../sources.ts';
import { output, usage } from '../texts.ts';

/** `calendars`: the calendars of an account. */
export const calendars: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: 'string' },
      user: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { server, user, json } = values;
  if (server === undefined || user === undefined) throw new WrongUse(usage.calendars);
  const password = await readPassword(terminal, user, server);
  const ports = { http: lazyHttp(terminal), dns: createDns() };
  const { signal } = new AbortController();
  const found = await discoverCalendars(ports, server, { user, password }, signal);
  if (!found.ok) throw new BadInput(problemLine(found.problem));
  if (json) {
    terminal.out.write(
      jsonText(
        found.value.calendars.map(({ name, url, color, isReadOnly }) => ({ name, url, color, isReadOnly })),
      ),
    );
    return;
  }
  for (const { name, url, isReadOnly } of found.value.calendars)
    terminal.out.write(`${visibleLine(name)}${isReadOnly ? ` (${output.readOnly})` : ''}\n  ${url}\n`);
};
