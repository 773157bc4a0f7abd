import { ArrowLeft } from 'lucide-react';
import { useApp } from '../kit/AppContext.tsx';
import { communityForConduct, mailAddressOf } from '../communities/communityForConduct.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { LeaveNotes } from './LeaveNotes.tsx';
import { OpenNotes, type OpenNotesProps } from './OpenNotes.tsx';
import { Unlock } from './Unlock.tsx';
import { usePrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';

function PrivateNotesBody({ about, committee }: Pick<OpenNotesProps, 'about' | 'committee'>) {
  const notes = usePrivateNotes();
  const { state, problem, left } = notes;
  return (
    <>
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      <div className="private-removed" aria-live="polite">
        {state?.kind === 'none' && left !== null && (
          <>
            <span>{texts.left(left)}</span>
            <Button size="small" onPress={() => void notes.takeBack()}>
              {texts.undo}
            </Button>
          </>
        )}
      </div>
      {state?.kind === 'none' && <Unlock key="none" by={state.by} occasion="first" onOpen={notes.begin} />}
      {state?.kind === 'unprotected' && (
        <Unlock key="unprotected" by="passphrase" occasion="unprotected" onOpen={notes.begin} />
      )}
      {state?.kind === 'locked' && (
        <Unlock key="locked" by={state.by} occasion="locked" onOpen={notes.unlock} />
      )}
      {state?.kind === 'locked' && <LeaveNotes by={state.by} onLeave={notes.leave} />}
      {state?.kind === 'open' && (
        <OpenNotes state={state} notes={notes} about={about} committee={committee} />
      )}
    </>
  );
}

/** The private notes: encrypted, found by no search, and locked when the dialog closes. */
export function PrivateNotesDialog() {
  const conduct = useApp((state) => state.conductAbout);
  const show = useApp((state) => state.conductShown);
  const communities = useApp((state) => state.communities);
  if (conduct === null || !conduct.isPrivate) return null;
  const community = communityForConduct(communities ?? [], conduct.community);
  return (
    <Dialog title={texts.privateNotes} isOpen onClose={() => show(null)}>
      <div className="private">
        <PrivateNotesBody about={conduct.meeting} committee={mailAddressOf(community)} />
        <Button size="small" look="quiet" onPress={() => show({ ...conduct, isPrivate: false })}>
          <ArrowLeft aria-hidden size={14} />
          {texts.reportConcern}
        </Button>
      </div>
    </Dialog>
  );
}
