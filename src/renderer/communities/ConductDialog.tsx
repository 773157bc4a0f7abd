import { LockKeyhole, Mail } from 'lucide-react';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { communityForConduct, mailAddressOf } from './communityForConduct.ts';
import { ConductFacts } from './ConductFacts.tsx';
import { texts } from './texts.ts';
import './communities.css';

/** The contact for reports of bad conduct. Bundled with the app, so it works offline. */
export function ConductDialog() {
  const api = useApi();
  const about = useApp((state) => state.conductAbout);
  const show = useApp((state) => state.conductShown);
  const communities = useApp((state) => state.communities);
  const community = communityForConduct(communities ?? [], about?.community ?? null);
  const conduct = community?.conduct ?? null;
  const address = mailAddressOf(community);
  return (
    <Dialog
      title={texts.reportConcern}
      isOpen={about !== null && !about.isPrivate}
      onClose={() => show(null)}
    >
      {conduct === null ? (
        <p>{texts.noConduct}</p>
      ) : (
        <>
          <p className="conduct-contact">{conduct.contact}</p>
          <ConductFacts conduct={conduct} />
        </>
      )}
      <div className="dialog-actions">
        <p className="quiet conduct-promise">{texts.nothingSent}</p>
        <Button onPress={() => about && show({ ...about, isPrivate: true })}>
          <LockKeyhole aria-hidden size={14} />
          {texts.privateNotes}
        </Button>
        {address !== null && (
          <Button
            // C was pressed to write it: Enter is enough then.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            look="primary"
            onPress={() => api.invokeAndReport('link:open', `mailto:${address}`)}
          >
            <Mail aria-hidden size={14} />
            {texts.writeMail}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
