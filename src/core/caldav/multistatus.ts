import { dav } from './davNames.ts';
import { parseXml, type XmlElement } from './xmlTree.ts';

/** What a server says about one resource. */
export interface DavResponse {
  /** As the server wrote it: a path or a URL. */
  readonly href: string;
  /** Of the resource itself; 200 if the server names none. */
  readonly status: number;
  /** The properties that it has, by name. */
  readonly props: ReadonlyMap<string, XmlElement>;
}

/** An answer with status 207 (RFC 4918 §13). */
export interface Multistatus {
  readonly responses: readonly DavResponse[];
  /** RFC 6578. */
  readonly syncToken: string | null;
}

/** How many responses one step of {@link readMultistatus} reads. */
const RESPONSES_STEP = 500;

/**
 * Reads it in steps, between which other work can be done: an answer may have hundred thousands of responses.
 * @returns null if the text is not a complete multistatus
 */
export function* readMultistatus(text: string): Generator<void, Multistatus | null> {
  const root = yield* parseXml(text);
  if (root === null || root.name !== dav('multistatus')) return null;
  const responses: DavResponse[] = [];
  for (const [index, element] of root.children.entries()) {
    if (element.name === dav('response')) responses.push(readResponse(element));
    if (index % RESPONSES_STEP === RESPONSES_STEP - 1) yield;
  }
  return { responses, syncToken: textOf(root, dav('sync-token')) };
}

/** Without a pause. */
export function multistatusOf(text: string): Multistatus | null {
  const steps = readMultistatus(text);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function readResponse(element: XmlElement): DavResponse {
  const props = new Map<string, XmlElement>();
  for (const propstat of element.children.filter(({ name }) => name === dav('propstat'))) {
    const status = statusOf(propstat) ?? 200;
    if (status < 200 || status >= 300) continue;
    for (const prop of childOf(propstat, dav('prop'))?.children ?? []) props.set(prop.name, prop);
  }
  return { href: textOf(element, dav('href')) ?? '', status: statusOf(element) ?? 200, props };
}

/** The status of a line such as `HTTP/1.1 404 Not Found`. */
function statusOf(element: XmlElement): number | null {
  const line = textOf(element, dav('status')) ?? '';
  const digits = /^\S+\s+(\d{3})\b/.exec(line)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The text of a child without white space around it; null if it is missing or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  const text = childOf(element, name)?.text.trim() ?? '';
  return text === '' ? null : text;
}

/** The text of a property without white space around it; null if it is missing or empty. */
export function propText({ props }: Pick<DavResponse, 'props'>, name: string): string | null {
  const text = props.get(name)?.text.trim() ?? '';
  return text === '' ? null : text;
}

/** The `href`s in a property. */
export const hrefsIn = ({ props }: Pick<DavResponse, 'props'>, name: string): readonly string[] =>
  (props.get(name)?.children ?? [])
    .filter((child) => child.name === dav('href'))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
