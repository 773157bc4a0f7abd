import { cleanAddress, plainLine, withoutInvisible } from '../plainText.ts';
import { ADDRESS_MARK, type PageLink } from './pageUnit.ts';

const isAddress = (text: string) => /^(?:https?:\/\/|www\.|mailto:)\S+$/i.test(text.trim());

/** In letters: the text before a label has only a few marks. */
const LONGEST_LEAD = 100;
/** In letters. Longer text is not an introduction, and would take more than linear time. */
const LONGEST_ADDRESS = 4_000;

/**
 * Collects the words and links of one unit, and folds white space so that places stay correct. Words are kept
 * in pieces: joining them after each word would take quadratic time for a long paragraph.
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

  /** The text from a place on, without joining the text before it. */
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

  /** Adds words. Addresses in them become links. */
  write(words: string): void {
    for (const piece of withoutInvisible(words).split(/((?:https?:\/\/|www\.)[^\s<>"'）)\]]+)/i)) {
      if (isAddress(piece) && this.#open === null) this.#writeAddress(piece);
      else this.#append(piece);
    }
  }

  /** A line break of the author, which separates statements. */
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

  /** Bold words; at the very start they are the label. */
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
