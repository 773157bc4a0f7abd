import { StateEffect } from '@codemirror/state';

/** Where the links of a note lead. */
export interface Links {
  /** Whether a link leads to a note that exists. @param link what is between the brackets */
  readonly isThere: (link: string) => boolean;
}

/** What a link names, without its words and its heading; empty for one within its own note. */
export const linkedName = (link: string): string => ((link.split('|')[0] ?? '').split('#')[0] ?? '').trim();

/** Notes were added, renamed or deleted. */
export const linksChanged = StateEffect.define();
