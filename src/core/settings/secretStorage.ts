import { z } from 'zod';

/**
 * Where private calendar addresses are stored: `system`, encrypted by the operating system; `file`, readable by the
 * user's account only, because the system has no key of its own; `silent`, the system has a key but does not answer.
 */
export const secretStorage = z.enum(['system', 'file', 'silent']);
export type SecretStorage = z.infer<typeof secretStorage>;
