import { Dialog } from '../kit/widgets/Dialog.tsx';
import { useApp } from '../kit/AppContext.tsx';
import { KeyList } from '../keys/KeyList.tsx';
import { texts } from '../keys/texts.ts';

/** All keys, opened with `?` or F1. */
export function ShortcutsDialog() {
  const isOpen = useApp((state) => state.isShortcutsOpen);
  const toggle = useApp((state) => state.shortcutsToggled);
  return (
    <Dialog title={texts.title} isOpen={isOpen} onClose={() => toggle(false)}>
      <KeyList />
    </Dialog>
  );
}
