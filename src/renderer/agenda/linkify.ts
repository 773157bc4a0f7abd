/** A part of plain text, or an address in it; `at` is its offset. */
export type TextPart =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'link'; readonly at: number; readonly url: string };

const ADDRESS = /https?:\/\/[^\s<>"']+/g;
/** Punctuation that ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}*_]+$/;

/** Finds web addresses in plain text. A closing bracket belongs to the address if the address opened it. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    let url = match[0].replace(TRAILING, '');
    if (url.includes('(') && match[0].startsWith(`${url})`)) url += ')';
    if (!URL.canParse(url)) continue;
    if (match.index > from) parts.push({ kind: 'text', at: from, text: text.slice(from, match.index) });
    parts.push({ kind: 'link', at: match.index, url });
    from = match.index + url.length;
  }
  if (from < text.length) parts.push({ kind: 'text', at: from, text: text.slice(from) });
  return parts;
}
