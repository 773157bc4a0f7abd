import type { LinkForm } from './meetingService.ts';

/** Words that the table of services is written in, and the forms that several of its rows share. */

export const room = (path: RegExp, more: Partial<LinkForm> = {}): LinkForm => ({
  path,
  directness: 'room',
  ...more,
});
export const personal = (path: RegExp): LinkForm => ({ path, directness: 'personal' });
/** A page whose host alone names the room. */
export const onSubHost = (directness: LinkForm['directness']): LinkForm => ({
  path: /^\/$/,
  directness,
  onSubHost: true,
});
export const lobby = (path: RegExp): LinkForm => ({ path, directness: 'lobby' });
export const watch = (path: RegExp): LinkForm => ({ path, directness: 'watch' });
export const closed = (path: RegExp): LinkForm => ({ path, directness: 'closed' });

/** One path segment of letters that room names are made of: no further slash, nothing empty. */
export const NAMED_ROOM = /^\/(?<id>[^/]+)\/?$/;

/** Pages that a service has beside its rooms, where a room is a single name. */
export const PAGES =
  /^\/(?:about|account|apps?|blog|contact|dashboard|docs|downloads?|en|enterprise|faq|features|help|home|international|legal|log-?in|plans|pricing|privacy|products?|register|security|settings|sign-?(?:in|up)|support|terms|widget)(?:\/|$)/i;

export const zoomForms: readonly LinkForm[] = [
  room(/^\/(?:j|w)\/(?<id>\d{9,11})\/?$/),
  room(/^\/s\/(?<id>\d{9,11})\/?$/, { rewrite: '/j/{id}' }),
  room(/^\/wc\/join\/(?<id>\d{9,11})\/?$/),
  room(/^\/wc\/(?<id>\d{9,11})\/(?:join|start)\/?$/),
  room(/^\/join\/?$/, { idIn: 'confno', rewrite: '/j/{id}' }),
  personal(/^\/my\/[^/]+\/?$/),
];
/** Recordings, registration, local numbers, help, downloads and the launcher page. */
export const zoomRefused =
  /^\/(?:rec|recording|meeting\/register|webinar\/register|u|zoomconference|support|download|launch|skype|profile|test|client)(?:\/|$)/i;
export const zoomNative = {
  kind: 'query',
  base: 'zoommtg://{domain}/join',
  // `tk` is the personal ticket to a webinar; without it the app asks its holder to register.
  query: { confno: 'id', pwd: 'passcode', tk: '?tk' },
} as const;
export const teamsNative = { kind: 'scheme', scheme: 'msteams', withHost: false } as const;
export const teamsForms: readonly LinkForm[] = [
  // Hosts of governments have a cloud's name before it.
  room(/^\/(?:(?:us|gov|dod|gcc|gcch|v2)\/)?l\/meetup-join\/(?<id>19(?:%3a|:)[^/]+)(?:\/[^/]*)?\/?$/i),
  room(/^\/(?:(?:us|gov|dod|gcc|gcch|v2)\/)?meet\/(?<id>\d{6,20})\/?$/i),
];
export const teamsRefused = /^\/(?:meetingoptions|dialin|usp|registration|downloads?|convene)(?:\/|$)/i;
