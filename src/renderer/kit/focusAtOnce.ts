/** A ref that focuses what just appeared. A constant, so that it does so once. */
export const focusAtOnce = (element: HTMLElement | null): void => element?.focus();
