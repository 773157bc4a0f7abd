interface AdviceRow {
  readonly host: RegExp;
  readonly advice: string;
}

/** Providers that accept no account password, or none with a second factor. The first match counts. */
const rows: readonly AdviceRow[] = [
  {
    host: /(?:^|\.)icloud\.com$/,
    advice:
      'iCloud wants an app-specific password: make one at account.apple.com under Sign-In and Security. The name is the email address of your Apple Account.',
  },
  {
    host: /(?:^|\.)(?:fastmail\.com|messagingengine\.com)$/,
    advice:
      'Fastmail wants an app password: make one under Settings → Privacy & Security → Manage app passwords.',
  },
  {
    host: /(?:^|\.)(?:google|googleapis|googleusercontent)\.com$/,
    advice:
      'Google accepts no passwords here. In Google Calendar open the calendar’s settings, copy “Secret address in iCal format” and paste that.',
  },
  {
    host: /(?:^|\.)yahoo\.com$/,
    advice: 'Yahoo wants an app password: make one in your account under Security.',
  },
];

/**
 * Where a provider makes the password that it accepts; null if unknown.
 * @param challenge WWW-Authenticate
 */
export function loginAdvice(url: string, challenge: string | null): string | null {
  const host = URL.parse(url)?.hostname ?? '';
  const known = rows.find((row) => row.host.test(host));
  if (known !== undefined) return known.advice;
  return /realm="[^"]*nextcloud/i.test(challenge ?? '')
    ? 'Check both. With a second factor Nextcloud wants an app password: make one under Settings → Security → Devices & sessions.'
    : null;
}
