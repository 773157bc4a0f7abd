import { carriesPasscode, groupDigits, type JoinLink } from '#meeting-links';
import { CopyButton } from '../kit/widgets/CopyButton.tsx';

/** What one needs to get in by hand: number, passcode, address. */
export function Room({ link }: { readonly link: JoinLink }) {
  return (
    <dl className="facts">
      {link.meetingId !== null && (
        <div className="fact">
          <dt>Meeting ID</dt>
          <dd>
            <span className="digits">{groupDigits(link.meetingId)}</span>
            <CopyButton label="the meeting ID" text={link.meetingId} />
          </dd>
        </div>
      )}
      {link.passcode !== null && (
        <div className="fact">
          <dt>Passcode</dt>
          <dd>
            <span className="digits fact-clip">{link.passcode}</span>
            <CopyButton label="the passcode" text={link.passcode} />
          </dd>
        </div>
      )}
      {link.passcode === null && carriesPasscode(link) && (
        <div className="fact">
          <dt>Passcode</dt>
          <dd>The link carries it</dd>
        </div>
      )}
      <div className="fact">
        <dt>Address</dt>
        <dd>
          <span className="fact-clip">{new URL(link.url).host}</span>
          <CopyButton label="the invitation link" text={link.url} />
        </dd>
      </div>
    </dl>
  );
}
