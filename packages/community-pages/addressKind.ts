import { findJoinLinks, isChat } from '#meeting-links';
import { memoize } from '#base';

/** What a web address on a community's page is for, judged by the address alone. */

export type AddressKind =
  | 'join'
  | 'document'
  | 'recordings'
  | 'recording'
  | 'chat'
  | 'list'
  | 'calendar'
  | 'event'
  | 'converter'
  | 'shortlink'
  | 'other';

const FORMS: readonly { kind: AddressKind; form: RegExp }[] = [
  // Help about calendars, and code for them, are not calendars.
  {
    kind: 'other',
    form: /\/\/(?:support|help|docs)\.[\w.-]+\/.*calendar|\/\/(?:www\.)?(?:github|gitlab)\.com\/.*\/calendar(?:\/|$|\?|#)(?!.*\.ics$)|[$<{][\w-]+[>}]?\.ics/i,
  },
  { kind: 'recording', form: /zoom\.(?:us|com)\/(?:rec|recording)\//i },
  { kind: 'calendar', form: /zoom\.(?:us|com)\/meeting\/.*\/(?:ics|calendar)/i },
  {
    kind: 'join',
    form: /\/\/(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|zoom\.com\.cn|zoomgov\.com|zoom-x\.de)\/(?:j|my|w|s|wc|join)\//i,
  },
  { kind: 'join', form: /\/\/(?:[\w-]+\.)*zoom\.(?:us|com)\/(?:meeting\/register|webinar\/register)/i },
  { kind: 'join', form: /\/\/zoom-lfx\.platform\.linuxfoundation\.org\/meeting\//i },
  { kind: 'join', form: /\/\/app\.lfx\.dev\/meetings\//i },
  {
    kind: 'join',
    form: /\/\/meet\.google\.com\/|\/\/(?:g\.co\/meet|hangouts\.google\.com)\/|\/\/plus\.google\.com\/hangouts\//i,
  },
  { kind: 'join', form: /\/\/teams\.(?:microsoft\.(?:com|us)|live\.com)\/(?:l\/meetup-join|meet)\//i },
  { kind: 'join', form: /\.webex\.com\/(?:.+\/j\.php|meet|join|.*meet)/i },
  {
    kind: 'join',
    form: /\/\/(?:meet\.jit\.si|8x8\.vc|whereby\.com|kmeet\.infomaniak\.com|talk\.brave\.com|bluejeans\.com|meet\.goto\.com|(?:www\.|global\.)?gotomeeting\.com|(?:www\.)?gotomeet\.me|join\.me|meetings\.dialpad\.com|(?:www\.)?uberconference\.com|meeting\.tencent\.com|vc\.larksuite\.com|vc\.feishu\.cn|meetings\.vonage\.com|(?:app\.)?chime\.aws|v\.ringcentral\.com|welink\.zhumu\.com|meet\.livekit\.io|meetings\.conf\.meetecho\.com|(?:www\.)?freeconferencecall\.com)\/\S/i,
  },
  {
    kind: 'join',
    form: /\/\/(?:(?:meet|jitsi|bbb|call|video|conf(?:erence)?)\.[\w.-]+)\/(?!.*\.(?:html?|pdf|md)$)[\w./-]+/i,
  },
  { kind: 'join', form: /\/\/discord\.(?:gg\/|com\/(?:channels|events)\/)/i },
  { kind: 'calendar', form: /calendar\.google\.com\/calendar\/(?:u\/\d+\/)?(?:event|r\/eventedit)/i },
  {
    kind: 'calendar',
    form: /calendar\.google\.com|outlook\.(?:office365|live)\.com\/.*calendar|\.ics(?:[?#]|$)|webcal:|\/\/webcal\.[\w.-]+\/|\/calendar(?:\/|$|\?)|lists?\.[\w.-]+\/.*\/(?:calendar|ics)|teamup\.com|\/\/calendar\.fedoraproject\.org\/./i,
  },
  {
    kind: 'converter',
    form: /thetimezoneconverter|worldtimebuddy|time\.is\/|timeanddate\.com|everytimezone|dateful\.com|savvytime|24timezones|time\.fyi|arewemeetingyet|timee\.io|zeitverschiebung/i,
  },
  {
    kind: 'recordings',
    form: /(?:youtube\.com\/(?:playlist|channel|c\/|user\/|@|watch\?.*list=)|youtube\.com\/[\w-]+$|youtu\.be\/|youtube\.com\/watch|bilibili\.com|vimeo\.com|peertube|twitch\.tv)/i,
  },
  {
    kind: 'document',
    form: /docs\.google\.com\/|drive\.google\.com\/|hackmd\.io\/|\/\/(?:[\w-]+\.)?(?:etherpad|pad)\.[\w.-]+\/|\/(?:etherpad|p)\/[\w-]+$|notion\.(?:so|site)|codimd|cryptpad|hedgedoc|dropbox\.com\/|paper\.dropbox|(?:wiki|confluence)\.|\.atlassian\.net\/wiki|office\.com\/|sharepoint\.com/i,
  },
  {
    kind: 'chat',
    form: /slack\.com|slack\.[\w.-]+\.(?:io|com|org)|inviter\.co|communityinviter\.com|discord|matrix\.to|gitter\.im|webchat\.|irc[:.]|zulipchat|t\.me\/|mattermost/i,
  },
  {
    kind: 'list',
    form: /groups\.google\.com|\/mailman\/|lists?\.[\w-]+\.(?:io|org|com|dev)|groups\.io|freelists\.org|mail-archive|librelist/i,
  },
  {
    kind: 'shortlink',
    form: /\/\/(?:goo\.gl|bit\.ly|tinyurl\.com|t\.co|aka\.ms|rb\.gy|is\.gd|ow\.ly|hubs\.la|cutt\.ly)\//i,
  },
  { kind: 'event', form: /meetup\.com|eventbrite|sched\.co|lu\.ma|community\.cncf\.io\/events/i },
];

/** True for the address of a room of any service that meeting-links knows. */
const isRoomOfService = memoize(
  (address) => findJoinLinks([{ source: 'description', text: address }]).length > 0,
);

/** What an address is for; `other` if its form does not show it. */
export function addressKind(address: string): AddressKind {
  const kind = FORMS.find(({ form }) => form.test(address))?.kind;
  if (kind !== undefined) return kind;
  const url = URL.parse(address);
  if (url !== null && isChat(url)) return 'chat';
  return isRoomOfService(address) ? 'join' : 'other';
}

/** True if a click on the address opens a call. */
export const isJoinAddress = (address: string): boolean => addressKind(address) === 'join';
