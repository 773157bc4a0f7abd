import { Dialog } from '../kit/widgets/Dialog.tsx';
import { useApp } from '../kit/AppContext.tsx';
import { SHORTCUTS } from './shortcuts.ts';
import { texts } from './texts.ts';

/** All shortcuts, opened with `?`. */
export function ShortcutsDialog() {
  const isOpen = useApp((state) => state.isShortcutsOpen);
  const toggle = useApp((state) => state.shortcutsToggled);
  return (
    <Dialog title={texts.shortcuts} isOpen={isOpen} onClose={() => toggle(false)}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="shortcut">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
