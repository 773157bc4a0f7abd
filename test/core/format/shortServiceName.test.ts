import { expect, test } from 'vitest';
import { shortServiceName } from '#core/format/shortServiceName.ts';

test('a service loses its maker, and keeps a name that has none', () => {
  expect(
    ['Microsoft Teams', 'Google Meet', 'Cisco Webex', 'Zoom', 'Jitsi Meet'].map(shortServiceName),
  ).toEqual(['Teams', 'Meet', 'Webex', 'Zoom', 'Jitsi Meet']);
});
