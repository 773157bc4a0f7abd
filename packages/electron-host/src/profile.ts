/**
 * Which desktop the host pretends to be, where Electron's behaviour depends on it.
 * ELECTRON_HOST_PROFILE lists any of these words, separated by commas; without it, X11 with a plain desktop.
 */
const TRAITS = [
  'wayland', // no placing, no raising, no cursor; global shortcuts through the portal
  'no-notification-actions', // the notification server has no buttons and no clicks
  'keyring', // a keyring answers, whatever XDG_CURRENT_DESKTOP is; without this word safeStorage uses its fixed key
  'keyring-failing', // the keyring does not answer
  'portal-denied', // the desktop denies global shortcuts without an error
] as const;
export type Trait = (typeof TRAITS)[number];

/** Throws on a word that means nothing, since a mistyped profile would test the wrong thing. */
export function hasTrait(trait: Trait): boolean {
  const words = (process.env['ELECTRON_HOST_PROFILE'] ?? '').split(',').filter(Boolean);
  const unknown = words.find((word) => !TRAITS.some((trait) => trait === word));
  if (unknown) throw new Error(`electron host: unknown profile '${unknown}'; known: ${TRAITS.join(', ')}`);
  return words.includes(trait);
}
