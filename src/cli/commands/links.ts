import { parseArgs } from 'node:util';
import { carriesPasscode, findJoinLinks, rowsOf, typedId } from '#meeting-links';
import type { Command, Terminal } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { joinLinkJson, jsonText } from '../occurrenceJson.ts';
import { visibleLine } from '#base';
import { output } from '../texts.ts';

async function readAll({ in: input }: Terminal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** `links`: the rooms in a text on standard input, best first. */
export const links: Command = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const { settings } = await readConfiguration(terminal);
  const text = await readAll(terminal);
  const found = findJoinLinks([{ source: 'description', text }], rowsOf(settings.ownServices));
  if (values.json) {
    terminal.out.write(jsonText(found.map(joinLinkJson)));
    return;
  }
  if (found.length === 0) terminal.out.write(`${output.noLink}\n`);
  for (const link of found) {
    const { serviceName, url, passcode } = link;
    const code = passcode === null ? carriesPasscode(link) && output.hasPasscode : output.passcode(passcode);
    const id = typedId(link);
    const parts = [id && `id ${id}`, code].filter(Boolean);
    const rest = parts.length === 0 ? '' : `  (${parts.join(', ')})`;
    terminal.out.write(`${serviceName}  ${url}${visibleLine(rest) === '' ? '' : rest}\n`);
  }
};
