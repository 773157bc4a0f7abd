import { afterRender } from './afterRender.ts';

/** Focuses the element with that id, if it is there once what was just changed is rendered. */
export const focusOnceShown = (id: string): void => afterRender(() => document.getElementById(id)?.focus());
