import { fromDom } from 'hast-util-from-dom';
import { markdownOfHtml } from '#core/notes/pastedHtml.ts';

/** Copied HTML as Markdown; null if it is no more than its words. The browser parses it without running or loading anything. */
export function htmlToMarkdown(html: string): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tree = fromDom(page.body);
  try {
    return markdownOfHtml({ type: 'root', children: tree.type === 'element' ? tree.children : [] });
  } catch {
    // Nested too deeply for the program that copied it, and for us.
    return null;
  }
}
