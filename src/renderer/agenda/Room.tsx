import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JoinLink } from '../../shared/join/joinLink.ts';
import { useApi } from '../frame/AppContext.tsx';
import { Button } from '../widgets/Button.tsx';
import { groupDigits } from './groupDigits.ts';

/** How long a button says that it has copied (ms). */
const COPIED_MS = 1_500;

function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const api = useApi();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={isCopied ? `${label} copied` : `Copy ${label}`}
      onPress={() => {
        api.perform('clipboard:write', text);
        setCopied(true);
      }}
    >
      {isCopied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
    </Button>
  );
}

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
      <div className="fact">
        <dt>Address</dt>
        <dd>
          <span className="fact-clip">{new URL(link.url).host}</span>
          <CopyButton label="the address" text={link.url} />
        </dd>
      </div>
    </dl>
  );
}
