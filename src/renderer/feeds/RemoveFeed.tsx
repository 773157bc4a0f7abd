import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { texts } from './texts.ts';

export interface RemoveFeedProps {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a calendar is removed, with its copy on disk. */
export function RemoveFeed({ id, name, isOpen, onClose }: RemoveFeedProps) {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  // On success the dialog is removed together with the feed.
  const remove = async (): Promise<void> => {
    const outcome = await api.invoke('feeds:remove', id);
    if (outcome.ok) return;
    onClose();
    report(outcome.problem);
  };
  return (
    <Dialog role="alertdialog" title={texts.removeQuestion(name)} isOpen={isOpen} onClose={onClose}>
      <p>{texts.removeHint}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.keep}</Button>
        <Button look="danger" onPress={() => void remove()}>
          {texts.doRemove}
        </Button>
      </div>
    </Dialog>
  );
}
