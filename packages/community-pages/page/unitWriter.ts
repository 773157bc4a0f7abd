import { cleanAddress, plainLine, withoutInvisible } from '../plainText.ts';
import { ADDRESS_MARK, type PageLink } from './pageUnit.ts';

const isAddress = (text: string) => /^(?:https?:\/\/|www\.|mailto:)\S+$/i.test(text.trim());

/** In letters: marks of lists and bold words before a label are few. */
const LONGEST_LEAD = 100;
/** Longer ones open nothing, and cost more than their length to be told apart. */
const LONGEST_ADDRESS = 4_000;

/**
 * Collects the words and links of one unit, folding white space as it goes so that places stay true. The words are kept
 * in pieces: a page of one long paragraph would be put together anew at each of its words.
 */
export class UnitWriter {
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last few letters of the text. */
  #ending = '';
  #hasWords = false;
  readonly #links: PageLink[] = [];
  #open: { start: number; piece: number; address: string } | null = null;
  #label: string | null = null;

  get text(): string {
    return this.#pieces.join('').trimEnd();
  }

  /** The text from a place on, without putting together what is before it. */
  textFrom(start: number): string {
    let piece = this.#pieces.length;
    let length = this.#length;
    while (piece > 0 && length > start) {
      piece -= 1;
      length -= this.#pieces[piece]?.length ?? 0;
    }
    return this.#pieces
      .slice(piece)
      .join('')
      .slice(start - length)
      .trimEnd();
  }

  get links(): readonly PageLink[] {
    return this.#links;
  }

  get label(): string | null {
    return this.#label;
  }

  get isEmpty(): boolean {
    return !this.#hasWords && this.#links.length === 0;
  }

  get length(): number {
    return this.#length;
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
    this.#append(this.#length > 0 && !/[.;:!?]\s*$/.test(this.#ending) ? '; ' : ' ');
  }

  openLink(address: string | null): void {
    this.closeLink();
    const cleaned = cleanAddress(address);
    if (cleaned !== null && cleaned.length <= LONGEST_ADDRESS)
      this.#open = { start: this.#length, piece: this.#pieces.length, address: cleaned };
  }

  closeLink(): void {
    if (this.#open === null) return;
    const { start, piece, address } = this.#open;
    this.#open = null;
    const text = this.#pieces.slice(piece).join('').trim();
    if (isAddress(text)) {
      this.#pieces.length = piece;
      this.#length = start;
      this.#add(ADDRESS_MARK);
    }
    this.#links.push({ start, end: this.#length, text: isAddress(text) ? '' : text, address });
  }

  /** Words in bold; at the very start they are the label. */
  writeLabel(words: string): void {
    const isFirst = this.#length < LONGEST_LEAD && /^[\s*_-]*$/.test(this.#pieces.join(''));
    if (isFirst) this.#label = plainLine(words).replace(/\s*:$/, '');
  }

  #writeAddress(address: string): void {
    const trimmed = address.replace(/(?<![.,;:!?*_])[.,;:!?*_]+$/, '');
    const start = this.#length;
    this.#add(ADDRESS_MARK);
    if (trimmed.length <= LONGEST_ADDRESS)
      this.#links.push({ start, end: this.#length, text: '', address: trimmed });
    this.#append(address.slice(trimmed.length));
  }

  #append(words: string): void {
    const lead = /^\s/.test(words) ? ' ' : '';
    const trail = /\s$/.test(words.slice(-1)) ? ' ' : '';
    const line = plainLine(words);
    const piece = line === '' ? lead : `${lead}${line}${trail}`;
    this.#add(this.#length === 0 || /\s$/.test(this.#ending) ? piece.trimStart() : piece);
  }

  #add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#ending = `${this.#ending}${piece}`.slice(-3);
    this.#hasWords ||= piece.trim() !== '';
  }
}
