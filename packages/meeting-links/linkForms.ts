import type { LinkForm } from './meetingService.ts';

/** Helpers for the table of services, and forms that several rows share. */

export const room = (path: RegExp, more: Partial<LinkForm> = {}): LinkForm => ({
  path,
  directness: 'room',
  ...more,
});
export const personal = (path: RegExp): LinkForm => ({ path, directness: 'personal' });
/** A page where the host alone identifies the room. */
export const onSubHost = (directness: LinkForm['directness']): LinkForm => ({
  path: /^\/$/,
  directness,
  onSubHost: true,
});
export const lobby = (path: RegExp): LinkForm => ({ path, directness: 'lobby' });
export const watch = (path: RegExp): LinkForm => ({ path, directness: 'watch' });
export const closed = (path: RegExp): LinkForm => ({ path, directness: 'closed' });

/** One path segment of characters allowed in room names. */
export const NAMED_ROOM = /^\/(?<id>[^/]+)\/?$/;

/** Other pages of services where a room is a single path segment. */
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
/** Recordings, registration, phone numbers, help, downloads and the launcher page. */
export const zoomRefused =
  /^\/(?:rec|recording|meeting\/register|webinar\/register|u|zoomconference|support|download|launch|skype|profile|test|client)(?:\/|$)/i;
export const zoomNative = {
  kind: 'query',
  base: 'zoommtg://{domain}/join',
  // `tk` is a personal ticket to a webinar; without it the app asks the user to register.
  query: { confno: 'id', pwd: 'passcode', tk: '?tk' },
} as const;
export const teamsNative = { kind: 'scheme', scheme: 'msteams', withHost: false } as const;
export const teamsForms: readonly LinkForm[] = [
  // Government hosts have the name of a cloud first.
  room(/^\/(?:(?:us|gov|dod|gcc|gcch|v2)\/)?l\/meetup-join\/(?<id>19(?:%3a|:)[^/]+)(?:\/[^/]*)?\/?$/i, {
    hasKey: true,
  }),
  room(/^\/(?:(?:us|gov|dod|gcc|gcch|v2)\/)?meet\/(?<id>\d{6,20})\/?$/i),
];
export const teamsRefused = /^\/(?:meetingoptions|dialin|usp|registration|downloads?|convene)(?:\/|$)/i;
