import { carriesPasscode, groupDigits, typedId, type JoinLink } from '#meeting-links';
import { CopyButton } from '../kit/widgets/CopyButton.tsx';
import { texts } from './texts.ts';

/** What is needed to join by hand: number, passcode, address. */
export function Room({ link }: { readonly link: JoinLink }) {
  const id = typedId(link);
  return (
    <dl className="facts">
      {id !== null && (
        <div className="fact">
          <dt>{texts.meetingId}</dt>
          <dd>
            <span className="digits">{groupDigits(id)}</span>
            <CopyButton label={texts.theMeetingId} text={id} />
          </dd>
        </div>
      )}
      {link.passcode !== null && (
        <div className="fact">
          <dt>{texts.passcode}</dt>
          <dd>
            <span className="digits fact-clip">{link.passcode}</span>
            <CopyButton label={texts.thePasscode} text={link.passcode} />
          </dd>
        </div>
      )}
      {link.passcode === null && carriesPasscode(link) && (
        <div className="fact">
          <dt>{texts.passcode}</dt>
          <dd>{texts.linkHasPasscode}</dd>
        </div>
      )}
      <div className="fact">
        <dt>{texts.address}</dt>
        <dd>
          <span className="fact-clip">{new URL(link.url).host}</span>
          <CopyButton label={texts.theInvitationLink} text={link.url} />
        </dd>
      </div>
    </dl>
  );
}
