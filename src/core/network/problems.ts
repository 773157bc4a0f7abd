import { problemsOf, type CodeOf, type Problem, type ProblemTexts } from '#base';

/** Problems of the way to the network: proxies and certificates. None contains a password. */

const SETTINGS = 'Settings → Network';

/** Why a certificate is not accepted. */
export type CertificateFlaw =
  | 'selfSigned'
  | 'unknownIssuer'
  | 'expired'
  | 'notYetValid'
  | 'wrongName'
  | 'other';

const ADD_CERTIFICATE = `ask its administrators for the file of their certificate authority and add it under ${SETTINGS}.`;

const certificateWords: Readonly<
  Record<CertificateFlaw, (server: string) => { title: string; detail: string }>
> = {
  selfSigned: (server) => ({
    title: `${server} vouches for itself (self-signed certificate)`,
    detail: `Nobody else confirms that it is the right server. If it belongs to you or your organisation, add its certificate file under ${SETTINGS}.`,
  }),
  unknownIssuer: (server) => ({
    title: `The certificate of ${server} comes from an authority that this computer does not know`,
    detail: `In an organisation, or where the network inspects encrypted connections, ${ADD_CERTIFICATE} Elsewhere do not go on: somebody may be listening.`,
  }),
  expired: (server) => ({
    title: `The certificate of ${server} has expired`,
    detail:
      'Check the date of this computer. If it is right, tell the owner of the server, who has to renew the certificate.',
  }),
  notYetValid: (server) => ({
    title: `The certificate of ${server} is not valid yet`,
    detail: 'Check the date of this computer. If it is right, tell the owner of the server.',
  }),
  wrongName: (server) => ({
    title: `The certificate is not for ${server}, but for another name`,
    detail:
      'Check the address for a typing error, and whether your calendar’s provider names another one. Otherwise tell the owner of the server.',
  }),
  other: (server) => ({
    title: `The certificate of ${server} is not valid`,
    detail: `Tell the owner of the server. In a company, ${ADD_CERTIFICATE}`,
  }),
};

const texts = {
  'network/certificate': (server: string, flaw: CertificateFlaw) => certificateWords[flaw](server),
  'network/proxyUnreachable': (proxy: string) => ({
    title: `The proxy ${proxy} cannot be reached`,
    detail: `Check whether you are in the network that it belongs to, and what ${SETTINGS} says.`,
  }),
  'network/proxyRefused': (proxy: string, status: number) => ({
    title: `The proxy ${proxy} does not lead to this server (${status})`,
    detail: 'It may block the address, or the server may be down. Ask your network administrators.',
  }),
  'network/proxyBroken': (proxy: string) => ({
    title: `The proxy ${proxy} gave an answer that is not a proxy’s`,
    detail: `Perhaps the network first wants you to log in on a web page, or the address is not that of a proxy. Check ${SETTINGS}.`,
  }),
  'network/proxyLogin': (proxy: string) => ({
    title: `The proxy ${proxy} wants a name and a password`,
    detail: `Enter them when the window asks, or under ${SETTINGS}.`,
  }),
  'network/proxyLoginRefused': (proxy: string) => ({
    title: `The proxy ${proxy} did not accept the name and password`,
    detail: `Enter them again under ${SETTINGS}.`,
  }),
  /** @param schemes as the proxy names them, for example `NTLM, Negotiate` */
  'network/proxyLoginKind': (proxy: string, schemes: string) => ({
    title: `The proxy ${proxy} wants a login of a kind that Office Hours does not have (${schemes})`,
    detail:
      'It knows name and password (Basic). Ask your network administrators for a way without that login.',
  }),
  'network/badProxyAddress': () => ({
    title: 'This is not the address of a proxy',
    detail: 'Enter a name and a port, for example proxy.example.org:3128.',
  }),
  'network/badVariable': (variable: string) => ({
    title: `The variable ${variable} holds no address of a proxy`,
    detail:
      'It should look like http://proxy.example.org:3128. Nothing was requested, neither with a proxy nor without.',
  }),
  'network/noCertificate': () => ({
    title: 'This file holds no certificate',
    detail: 'Choose a file in PEM or DER format (.pem, .crt, .cer). A key or a .p12 file does not help here.',
  }),
  'network/damagedCertificate': () => ({
    title: 'The certificate in this file is damaged',
    detail: 'Part of it is missing or changed. Ask for the file again.',
  }),
  'network/serverCertificate': (subject: string) => ({
    title: `${subject} is the certificate of a server, not of an authority`,
    detail:
      'Choose the certificate of the authority that issued it. A server that vouches for itself works too.',
  }),
  'network/knownCertificate': (subject: string) => ({
    title: `“${subject}” is in the list already`,
    detail: 'Nothing was added.',
  }),
  'network/unreadableFile': () => ({
    title: 'This file cannot be read',
    detail: 'Check that you may open it, and that its disk is connected.',
  }),
  'network/certificateNotKept': () => ({
    title: 'The certificate could not be kept',
    detail: 'Check whether the disk is full or write-protected, and try again.',
  }),
  'network/damagedCopies': (count: number) => ({
    title:
      count === 1
        ? 'A certificate that you added is damaged'
        : `${count} certificates that you added are damaged`,
    detail: `It is not used. Add the file again under ${SETTINGS}.`,
  }),
} satisfies ProblemTexts;

export type NetworkProblemCode = CodeOf<typeof texts>;
export const { problem: networkProblem, failure: networkFailure } = problemsOf(texts);

/** Whether its words send the user to the settings of the network, so that a button may lead there. */
export const leadsToSettings = ({ code, detail }: Problem): boolean =>
  code.startsWith('network/') && detail.includes(SETTINGS);
