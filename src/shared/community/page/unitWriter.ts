import { cleanAddress, plainLine, withoutInvisible } from '../plainText.ts';
import { ADDRESS_MARK } from './pageUnit.ts';
import type { PageLink } from './pageUnit.ts';

const isAddress = (text: string) => /^(?:https?:\/\/|www\.|mailto:)\S+$/i.test(text.trim());

/** Collects the words and links of one unit, folding white space as it goes so that places stay true. */
export class UnitWriter {
  #text = '';
  readonly #links: PageLink[] = [];
  #open: { start: number; address: string } | null = null;
  #label: string | null = null;

  get text(): string {
    return this.#text.trimEnd();
  }

  get links(): readonly PageLink[] {
    return this.#links;
  }

  get label(): string | null {
    return this.#label;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '' && this.#links.length === 0;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Adds words. Addresses in them become links of their own. */
  write(words: string): void {
    for (const piece of withoutInvisible(words).split(/((?:https?:\/\/|www\.)[^\s<>"'）)\]]+)/i)) {
      if (isAddress(piece) && this.#open === null) this.#writeAddress(piece);
      else this.#append(piece);
    }
  }

  /** A line break that the author put there: it parts what is said. */
  breakLine(): void {
    if (this.#text !== '' && !/[.;:!?]\s*$/.test(this.#text)) this.#append('; ');
    else this.#append(' ');
  }

  openLink(address: string | null): void {
    this.closeLink();
    const cleaned = cleanAddress(address);
    if (cleaned !== null) this.#open = { start: this.#text.length, address: cleaned };
  }

  closeLink(): void {
    if (this.#open === null) return;
    const { start, address } = this.#open;
    this.#open = null;
    const text = this.#text.slice(start).trim();
    if (isAddress(text)) this.#text = `${this.#text.slice(0, start)}${ADDRESS_MARK}`;
    this.#links.push({ start, end: this.#text.length, text: isAddress(text) ? '' : text, address });
  }

  /** Words in bold; at the very start they are the label. */
  writeLabel(words: string): void {
    const isFirst = /^[\s*_-]*$/.test(this.#text);
    if (isFirst) this.#label = plainLine(words).replace(/\s*:$/, '');
  }

  #writeAddress(address: string): void {
    const trimmed = address.replace(/[.,;:!?*_]+$/, '');
    const start = this.#text.length;
    this.#text += ADDRESS_MARK;
    this.#links.push({ start, end: this.#text.length, text: '', address: trimmed });
    this.#append(address.slice(trimmed.length));
  }

  #append(words: string): void {
    const lead = /^\s/.test(words) ? ' ' : '';
    const trail = /\s$/.test(words) ? ' ' : '';
    const line = plainLine(words);
    const piece = line === '' ? lead : `${lead}${line}${trail}`;
    this.#text += this.#text === '' || /\s$/.test(this.#text) ? piece.trimStart() : piece;
  }
}
