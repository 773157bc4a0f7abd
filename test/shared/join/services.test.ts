import { expect, test } from 'vitest';
import { findJoinLinks } from '../../../src/shared/join/findJoinLinks.ts';
import { services } from '../../../src/shared/join/services.ts';

/** One link of each form: service, address, meeting id. */
const links: readonly (readonly [service: string, url: string, id: string | null])[] = [
  ['zoom', 'https://zoom.us/j/97072789944', '97072789944'],
  ['zoom', 'https://us02web.zoom.us/j/845373595?pwd=aBcD', '845373595'],
  ['zoom', 'https://company.zoom.com/j/8453735950', '8453735950'],
  ['zoom', 'https://zoom-x.de/j/84537359500', '84537359500'],
  ['zoom', 'https://zoom.us/w/97072789944?tk=personal', '97072789944'],
  ['zoom', 'https://zoom.us/wc/join/97072789944', '97072789944'],
  ['zoom', 'https://app.zoom.us/wc/97072789944/start', '97072789944'],
  ['zoom', 'https://zoom.us/my/apimachinery', null],
  ['zoomgov', 'https://agency.zoomgov.com/j/1612345678', '1612345678'],
  ['zoom-events', 'https://events.zoom.us/ev/AbCdEf', null],
  ['lfx', 'https://zoom-lfx.platform.linuxfoundation.org/meeting/95763478219?password=0e1d', '95763478219'],
  ['lfx-self-serve', 'https://app.lfx.dev/meetings/95763478219?password=0e1d', '95763478219'],
  ['meet', 'https://meet.google.com/abc-defg-hij', 'abc-defg-hij'],
  ['meet', 'https://meet.google.com/_meet/abc-defg-hij', 'abc-defg-hij'],
  ['meet', 'https://meet.google.com/lookup/standup', 'standup'],
  ['meet-nickname', 'https://g.co/meet/standup', null],
  ['meet-stream', 'https://stream.meet.google.com/stream/8f2c-11', '8f2c-11'],
  [
    'teams',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d',
    '19:meeting_Zm9v@thread.v2',
  ],
  ['teams', 'https://teams.microsoft.com/meet/2345678901234?p=aBcDeF', '2345678901234'],
  ['teams-personal', 'https://teams.live.com/meet/9345678901234?p=aBcDeF', '9345678901234'],
  ['teams-government', 'https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting_x/0', '19:meeting_x'],
  [
    'teams-event',
    'https://events.teams.microsoft.com/event/00000000-1111-2222-3333-444444444444@55555555-6666-7777-8888-999999999999',
    '00000000-1111-2222-3333-444444444444@55555555-6666-7777-8888-999999999999',
  ],
  ['webex', 'https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef', 'm0123456789abcdef'],
  ['webex', 'https://acme.webex.com/meet/jane.doe', null],
  ['webex', 'https://agency.webexgov.com/join/jane', null],
  ['webex', 'https://acme.webex.com/acme/onstage/g.php?MTID=e0123456789abcdef', 'e0123456789abcdef'],
  ['jitsi', 'https://meet.jit.si/acme/standup', 'acme/standup'],
  ['jitsi', 'https://meet.jit.si/KubernetesHallway', 'KubernetesHallway'],
  ['8x8', 'https://8x8.vc/acme/standup', 'acme/standup'],
  ['kmeet', 'https://kmeet.infomaniak.com/aaaabbbbcccc', 'aaaabbbbcccc'],
  ['brave', 'https://talk.brave.com/R2d2', 'R2d2'],
  ['element', 'https://call.element.io/room/#/hallway?roomId=!x:call.ems.host', null],
  ['whereby', 'https://whereby.com/hallway', 'hallway'],
  ['livekit', 'https://meet.livekit.io/rooms/ab12-cd34#k3y', 'ab12-cd34'],
  ['proton', 'https://meet.proton.me/join/id-ABC#pwd-xyz', 'id-ABC'],
  ['signal', 'https://signal.link/call/#key=bcdf-ghkm', null],
  ['facetime', 'https://facetime.apple.com/join#v=1&p=AbC&k=dEf', null],
  ['whatsapp', 'https://call.whatsapp.com/video/AbCdEf', 'AbCdEf'],
  ['meetecho', 'https://meetings.conf.meetecho.com/ietf121/?session=33245', '33245'],
  ['freeconferencecall', 'https://www.freeconferencecall.com/wall/jane', null],
  ['slack', 'https://app.slack.com/huddle/T012AB3C4/C061EG9SL', 'C061EG9SL'],
  ['discord', 'https://discord.com/channels/123/456', '123/456'],
  ['discord', 'https://discord.com/events/123/456', null],
  ['discord-invite', 'https://discord.gg/abcdef', 'abcdef'],
  ['gnome', 'https://meet.gnome.org/rooms/abc-def-ghi-jkl/join', 'abc-def-ghi-jkl'],
  ['ringcentral', 'https://v.ringcentral.com/join/123456789', '123456789'],
  ['goto', 'https://meet.goto.com/123456789', '123456789'],
  ['goto-app', 'https://app.goto.com/meeting/123456789', '123456789'],
  ['gotomeeting', 'https://app.gotomeeting.com/?meetingId=123456789', '123456789'],
  ['gotomeeting', 'https://global.gotomeeting.com/join/123456789', '123456789'],
  ['gotowebinar', 'https://global.gotowebinar.com/join/123/456', '123'],
  ['dialpad', 'https://meetings.dialpad.com/room/kubernetes', 'kubernetes'],
  ['uberconference', 'https://www.uberconference.com/room/kubernetes', null],
  ['joinme', 'https://join.me/123-456-789', '123-456-789'],
  ['teamviewer', 'https://go.teamviewer.com/m12345678', 'm12345678'],
  ['skype-business', 'https://meet.lync.com/acme/jane/AB12CD34', 'AB12CD34'],
  ['lark', 'https://vc.larksuite.com/j/123456789', '123456789'],
  ['feishu', 'https://vc.feishu.cn/j/123456789', '123456789'],
  ['tencent', 'https://meeting.tencent.com/dm/AbCdEf', 'AbCdEf'],
  ['voov', 'https://voovmeeting.com/dm/AbCdEf', 'AbCdEf'],
  ['zhumu', 'https://welink.zhumu.com/j/123456789', '123456789'],
  ['zoho-cliq', 'https://cliq.zoho.eu/meetings/123', '123'],
  ['zoho', 'https://meeting.zoho.com/join?key=1234567890', '1234567890'],
  ['vonage', 'https://meetings.vonage.com/123456789', '123456789'],
  ['lifesize', 'https://call.lifesizecloud.com/1234567', '1234567'],
  ['starleaf', 'https://meet.starleaf.com/123456789', '123456789'],
  ['vsee', 'https://vsee.com/c/jane', 'jane'],
  ['doxy', 'https://doxy.me/drjane', 'drjane'],
  ['workplace', 'https://work.workplace.com/groupcall/LINK:abc/', 'LINK:abc'],
  ['pumble', 'https://meet.pumble.com/ab-cd', 'ab-cd'],
  ['calcom', 'https://app.cal.com/video/abc123', 'abc123'],
  ['blackboard', 'https://us.bbcollab.com/guest/abc123', 'abc123'],
  ['gather', 'https://app.gather.town/app/abc/hall?spawnToken=x', 'abc/hall'],
  ['around', 'https://meet.around.co/r/abc', 'abc'],
  ['jam', 'https://jam.systems/hall', 'hall'],
  ['pop', 'https://pop.com/j/123-456-789', '123-456-789'],
  ['tuple', 'https://tuple.app/c/V1StGX', 'V1StGX'],
  ['coscreen', 'https://join.coscreen.co/team/abc', 'team/abc'],
  ['roam', 'https://ro.am/r/#/d/abc/def', null],
  ['riverside', 'https://riverside.fm/studio/hall', 'hall'],
  ['streamyard', 'https://streamyard.com/abcdefgh12', 'abcdefgh12'],
  ['livestorm', 'https://app.livestorm.com/p/1234-5678', '1234-5678'],
  ['demio', 'https://event.demio.com/ref/abc', 'abc'],
  ['ovice', 'https://hall.ovice.in/@1,2', null],
  ['teemyco', 'https://app.teemyco.com/room/abc/def', 'abc'],
  ['venue', 'https://app.venue.live/app/abc', 'abc'],
  ['vowel', 'https://vowel.com/#/g/abc', null],
  ['demodesk', 'https://demodesk.com/abcdef12', 'abcdef12'],
  ['gong', 'https://join.gong.io/acme/jane', 'acme/jane'],
  ['chorus', 'https://go.chorus.ai/123456', '123456'],
  ['preply', 'https://preply.com/en/classroom/abc', 'abc'],
  ['userzoom', 'https://go.userzoom.com/participate/abc', 'abc'],
  ['entre', 'https://joinentre.com/room/abc', 'abc'],
  ['suit', 'https://conference.istesuit.com/abc', 'abc'],
  ['luma', 'https://lu.ma/join/g-abc', 'g-abc'],
  ['reclaim', 'https://reclaim.ai/z/abc', null],
  ['zmpage', 'https://zm.page/abc', 'abc'],
  ['youcanbookme', 'https://jane.youcanbook.me/zoom/abc', null],
  ['youtube', 'https://www.youtube.com/live/AbCdEfGhIjK', 'AbCdEfGhIjK'],
  ['vimeo', 'https://vimeo.com/event/123456', '123456'],
  ['twitch', 'https://www.twitch.tv/kubernetes', null],
  ['hangouts', 'https://hangouts.google.com/hangouts/_/acme/hall', null],
  ['duo', 'https://duo.app.goo.gl/abc', 'abc'],
  ['skype', 'https://join.skype.com/AbCdEf', null],
  ['chime', 'https://chime.aws/1234567890', '1234567890'],
  ['bluejeans', 'https://bluejeans.com/123456789', '123456789'],
];

