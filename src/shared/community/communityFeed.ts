/** Community files and pages as feeds: drafts made into series, with who runs them and what could not be dated. */
import type { FeedContent } from '../calendar/readFeed.ts';
import { rhythmInWords } from '../calendar/rhythmInWords.ts';
import type { Series } from '../calendar/series.ts';
import type { Community } from '../catalogue/community.ts';
import type { Problem } from '../problem.ts';
import { draftsToSeries } from './draftToSeries.ts';
import type { CommunityGroup, Lead, MeetingDraft } from './meetingDraft.ts';
import { readMarkdownPage } from './readMarkdownPage.ts';
import { readSigs } from './readSigs.ts';

const contactOf = ({ name, role, company, email, github }: Lead) => ({
  name,
  detail: [role, company, email, github === null ? null : `@${github}`]
    .filter((part) => part !== null)
    .join(', '),
});

function communityOf(group: CommunityGroup, series: readonly Series[]): Community {
  const meetings = series.filter((one) => one.details.community === group.id);
  return {
    id: group.id,
    name: group.name,
    kind: group.kind === 'usergroup' ? 'group' : group.kind,
    description: group.description ?? '',
    chat: group.chat,
    mailingList: group.mailingList,
    page: null,
    leads: group.leads.map(contactOf),
    conduct: null,
    meetings: meetings.map((one) => ({
      uid: one.uid,
      title: one.details.title,
      rhythm: rhythmInWords(one) ?? '',
      isWeekUnknown: one.isWeekUnknown,
    })),
  };
}

/** A meeting that takes place, but of which no date can be made. */
const undated = (draft: MeetingDraft): Problem => ({
  code: 'community/undated',
  title: `“${draft.title}” cannot be dated`,
  detail: draft.questions.join(' '),
});

const isOpen = ({ inactive, questions }: MeetingDraft): boolean => !inactive && questions.length > 0;

interface Source {
  readonly name: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  readonly calendars: readonly string[];
  readonly problems: readonly Problem[];
}

function contentOf({ name, groups, drafts, calendars, problems }: Source): FeedContent {
  const groupOf = (draft: MeetingDraft) =>
    groups.find(({ id }) => id === draft.community) ?? (groups.length === 1 ? (groups[0] ?? null) : null);
  const series = draftsToSeries(drafts, groupOf);
  const missing = drafts.filter((draft) => !draft.inactive && draftsToSeries([draft], groupOf).length === 0);
  return {
    name,
    zone: null,
    series,
    communities: groups.map((group) => communityOf(group, series)),
    questions: drafts
      .filter((draft) => isOpen(draft) && !missing.includes(draft))
      .map(({ title, questions }) => ({ title, questions })),
    calendars,
    problems: [...problems, ...missing.map(undated)],
    refreshIntervalMs: null,
  };
}

/** A sigs.yaml as a feed. Never throws. */
export const readSigsFeed = (bytes: Uint8Array): FeedContent =>
  contentOf({ name: null, calendars: [], ...readSigs(bytes) });

/** A Markdown page as a feed. Never throws. */
export function readMarkdownFeed(bytes: Uint8Array): FeedContent {
  const { title, ...page } = readMarkdownPage(bytes);
  return contentOf({ name: title, ...page });
}
