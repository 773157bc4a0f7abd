/** What the directory says about its facts. */
export const texts = {
  /** The name of stated meetings that are shown in place of a calendar. */
  instead: (name: string): string => `${name}, unconfirmed`,
  /** @param age date or words; null if undated */
  unconfirmed: (age: string | null): string =>
    age === null
      ? 'This comes from an undated text. Does it still take place?'
      : `This comes from a text of ${age.replace(/^text of /, '')}. Does it still take place?`,
};
