/**
 * Hides CSS transitions from React Aria. It keeps each element on which a transition runs, and never lets go of one that
 * is removed while two of its properties change: a pressed button of a row that goes
 * (https://github.com/adobe/react-spectrum/issues/7326). Nothing here waits for a transition: what appears and
 * disappears is animated instead.
 */
export function hideTransitions(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('transitionrun', (event) => event.stopPropagation(), { capture: true });
}
