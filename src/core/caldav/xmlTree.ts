import { Parser } from 'htmlparser2';

/** An XML element. */
export interface XmlElement {
  /** Namespace and local name, see {@link nameIn}. */
  readonly name: string;
  /** By the names that the text has. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** The name of an element: namespace and local name, because every server chooses its own prefixes. */
export const nameIn = (namespace: string, local: string): string => `${namespace} ${local}`;

/** No answer of WebDAV needs more levels; deeper ones are an attack. */
const DEEPEST = 32;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly prefixes: Prefixes | null;
}

/** The namespaces in force at an element. Inner ones refer to the outer ones: copies would take quadratic time. */
interface Prefixes {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Prefixes | null;
}

/** Length of what one step of {@link parseXml} reads, UTF-16 units: a few milliseconds of work. */
export const XML_STEP = 32 * 1024;

/**
 * Parses XML in steps, between which other work can be done. Entities that a document defines itself are not expanded.
 * @returns the root; null if the text is no XML, ends too early, or is nested too deeply
 */
export function* parseXml(text: string): Generator<void, XmlElement | null> {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let isBroken = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const outer = open.at(-1)?.prefixes ?? null;
        const prefixes = withDeclared(outer, attributes);
        if (open.length >= DEEPEST || (open.length === 0 && root !== null)) isBroken = true;
        else open.push({ name: resolved(tag, prefixes), attributes, children: [], text: '', prefixes });
        if (isBroken) parser.pause();
      },
      ontext(data) {
        const top = open.at(-1);
        if (top !== undefined) top.text += data;
      },
      onclosetag(_tag, isImplied) {
        // Either it closes itself, or the text or an outer element ended first.
        if (isImplied && text.slice(parser.endIndex - 1, parser.endIndex + 1) !== '/>') isBroken = true;
        const done = open.pop();
        if (done === undefined) return;
        const { prefixes: _prefixes, ...element } = done;
        const parent = open.at(-1);
        if (parent === undefined) root = element;
        else parent.children.push(element);
      },
    },
    { xmlMode: true },
  );
  for (let start = 0; start < text.length; start += XML_STEP) {
    parser.write(text.slice(start, start + XML_STEP));
    if (isBroken) return null;
    yield;
  }
  parser.end();
  return isBroken || open.length > 0 ? null : root;
}

function withDeclared(outer: Prefixes | null, attributes: Readonly<Record<string, string>>): Prefixes | null {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (declared.length === 0) return outer;
  return { declared: new Map(declared.map(([name, value]) => [name.slice(6), value])), outer };
}

function resolved(tag: string, prefixes: Prefixes | null): string {
  const colon = tag.indexOf(':');
  const prefix = colon === -1 ? '' : tag.slice(0, colon);
  let scope = prefixes;
  // At most one for each level.
  while (scope !== null && !scope.declared.has(prefix)) scope = scope.outer;
  return nameIn(scope?.declared.get(prefix) ?? '', tag.slice(colon + 1));
}
