import type { LinkForm, MeetingService } from './meetingService.ts';

/**
 * The meeting services we know, one row each; the shape of a row is explained in meetingService.ts.
 * To add one: add a row, and a line to test/shared/join/services.test.ts.
 */

const room = (path: RegExp, more: Partial<LinkForm> = {}): LinkForm => ({
  path,
  directness: 'room',
  ...more,
});
const personal = (path: RegExp): LinkForm => ({ path, directness: 'personal' });
const lobby = (path: RegExp): LinkForm => ({ path, directness: 'lobby' });
const watch = (path: RegExp): LinkForm => ({ path, directness: 'watch' });
const closed = (path: RegExp): LinkForm => ({ path, directness: 'closed' });

/** One path segment of letters that room names are made of: no further slash, nothing empty. */
const NAMED_ROOM = /^\/(?<id>[^/]+)\/?$/;

const zoomForms: readonly LinkForm[] = [
  room(/^\/(?:j|w)\/(?<id>\d{9,11})\/?$/),
  room(/^\/s\/(?<id>\d{9,11})\/?$/, { rewrite: '/j/{id}' }),
  room(/^\/wc\/join\/(?<id>\d{9,11})\/?$/),
  room(/^\/wc\/(?<id>\d{9,11})\/(?:join|start)\/?$/),
  room(/^\/join\/?$/, { idIn: 'confno', rewrite: '/j/{id}' }),
  personal(/^\/my\/[^/]+\/?$/),
];
/** Recordings, registration, local numbers, help, downloads and the launcher page. */
const zoomRefused =
  /^\/(?:rec|recording|meeting\/register|webinar\/register|u|zoomconference|support|download|launch|skype|profile|test|client)(?:\/|$)/i;
const zoomNative = {
  kind: 'query',
  base: 'zoommtg://{domain}/join',
  query: { confno: 'id', pwd: 'passcode' },
} as const;
const teamsNative = { kind: 'scheme', scheme: 'msteams', withHost: false } as const;
const teamsForms: readonly LinkForm[] = [
  room(/^\/l\/meetup-join\/(?<id>19(?:%3a|:)[^/]+)(?:\/[^/]*)?\/?$/i),
  room(/^\/meet\/(?<id>\d{6,20})\/?$/i),
];
const teamsRefused = /^\/(?:meetingoptions|dialin|usp|registration|downloads?|convene)(?:\/|$)/i;

