import { EarlyQuestion } from '../agenda/EarlyQuestion.tsx';
import { JoinQuestion } from '../agenda/JoinQuestion.tsx';
import { WhichMeeting } from '../agenda/WhichMeeting.tsx';
import { ConductDialog } from '../communities/ConductDialog.tsx';
import { ProxyQuestionDialog } from '../network/ProxyLogin.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PrivateNotesDialog } from '../private/PrivateNotesDialog.tsx';
import { PastMeetings } from '../reminders/PastMeetings.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import type { ShortcutName } from '../keys/shortcuts.ts';

/** The dialogs of the window; each opens itself when the store says so. */
export function WindowDialogs({ run }: { readonly run: (name: ShortcutName) => void }) {
  return (
    <>
      <ShortcutsDialog />
      <Palette run={run} />
      <PastMeetings />
      <ConductDialog />
      <WhichMeeting />
      <JoinQuestion />
      <EarlyQuestion />
      <PrivateNotesDialog />
      <ProxyQuestionDialog />
      <Welcome />
    </>
  );
}
