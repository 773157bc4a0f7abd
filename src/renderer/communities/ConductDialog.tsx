import { LockKeyhole, Mail } from 'lucide-react';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { committees, communityForConduct, mailAddressOf, namedCommunity } from './communityForConduct.ts';
import { ConductFacts } from './ConductFacts.tsx';
import { texts } from './texts.ts';

interface WhomToWriteProps {
  readonly hasMeeting: boolean;
  readonly known: readonly FollowableCommunity[];
  readonly onChoose: (community: FollowableCommunity) => void;
}

/** Asks for the committee. Shows no address, because none is the obvious one. */
const WhomToWrite = ({ hasMeeting, known, onChoose }: WhomToWriteProps) => (
  <div className="conduct-question">
    <p>{hasMeeting ? texts.unknownCommunity : texts.whomToWrite}</p>
    <div className="conduct-committees">
      {known.map((community) => (
        <Button key={community.id} onPress={() => onChoose(community)}>
          {community.conduct?.name}
        </Button>
      ))}
    </div>
    <p className="quiet">{texts.someoneElse}</p>
  </div>
);

/** The contact for reports of bad conduct. Bundled with the app, so it works offline. */
export function ConductDialog() {
  const api = useApi();
  const about = useApp((state) => state.conductAbout);
  const show = useApp((state) => state.conductShown);
  const communities = useApp((state) => state.communities) ?? [];
  const community = communityForConduct(communities, about?.community ?? null);
  const conduct = community?.conduct ?? null;
  const address = mailAddressOf(community);
  const known = committees(communities);
  return (
    <Dialog
      title={conduct === null ? texts.reportConcern : texts.reportConcernTo(conduct.name)}
      isOpen={about !== null && !about.isPrivate}
      onClose={() => show(null)}
    >
      {conduct !== null && (
        <>
          <p className="conduct-contact">{conduct.contact}</p>
          <ConductFacts conduct={conduct} />
        </>
      )}
      {conduct === null && known.length === 0 && <p>{texts.noConduct}</p>}
      {conduct === null && known.length > 0 && (
        <WhomToWrite
          hasMeeting={about?.meeting !== ''}
          known={known}
          onChoose={(one) => about && show({ ...about, community: namedCommunity(one) })}
        />
      )}
      <div className="dialog-actions">
        <p className="quiet conduct-promise">{texts.nothingSent}</p>
        <Button onPress={() => about && show({ ...about, isPrivate: true })}>
          <LockKeyhole aria-hidden size={14} />
          {texts.privateNotes}
        </Button>
        {address !== null && (
          <Button
            // C was pressed, or the committee chosen, to write it: Enter is enough then.
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
