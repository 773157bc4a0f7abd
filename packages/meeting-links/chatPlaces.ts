/** Chats that communities use, some for meetings. Shared by calendars and pages. */

/** Chat services; each team has a sub-host. */
const SERVICES =
  /(?:^|\.)(?:slack\.com|matrix\.to|app\.element\.io|zulipchat\.com|gitter\.im|t\.me|telegram\.me|mattermost\.com|rocket\.chat|libera\.chat|kiwiirc\.com|irccloud\.com|webchat\.oftc\.net|mibbit\.com)$/;

/** Host names of servers that only run a chat: `zulip.example.org`, `chat.example.org`. */
const OWN_SERVER =
  /^(?:zulip|chat|mattermost|rocketchat|rocket|webchat|element|irc|slack|matrix)\d?\.[\w-]+\./;

/** Hosts that have more than chats: the paths of their channels. */
const CHANNELS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)slack\.com$/, path: /^\/(?:messages|archives|channels|client|app_redirect)(?:\/|$)/ },
  { host: /(?:^|\.)mattermost\.com$/, path: /^\/[\w-]+\/(?:channels|messages|pl)\// },
];

/** Paths of meetings on a chat host. */
const MEETING_HOSTS = /^chat\.google\.com$|^(?:meet|call)\./;

/** Whether a host may be a chat. The host is in lower case. */
export const isChatHost = (host: string): boolean =>
  (SERVICES.test(host) || OWN_SERVER.test(host)) && !MEETING_HOSTS.test(host);

/** Whether an address opens a chat. */
export function isChat({ hostname, pathname, hash, search }: URL): boolean {
  if (!isChatHost(hostname)) return false;
  const channels = CHANNELS.find(({ host }) => host.test(hostname));
  if (channels !== undefined) return channels.path.test(pathname);
  return pathname !== '/' || hash !== '' || search !== '' || /(?:^|\.)zulip/.test(hostname);
}

/** IRC networks with a web client. */
const IRC = /ircs?:\/\/(?:irc\.)?(libera\.chat|oftc\.net)(?::\d{1,5})?\/(?:#|%23)?([\w-]{1,50})/i;

/** The web client's page for the first `irc:` address in a text. */
export function ircOnTheWeb(text: string): string | null {
  const [, network, channel] = IRC.exec(text) ?? [];
  if (network === undefined || channel === undefined) return null;
  return network.toLowerCase() === 'oftc.net'
    ? `https://webchat.oftc.net/?channels=${channel}`
    : `https://web.libera.chat/#${channel}`;
}
