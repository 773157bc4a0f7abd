import type { ToDoPart } from '#core/notes/toDo.ts';

/** What the list of action items says. */
export const texts = {
  parts: {
    late: 'Late',
    today: 'Today',
    week: 'This week',
    later: 'Later',
    undated: 'No date',
    waiting: 'Waiting for others',
    done: 'Done',
  } satisfies Record<ToDoPart, string>,
  find: 'Find in to do',
  whose: 'Whose items',
  mine: 'Mine',
  everyone: 'Everyone’s',
  done: 'Done',
  order: 'Order',
  byDate: 'By date',
  bySeries: 'By series',
  noSeries: 'Notes without a meeting',
  daysLate: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  today: 'today',
  tomorrow: 'tomorrow',
  bring: (time: string) => `bring at ${time}`,
  since: (days: number) => {
    if (days < 1) return 'today';
    if (days < 14) return days === 1 ? '1 day' : `${days} days`;
    return days < 60 ? `${Math.floor(days / 7)} weeks` : `${Math.floor(days / 30)} months`;
  },
  from: (title: string, day: string) => `${title}, ${day}`,
  openAt: (words: string, from: string) => `${words}, open the note: ${from}`,
  tick: (words: string, when: string) => (when === '' ? words : `${words}, ${when}`),
  copyMessages: 'Copy as messages',
  copied: 'The messages are copied',
  yourName: 'Your name in notes, besides @me',
  nameHint: 'GitHub name',
  nothing: 'Nothing to do here',
  noMatch: 'No item matches',
  hint: ['Write ', '- [ ] @name what, by Friday', ' in a note, and it is listed here.'] as const,
  showAll: (count: number) => `Show all ${count}`,
} as const;
