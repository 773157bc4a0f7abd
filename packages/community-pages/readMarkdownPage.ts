import { askAboutSameWeeks } from './askAboutSameWeeks.ts';
import { dateText, dayOf, type Doubt, needsAnswer } from '#calendar';
import type { CalendarDate, Instant, Problem } from '#base';
import type { CommunityGroup, MeetingDraft } from './meetingDraft.ts';
import { withDatedEntries } from './page/datedEntries.ts';
import { groupOf } from './page/pageContacts.ts';
import { besidePage } from './page/besidePage.ts';
import { findMeetings } from './page/findMeetings.ts';
import { furtherMeetings } from './page/furtherMeetings.ts';
import { isAsciiDoc, markdownOfAsciiDoc } from './page/asciiDoc.ts';
import { addressFinder } from './page/meetingAddresses.ts';
import { calendarsOf } from './page/meetingLinks.ts';
import { distinctTitles } from './page/distinctTitles.ts';
import { mergeMentions } from './page/mergeMentions.ts';
import { withRoomsByDate } from './page/roomsByDate.ts';
import { withoutDirectives } from './page/mystMarkdown.ts';
import { parseMarkdown } from './page/parseMarkdown.ts';
import { parseHtml } from './page/parseHtml.ts';
import { isTangled } from './page/pageBounds.ts';
import type { PageMeeting } from './page/pageMeeting.ts';
import type { Page } from './page/pageUnit.ts';
import { isRestructuredText, markdownOfRst } from './page/restructuredText.ts';
import { isWebPage, textOfWebPage } from './page/webPage.ts';
import { withoutRepeats } from './withoutRepeats.ts';
import { scheduleOf, zonesOfPage } from './page/meetingSchedule.ts';

/**
 * Reads a community's page (Markdown, MyST, reStructuredText, AsciiDoc or HTML): its group and the drafts of
 * its meetings.
 */

export interface PageContent {
  readonly title: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  /** Addresses of calendars that the page names: better followed than the page itself. */
  readonly calendars: readonly string[];
  readonly problems: readonly Problem[];
}

/** Pages have a few kilobytes of text; a larger file is something else. */
const LARGEST_BYTES = 512 * 1024;

/** HTML also contains tags and scripts, at least as large as the text. */
const LARGEST_HTML = 2 * 1024 * 1024;
const HEAD_BYTES = 4096;
const NOTHING_ON_WEB_PAGE =
  'It is a web page on which no meeting was found. Paste the lines about the meeting instead, or look for a link to “iCal” or “ICS” on it.';

const ARCHIVE = /(?:^|[/_.])archived?(?:[/_]|$)/i;

const todayOf = (now: Instant) => dateText(dayOf(now));

const refused = (detail: string): PageContent => ({
  title: null,
  groups: [],
  drafts: [],
  calendars: [],
  problems: [{ code: 'community/notMarkdown', title: 'This is not a readable page', detail }],
});

/** Converts the markups that communities use to Markdown. */
function asMarkdown(text: string, address: string): string {
  if (isRestructuredText(text, address)) return markdownOfRst(text);
  return isAsciiDoc(text, address) ? markdownOfAsciiDoc(text) : withoutDirectives(text);
}

/** The page, or the refusal if it is nested too deeply for its parser. */
function parsed(parse: () => Page): Page | { refusal: string } {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return { refusal: 'It is nested too deeply to be read.' };
    throw error;
  }
}

/** The page, or the reason why it cannot be read, for the user. */
function readPage(bytes: Uint8Array, address: string): Page | { refusal: string } {
  if (bytes.includes(0)) return { refusal: 'It holds binary data.' };
  const isHtml = isWebPage(new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES)));
  if (bytes.length > (isHtml ? LARGEST_HTML : LARGEST_BYTES))
    return {
      refusal: `It is larger than ${isHtml ? 'two megabytes' : 'half a megabyte'}, so it was not read.`,
    };
  if (isHtml) return parsed(() => parseHtml(textOfWebPage(bytes), address));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refusal: 'It is not UTF-8 text.' };
  }
  if (text.trim() === '') return { refusal: 'It is empty.' };
  if (isTangled(text))
    return {
      refusal: 'Its lists or marks are nested so deeply that it was not read. Report this to its author.',
    };
  return parsed(() => parseMarkdown(asMarkdown(text, address)));
}

/** The dates that the page leaves out, and those that show in which weeks the meeting is. */
function dateDoubts({ skips = [], weekOf = [] }: PageMeeting): Doubt[] {
  const doubts: Doubt[] = [];
  if (skips.length > 0) doubts.push({ kind: 'datesLeftOut', dates: skips });
  if (weekOf.length > 0) doubts.push({ kind: 'weekFromEntries', dates: weekOf });
  return doubts;
}

function draftsOf(page: Page, today: CalendarDate): MeetingDraft[] {
  const found = withRoomsByDate(mergeMentions(findMeetings(page, today), page), page);
  const stated = withDatedEntries(found, page, today);
  const meetings = [...stated, ...furtherMeetings(page, stated)];
  const zones = zonesOfPage(page);
  const schedules = meetings.map((meeting) => scheduleOf(meeting, zones));
  const titles = distinctTitles(meetings, schedules, page);
  const isStated = new Set(stated);
  const [ofStated, ofAny] = [addressFinder(stated, page), addressFinder(meetings, page)];
  return askAboutSameWeeks(
    meetings.flatMap((meeting, index): MeetingDraft[] => {
      const schedule = schedules[index];
      if (schedule === undefined) return [];
      const addresses = isStated.has(meeting) ? ofStated(meeting) : ofAny(meeting);
      return [
        {
          title: titles[index] ?? 'Meeting',
          community: page.title,
          subproject: null,
          alsoOf: [],
          ...schedule,
          skips: meeting.skips ?? [],
          doubts: [...schedule.doubts, ...dateDoubts(meeting)],
          hasQuestions: schedule.doubts.some(needsAnswer),
          turn: meeting.turn ?? null,
          isInactive: meeting.isInactive,
          join: addresses.join,
          notes: addresses.notes,
          recordings: addresses.recordings,
          calendar: addresses.calendar,
          chat: addresses.chat,
          mailingList: addresses.list,
          text: [...new Set(meeting.texts.map((text) => text.trim()))].join(' … '),
        },
      ];
    }),
  );
}

/**
 * The meetings, calendars and people of a page. Never throws; an unreadable file gives one problem.
 * @param now separates past years from later ones
 * @param address path or URL, empty if unknown: a page in an archive describes past meetings
 */
export function readMarkdownPage(bytes: Uint8Array, now: Instant, address = ''): PageContent {
  const page = readPage(bytes, address);
  if ('refusal' in page) return refused(page.refusal);
  const group = groupOf(page);
  const isArchived = ARCHIVE.test(address);
  const completed = (draft: MeetingDraft): MeetingDraft => ({
    ...draft,
    isInactive: draft.isInactive || isArchived,
    notes: draft.notes === null ? null : besidePage(draft.notes, address),
    chat: draft.chat ?? group?.chat ?? null,
    mailingList: draft.mailingList ?? group?.mailingList ?? null,
  });
  const drafts = withoutRepeats(draftsOf(page, todayOf(now))).map(completed);
  const calendars = calendarsOf(page);
  if (page.isWeb === true && drafts.length === 0 && calendars.length === 0)
    return refused(NOTHING_ON_WEB_PAGE);
  return {
    title: page.title,
    groups: group === null ? [] : [group],
    drafts,
    calendars,
    problems: [],
  };
}
