/**
 * Community pages: what communities write about their meetings into schedules, with doubts. See README.md.
 */

// Read a source: bytes into groups and drafts.
export { type SigsContent, readSigs } from './readSigs.ts';
export { type PageContent, readMarkdownPage } from './readMarkdownPage.ts';
export type { CommunityGroup, Lead, MeetingDraft } from './meetingDraft.ts';

// Drafts into series, and how both are named.
export { type DraftDates, datesOf, draftToSeries, groupTitle, titleOf, uidsOf } from './draftToSeries.ts';
export { firstDate } from './firstDate.ts';

// Recognise a source before it is read.
export { addressKind } from './addressKind.ts';
export { isTomlOrTable } from './data/parseData.ts';
export { isWebPage, mayNameMeetings } from './page/webPage.ts';

// Schedules in any text; steps of the pipeline, for benchmarks.
export { markdownOfAsciiDoc } from './page/asciiDoc.ts';
export { withoutDirectives } from './page/mystMarkdown.ts';
export { markdownOfRst } from './page/restructuredText.ts';
export { readSchedules } from './schedule/groupSchedules.ts';
export { findScheduleMarks } from './schedule/scheduleMarks.ts';

// Names of weekdays and zones.
export { DAY_CODES } from './schedule/weekdays.ts';
export { ABBREVIATIONS, PLACES } from './zones/zoneNames.ts';
