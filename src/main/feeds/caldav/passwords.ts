import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Result } from '#base';

/** The password for a calendar of an account; a problem if it is not known. */
export type Passwords = (calendar: SourceAddressOf<'calDav'>) => Promise<Result<string>>;
