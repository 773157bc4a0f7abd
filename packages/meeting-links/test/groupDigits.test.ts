import { expect, test } from 'vitest';
import { groupDigits } from '../groupDigits.ts';

test.each([
  ['97072789944', '970 7278 9944'],
  ['8453735950', '845 3735 950'],
  ['596959769', '596 959 769'],
  ['abc-defg-hij', 'abc-defg-hij'],
  ['12345', '12345'],
])('the meeting ID %s is shown as %s', (meetingId, read) => {
  expect(groupDigits(meetingId)).toBe(read);
});