export const services: readonly MeetingService[] = [
  // Rooms that communities use most.
  {
    id: 'zoom',
    name: 'Zoom',
    hosts: ['zoom.us', 'zoom.com', 'zoom.com.cn', 'zoom-x.de'],
    forms: zoomForms,
    refused: zoomRefused,
    passcodeIn: 'pwd',
    saysPasscode: true,
    native: zoomNative,
  },
  {
    id: 'zoomgov',
    name: 'ZoomGov',
    hosts: ['zoomgov.com'],
    forms: zoomForms,
    refused: zoomRefused,
    passcodeIn: 'pwd',
    saysPasscode: true,
    native: zoomNative,
  },
  { id: 'zoom-events', name: 'Zoom Events', hosts: ['events.zoom.us'], forms: [lobby(/^\/ev\/[^/]+/)] },
  {
    id: 'lfx',
    name: 'LFX Zoom',
    hosts: ['zoom-lfx.platform.linuxfoundation.org'],
    forms: [room(/^\/meeting\/(?<id>[\w-]+)\/?$/)],
    passcodeIn: 'password',
  },
  {
    id: 'lfx-self-serve',
    name: 'LFX',
    hosts: ['app.lfx.dev'],
    forms: [room(/^\/meetings\/(?<id>\d[\w-]*)\/?$/)],
    passcodeIn: 'password',
  },
  {
    id: 'meet',
    name: 'Google Meet',
    hosts: ['meet.google.com'],
    forms: [
      room(/^\/(?:_meet\/)?(?<id>[a-z]{3}-[a-z]{4}-[a-z]{3})\/?$/i),
      room(/^\/lookup\/(?<id>[\w-]+)\/?$/i),
    ],
  },
  {
    id: 'meet-stream',
    name: 'Google Meet live stream',
    hosts: ['stream.meet.google.com'],
    forms: [watch(/^\/stream\/(?<id>[\w-]+)\/?$/i)],
  },
  {
    id: 'teams',
    name: 'Microsoft Teams',
    hosts: ['teams.microsoft.com', 'teams.microsoft.us', 'teams.cloud.microsoft'],
    forms: teamsForms,
    refused: teamsRefused,
    passcodeIn: 'p',
    saysPasscode: true,
    native: teamsNative,
  },
  {
    id: 'teams-government',
    name: 'Microsoft Teams (government)',
    hosts: ['gov.teams.microsoft.us', 'dod.teams.microsoft.us', 'gov.teams.microsoft.com'],
    forms: [...teamsForms, room(/^\/us\/l\/meetup-join\/(?<id>19(?:%3a|:)[^/]+)(?:\/[^/]*)?\/?$/i)],
    refused: teamsRefused,
    passcodeIn: 'p',
    saysPasscode: true,
    native: teamsNative,
  },
  {
    id: 'teams-personal',
    name: 'Microsoft Teams (personal)',
    hosts: ['teams.live.com'],
    forms: teamsForms,
    refused: teamsRefused,
    passcodeIn: 'p',
    saysPasscode: true,
  },
  {
    id: 'teams-event',
    name: 'Microsoft Teams event',
    hosts: ['events.teams.microsoft.com'],
    forms: [lobby(/^\/event\/(?<id>[0-9a-f-]{36}@[0-9a-f-]{36})\/?$/i)],
  },
  {
    id: 'webex',
    name: 'Webex',
    hosts: ['webex.com', 'webexgov.com'],
    forms: [
      room(/^\/(?:[^/]+\/)?j\.php$/i, { idIn: 'MTID' }),
      room(
        /^\/(?:webappng\/sites\/[^/]+|[^/]+\/wbxmjs|wbxmjs)\/(?:meeting\/download|joinservice|sites\/[^/]+\/meeting\/download)\/(?<id>[0-9a-f]{16,})\/?$/i,
      ),
      personal(/^\/(?:meet|join)\/[^/]+\/?$/i),
      personal(/^\/(?!recording|help|register|dial)[^/]+\/(?:meet|join)\/[^/]+\/?$/i),
    ],
    refused:
      /^\/(?:[^/]+\/)?(?:ldr\.php|lsr\.php|recordingservice|globalcallin\.php|k2\/|j\.php\/register|downloads?|tollfree)/i,
    saysPasscode: true,
  },
  // Free software and privacy.
  {
    id: 'jitsi',
    name: 'Jitsi Meet',
    hosts: ['meet.jit.si', 'moderated.jitsi.net'],
    forms: [room(/^\/(?!static\/|-\/)(?<id>[^/]+)\/?$/)],
    native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true },
  },
  { id: '8x8', name: '8x8', hosts: ['8x8.vc'], forms: [room(/^\/(?<id>[^/]+\/[^/]+)\/?$/)] },
  { id: 'kmeet', name: 'kMeet', hosts: ['kmeet.infomaniak.com'], forms: [room(NAMED_ROOM)] },
  { id: 'brave', name: 'Brave Talk', hosts: ['talk.brave.com'], forms: [room(NAMED_ROOM)] },
  {
    id: 'element',
    name: 'Element Call',
    hosts: ['call.element.io'],
    forms: [room(/^\/room\/?$/, { fragment: /^#\/?.+/ }), room(/^\/(?!room\/?$)(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'whereby',
    name: 'Whereby',
    hosts: ['whereby.com'],
    refused: /^\/(?:user|information|blog|org)(?:\/|$)/,
    forms: [room(NAMED_ROOM)],
  },
  {
    id: 'livekit',
    name: 'LiveKit Meet',
    hosts: ['meet.livekit.io'],
    forms: [room(/^\/rooms\/(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'proton',
    name: 'Proton Meet',
    hosts: ['meet.proton.me'],
    forms: [room(/^\/(?:u\/\d+\/)?join\/(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'signal',
    name: 'Signal',
    hosts: ['signal.link'],
    forms: [room(/^\/call\/?$/, { fragment: /^#key=.+/ })],
  },
  {
    id: 'facetime',
    name: 'FaceTime',
    hosts: ['facetime.apple.com'],
    forms: [room(/^\/join\/?$/, { fragment: /^#v=.+/ })],
  },
  {
    id: 'whatsapp',
    name: 'WhatsApp',
    hosts: ['call.whatsapp.com'],
    forms: [room(/^\/(?:video|voice)\/(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'meetecho',
    name: 'Meetecho',
    hosts: ['meetings.conf.meetecho.com'],
    forms: [room(/^\/[^/]+\/?$/, { idIn: 'session' })],
  },
  {
    id: 'freeconferencecall',
    name: 'FreeConferenceCall',
    hosts: ['freeconferencecall.com'],
    forms: [personal(/^\/wall\/[^/]+/)],
  },
  {
    id: 'slack',
    name: 'Slack huddle',
    hosts: ['app.slack.com'],
    forms: [room(/^\/huddle\/(?<team>[A-Z0-9]+)\/(?<id>[A-Z0-9]+)\/?$/)],
    native: { kind: 'query', base: 'slack://join-huddle', query: { team: 'team', id: 'id' } },
  },
  {
    id: 'discord',
    name: 'Discord',
    hosts: ['discord.com', 'discordapp.com'],
    forms: [room(/^\/channels\/(?<id>(?:\d+|@me)\/\d+)\/?$/), lobby(/^\/invite\/[^/]+\/?$/)],
  },
  { id: 'discord-invite', name: 'Discord', hosts: ['discord.gg'], forms: [lobby(NAMED_ROOM)] },
  {
    id: 'gnome',
    name: 'GNOME BigBlueButton',
    hosts: ['meet.gnome.org'],
    forms: [room(/^\/(?:b|rooms)\/(?<id>[\w-]+)(?:\/join)?\/?$/)],
  },
  // Office suites and telephone companies.
  {
    id: 'ringcentral',
    name: 'RingCentral',
    hosts: ['v.ringcentral.com', 'meetings.ringcentral.com'],
    forms: [room(/^\/(?:j|join)\/(?<id>\d{6,})\/?$/)],
    passcodeIn: 'pw',
    saysPasscode: true,
  },
  {
    id: 'goto',
    name: 'GoTo Meeting',
    hosts: ['meet.goto.com', 'gotomeet.me'],
    forms: [room(/^\/(?<id>\d{6,})\/?$/), personal(/^\/(?!\d+\/?$)[^/]+\/?$/)],
  },
  {
    id: 'gotomeeting',
    name: 'GoToMeeting',
    hosts: ['gotomeeting.com'],
    forms: [room(/^\/join\/(?<id>\d{6,})\/?$/)],
  },
  {
    id: 'gotowebinar',
    name: 'GoToWebinar',
    hosts: ['gotowebinar.com'],
    forms: [lobby(/^\/join\/(?<id>[^/]+)/)],
    refused: /^\/(?:register|rt|recording)\//,
  },
  {
    id: 'dialpad',
    name: 'Dialpad',
    hosts: ['meetings.dialpad.com'],
    forms: [room(/^\/room\/(?<id>[^/]+)\/?$/), personal(/^\/(?!international|room)[^/]+\/?$/)],
  },
  {
    id: 'uberconference',
    name: 'UberConference',
    hosts: ['uberconference.com'],
    forms: [personal(/^\/(?:room\/)?(?!international)[^/]+\/?$/)],
  },
  { id: 'joinme', name: 'join.me', hosts: ['join.me'], forms: [room(NAMED_ROOM)] },
  {
    id: 'teamviewer',
    name: 'TeamViewer',
    hosts: ['go.teamviewer.com', 'go.blizz.com'],
    forms: [room(/^\/(?:v\d+\/)?(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'skype-business',
    name: 'Skype for Business',
    hosts: ['meet.lync.com'],
    forms: [room(/^\/[^/]+\/[^/]+\/(?<id>[^/]+)\/?$/)],
  },
  { id: 'lark', name: 'Lark', hosts: ['vc.larksuite.com'], forms: [room(/^\/j\/(?<id>\d+)\/?$/)] },
  { id: 'feishu', name: 'Feishu', hosts: ['vc.feishu.cn'], forms: [room(/^\/j\/(?<id>\d+)\/?$/)] },
  {
    id: 'tencent',
    name: 'Tencent Meeting',
    hosts: ['meeting.tencent.com'],
    forms: [room(/^\/dm\/(?<id>[^/]+)\/?$/), room(/^\/p\/(?<id>\d+)\/?$/)],
    passcodeIn: 'pwd',
    saysPasscode: true,
  },
  {
    id: 'voov',
    name: 'VooV Meeting',
    hosts: ['voovmeeting.com'],
    forms: [room(/^\/(?:dm|s|p)\/(?<id>[^/]+)\/?$/)],
    passcodeIn: 'pwd',
    saysPasscode: true,
  },
  {
    id: 'zhumu',
    name: 'Zhumu',
    hosts: ['welink.zhumu.com', 'zhumu.com'],
    forms: [room(/^\/j\/(?<id>\d+)\/?$/), room(/^\/wc\/join\/(?<id>\d+)\/?$/)],
    passcodeIn: 'pwd',
    saysPasscode: true,
  },
  {
    id: 'zoho-cliq',
    name: 'Zoho Cliq',
    hosts: ['cliq.zoho.com', 'cliq.zoho.eu', 'cliq.zoho.in'],
    forms: [room(/^\/meetings\/(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'zoho',
    name: 'Zoho Meeting',
    hosts: ['meeting.zoho.com', 'meeting.zoho.eu', 'meeting.zoho.in', 'meet.zoho.com'],
    forms: [room(/^\/(?:meeting\/)?join$/i, { idIn: 'key' }), room(/^\/(?<id>[\w-]{6,})\/?$/)],
    refused: /^\/(?:recording|register|webinar)/,
  },
  { id: 'vonage', name: 'Vonage', hosts: ['meetings.vonage.com'], forms: [room(/^\/(?<id>\d{9})\/?$/)] },
  { id: 'lifesize', name: 'Lifesize', hosts: ['call.lifesizecloud.com'], forms: [room(/^\/(?<id>\d+)\/?$/)] },
  {
    id: 'starleaf',
    name: 'StarLeaf',
    hosts: ['meet.starleaf.com'],
    forms: [room(/^\/(?<id>\d+)(?:\/app)?\/?$/)],
  },
  { id: 'vsee', name: 'VSee', hosts: ['vsee.com'], forms: [room(/^\/(?:c|go)\/(?<id>[^/]+)\/?$/)] },
  {
    id: 'doxy',
    name: 'doxy.me',
    hosts: ['doxy.me'],
    refused: /^\/(?:pricing|blog|en|sign)/,
    forms: [personal(NAMED_ROOM)],
  },
  {
    id: 'workplace',
    name: 'Workplace',
    hosts: ['workplace.com'],
    forms: [room(/^\/groupcall\/(?<id>[^/]+)/)],
  },
  { id: 'pumble', name: 'Pumble', hosts: ['meet.pumble.com'], forms: [room(NAMED_ROOM)] },
  { id: 'calcom', name: 'Cal Video', hosts: ['app.cal.com'], forms: [room(/^\/video\/(?<id>[^/]+)\/?$/)] },
  {
    id: 'blackboard',
    name: 'Blackboard Collaborate',
    hosts: ['bbcollab.com'],
    forms: [
      room(/^\/(?:guest|invite)\/(?<id>[^/]+)\/?$/),
      room(/^\/collab\/ui\/session\/(?:guest|join)\/(?<id>[^/]+)\/?$/),
    ],
    refused: /\/playback\//,
  },
  // Virtual rooms, pairing and shows.
  {
    id: 'gather',
    name: 'Gather',
    hosts: ['app.gather.town', 'gather.town'],
    forms: [room(/^\/app\/(?<id>[^/]+\/[^/]+)\/?$/)],
  },
  { id: 'around', name: 'Around', hosts: ['around.co'], forms: [closed(/^\/r\/(?<id>[^/]+)\/?$/)] },
  { id: 'jam', name: 'Jam', hosts: ['jam.systems'], forms: [room(NAMED_ROOM)] },
  { id: 'pop', name: 'Pop', hosts: ['pop.com'], forms: [room(/^\/j\/(?<id>[^/]+)\/?$/)] },
  { id: 'tuple', name: 'Tuple', hosts: ['tuple.app'], forms: [room(/^\/c\/(?<id>[^/]+)\/?$/)] },
  { id: 'coscreen', name: 'CoScreen', hosts: ['join.coscreen.co'], forms: [room(/^\/(?<id>.+)$/)] },
  { id: 'roam', name: 'Roam', hosts: ['ro.am'], forms: [room(/^\/r\/?$/, { fragment: /^#\/(?:d|p)\/.+/ })] },
  {
    id: 'riverside',
    name: 'Riverside',
    hosts: ['riverside.fm', 'riverside.com'],
    forms: [room(/^\/studio\/(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'streamyard',
    name: 'StreamYard',
    hosts: ['streamyard.com'],
    refused: /^\/(?:watch|blog|pricing|login)(?:\/|$)/,
    forms: [room(/^\/(?:guest\/)?(?<id>[a-z0-9]{8,})\/?$/i)],
  },
  {
    id: 'livestorm',
    name: 'Livestorm',
    hosts: ['app.livestorm.com', 'app.livestorm.co'],
    forms: [lobby(/^\/p\/(?<id>[^/]+)/)],
  },
  { id: 'demio', name: 'Demio', hosts: ['event.demio.com'], forms: [lobby(/^\/(?:ref\/)?(?<id>[^/]+)\/?$/)] },
  {
    id: 'ovice',
    name: 'oVice',
    hosts: ['ovice.in', 'ovice.com'],
    forms: [room(/^\/(?:lobby|ws|@[\w-]+)[^?]*$/)],
  },
  { id: 'teemyco', name: 'Teemyco', hosts: ['app.teemyco.com'], forms: [room(/^\/room\/(?<id>[^/]+)/)] },
  { id: 'venue', name: 'Venue', hosts: ['app.venue.live'], forms: [room(/^\/app\/(?<id>[^/]+)\/?$/)] },
  { id: 'vowel', name: 'Vowel', hosts: ['vowel.com'], forms: [{ ...closed(/^\/$/), fragment: /^#\/g\/.+/ }] },
  {
    id: 'demodesk',
    name: 'Demodesk',
    hosts: ['demodesk.com'],
    forms: [room(/^\/(?<id>[a-z0-9-]{6,})\/?$/i)],
    refused: /^\/(?:pricing|product|blog|customers|recordings?)(?:\/|$)/,
  },
  { id: 'gong', name: 'Gong', hosts: ['join.gong.io'], forms: [lobby(/^\/(?<id>.+)$/)] },
  { id: 'chorus', name: 'Chorus', hosts: ['go.chorus.ai'], forms: [lobby(/^\/(?<id>[^/]+)\/?$/)] },
  {
    id: 'preply',
    name: 'Preply',
    hosts: ['preply.com'],
    forms: [room(/^\/(?:[a-z]{2}\/)?(?:classroom|room)\/?(?<id>[^/]+)\/?$/)],
  },
  {
    id: 'userzoom',
    name: 'UserZoom',
    hosts: ['go.userzoom.com'],
    forms: [room(/^\/participate\/(?<id>[^/]+)\/?$/)],
  },
  { id: 'entre', name: 'Entre', hosts: ['joinentre.com'], forms: [room(/^\/room\/(?<id>[^/]+)\/?$/)] },
  {
    id: 'suit',
    name: 'Suit Conference',
    hosts: ['conference.istesuit.com'],
    forms: [room(/^\/(?<id>[^/]+)\/?$/)],
  },
  // Pages that lead on to a room elsewhere.
  { id: 'luma', name: 'Luma', hosts: ['lu.ma', 'luma.com'], forms: [lobby(/^\/join\/(?<id>[^/]+)\/?$/)] },
  { id: 'reclaim', name: 'Reclaim', hosts: ['reclaim.ai'], forms: [lobby(/^\/(?:z|m)\/[^/]+/)] },
  { id: 'zmpage', name: 'Zoom (short link)', hosts: ['zm.page'], forms: [lobby(NAMED_ROOM)] },
  {
    id: 'youcanbookme',
    name: 'YouCanBookMe',
    hosts: ['youcanbook.me'],
    forms: [lobby(/^\/(?:zoom|teams|meet|video)\/[^/]+/)],
  },
  // Live pictures to look at. A plain video page may be a recording, so it does not count.
  {
    id: 'youtube',
    name: 'YouTube (watch live)',
    hosts: ['youtube.com'],
    forms: [
      watch(/^\/live\/(?<id>[\w-]{11})\/?$/),
      watch(/^\/(?:@[^/]+|channel\/[\w-]+|c\/[^/]+)\/live\/?$/),
    ],
  },
  {
    id: 'vimeo',
    name: 'Vimeo (watch live)',
    hosts: ['vimeo.com'],
    forms: [watch(/^\/event\/(?<id>\d+)(?:\/[^/]*)*$/)],
  },
  {
    id: 'twitch',
    name: 'Twitch (watch live)',
    hosts: ['twitch.tv'],
    forms: [watch(/^\/(?!videos|directory)[\w]+\/?$/)],
  },
  // Ended, but still in old invitations.
  {
    id: 'hangouts',
    name: 'Google Hangouts',
    hosts: ['hangouts.google.com'],
    forms: [closed(/^\/(?:hangouts\/_|call)\/.+/)],
  },
  { id: 'duo', name: 'Google Duo', hosts: ['duo.app.goo.gl'], forms: [closed(NAMED_ROOM)] },
  { id: 'skype', name: 'Skype', hosts: ['join.skype.com'], forms: [closed(/^\/(?:meetnow\/)?[^/]+\/?$/)] },
  {
    id: 'chime',
    name: 'Amazon Chime',
    hosts: ['chime.aws'],
    forms: [
      closed(/^\/(?<id>\d{4,})\/?$/),
      closed(/^\/meetings\/(?<id>[^/]+)\/?$/),
      closed(/^\/(?!dialinnumbers|download)[a-z][^/]*\/?$/),
    ],
  },
  {
    id: 'bluejeans',
    name: 'BlueJeans',
    hosts: ['bluejeans.com'],
    forms: [closed(/^\/(?<id>\d+)(?:\/\d+)?(?:\/webrtc)?\/?$/)],
  },
];
