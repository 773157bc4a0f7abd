/**
 * Scores the readers against labelled files: `npm run score [-- -v]`.
 * Reads ../shared/corpus; says so and exits with 0 if it is missing. Needs python3 with dateutil for the tables.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeetingDraft } from '#community-pages';
import { readMarkdownPage, readSigs } from '#community-pages/readers';
import { scoreCaptions } from './score/captions.ts';
import { scoreReportPages } from './score/reportPages.ts';
import { scoreReports } from './score/reports.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const corpus = join(import.meta.dirname, '../../shared/corpus');
const scorer = join(corpus, 'tools/score.py');
const pages = join(corpus, 'markdown/dev');
const flags = process.argv.slice(2).filter((argument) => argument === '-v');

const schedule = ({ weekdays, time, zone, rrule, anchor, hasQuestions }: MeetingDraft) => ({
  weekdays,
  time,
  zone,
  rrule,
  anchor,
  ask: hasQuestions,
});

const ofSigs = (draft: MeetingDraft) => ({
  group: draft.community,
  subproject: draft.subproject,
  description: draft.title,
  ...schedule(draft),
  url: draft.join,
  notes_url: draft.notes,
  recordings_url: draft.recordings,
});

function ofPage(file: string) {
  const { drafts, calendars } = readMarkdownPage(readFileSync(join(pages, file)), NOW, file);
  const ofDraft = (draft: MeetingDraft) => ({
    title: draft.title,
    ...schedule(draft),
    inactive: draft.isInactive,
    join: draft.join,
    notes: draft.notes,
    recordings: draft.recordings,
    calendars,
  });
  return { calendars, meetings: drafts.map(ofDraft) };
}

function score(mode: 'sigs' | 'md', labels: string, predictions: unknown, folder: string): boolean {
  const file = join(folder, 'predictions.json');
  writeFileSync(file, JSON.stringify(predictions));
  const run = spawnSync('python3', [scorer, mode, labels, file, ...flags], { encoding: 'utf8' });
  console.log(
    run.status === 0
      ? run.stdout.trimEnd()
      : `The scorer did not run: ${(run.error?.message ?? run.stderr).trim()}`,
  );
  return run.status === 0;
}

if (!existsSync(scorer)) {
  console.log('There is no labelled corpus at ../shared/corpus, so nothing was scored.');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-score-'));
  try {
    for (const file of readdirSync(join(corpus, 'sigs')).filter((name) => /^sigs-.*\.yaml$/.test(name))) {
      console.log(`\n${file}`);
      const { drafts } = readSigs(readFileSync(join(corpus, 'sigs', file)));
      score(
        'sigs',
        join(corpus, 'sigs', file.replace('sigs-', 'labels-').replace('.yaml', '.json')),
        drafts.map(ofSigs),
        folder,
      );
    }
    console.log('\npages');
    const files = readdirSync(pages).filter((name) => name.endsWith('.md'));
    score('md', pages, Object.fromEntries(files.map((file) => [file, ofPage(file)])), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log('\ncaptions');
  scoreCaptions(join(corpus, 'transcripts'));
  console.log('\nsmall inputs after public reports');
  scoreReportPages(join(corpus, 'reports/pages'));
  scoreReports(join(corpus, 'reports'), join(import.meta.dirname, '..'));
}
