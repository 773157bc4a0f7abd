import type { Fault } from './faults.ts';
import { areNumbered, readTimedBlocks, type TimedBlock } from './readTimedBlocks.ts';
import { readTalkTitle } from './talkTitle.ts';
import { parseTimeLine } from './timeLine.ts';
import type { TranscriptFacts } from './transcript.ts';
import { recordingUrl } from './videoLink.ts';

const CAPTIONS = /^Captions:[ \t]*/;
const FOOTER = /^(?:YouTube|Video|Recording) URL:[ \t]*(?<url>.*)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a plain caption dump: labelled lines (`Title:`, `Publication date:`, `Playlist:`, `Description:` over several
 * paragraphs), then `Captions:` with SubRip's times but without numbers, and the video's address at the end. The
 * first times are on the label's line or, after a tab, on the next line.
 */
export function readCaptionDump(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const lines = text.split('\n');
  const captionsAt = findCaptions(lines);
  // Only the last such line ends the captions: a speaker may say “YouTube URL:”.
  const footerAt = lines.findLastIndex((line, index) => index > captionsAt && FOOTER.test(line));
  const footer = FOOTER.exec(lines[footerAt] ?? '')?.groups?.['url']?.trim() ?? '';
  const captions = lines.slice(captionsAt, footerAt === -1 ? undefined : footerAt);
  captions[0] = captions[0]?.replace(CAPTIONS, '') ?? '';
  const { blocks, faults } = readTimedBlocks(captions, {
    firstLine: captionsAt + 1,
    hasNumbers: areNumbered(captions),
    hasIdentifiers: false,
    hasComments: false,
    emptyLineEndsText: false,
    settingsFollowTimes: false,
  });

  const header = readHeader(lines.slice(0, captionsAt));
  const videoUrl = recordingUrl(footer);
  if (footer !== '' && videoUrl === null) faults.push({ kind: 'unknownVideo', line: footerAt + 1 });
  const date = header.date !== null && isDate(header.date) ? header.date : null;
  if (header.date !== null && date === null) faults.push({ kind: 'unknownDate', line: null });
  const { title, description, playlist } = header;
  const speakers = title === null ? [] : readTalkTitle(title, description).speakers;
  const scheduleUrl = findScheduleUrl(description ?? '');
  return { facts: { title, date, playlist, description, speakers, scheduleUrl, videoUrl }, blocks, faults };
}

/** The `Captions:` label before the times; a description may contain the word, too. */
function findCaptions(lines: readonly string[]): number {
  const labels = lines.flatMap((line, index) => (CAPTIONS.test(line) ? index : []));
  const isFollowedByTimes = (label: number): boolean => {
    const onLine = lines[label]?.replace(CAPTIONS, '') ?? '';
    const first = onLine || lines.slice(label + 1, label + 4).find((line) => line.trim() !== '');
    return first !== undefined && (/^\s*\d+\s*$/.test(first) || parseTimeLine(first) !== null);
  };
  return labels.find(isFollowedByTimes) ?? labels.at(-1) ?? 0;
}

function readHeader(lines: readonly string[]): {
  title: string | null;
  date: string | null;
  playlist: string | null;
  description: string | null;
} {
  const valueOf = (label: string): string | null => {
    const line = beforeDescription.find((candidate) => candidate.startsWith(`${label}:`));
    return line?.slice(label.length + 1).trim() || null;
  };
  const descriptionAt = lines.findIndex((line) => line.startsWith('Description:'));
  const beforeDescription = lines.slice(0, descriptionAt === -1 ? undefined : descriptionAt);
  const description =
    descriptionAt === -1
      ? null
      : lines
          .slice(descriptionAt)
          .join('\n')
          .slice('Description:'.length)
          .split('\n')
          .map((line) => line.trim())
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim() || null;
  return {
    title: valueOf('Title'),
    date: valueOf('Publication date'),
    playlist: valueOf('Playlist'),
    description,
  };
}

function isDate(written: string): boolean {
  if (!DATE.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** The last link to a conference schedule service; a description may begin with advertisements for others. */
function findScheduleUrl(description: string): string | null {
  const links = description.match(/https?:\/\/[^\s<>"]{1,500}/g) ?? [];
  const ofSchedule = links.findLast((link) => {
    const host = URL.parse(link)?.hostname ?? '';
    return host === 'sched.co' || host === 'sched.com' || host.endsWith('.sched.com');
  });
  return ofSchedule ? recordingUrl(ofSchedule.replace(/[.,;:)]+$/, '')) : null;
}
