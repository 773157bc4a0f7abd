/**
 * Redacts a line for the log: removes what could open a feed, a room or a mailbox. Addresses keep only scheme and
 * host; passcodes, e-mail addresses and long tokens become `…`.
 */
export function redact(line: string): string {
  return (
    line
      .replace(/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@"'<>]*@)?([^\s/?#"'<>]*)[^\s"'<>]*/gi, redactAddress)
      .replace(/\b(?:mailto|tel|sip|data):[^\s"'<>]+/gi, (found) => `${found.slice(0, found.indexOf(':'))}:…`)
      // Matches only at word boundaries; otherwise a long line takes seconds.
      .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…')
      .replace(
        /\b(pwd|pass(?:code|word)?|pin|token|secret|key|authorization)\b(\s*[:=]\s*|\s+is\s+)(?:(?:basic|bearer)\s+)?\S+/gi,
        '$1$2…',
      )
      .replace(/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}/gi, '…')
  );
}

const redactAddress = (found: string, scheme: string, host: string): string => {
  // Keeps the names of files and of the app's own pages, which a stack trace needs.
  if (scheme === 'file://' || scheme === 'app://') return `${scheme}…/${found.split('/').at(-1) ?? ''}`;
  const kept = scheme + host;
  return found === kept ? found : `${kept}/…`;
};
