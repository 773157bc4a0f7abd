import { z } from 'zod';
import { loginState } from '../desktop/loginState.ts';
import { panelAction, panelSnapshot } from '../tray/panelSnapshot.ts';
import { question } from '../desktop/question.ts';
import { secretStorage } from '../settings/secretStorage.ts';
import { resultOf } from '#base';

/** The part of the contract about the app among other programs. Times are instants in ms. */

export const shellRequests = {
  'question:get': { args: z.tuple([]), reply: question.nullable() },
  /** The question was answered or dismissed. */
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
