/** What the month and the list of calendars in the sidebar say. */
export const texts = {
  monthBefore: 'Month before',
  monthAfter: 'Month after',
  isToday: 'today',
  hasMeetings: 'has meetings',
  shown: 'Shown',
};
