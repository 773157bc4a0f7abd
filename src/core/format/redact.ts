/**
 * Makes a line fit for the log: what could open a feed, a room or a mailbox goes, the rest stays readable.
 * Of an address only scheme and host remain; passcodes, e-mail addresses and long tokens become `…`.
 */
export function redact(line: string): string {
  return (
    line
      .replace(/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@"'<>]*@)?([^\s/?#"'<>]*)[^\s"'<>]*/gi, redactAddress)
      .replace(/\b(?:mailto|tel|sip|data):[^\s"'<>]+/gi, (found) => `${found.slice(0, found.indexOf(':'))}:…`)
      // Looking only where a word begins keeps a long line from taking seconds.
      .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…')
      .replace(
        /\b(pwd|pass(?:code|word)?|pin|token|secret|key|authorization)\b(\s*[:=]\s*|\s+is\s+)(?:(?:basic|bearer)\s+)?\S+/gi,
        '$1$2…',
      )
      .replace(/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}/gi, '…')
  );
}

const redactAddress = (found: string, scheme: string, host: string): string => {
  // Of a file, and of the app's own pages, its name: a stack trace without it tells nothing.
  if (scheme === 'file://' || scheme === 'app://') return `${scheme}…/${found.split('/').at(-1) ?? ''}`;
  const kept = scheme + host;
  return found === kept ? found : `${kept}/…`;
};
