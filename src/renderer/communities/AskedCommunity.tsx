import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { CommunityDetails } from './directory/CommunityDetails.tsx';
import { texts as directoryTexts } from './directory/texts.ts';
import { useDirectory } from './directory/useDirectory.ts';
import { texts } from './texts.ts';

/** The community that a link suggests. Only the user follows something of it. */
export function AskedCommunity() {
  const api = useApi();
  const asked = useApp(({ question }) => (question?.kind === 'followCommunity' ? question.community : null));
  const showDirectory = useApp((state) => state.directoryShown);
  const directory = useDirectory();
  const row = directory?.find(({ id }) => id === asked) ?? null;
  const close = (): void => api.invokeAndReport('question:close');
  return (
    <Dialog
      title={row === null ? directoryTexts.askedTitle : texts.detailsOf(row.name)}
      isTitleHidden={row !== null}
      place="side"
      isOpen={asked !== null && directory !== null}
      onClose={close}
    >
      <div className="scroll">
        <p className="directory-asked">{row === null ? directoryTexts.askedUnknown : directoryTexts.asked}</p>
        {row === null && (
          <div className="dialog-actions">
            <Button onPress={close}>{directoryTexts.close}</Button>
            <Button
              look="primary"
              onPress={() => {
                close();
                showDirectory(null);
              }}
            >
              {directoryTexts.searchDirectory}
            </Button>
          </div>
        )}
        {row !== null && <CommunityDetails row={row} onClose={close} />}
      </div>
    </Dialog>
  );
}
