import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';

/** The password for a calendar of an account; null if it is not known. */
export type Passwords = (calendar: SourceAddressOf<'calDav'>) => Promise<string | null>;
