import type { EventName, RequestName } from './contract.ts';

/**
 * The names of the contract as plain values, for the preload script: it lets only these through, and would carry
 * all of zod along if it read them from the schemas. A name that is missing or unknown here does not compile.
 */

const requestNameTable: Record<RequestName, true> = {
  'app:info': true,
  'app:problems': true,
  'window:failed': true,
  'agenda:get': true,
  'weeks:say': true,
  'weeks:takeBack': true,
  'communities:get': true,
  'feeds:list': true,
  'feeds:preview': true,
  'feeds:add': true,
  'feeds:text': true,
  'feeds:remove': true,
  'feeds:accept': true,
  'feeds:refresh': true,
  'feeds:follow': true,
  'feeds:chooseFile': true,
  'settings:get': true,
  'settings:change': true,
  'join:open': true,
  'join:apps': true,
  'join:joined': true,
  'rooms:choose': true,
  'sources:choose': true,
  'services:add': true,
  'services:remove': true,
  'link:open': true,
  'clipboard:write': true,
  'clipboard:writeRich': true,
  'changes:list': true,
  'changes:putAway': true,
  'data:export': true,
  'data:chooseImport': true,
  'data:import': true,
  'notes:list': true,
  'notes:openFor': true,
  'notes:openWith': true,
  'notes:templates': true,
  'notes:actions': true,
  'notes:tick': true,
  'notes:read': true,
  'transcripts:list': true,
  'transcripts:import': true,
  'transcripts:read': true,
  'transcripts:change': true,
  'search:find': true,
  'notes:save': true,
  'notes:keepDraft': true,
  'notes:showFolder': true,
  'notes:chooseFolder': true,
  'notes:copyLeft': true,
  'notes:export': true,
  'notes:import': true,
  'private:state': true,
  'private:begin': true,
  'private:unlock': true,
  'private:lock': true,
  'private:save': true,
  'private:remove': true,
  'private:remind': true,
  'private:compose': true,
  'reminders:test': true,
  'reminders:act': true,
  'reminders:snooze': true,
  'reminders:choose': true,
  'reminders:today': true,
  'reminders:missed': true,
  'reminders:testSound': true,
  'sound:get': true,
  'sound:ended': true,
  'alert:get': true,
  'question:get': true,
  'question:close': true,
  'login:get': true,
  'login:set': true,
  'secrets:get': true,
  'panel:get': true,
  'panel:act': true,
  'about:get': true,
  'about:openFolder': true,
  'about:notices': true,
};

const eventNameTable: Record<EventName, true> = {
  'agenda:changed': true,
  'feeds:changed': true,
  'communities:changed': true,
  'settings:changed': true,
  'notes:changed': true,
  'join:joined': true,
  'app:problems': true,
  'app:show': true,
  'alert:changed': true,
  'reminders:missedChanged': true,
  'changes:changed': true,
  'app:clock': true,
  'question:changed': true,
  'panel:changed': true,
  'private:locked': true,
};

/** Whether the window may ask this. */
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requestNameTable, name);

/** Whether the window may listen to this. */
export const isEventName = (name: string): name is EventName => Object.hasOwn(eventNameTable, name);

/** How a reply travels from main to the preload script: a failure only as text, never as an object of main's. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };
