import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatTimeStamp, joinParagraphs, readTranscript, type Transcript, videoLinkAt } from '#captions';
import { BadInput, WrongUse, type Command } from '../command.ts';
import { jsonText } from '../occurrenceJson.ts';
import { visibleLine } from '#base';
import { paintFor, type Paint } from '../paint.ts';
import { badInput, usage } from '../texts.ts';

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new BadInput(isMissing ? badInput.noSuchFile(path) : badInput.unreadable(path), {
      cause: error,
    });
  }
}

/** `transcript FILE`: the captions of a recording, as paragraphs or, with --json, cue by cue. */
export const transcript: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw new WrongUse(usage.transcript);
  }
  const read = readTranscript(await readBytes(path));
  const { title, date, videoUrl, cues, ...others } = read.transcript;
  if (cues.length === 0) {
    const [first] = read.problems;
    throw new BadInput(`${path}: ${first?.title}. ${first?.detail}`);
  }
  if (values.json) {
    terminal.out.write(jsonText({ title, date, videoUrl, ...others, problems: read.problems, cues }));
    return;
  }
  for (const problem of read.problems) {
    terminal.err.write(`office-hours: ${visibleLine(`${problem.title}. ${problem.detail}`)}\n`);
  }
  terminal.out.write(inParagraphs(read.transcript, paintFor(terminal)));
};

function inParagraphs({ title, date, speakers, videoUrl, cues }: Transcript, paint: Paint): string {
  const heading = [
    title && paint.bold(visibleLine(title)),
    [date, ...speakers.map(({ name }) => visibleLine(name))].filter(Boolean).join(' · '),
  ].filter(Boolean);
  const paragraphs = joinParagraphs(cues).map(({ start, speaker, text }) => {
    const link = videoUrl === null ? null : videoLinkAt(videoUrl, start);
    const place = [
      paint.accent(formatTimeStamp(start)),
      speaker && paint.bold(visibleLine(speaker)),
      link?.seeks && paint.dim(link.url),
    ].filter(Boolean);
    return `${place.join('  ')}\n${visibleLine(text)}`;
  });
  return `${[heading.join('\n'), ...paragraphs].filter(Boolean).join('\n\n')}\n`;
}
