/** What the editor of a note says. */
export const texts = {
  // Find and replace
  findInNote: 'Find in this note',
  find: 'Find',
  replaceWith: 'Replace with',
  replace: 'Replace',
  replaceAll: 'Replace all',
  matchCase: 'Match case',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  closeFind: 'Close',
  noMatch: 'Not found',
  matches: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
  matchOf: (number: number, count: number) => `${number} of ${count}`,
  manyMatches: (count: number) => `Over ${count}`,
  // Rendered Markdown
  decision: 'Decision',
  // Completion
  completions: 'Suggestions',
  insertCheckbox: 'Checkbox',
  insertTime: 'Time',
  insertDecision: 'Decision',
  insertAgendaItem: 'Agenda item',
  insertTable: 'Table',
  insertAttendees: 'Attendees',
  tableColumns: ['Column', 'Column'] as const,
  // Keys
  leaveHint: 'Escape, then Tab, leaves the text.',
};
