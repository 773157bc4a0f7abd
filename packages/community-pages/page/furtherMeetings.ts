import { isJoinAddress } from '../addressKind.ts';
import { NO_PARTS } from '../schedule/scheduleParts.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { isAboutMeeting, isGenericName, isPastHeading } from './meetingWords.ts';
import type { Page, PageHeading, PageUnit } from './pageUnit.ts';

/** `maintainers also host additional office hours` */
const FURTHER =
  /\b(?:also (?:hosts?|holds?|ha[sv]e?|runs?|meets?|offers?|organi[sz]es?|conducts?|gathers?)|additional|extra|further|another|second)\b.{0,60}\b(?:meetings?|office hours|calls?|sessions?|syncs?)\b/i;

const isUnder = (unit: PageUnit, heading: PageHeading) =>
  unit.headings.some(({ order }) => order === heading.order);

/** A meeting with a section and a room of its own that a page mentions besides others, without day or time. */
export function furtherMeetings(page: Page, meetings: readonly PageMeeting[]): PageMeeting[] {
  const unitsWithMeeting = meetings.flatMap(({ statement }) => page.units[statement.unit] ?? []);
  return page.units.flatMap((unit, index): PageMeeting[] => {
    const [own, over] = unit.headings.toReversed();
    if (own === undefined || over === undefined || !FURTHER.test(unit.text)) return [];
    const isNamed = isAboutMeeting(own.text) && !isGenericName(own.text) && !isPastHeading(own.text);
    const isBeside =
      unitsWithMeeting.some((other) => isUnder(other, over)) &&
      !unitsWithMeeting.some((other) => isUnder(other, own));
    const hasRoom = page.units.some(
      (other) => isUnder(other, over) && other.links.some((link) => isJoinAddress(link.address)),
    );
    if (!isNamed || !isBeside || !hasRoom) return [];
    const statement = {
      unit: index,
      text: unit.text,
      start: 0,
      end: unit.text.length,
      parts: [],
      isDated: false,
    };
    return [{ parts: NO_PARTS, statement, texts: [unit.text], isInactive: false }];
  });
}
