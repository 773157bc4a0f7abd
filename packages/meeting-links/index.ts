/**
 * Meeting links: finds the room of a meeting in the text of an invitation. See README.md.
 */

// Find rooms in the fields of a meeting.
export { findJoinLinks } from './findJoinLinks.ts';
export { type JoinLink, joinLink } from './joinLink.ts';

// A room: its identity, its passcode, its app.
export { isMeetingRoom, roomKey } from './roomKey.ts';
export { carriesPasscode, passcodeForPrograms } from './linkPasscode.ts';
export { groupDigits, typedId } from './groupDigits.ts';
export { nativeApps, schemeOfNative } from './nativeApps.ts';

// Services that the user adds.
export {
  type OwnService,
  type ServiceProblemCode,
  checkOwnService,
  ownService,
  rowsOf,
} from './ownService.ts';
export type { MeetingService } from './meetingService.ts';

// Addresses in text, without redirectors around them; what a host is known for.
export { tidyText, urlsInText } from './urlsInText.ts';
export { unwrapUrl } from './unwrapUrl.ts';
export { isWrapperHost } from './wrappers.ts';
export { lookUpHost } from './serviceIndex.ts';
export { isDocumentLink } from './trustedRoom.ts';
export { ircOnTheWeb, isChat, isChatHost } from './chatPlaces.ts';
