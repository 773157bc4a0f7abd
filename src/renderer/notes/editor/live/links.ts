import { StateEffect } from '@codemirror/state';

/** Where the links of a note lead. */
export interface Links {
  /** Whether a link leads to a note that exists. @param link what is between the brackets */
  readonly isThere: (link: string) => boolean;
}

/** Notes were added, renamed or deleted. */
export const linksChanged = StateEffect.define();
