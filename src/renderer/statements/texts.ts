/** Whether a meeting that only a text states still takes place: the question and its answers. */
export const texts = {
  isStillOn: (title: string) => `Does ${title} still take place?`,
  yes: 'Yes',
  no: 'No',
  stillOnYes: 'You said that it still takes place',
  stillOnNo: 'You said that it no longer takes place',
  takeBack: 'Take it back',
  takeBackOf: (title: string) => `Take back your answer about ${title}`,
  answered: (title: string, says: 'yes' | 'no') => ({
    words: says === 'yes' ? `${title}: it takes place` : `${title}: no longer listed`,
    undone: `Took back your answer about ${title}`,
  }),
};
