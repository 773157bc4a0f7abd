import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Result } from '#base';
import type { DavLogin } from '../../ports/http.ts';

/** The login for a calendar of an account; a problem if it is not known. */
export type CalendarLogins = (
  calendar: Pick<SourceAddressOf<'calDav'>, 'account' | 'user' | 'url'>,
) => Promise<Result<DavLogin>>;
