/** A ref that focuses what just appeared. A constant, so that it does so once. */
export const focusAtOnce = (element: HTMLElement | null): void => element?.focus();

/** The same for what appears once it is known: a control that was reached in the meantime keeps the focus. */
export const focusUnlessChosen = (element: HTMLElement | null): void => {
  const { activeElement, body } = document;
  if (activeElement === body || activeElement?.matches('[role="dialog"]') === true) element?.focus();
};
