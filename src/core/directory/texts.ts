/** What the directory says about its facts. */
export const texts = {
  /** The name of stated meetings that are shown in place of a calendar. */
  instead: (name: string): string => `${name}, unconfirmed`,
};
