import { expect, test } from 'vitest';
import { findDocumentLinks } from '#core/agenda/findDocumentLinks.ts';
import { plainDetails } from '#calendar';
import { addressKind } from '#community-pages';

const chatAt = (location: string): string | null =>
  findDocumentLinks({ ...plainDetails('Crew'), location }).chat;

const chats = [
  'https://harbour.zulipchat.com/#narrow/stream/12-crew/topic/tides',
  'https://zulip.example.org/#narrow/channel/3-crew',
  'https://harbour.slack.com/archives/C0123',
  'https://matrix.to/#/#crew:example.org',
  'https://app.element.io/#/room/#crew:example.org',
  'https://chat.example.org/harbour/channels/crew',
  'https://mattermost.example.org/harbour/channels/crew',
  'https://web.libera.chat/#crew',
  'https://t.me/harbourcrew',
];

test.each(chats)('a calendar and a page know %s as a chat', (url) => {
  expect(chatAt(url)).toBe(url);
  expect(addressKind(url)).toBe('chat');
});

test('a chat in brackets behind its name is taken whole', () => {
  expect(chatAt('#crew on Zulip (https://harbour.zulipchat.com/#narrow/stream/12-t-crew.2Fmeetings)')).toBe(
    'https://harbour.zulipchat.com/#narrow/stream/12-t-crew.2Fmeetings',
  );
});

test('an IRC channel is opened by the page of its network', () => {
  expect(chatAt('ircs://irc.libera.chat:6697/#crew')).toBe('https://web.libera.chat/#crew');
  expect(chatAt('irc://irc.oftc.net/crew')).toBe('https://webchat.oftc.net/?channels=crew');
  expect(chatAt('irc://irc.example.org/crew')).toBeNull();
});

test('pages of such services that are no channels are no chats', () => {
  for (const url of ['https://slack.com/pricing', 'https://mattermost.com/blog', 'https://example.org/chat/'])
    expect(chatAt(url)).toBeNull();
});
