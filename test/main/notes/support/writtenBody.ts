/** A body that shows whether it is whole: as long as its number says, and the number again at its end. */
export const writtenBody = (count: number): string =>
  `${count}\n${'Words that somebody typed.\n'.repeat(200 + (count % 7) * 100)}${count}\n`;
