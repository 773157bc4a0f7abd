/**
 * Whether a host is this computer or a device of the user's own network, by its name or address alone. The URL standard
 * has written IPv4 addresses in any notation as four numbers.
 * @param host as `URL.hostname` gives it
 */
export function isPrivateHost(host: string): boolean {
  if (/^(?:.*\.)?(?:localhost|local|home\.arpa)\.?$/i.test(host)) return true;
  const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/i.exec(host);
  const address =
    mapped === null
      ? host
      : [mapped[1], mapped[2]]
          .flatMap((part) => [Number.parseInt(part ?? '', 16) >> 8, Number.parseInt(part ?? '', 16) & 255])
          .join('.');
  return PRIVATE.some((range) => range.test(address));
}

const PRIVATE: readonly RegExp[] = [
  // This computer, and “this network”
  /^(?:127|0)\.\d+\.\d+\.\d+$/,
  // Private networks (RFC 1918), shared by a provider (RFC 6598), and link-local, where clouds keep their keys
  /^10\.\d+\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  // The same in IPv6: unspecified, loopback, unique local, link-local
  /^\[::1?\]$/,
  /^\[f[cd][0-9a-f]{2}:/i,
  /^\[fe[89ab][0-9a-f]:/i,
];
