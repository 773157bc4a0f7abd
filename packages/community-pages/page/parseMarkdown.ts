import type { Heading, List, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { plainLine } from '../plainText.ts';
import { readHtml } from './htmlEvents.ts';
import { PageBuilder, zoneInHead, zoneOfHead } from './pageBuilder.ts';
import type { Page, PageCell } from './pageUnit.ts';
import { UnitWriter } from './unitWriter.ts';
import { meetingFields } from './frontFields.ts';

/**
 * Parses a Markdown page (CommonMark with GitHub's extensions, HTML fragments, front matter) into units in
 * reading order.
 */

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** `#SIG` without a space: a heading in old Markdown, and still on old pages. */
const withSpacedHeadings = (text: string) => text.replace(/^(#{1,6})(?=[A-Z])/gm, '$1 ');
/** An address that is broken over two lines: Markdown would not recognise the link. */
const withWholeAddresses = (text: string) =>
  text.replace(/\]\(\s*(https?:\/\/[^\s()]+)[^\S\n]*\n\s*\)/g, ']($1)');

/** In lines. */
const LONGEST_CODE = 30;

const textOf = (node: Nodes): string => {
  if (
    node.type === 'delete' ||
    node.type === 'image' ||
    node.type === 'imageReference' ||
    node.type === 'html'
  )
    return '';
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : node.type === 'break' ? ' ' : '';
};

/** Tags within a line: links, breaks and strikes; others have no words. */
function inlineHtml(tag: string, writer: UnitWriter, state: { struck: boolean }): void {
  if (/^<(?:del|s|strike)\b/i.test(tag)) state.struck = true;
  else if (/^<\/(?:del|s|strike)>/i.test(tag)) state.struck = false;
  else if (/^<br\b/i.test(tag)) writer.breakLine();
  else if (/^<a\b/i.test(tag)) writer.openLink(/href\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? null);
  else if (/^<\/a>/i.test(tag)) writer.closeLink();
}

function writeInline(
  nodes: readonly PhrasingContent[],
  writer: UnitWriter,
  builder: PageBuilder,
  state = { struck: false },
): void {
  for (const node of nodes) {
    if (node.type === 'html') inlineHtml(node.value, writer, state);
    if (state.struck || node.type === 'html' || node.type === 'delete') continue;
    if (node.type === 'text' || node.type === 'inlineCode') writer.write(node.value);
    else if (node.type === 'break') writer.breakLine();
    else if (node.type === 'link' || node.type === 'linkReference') {
      writer.openLink(node.type === 'link' ? node.url : (builder.definitions.get(node.identifier) ?? null));
      writer.write(textOf(node));
      writer.closeLink();
    } else if (node.type === 'strong') {
      writer.writeLabel(textOf(node));
      writeInline(node.children, writer, builder, state);
    } else if ('children' in node) writeInline(node.children, writer, builder, state);
  }
}

function addList(list: List, parent: number | null, builder: PageBuilder): void {
  for (const item of list.children) {
    let own: number | null = null;
    for (const child of item.children) {
      if (child.type === 'paragraph' && own === null) {
        const writer = new UnitWriter();
        writeInline(child.children, writer, builder);
        own = builder.unit('item', writer, parent) ?? own;
      } else addBlock(child, own ?? parent, builder);
    }
  }
}

function addTable(table: Table, builder: PageBuilder): void {
  const [top, ...rows] = table.children;
  const heads = (top?.children ?? []).map((cell) => plainLine(cell.children.map(textOf).join('')));
  const zones = heads.map(zoneInHead);
  for (const row of rows) {
    const writer = new UnitWriter();
    const cells: PageCell[] = [];
    row.children.forEach((cell, column) => {
      if (column > 0) writer.write(' | ');
      const start = writer.length;
      writeInline(cell.children, writer, builder);
      const head = heads[column] ?? '';
      const own = writer.textFrom(start);
      writer.write(zoneOfHead(own, zones[column]));
      cells.push({ head, text: writer.textFrom(start).trim(), start, end: writer.length });
    });
    builder.unit('row', writer, null, cells);
  }
}

function addHtml(html: string, parent: number | null, builder: PageBuilder): void {
  let writer = new UnitWriter();
  let heads: string[] = [];
  let cells: { isHead: boolean; start: number }[] = [];
  const flush = () => {
    builder.unit('paragraph', writer, parent);
    writer = new UnitWriter();
  };
  readHtml(html, {
    text: (words) => writer.write(words),
    lineBreak: () => writer.breakLine(),
    openLink: (address) => writer.openLink(address),
    closeLink: () => writer.closeLink(),
    bold: (words) => {
      if (writer.length <= words.length + 1) writer.writeLabel(words);
    },
    block: () => {
      if (cells.length === 0) flush();
    },
    heading: (level, words) => {
      flush();
      builder.heading(level, words);
    },
    embed: (address) => {
      writer.openLink(address);
      writer.closeLink();
    },
    cell: (isHead) => {
      if (cells.length > 0) writer.write(' | ');
      cells.push({ isHead, start: writer.length });
    },
    row: (isEnd) => {
      if (!isEnd) {
        flush();
        cells = [];
        return;
      }
      const text = writer.text;
      const words = cells.map(({ start }, index) =>
        text
          .slice(start, cells[index + 1]?.start ?? text.length)
          .replace(/\|\s*$/, '')
          .trim(),
      );
      if (cells.length > 0 && cells.every((cell) => cell.isHead)) {
        heads = words;
        writer = new UnitWriter();
      } else
        builder.unit(
          'row',
          writer,
          null,
          cells.map(({ start }, index) => ({
            head: heads[index] ?? '',
            text: words[index] ?? '',
            start,
            end: cells[index + 1]?.start ?? text.length,
          })),
        );
      writer = new UnitWriter();
      cells = [];
    },
  });
  flush();
}

function addHeading(node: Heading, builder: PageBuilder): void {
  const text = node.children.map(textOf).join('');
  builder.heading(node.depth, text);
  const links = new UnitWriter();
  writeInline(node.children, links, builder);
  // A link in a heading belongs to the section below it.
  if (links.links.length > 0) builder.unit('paragraph', links, null);
}

function addBlock(node: RootContent, parent: number | null, builder: PageBuilder): void {
  switch (node.type) {
    case 'heading':
      addHeading(node, builder);
      break;
    case 'paragraph': {
      const writer = new UnitWriter();
      writeInline(node.children, writer, builder);
      builder.unit('paragraph', writer, parent);
      break;
    }
    case 'list':
      addList(node, parent, builder);
      break;
    case 'table':
      addTable(node, builder);
      break;
    case 'html':
      addHtml(node.value, parent, builder);
      break;
    case 'blockquote':
    case 'footnoteDefinition':
      for (const child of node.children) addBlock(child, parent, builder);
      break;
    case 'code': {
      // Invitations and lists of times are often in code blocks; programs do not look like them.
      const lines = node.value.split('\n');
      if (lines.length > LONGEST_CODE) break;
      const writer = new UnitWriter();
      for (const line of lines) {
        writer.write(line);
        writer.breakLine();
      }
      builder.unit('paragraph', writer, parent);
      break;
    }
    case 'break':
    case 'definition':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'listItem':
    case 'strong':
    case 'tableCell':
    case 'tableRow':
    case 'text':
    case 'thematicBreak':
    case 'yaml':
      break;
  }
}

/** The units of a Markdown page, without long code blocks, comments and struck-through words. */
export function parseMarkdown(text: string): Page {
  const front = FRONT_MATTER.exec(text);
  const written = withWholeAddresses(withSpacedHeadings(front === null ? text : text.slice(front[0].length)));
  const body = `${meetingFields(front?.[1] ?? '')}${written}`;
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const builder = new PageBuilder();
  for (const node of tree.children)
    if (node.type === 'definition') builder.definitions.set(node.identifier, node.url);
  for (const node of tree.children) addBlock(node, null, builder);
  const named = /^title:(.*)$/m
    .exec(front?.[1] ?? '')?.[1]
    ?.trim()
    .replace(/^["']|["']$/g, '');
  return builder.page(named === '' ? null : (named ?? null));
}
