import { withoutFormer } from './formerMeetings.ts';
import { saysWholeInactive } from './meetingWords.ts';
import type { Page } from './pageUnit.ts';

/** Units at the top of a page that may describe all of it. */
const TOP_UNITS = 3;

/** True if the page says, at its top or in a heading of level one, that its subject is inactive. */
export const isOver = (page: Page): boolean =>
  page.units
    .slice(0, TOP_UNITS)
    .some((unit) => unit.kind !== 'row' && saysWholeInactive(withoutFormer(unit.text), page.title)) ||
  page.headings.some((heading) => heading.level === 1 && saysWholeInactive(heading.text, page.title));
