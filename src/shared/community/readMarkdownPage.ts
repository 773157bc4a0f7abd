/** A community's Markdown page -> who runs it and the meetings it describes, before dates are made of them. */
import { askAboutSameWeeks } from './askAboutSameWeeks.ts';
import type { Problem } from '../problem.ts';
import type { CommunityGroup, MeetingDraft } from './meetingDraft.ts';
import { groupOf } from './page/pageContacts.ts';
import { findMeetings } from './page/findMeetings.ts';
import type { PageMeeting } from './page/findMeetings.ts';
import { addressesOf, calendarsOf } from './page/meetingLinks.ts';
import { titleOf } from './page/meetingTitle.ts';
import { mergeMentions } from './page/mergeMentions.ts';
import { parseMarkdown } from './page/parseMarkdown.ts';
import type { Page } from './page/pageUnit.ts';
import { zoneOfPage } from './page/pageZone.ts';
import type { PageZone } from './page/pageZone.ts';
import { settleSchedule } from './schedule/settleSchedule.ts';
import type { Schedule } from './schedule/settleSchedule.ts';
import { dayName } from './schedule/weekdays.ts';

export interface PageContent {
  readonly title: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  /** Addresses of calendars that the page names: better followed than the page itself. */
  readonly calendars: readonly string[];
  readonly problems: readonly Problem[];
}

/** Pages are a few kilobytes of text; a larger one is something else. */
const LARGEST_BYTES = 2 * 1024 * 1024;

const refused = (detail: string): PageContent => ({
  title: null,
  groups: [],
  drafts: [],
  calendars: [],
  problems: [{ code: 'community/notMarkdown', title: 'This is not a readable page', detail }],
});

function readText(bytes: Uint8Array): { text: string } | { refusal: string } {
  if (bytes.length > LARGEST_BYTES)
    return { refusal: 'It is larger than two megabytes, so it was not read.' };
  if (bytes.includes(0)) return { refusal: 'It holds binary data.' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refusal: 'It is not UTF-8 text.' };
  }
  if (text.trim() === '') return { refusal: 'It is empty.' };
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head)\b/i.test(text))
    return { refusal: 'It is a web page. Use the address of the raw Markdown file.' };
  return { text };
}

/** Meetings that would carry one title are told apart by their day and time. */
function distinct(titles: readonly string[], schedules: readonly Schedule[]): string[] {
  return titles.map((title, index) => {
    const schedule = schedules[index];
    if (schedule === undefined || titles.filter((other) => other === title).length === 1) return title;
    const parity = /BYWEEKNO=(\d)/.exec(schedule.rrule ?? '')?.[1];
    if (parity !== undefined) return `${title} (${parity === '1' ? 'odd' : 'even'} weeks)`;
    const when = [...(schedule.weekdays ?? []).map(dayName), schedule.time, schedule.zones[0]]
      .filter(Boolean)
      .join(' ');
    return when === '' ? title : `${title} (${when})`;
  });
}

function scheduleOf(meeting: PageMeeting, zone: PageZone): Schedule {
  const unnamed = meeting.parts.times.every((mark) => mark.zone === null) && meeting.parts.zone === null;
  const schedule = settleSchedule(unnamed ? { ...meeting.parts, zone: zone.only } : meeting.parts, {
    isRhythmOptional: true,
  });
  const assumptions =
    unnamed && zone.only !== null && schedule.time !== null
      ? [...schedule.assumptions, `“${zone.only.written}” taken from the page as a whole`]
      : schedule.assumptions;
  // A zone that the page does not announce is asked for where its name has more than one reading (`EST` in summer).
  const isDoubtful = meeting.parts.times.some((mark) => mark.zone !== null && mark.zone.told !== null);
  const isForeign =
    isDoubtful && zone.all.length > 0 && !zone.all.some((known) => known.zone === schedule.zone);
  const question = `The page says that its times are in ${zone.all.map((known) => known.written).join(' or ')}, but here it is ${schedule.zones[0] ?? ''}: which one holds?`;
  return {
    ...schedule,
    assumptions,
    questions: isForeign ? [...schedule.questions, question] : schedule.questions,
  };
}

function draftsOf(page: Page): MeetingDraft[] {
  const meetings = mergeMentions(findMeetings(page), page);
  const zone = zoneOfPage(page);
  const schedules = meetings.map((meeting) => scheduleOf(meeting, zone));
  const titles = distinct(
    meetings.map((meeting) => titleOf(meeting, page).text),
    schedules,
  );
  return askAboutSameWeeks(
    meetings.flatMap((meeting, index): MeetingDraft[] => {
      const schedule = schedules[index];
      if (schedule === undefined) return [];
      const addresses = addressesOf(meeting, meetings, page);
      return [
        {
          title: titles[index] ?? 'Meeting',
          community: page.title,
          subproject: null,
          alsoOf: [],
          ...schedule,
          ask: schedule.questions.length > 0,
          inactive: meeting.isInactive,
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

/** The meetings, calendars and people of a Markdown page. Never throws; what is no page gives one problem in plain words. */
export function readMarkdownPage(bytes: Uint8Array): PageContent {
  const read = readText(bytes);
  if ('refusal' in read) return refused(read.refusal);
  const page = parseMarkdown(read.text);
  const group = groupOf(page);
  const drafts = draftsOf(page).map((draft) => ({
    ...draft,
    chat: draft.chat ?? group?.chat ?? null,
    mailingList: draft.mailingList ?? group?.mailingList ?? null,
  }));
  return {
    title: page.title,
    groups: group === null ? [] : [group],
    drafts,
    calendars: calendarsOf(page),
    problems: [],
  };
}
