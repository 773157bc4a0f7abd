import { z } from 'zod';

/** Whether the app starts with the computer. `needsApproval`: the user has to agree in the system's settings. */
export const loginState = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['on', 'off', 'needsApproval']) }),
  z.object({ kind: z.literal('impossible'), why: z.string() }),
]);
export type LoginState = z.infer<typeof loginState>;
