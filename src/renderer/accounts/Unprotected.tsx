import { texts } from './texts.ts';

/** Others on the network could read the password. On this computer there is no network in between. */
const isUnprotected = (server: string): boolean =>
  /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))./i.test(server.trim());

/** Warns of an address at which a password is not protected. */
export const Unprotected = ({ server }: { readonly server: string }) => (
  <div aria-live="polite">
    {isUnprotected(server) && <p className="account-warning">{texts.unprotected}</p>}
  </div>
);
