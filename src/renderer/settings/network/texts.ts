import { texts as kitTexts } from '../../kit/texts.ts';

const isoDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** What the settings of the network say. */
export const texts = {
  proxy: kitTexts.proxy,
  proxySystem: 'System',
  proxyNone: 'None',
  proxyOwn: 'My own',
  proxyHints: {
    system: 'As your system is set up, with its proxy script. HTTPS_PROXY and its like win if they are set.',
    none: 'Straight to each server.',
    manual: 'Everything goes through one proxy.',
  },
  proxyAddress: 'Address of the proxy',
  proxyAddressHint:
    'Name and password are kept apart from it: Office Hours asks for them if the proxy wants them.',
  proxyExample: 'proxy.example.org:3128',
  proxyFlaw: 'This is no address of a proxy. Write name:port.',
  proxyWants: 'This proxy wants a name and a password.',
  proxyEnter: 'Enter name and password…',
  proxyLogin: (user: string) => `You log in as ${user}.`,
  proxyForget: 'Forget',
  proxyForgetOf: (proxy: string) => `Forget the login of ${proxy}`,
  certificates: 'Certificates',
  ownCertificates: kitTexts.ownCertificates,
  ownCertificatesHint:
    'The certificates of your system count anyway. Add those of a private authority, or of a server of your own, if only the file is known.',
  addCertificate: 'Add a file…',
  certificatesAdded: (names: readonly string[]) => `Added ${names.join(', ')}`,
  certificateUntil: (until: number) => `valid until ${isoDate(until)}`,
  certificateExpired: (until: number) => `expired on ${isoDate(until)}`,
  remove: (name: string) => `Remove ${name}`,
};
