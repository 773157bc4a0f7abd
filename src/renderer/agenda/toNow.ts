/** Id of the part of the agenda that is about now: the next meeting and what is above today. */
export const NOW_ID = 'agenda-now';

/** Scrolls the list so that it begins with an element in it. */
export function scrollListTo(element: Element): void {
  element.scrollIntoView({ block: 'start' });
  // At once rather than in the next frame: what keeps the place (useKeptPlace) would undo it otherwise.
  element.closest('.scroll')?.dispatchEvent(new Event('scroll'));
}

/** Scrolls the list back to now. */
export function scrollListToNow(): void {
  const now = document.getElementById(NOW_ID);
  if (now !== null) scrollListTo(now);
}
