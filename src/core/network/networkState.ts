import { z } from 'zod';

/** A certificate that the user added, of an authority or of a server that vouches for itself. */
export const ownCertificate = z.object({
  /** SHA-256 of its bytes, hexadecimal. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whom it names. */
  subject: z.string(),
  /** When it expires (ms). */
  validUntil: z.number(),
});
export type OwnCertificate = z.infer<typeof ownCertificate>;

/** A proxy that wants a name and a password. */
export const proxyQuestion = z.object({
  /** Its host and port. */
  proxy: z.string(),
  /** What the proxy calls itself; empty if it says nothing. Foreign text. */
  realm: z.string(),
  /** It was given a login and did not accept it. */
  wasRefused: z.boolean(),
});
export type ProxyQuestion = z.infer<typeof proxyQuestion>;

/** The way to the network, as the window shows it. */
export const networkState = z.object({
  certificates: z.array(ownCertificate).readonly(),
  /** To be asked now, in a dialog; null if there is nothing to ask. */
  question: proxyQuestion.nullable(),
  /** Proxies that want a login, also those of which the user closed the dialog. */
  waiting: z.array(proxyQuestion).readonly(),
  /** Proxies of which a login is stored, with its user name. */
  logins: z.array(z.object({ proxy: z.string(), user: z.string() })).readonly(),
});
export type NetworkState = z.infer<typeof networkState>;
