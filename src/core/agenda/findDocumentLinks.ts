import type { DocumentLinks, SeriesDetails } from '#calendar';
import {
  ircOnTheWeb,
  isChat,
  isChatHost,
  isWrapperHost,
  lookUpHost,
  tidyText,
  unwrapUrl,
  urlsInText,
} from '#meeting-links';

type Kind = Exclude<keyof DocumentLinks, 'agenda' | 'page'>;

/** Hosts on which communities keep documents, recordings and lists. For chats see chatPlaces.ts. */
const places: readonly { readonly kind: Kind; readonly host: string; readonly path: RegExp }[] = [
  { kind: 'notes', host: 'docs.google.com', path: /^\/document\// },
  { kind: 'notes', host: 'hackmd.io', path: /^\/.+/ },
  { kind: 'notes', host: 'etherpad.opendev.org', path: /^\/p\// },
  { kind: 'notes', host: 'pad.riseup.net', path: /^\/p\// },
  { kind: 'recordings', host: 'youtube.com', path: /^\/(?:playlist|channel|c|@)/ },
  { kind: 'mailingList', host: 'groups.google.com', path: /^\/(?:g|a|forum)(?:\/|$)/ },
  { kind: 'mailingList', host: 'lists.cncf.io', path: /^\/g\// },
];

const byHost = new Map(places.map(({ host }) => [host, places.filter((place) => place.host === host)]));

/** No real invitation has more; hostile text may. */
const MOST_URLS = 100;

/**
 * Documents and channels that an invitation names in its fields. The document with the notes is used as the agenda
 * too: communities use one document for both, and a calendar has no field that distinguishes them.
 */
export function findDocumentLinks(details: SeriesDetails): DocumentLinks {
  const found: Record<Kind, string | null> = { notes: null, recordings: null, chat: null, mailingList: null };
  const isOfInterest = (host: string): boolean =>
    lookUpHost(byHost, host) !== undefined || isWrapperHost(host) || isChatHost(host);
  const texts = [...details.conferences, details.url, details.location, details.description.content];
  for (const { url: written } of texts.flatMap((text) =>
    urlsInText(tidyText(text), isOfInterest, MOST_URLS),
  )) {
    const url = unwrapUrl(written);
    const place = lookUpHost(byHost, url.hostname)?.find(({ path }) => path.test(url.pathname));
    if (place !== undefined) found[place.kind] ??= url.href;
    else if (isChat(url)) found.chat ??= url.href;
  }
  found.chat ??= texts.map(ircOnTheWeb).find((url) => url !== null) ?? null;
  return { ...found, agenda: found.notes, page: null };
}