test.each(links)('%s is recognised by %s', (service, url, id) => {
  const found = findJoinLinks([{ source: 'description', text: `Join here: ${url}, and be on time.` }]);
  expect(found).toMatchObject([{ service, url: new URL(url).href, meetingId: id }]);
});

test('every service of the table has a link here', () => {
  const tried = new Set(links.map(([service]) => service));
  expect(services.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
});

/** On the hosts of services, and yet no way into a room. */
const notRooms: readonly string[] = [
  'https://zoom.us/rec/share/AbC.dEf',
  'https://zoom.us/rec/play/AbC',
  'https://zoom.us/meeting/register/tJckcu-hpj',
  'https://us02web.zoom.us/webinar/register/WN_abc',
  'https://zoom.us/u/abCdEf',
  'https://zoom.us/zoomconference?m=abc',
  'https://support.zoom.us/hc/en-us/articles/201362193',
  'https://zoom.us/download',
  'https://zoom.us/launch/jc/97072789944',
  'https://zoom.us/skype/97072789944',
  'https://zoom.us/j/12345',
  'https://zoom.us/',
  'https://zoom-lfx.platform.linuxfoundation.org/meetings/kubernetes',
  'https://app.lfx.dev/meetings/kubernetes',
  'https://meet.google.com/',
  'https://meet.google.com/new',
  'https://t.meet/abc-defg-hij?pin=123',
  'https://tel.meet/abc-defg-hij?pin=123',
  'https://teams.microsoft.com/meetingOptions/?organizerId=1',
  'https://dialin.teams.microsoft.com/1234?id=5678',
  'https://teams.microsoft.com/l/channel/19%3aabc/General',
  'https://teams.microsoft.com/dialin/123',
  'https://acme.webex.com/acme/ldr.php?RCID=abc',
  'https://acme.webex.com/acme/globalcallin.php?MTID=abc',
  'https://meetings.dialpad.com/international',
  'https://app.slack.com/client/T012/C061',
  'https://global.gotowebinar.com/register/123',
  'https://call.element.io/room/',
  'https://signal.link/call/',
  'https://facetime.apple.com/join',
  'https://www.youtube.com/watch?v=AbCdEfGhIjK',
  'https://www.youtube.com/playlist?list=PL69nYSiGNLP1wJPj5DYWXjiArF',
  'https://lu.ma/kubernetes-hallway',
  'https://docs.google.com/document/d/1emuO4nmaQq3K8JZ9/edit',
  'https://calendar.google.com/calendar/embed?src=x%40group.calendar.google.com',
];

test.each(notRooms)('%s is no way in, in whatever field it stands', (url) => {
  const fields = (['conference', 'url', 'location', 'description', 'title'] as const).map((source) => ({
    source,
    text: url,
  }));
  // The field that is made for links vouches for hosts we do not know; these we know.
  const unknown = /^https:\/\/(?:t|tel)\.meet\//.test(url);
  expect(findJoinLinks(unknown ? fields.slice(1) : fields)).toEqual([]);
});

/** Made to be taken for a service. */
const lookAlikes: readonly string[] = [
  'https://zoom.us.evil.io/j/97072789944',
  'https://zoomXus/j/97072789944',
  'https://evilzoom.us/j/97072789944',
  'https://zoom.us@evil.io/j/97072789944',
  'https://evil.io@zoom.us/j/97072789944',
  'https://zoom.us:8443/j/97072789944',
  'https://zoom-us.evil.io/j/97072789944',
  'https://evil.io/zoom.us/j/97072789944',
  'https://evil.io/?next=zoom.us/j/97072789944',
  'https://xn--zom-hoa.us/j/97072789944',
  'https://zoöm.us/j/97072789944',
  'https://zoom。us.evil.io/j/97072789944',
  'https://meet.google.com.evil.io/abc-defg-hij',
  'https://teams.microsoft.com.evil.io/meet/2345678901234',
  'http://zoom.us%2eevil.io/j/97072789944',
  'https://zoom.us\\.evil.io/j/97072789944',
  'ftp://zoom.us/j/97072789944',
  'javascript://zoom.us/j/97072789944',
  'jane@zoom.us/j/97072789944',
  '85175636122@zoomcrc.com',
];

test.each(lookAlikes)('%s is refused', (text) => {
  for (const source of ['conference', 'url', 'location', 'description', 'title'] as const) {
    expect(findJoinLinks([{ source, text }])).toEqual([]);
  }
});
