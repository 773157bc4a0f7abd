import {
  closed,
  lobby,
  NAMED_ROOM,
  onSubHost,
  PAGES,
  personal,
  room,
  teamsForms,
  teamsNative,
  teamsRefused,
  watch,
  zoomForms,
  zoomNative,
  zoomRefused,
} from './linkForms.ts';
import type { LinkForm, MeetingService } from './meetingService.ts';

/**
 * The known meeting services, one row each; meetingService.ts explains the format.
 * To add one: add a row here, and a line to packages/meeting-links/test/services.test.ts.
 */

/** A row: machine name, display name, hosts, forms of link, and optional properties. */
const service = (
  id: string,
  name: string,
  hosts: readonly string[],
  forms: readonly LinkForm[],
  more: Partial<MeetingService> = {},
): MeetingService => ({ id, name, hosts, forms, ...more });

export const services: readonly MeetingService[] = [
  // The services that communities use most.
  service('zoom', 'Zoom', ['zoom.us', 'zoom.com', 'zoom.com.cn', 'zoom-x.de'], zoomForms, {
    refused: zoomRefused,
    passcodeIn: 'pwd',
    writesPasscode: true,
    native: zoomNative,
  }),
  service('zoomgov', 'ZoomGov', ['zoomgov.com'], zoomForms, {
    refused: zoomRefused,
    passcodeIn: 'pwd',
    writesPasscode: true,
    native: zoomNative,
  }),
  service('zoom-events', 'Zoom Events', ['events.zoom.us'], [lobby(/^\/(?:ev|ejl)\/[^/]+/)]),
  service(
    'lfx',
    'LFX Zoom',
    ['zoom-lfx.platform.linuxfoundation.org'],
    [room(/^\/meeting\/(?<id>[\w-]+)\/?$/)],
    { passcodeIn: 'password', writesPasscode: true, family: { of: 'zoom', generation: 1 } },
  ),
  service('lfx-self-serve', 'LFX', ['app.lfx.dev'], [room(/^\/meetings\/(?<id>\d[\w-]*)\/?$/)], {
    passcodeIn: 'password',
    writesPasscode: true,
    family: { of: 'zoom', generation: 2 },
  }),
  service(
    'meet',
    'Google Meet',
    ['meet.google.com'],
    [room(/^\/(?:_meet\/)?(?<id>[a-z]{3}-[a-z]{4}-[a-z]{3})\/?$/i), room(/^\/lookup\/(?<id>[\w-]+)\/?$/i)],
  ),
  service('meet-nickname', 'Google Meet', ['g.co'], [personal(/^\/meet\/[^/]+\/?$/)]),
  service(
    'meet-stream',
    'Google Meet live stream',
    ['stream.meet.google.com'],
    [watch(/^\/stream\/(?<id>[\w-]+)\/?$/i)],
  ),
  service(
    'teams',
    'Microsoft Teams',
    ['teams.microsoft.com', 'teams.microsoft.us', 'teams.cloud.microsoft', 'teams.microsoftonline.cn'],
    teamsForms,
    { refused: teamsRefused, passcodeIn: 'p', writesPasscode: true, native: teamsNative },
  ),
  service(
    'teams-government',
    'Microsoft Teams (government)',
    [
      'gov.teams.microsoft.us',
      'dod.teams.microsoft.us',
      'gcc.teams.microsoft.com',
      'gov.teams.microsoft.com',
      'dod.teams.microsoft.com',
      'teams.microsoft.scloud',
      'teams.eaglex.ic.gov',
    ],
    teamsForms,
    { refused: teamsRefused, passcodeIn: 'p', writesPasscode: true, native: teamsNative },
  ),
  service('teams-personal', 'Microsoft Teams (personal)', ['teams.live.com'], teamsForms, {
    refused: teamsRefused,
    passcodeIn: 'p',
    writesPasscode: true,
  }),
  service(
    'teams-event',
    'Microsoft Teams event',
    ['events.teams.microsoft.com'],
    [{ ...lobby(/^\/event\/(?<id>[0-9a-f-]{36}@[0-9a-f-]{36})\/?$/i), hasKey: true }],
  ),
  service(
    'webex',
    'Webex',
    ['webex.com', 'webexgov.com'],
    [
      room(/^\/(?:[^/]+\/)?j\.php$/i, { idIn: 'MTID', hasKey: true }),
      room(
        /^\/(?:webappng\/sites\/[^/]+|[^/]+\/wbxmjs|wbxmjs)\/(?:meeting\/(?:download|info)|joinservice|sites\/[^/]+\/meeting\/download)\/(?<id>[0-9a-f]{16,})\/?$/i,
        { hasKey: true },
      ),
      room(/^\/(?:[^/]+\/)?wbxmjs\/joinservice\/sites\/[^/]+\/meeting\/download\/(?<id>[0-9a-f]{16,})\/?$/i, {
        hasKey: true,
      }),
      { ...lobby(/^\/(?:[^/]+\/)?(?:onstage\/g|e)\.php$/i), idIn: 'MTID', hasKey: true },
      personal(/^\/(?:meet|join)\/[^/]+\/?$/i),
      personal(/^\/(?!recording|help|register|dial)[^/]+\/(?:meet|join)\/[^/]+\/?$/i),
    ],
    {
      refused:
        /^\/(?:[^/]+\/)?(?:ldr\.php|lsr\.php|recordingservice|globalcallin\.php|k2\/|j\.php\/register|downloads?|tollfree)/i,
      writesPasscode: true,
    },
  ),
  // Free software and privacy.
  service(
    'jitsi',
    'Jitsi Meet',
    ['meet.jit.si', 'moderated.jitsi.net'],
    [room(/^\/(?!static\/|-\/)(?<id>[^/]+(?:\/[^/]+)?)\/?$/)],
    { native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true } },
  ),
  service('8x8', '8x8', ['8x8.vc'], [room(/^\/(?<id>[^/]+\/[^/]+)\/?$/)]),
  service('kmeet', 'kMeet', ['kmeet.infomaniak.com'], [room(NAMED_ROOM)]),
  service('brave', 'Brave Talk', ['talk.brave.com'], [room(NAMED_ROOM)], { refused: PAGES }),
  service(
    'element',
    'Element Call',
    ['call.element.io'],
    [room(/^\/room\/?$/, { fragment: /^#\/?.+/ }), room(/^\/(?!room\/?$)(?<id>[^/]+)\/?$/)],
  ),
  service('whereby', 'Whereby', ['whereby.com'], [room(NAMED_ROOM)], {
    refused: /^\/(?:user|information|blog|org)(?:\/|$)/,
    idsPerHost: true,
  }),
  service('livekit', 'LiveKit Meet', ['livekit.io'], [room(/^\/rooms\/(?<id>[^/]+)\/?$/)]),
  service('proton', 'Proton Meet', ['meet.proton.me'], [room(/^\/(?:u\/\d+\/)?join\/(?<id>[^/]+)\/?$/)]),
  service('signal', 'Signal', ['signal.link'], [room(/^\/call\/?$/, { fragment: /^#key=.+/ })]),
  service('facetime', 'FaceTime', ['facetime.apple.com'], [room(/^\/join\/?$/, { fragment: /^#v=.+/ })]),
  service('whatsapp', 'WhatsApp', ['call.whatsapp.com'], [room(/^\/(?:video|voice)\/(?<id>[^/]+)\/?$/)]),
  service(
    'meetecho',
    'Meetecho',
    ['meetings.conf.meetecho.com'],
    [room(/^\/[^/]+\/?$/, { idIn: 'session' })],
  ),
  service(
    'freeconferencecall',
    'FreeConferenceCall',
    ['freeconferencecall.com'],
    [personal(/^\/wall\/[^/]+/)],
  ),
  service(
    'slack',
    'Slack huddle',
    ['app.slack.com'],
    [room(/^\/huddle\/(?<team>[A-Z0-9]+)\/(?<id>[A-Z0-9]+)\/?$/)],
    { native: { kind: 'query', base: 'slack://join-huddle', query: { team: 'team', id: 'id' } } },
  ),
  service(
    'discord',
    'Discord',
    ['discord.com', 'discordapp.com'],
    [
      room(/^\/channels\/(?<id>(?:\d+|@me)\/\d+)\/?$/),
      lobby(/^\/invite\/[^/]+\/?$/),
      lobby(/^\/events\/\d+\/\d+\/?$/),
    ],
  ),
  service('discord-invite', 'Discord', ['discord.gg'], [lobby(NAMED_ROOM)]),
  service(
    'gnome',
    'GNOME BigBlueButton',
    ['meet.gnome.org'],
    [room(/^\/(?:b|rooms)\/(?<id>[\w-]+)(?:\/join)?\/?$/)],
  ),
  // Office suites and telephone companies.
  service(
    'ringcentral',
    'RingCentral',
    ['v.ringcentral.com', 'meetings.ringcentral.com', 'app.ringcentral.com'],
    [room(/^\/(?:j|join)\/(?<id>\d{6,})\/?$/)],
    { passcodeIn: 'pw', writesPasscode: true },
  ),
  service(
    'goto',
    'GoTo Meeting',
    ['meet.goto.com', 'gotomeet.me'],
    [room(/^\/(?<id>\d{6,})\/?$/), personal(/^\/(?!\d+\/?$)[^/]+\/?$/)],
    { refused: /^\/(?:install|download|support|meeting|recordings?|test|login)(?:\/|$)/ },
  ),
  service('goto-app', 'GoTo Meeting', ['app.goto.com'], [room(/^\/meeting\/(?<id>\d{6,})\/?$/)]),
  service(
    'gotomeeting',
    'GoToMeeting',
    ['gotomeeting.com'],
    [room(/^\/join\/(?<id>\d{6,})\/?$/), room(/^\/$/, { idIn: 'meetingId' })],
  ),
  service('gotowebinar', 'GoToWebinar', ['gotowebinar.com'], [lobby(/^\/join\/(?<id>[^/]+)/)], {
    refused: /^\/(?:register|rt|recording)\//,
  }),
  service(
    'dialpad',
    'Dialpad',
    ['meetings.dialpad.com'],
    [room(/^\/room\/(?<id>[^/]+)\/?$/), personal(/^\/(?!room)[^/]+\/?$/)],
    { refused: PAGES },
  ),
  service('uberconference', 'UberConference', ['uberconference.com'], [personal(/^\/(?:room\/)?[^/]+\/?$/)], {
    refused: PAGES,
  }),
  service('joinme', 'join.me', ['join.me'], [room(NAMED_ROOM)], { refused: PAGES }),
  service(
    'teamviewer',
    'TeamViewer',
    ['go.teamviewer.com', 'go.blizz.com'],
    [room(/^\/(?:v\d+\/)?(?<id>[^/]+)\/?$/)],
  ),
  service(
    'skype-business',
    'Skype for Business',
    ['meet.lync.com'],
    [room(/^\/[^/]+\/[^/]+\/(?<id>[^/]+)\/?$/)],
  ),
  service('lark', 'Lark', ['vc.larksuite.com'], [room(/^\/j\/(?<id>\d+)\/?$/)]),
  service('feishu', 'Feishu', ['vc.feishu.cn'], [room(/^\/j\/(?<id>\d+)\/?$/)]),
  service(
    'telemost',
    'Yandex Telemost',
    ['telemost.yandex.ru', 'telemost.360.yandex.ru'],
    [room(/^\/j\/(?<id>\d{8,})\/?$/)],
  ),
  service(
    'tencent',
    'Tencent Meeting',
    ['meeting.tencent.com'],
    [room(/^\/dm\/(?<id>[^/]+)\/?$/), room(/^\/p\/(?<id>\d+)\/?$/)],
    { passcodeIn: 'pwd', writesPasscode: true },
  ),
  service('voov', 'VooV Meeting', ['voovmeeting.com'], [room(/^\/(?:dm|s|p)\/(?<id>[^/]+)\/?$/)], {
    passcodeIn: 'pwd',
    writesPasscode: true,
  }),
  service(
    'zhumu',
    'Zhumu',
    ['welink.zhumu.com', 'zhumu.com'],
    [room(/^\/j\/(?<id>\d+)\/?$/), room(/^\/wc\/join\/(?<id>\d+)\/?$/)],
    { passcodeIn: 'pwd', writesPasscode: true },
  ),
  service(
    'zoho-cliq',
    'Zoho Cliq',
    ['cliq.zoho.com', 'cliq.zoho.eu', 'cliq.zoho.in'],
    [room(/^\/meetings\/(?<id>[^/]+)\/?$/)],
  ),
  service(
    'zoho',
    'Zoho Meeting',
    ['meeting.zoho.com', 'meeting.zoho.eu', 'meeting.zoho.in', 'meet.zoho.com'],
    [room(/^\/(?:meeting\/)?join$/i, { idIn: 'key' }), room(/^\/(?<id>[\w-]{6,})\/?$/)],
    { refused: /^\/(?:recording|register|webinar)/ },
  ),
  service('vonage', 'Vonage', ['meetings.vonage.com'], [room(/^\/(?<id>\d{9})\/?$/)]),
  service('lifesize', 'Lifesize', ['call.lifesizecloud.com'], [room(/^\/(?<id>\d+)\/?$/)]),
  service('starleaf', 'StarLeaf', ['meet.starleaf.com'], [room(/^\/(?<id>\d+)(?:\/app)?\/?$/)]),
  service('vsee', 'VSee', ['vsee.com'], [room(/^\/(?:c|go)\/(?<id>[^/]+)\/?$/)]),
  service('doxy', 'doxy.me', ['doxy.me'], [personal(NAMED_ROOM)], { refused: PAGES }),
  service('workplace', 'Workplace', ['workplace.com'], [room(/^\/groupcall\/(?<id>[^/]+)/)]),
  service('pumble', 'Pumble', ['meet.pumble.com'], [room(NAMED_ROOM)], { refused: PAGES }),
  service('calcom', 'Cal Video', ['app.cal.com'], [room(/^\/video\/(?<id>[^/]+)\/?$/)]),
  service(
    'blackboard',
    'Blackboard Collaborate',
    ['bbcollab.com'],
    [
      room(/^\/(?:guest|invite)\/(?<id>[^/]+)\/?$/),
      room(/^\/collab\/ui\/session\/(?:guest|join)\/(?<id>[^/]+)\/?$/),
    ],
    { refused: /\/playback\// },
  ),
  // Virtual rooms, pairing and shows.
  service('gather', 'Gather', ['app.gather.town', 'gather.town'], [room(/^\/app\/(?<id>[^/]+\/[^/]+)\/?$/)]),
  service('around', 'Around', ['around.co'], [closed(/^\/r\/(?<id>[^/]+)\/?$/)]),
  service('jam', 'Jam', ['jam.systems'], [room(NAMED_ROOM)], { refused: PAGES }),
  service('pop', 'Pop', ['pop.com'], [room(/^\/j\/(?<id>[^/]+)\/?$/)]),
  service('tuple', 'Tuple', ['tuple.app'], [room(/^\/c\/(?<id>[^/]+)\/?$/)]),
  service('coscreen', 'CoScreen', ['join.coscreen.co'], [room(/^\/(?<id>.+)$/)]),
  service('roam', 'Roam', ['ro.am'], [room(/^\/r\/?$/, { fragment: /^#\/(?:d|p)\/.+/ })]),
  service('riverside', 'Riverside', ['riverside.fm', 'riverside.com'], [room(/^\/studio\/(?<id>[^/]+)\/?$/)]),
  service('streamyard', 'StreamYard', ['streamyard.com'], [room(/^\/(?:guest\/)?(?<id>[a-z0-9]{8,})\/?$/i)], {
    refused: /^\/(?:watch|blog|pricing|login)(?:\/|$)/,
  }),
  service('livestorm', 'Livestorm', ['app.livestorm.com', 'app.livestorm.co'], [lobby(/^\/p\/(?<id>[^/]+)/)]),
  service('demio', 'Demio', ['event.demio.com'], [lobby(/^\/(?:ref\/)?(?<id>[^/]+)\/?$/)]),
  service(
    'ovice',
    'oVice',
    ['ovice.in', 'ovice.com'],
    [room(/^\/(?:lobby|ws|@[\w,.-]+)[^?]*$/), onSubHost('room')],
  ),
  service('ovice-app', 'oVice', ['app.ovice.com'], [room(/^\/(?<id>[^/]+)(?:\/[^?]*)?$/)], {
    refused: PAGES,
  }),
  service('teemyco', 'Teemyco', ['app.teemyco.com'], [room(/^\/room\/(?<id>[^/]+)/)]),
  service('venue', 'Venue', ['app.venue.live'], [room(/^\/app\/(?<id>[^/]+)\/?$/)]),
  service('vowel', 'Vowel', ['vowel.com'], [{ ...closed(/^\/$/), fragment: /^#\/g\/.+/ }]),
  service('demodesk', 'Demodesk', ['demodesk.com'], [room(/^\/(?<id>[a-z0-9-]{6,})\/?$/i)], {
    refused: /^\/(?:pricing|product|blog|customers|recordings?)(?:\/|$)/,
  }),
  service('gong', 'Gong', ['join.gong.io'], [lobby(/^\/(?<id>.+)$/)]),
  service('chorus', 'Chorus', ['go.chorus.ai'], [lobby(/^\/(?<id>[^/]+)\/?$/)]),
  service(
    'preply',
    'Preply',
    ['preply.com'],
    [room(/^\/(?:[a-z]{2}\/)?(?:classroom|room|chat\/t-room)\/(?<id>[^/]+)\/?$/)],
  ),
  service('userzoom', 'UserZoom', ['go.userzoom.com'], [room(/^\/participate\/(?<id>[^/]+)\/?$/)]),
  service('entre', 'Entre', ['joinentre.com'], [room(/^\/room\/(?<id>[^/]+)\/?$/)]),
  service('suit', 'Suit Conference', ['conference.istesuit.com'], [room(/^\/(?<id>[^/]+)\/?$/)]),
  // Pages that lead to a room elsewhere.
  service('luma', 'Luma', ['lu.ma', 'luma.com'], [lobby(/^\/join\/(?<id>[^/]+)\/?$/)]),
  service('reclaim', 'Reclaim', ['reclaim.ai'], [lobby(/^\/(?:z|m)\/[^/]+/)]),
  service('zmpage', 'Zoom (short link)', ['zm.page'], [lobby(NAMED_ROOM), onSubHost('lobby')]),
  service('youcanbookme', 'YouCanBookMe', ['youcanbook.me'], [lobby(/^\/(?:zoom|teams|meet|video)\/[^/]+/)]),
  // Live streams. A plain video page may be a recording, so it is not listed.
  service(
    'youtube',
    'YouTube (watch live)',
    ['youtube.com'],
    [watch(/^\/live\/(?<id>[\w-]{11})\/?$/), watch(/^\/(?:@[^/]+|channel\/[\w-]+|c\/[^/]+)\/live\/?$/)],
  ),
  service(
    'vimeo',
    'Vimeo (watch live)',
    ['vimeo.com'],
    [watch(/^\/event\/(?<id>\d+)(?:\/[^/]*)*$/), watch(/^\/showcase\/(?<id>\d+)(?:\/[^/]*)*$/)],
  ),
  service('vimeo-venue', 'Vimeo venue', ['venues.vimeo.com'], [watch(/^\/(?<id>[^/]+(?:\/[^/]+)?)\/?$/)]),
  service('twitch', 'Twitch (watch live)', ['twitch.tv'], [watch(/^\/(?!videos|directory)[\w]+\/?$/)], {
    refused: PAGES,
  }),
  // Closed services that are still in old invitations.
  service('hangouts', 'Google Hangouts', ['hangouts.google.com'], [closed(/^\/(?:hangouts\/_|call)\/.+/)]),
  service('duo', 'Google Duo', ['duo.app.goo.gl'], [closed(NAMED_ROOM)]),
  service('skype', 'Skype', ['join.skype.com'], [closed(/^\/(?:meetnow\/)?[^/]+\/?$/)]),
  service(
    'chime',
    'Amazon Chime',
    ['chime.aws'],
    [
      closed(/^\/(?<id>\d{4,})\/?$/),
      closed(/^\/meetings\/(?<id>[^/]+)\/?$/),
      closed(/^\/(?!dialinnumbers|download)[a-z][^/]*\/?$/),
    ],
  ),
  service('bluejeans', 'BlueJeans', ['bluejeans.com'], [closed(/^\/(?<id>\d+)(?:\/\d+)?(?:\/webrtc)?\/?$/)]),
];
