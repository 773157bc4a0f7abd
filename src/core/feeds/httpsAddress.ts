/** An address that others may hand to the user: https, without a password, and without a port of another service. */
export function httpsAddress(text: string): string | null {
  if (/[\p{Cc}\s]/u.test(text)) return null;
  const url = URL.parse(text.replace(/^webcals?:/i, 'https:'));
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  return url.href;
}

export const isHttps = (text: string): boolean => httpsAddress(text) !== null;
