import { z } from 'zod';
import { resultOf } from '#base';
import { keepPassword } from '../accounts/keepPassword.ts';
import { networkState, ownCertificate } from '../network/networkState.ts';

const proxy = z.string().min(1).max(300);

export const networkRequests = {
  'network:get': { args: z.tuple([]), reply: networkState },
  /** Asks for a file and copies its certificates; replies with the new ones, null if cancelled. */
  'network:addCertificate': {
    args: z.tuple([]),
    reply: resultOf(z.array(ownCertificate).readonly().nullable()),
  },
  'network:removeCertificate': { args: z.tuple([ownCertificate.shape.id]), reply: resultOf(z.null()) },
  /** Answers a proxy that wants a login. The last argument is how to keep it without the system's keyring. */
  'network:logIn': {
    args: z.tuple([proxy, z.string().min(1).max(500), z.string().max(1000), keepPassword.nullable()]),
    reply: resultOf(z.null()),
  },
  /** Closes the question about a proxy until the app starts again; Settings still show it. */
  'network:later': { args: z.tuple([proxy]), reply: z.null() },
  /** Deletes the stored login of a proxy. */
  'network:forget': { args: z.tuple([proxy]), reply: z.null() },
} as const;

export const networkEvents = { 'network:changed': networkState } as const;
