/**
 * Community pages: what communities write about their meetings into schedules, with doubts. See README.md.
 */

// What readers.ts makes of a source.
export type { SigsContent } from './readSigs.ts';
export type { PageContent } from './readMarkdownPage.ts';
export type { CommunityGroup, Lead, MeetingDraft } from './meetingDraft.ts';

// Drafts into series, and how both are named.
export { type DraftDates, datesOf, draftToSeries, groupTitle, titleOf, uidsOf } from './draftToSeries.ts';
export { firstDate } from './firstDate.ts';

// Recognise a source before it is read.
export { addressKind } from './addressKind.ts';
export { isTomlOrTable } from './data/dataFormat.ts';
export { isWebPage, mayNameMeetings } from './page/webPage.ts';

// Schedules in any text, and a step of it, for benchmarks.
export { readSchedules } from './schedule/groupSchedules.ts';
export { findScheduleMarks } from './schedule/scheduleMarks.ts';

// Names of weekdays and zones.
export { DAY_CODES } from './schedule/weekdays.ts';
export { ABBREVIATIONS, PLACES } from './zones/zoneNames.ts';
