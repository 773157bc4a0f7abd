import { z } from 'zod';
import { resultOf } from '#base';
import { visit } from '../reminders/roomVisit.ts';

/** The part of the contract that is about the app among other programs. Times are instants in ms. */

/** What the user is asked before something opens. */
export const question = z.discriminatedUnion('kind', [
  /** Keys of the meetings that could be joined; none where nothing is near. */
  z.object({ kind: z.literal('join'), keys: z.array(z.string()).readonly() }),
  /** A meeting that is not near: open its room all the same? `url` is which one; null for the best. */
  z.object({ kind: z.literal('early'), key: z.string(), url: z.string().nullable() }),
  /** Address of a calendar to look at, https. */
  z.object({ kind: z.literal('follow'), address: z.string() }),
]);
export type Question = z.infer<typeof question>;

/** Whether the app starts with the computer. `needsApproval`: the user has to agree in the system's settings. */
export const loginState = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['on', 'off', 'needsApproval']) }),
  z.object({ kind: z.literal('impossible'), why: z.string() }),
]);
export type LoginState = z.infer<typeof loginState>;

/**
 * Where private calendar addresses are kept: encrypted by the system, or, where it has no key of its own, in a file
 * that only the user's account can read. `silent`: the system has one but does not answer.
 */
export const secretStorage = z.enum(['system', 'file', 'silent']);
export type SecretStorage = z.infer<typeof secretStorage>;

/** What the tray's panel shows. */
export const panelSnapshot = z.object({
  /** Main's clock when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  /** The next meetings, soonest first. */
  meetings: z
    .array(
      z.object({
        key: z.string(),
        title: z.string(),
        start: z.number(),
        end: z.number(),
        community: z.string(),
        /** Name of the room's service; null without a room. */
        service: z.string().nullable(),
        /** The room was opened near the start; null where it was not. */
        visit: visit.shape.kind.nullable(),
        /** It may take place on that date. */
        isMaybe: z.boolean(),
      }),
    )
    .readonly(),
  /** Key of the meeting that matters now; null where there is none. */
  first: z.string().nullable(),
  /** What was skipped here last, to be taken back; null where nothing was. */
  skipped: z.object({ key: z.string(), title: z.string() }).nullable(),
  /** `Reminders are paused until 15:00`; null while they come. */
  paused: z.string().nullable(),
  /** `2 feeds cannot be updated`; null while all can. */
  failing: z.string().nullable(),
});
export type PanelSnapshot = z.infer<typeof panelSnapshot>;
export type PanelMeeting = PanelSnapshot['meetings'][number];

/** What can be done in the panel; keys are those of meetings, null for none in particular. */
export const panelAction = z.discriminatedUnion('kind', [
  /** `itIsOn`, `notThisWeek`: answers to a maybe. `unskip` takes `skip` back. */
  z.object({
    kind: z.enum(['join', 'itIsOn', 'notThisWeek', 'skip', 'unskip']),
    key: z.string().max(4096),
  }),
  z.object({ kind: z.enum(['note', 'open']), key: z.string().max(4096).nullable() }),
  z.object({ kind: z.enum(['feeds', 'unpause', 'close']) }),
]);
export type PanelAction = z.infer<typeof panelAction>;

export const shellRequests = {
  'question:get': { args: z.tuple([]), reply: question.nullable() },
  /** It was answered or put away. */
  'question:close': { args: z.tuple([]), reply: z.null() },
  'login:get': { args: z.tuple([]), reply: resultOf(loginState) },
  'login:set': { args: z.tuple([z.boolean()]), reply: resultOf(loginState) },
  'secrets:get': { args: z.tuple([]), reply: secretStorage },
  'panel:get': { args: z.tuple([]), reply: panelSnapshot },
  'panel:act': { args: z.tuple([panelAction]), reply: resultOf(z.null()) },
} as const;

export const shellEvents = {
  'question:changed': question.nullable(),
  'panel:changed': panelSnapshot,
} as const;
