import type { Paragraph } from './paragraphs.ts';
import { formatTimeStamp } from './timeStamp.ts';
import { videoLinkAt } from './videoLink.ts';

/** What was said, as Markdown for a note: a quote with its speaker and the place in the recording, a link where there is one. */
export function quoteMarkdown({ start, speaker, text }: Paragraph, videoUrl: string | null): string {
  // What a speaker says is text: nothing in it may become a heading, a link or markup of the note.
  const plain = text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
  const name = speaker === null ? '' : `**${speaker.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)}:** `;
  const link = videoUrl === null ? null : videoLinkAt(videoUrl, start);
  const place = formatTimeStamp(start);
  return `> ${name}${plain} (${link === null ? place : `[${place}](${link.url})`})\n`;
}
