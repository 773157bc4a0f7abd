import { z } from 'zod';

/** How requests reach the network: as the system is set up, past any proxy, or through one that the user named. */
export const proxyChoice = z.object({
  mode: z.enum(['system', 'none', 'manual']),
  /** Of the user's own proxy, for example `http://proxy.example.org:3128`; without a login. Kept while another mode is chosen. */
  address: z.string().max(500),
});
export type ProxyChoice = z.infer<typeof proxyChoice>;

export const systemProxy: ProxyChoice = { mode: 'system', address: '' };
