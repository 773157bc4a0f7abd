/** Id of the part of the agenda that is about now: the next meeting and what is above today. */
export const NOW_ID = 'agenda-now';

/** Scrolls the list back to now. */
export function scrollListToNow(): void {
  document.getElementById(NOW_ID)?.scrollIntoView({ block: 'start' });
}
