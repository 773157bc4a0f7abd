import type { PageContent } from '#community-pages';

/** The meetings of a page, one line each: day, time, zone, rule, start date, `?` where something is asked, links. */
export const meetingLines = ({ drafts }: PageContent): string[] =>
  drafts.map((draft) =>
    [
      draft.weekdays?.join() ?? '-',
      draft.time ?? '-',
      draft.zone ?? '-',
      draft.rrule ?? '-',
      draft.anchor,
      draft.hasQuestions ? '?' : null,
      draft.isInactive ? 'over' : null,
      draft.join,
      draft.notes,
      draft.recordings,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
