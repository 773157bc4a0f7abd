/** Chats in which communities talk, and some hold their meetings. The same for calendars and pages. */

/** Services, each with its sub-hosts: those of teams. */
const SERVICES =
  /(?:^|\.)(?:slack\.com|matrix\.to|app\.element\.io|zulipchat\.com|gitter\.im|t\.me|telegram\.me|mattermost\.com|rocket\.chat|libera\.chat|kiwiirc\.com|irccloud\.com|webchat\.oftc\.net|mibbit\.com)$/;

/** How a server is called that runs nothing but a chat: `zulip.example.org`, `chat.example.org`. */
const OWN_SERVER =
  /^(?:zulip|chat|mattermost|rocketchat|rocket|webchat|element|irc|slack|matrix)\d?\.[\w-]+\./;

/** On services whose sites are more than chats: the paths of their channels. */
const CHANNELS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)slack\.com$/, path: /^\/(?:messages|archives|channels|client|app_redirect)(?:\/|$)/ },
  { host: /(?:^|\.)mattermost\.com$/, path: /^\/[\w-]+\/(?:channels|messages|pl)\// },
];

/** Meetings are there, not talk. */
const OF_MEETINGS = /^chat\.google\.com$|^(?:meet|call)\./;

/** Whether addresses on a host may lead into a chat; in lower case. */
export const isChatHost = (host: string): boolean =>
  (SERVICES.test(host) || OWN_SERVER.test(host)) && !OF_MEETINGS.test(host);

/** Whether an address leads into a chat. */
export function isChat({ hostname, pathname, hash, search }: URL): boolean {
  if (!isChatHost(hostname)) return false;
  const channels = CHANNELS.find(({ host }) => host.test(hostname));
  if (channels !== undefined) return channels.path.test(pathname);
  return pathname !== '/' || hash !== '' || search !== '' || /(?:^|\.)zulip/.test(hostname);
}

/** IRC networks that a browser can open. */
const IRC = /ircs?:\/\/(?:irc\.)?(libera\.chat|oftc\.net)(?::\d{1,5})?\/(?:#|%23)?([\w-]{1,50})/i;

/** The web page for the first IRC channel that a text names by its address; null where it names none. */
export function ircOnTheWeb(text: string): string | null {
  const [, network, channel] = IRC.exec(text) ?? [];
  if (network === undefined || channel === undefined) return null;
  return network.toLowerCase() === 'oftc.net'
    ? `https://webchat.oftc.net/?channels=${channel}`
    : `https://web.libera.chat/#${channel}`;
}
