import type { Paragraph } from './paragraphs.ts';
import { formatTimeStamp } from './timeStamp.ts';
import { videoLinkAt } from './videoLink.ts';

/**
 * Formats a passage as Markdown for a note: a quote with its speaker and its time in the recording, linked if
 * possible.
 */
export function quoteMarkdown({ start, speaker, text }: Paragraph, videoUrl: string | null): string {
  // Spoken text must not create headings, links or markup in the note.
  const plain = text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
  const name = speaker === null ? '' : `**${speaker.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)}:** `;
  const link = videoUrl === null ? null : videoLinkAt(videoUrl, start);
  const place = formatTimeStamp(start);
  return `> ${name}${plain} (${link === null ? place : `[${place}](${link.url})`})\n`;
}
