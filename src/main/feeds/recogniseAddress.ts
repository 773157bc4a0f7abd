import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure, success, type Result } from '../../shared/problem.ts';

const unknown = failure(
  'feed/unknownAddress',
  'This is not an address of a calendar',
  'Paste a web address (https:// or webcal://), or choose a calendar file (.ics).',
);

/**
 * The one way an address is written, from what a person pasted: an https or http URL, or an absolute path.
 * webcal is https by another name. Nothing is fetched.
 * @param platform as Node names it; decides how paths look
 */
export function recogniseAddress(pasted: string, platform: string): Result<string> {
  const text = pasted.trim().replace(/^["'<](.*)["'>]$/, '$1');
  if (text === '' || /\p{Cc}/u.test(text)) return unknown;
  // A share of another computer would send it the user's Windows log-in.
  if (/^(?:\\\\|\/\/)/.test(text)) return unknown;
  const paths = platform === 'win32' ? win32 : posix;
  if (paths.isAbsolute(text)) return success(paths.normalize(text));
  if (/^file:/i.test(text)) return recogniseFileUrl(text, platform);
  const address = /^webcals?:/i.test(text)
    ? text.replace(/^webcals?:/i, 'https:')
    : /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(text)
      ? `https://${text}`
      : text;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return unknown;
  const url = new URL(address);
  url.hash = '';
  return success(url.href);
}

function recogniseFileUrl(text: string, platform: string): Result<string> {
  if (!URL.canParse(text)) return unknown;
  const url = new URL(text);
  if (url.host !== '') return unknown;
  try {
    return success(fileURLToPath(url, { windows: platform === 'win32' }));
  } catch {
    return unknown;
  }
}
