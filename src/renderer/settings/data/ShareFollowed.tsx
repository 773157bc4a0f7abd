import { useState } from 'react';
import { Label, TextField, Input } from 'react-aria-components';
import type { Shareable } from '#core/feeds/starterPack.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { texts } from '../texts.ts';

interface ShareDialogProps {
  readonly shareable: Shareable;
  readonly onClose: () => void;
  readonly onShared: (path: string) => void;
}

/** What goes into the pack, and what stays here. */
function ShareDialog({ shareable: { entries, left }, onClose, onShared }: ShareDialogProps) {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const [name, setName] = useState(texts.packName);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(entries.keys()));
  const share = async (): Promise<void> => {
    const outcome = await api.invoke('feeds:share', name, [...chosen]);
    if (!outcome.ok) return report(outcome.problem);
    if (outcome.value === null) return;
    onShared(outcome.value);
    onClose();
  };
  const change = (at: number, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(at);
    else next.delete(at);
    setChosen(next);
  };
  return (
    <Dialog title={texts.sharePack} isOpen onClose={onClose}>
      <p className="quiet">{texts.sharePackHint}</p>
      <TextField className="share-name" value={name} onChange={setName} maxLength={300}>
        <Label>{texts.packNameLabel}</Label>
        <Input className="input" />
      </TextField>
      {entries.length === 0 ? (
        <p>{texts.nothingToShare}</p>
      ) : (
        <ul className="share-list" aria-label={texts.inThePack}>
          {entries.map((entry, at) => (
            // The list never changes while it is shown.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <label className="check-row share-entry">
                <input
                  type="checkbox"
                  checked={chosen.has(at)}
                  onChange={(event) => change(at, event.target.checked)}
                />
                <span>{entry.name}</span>
                <span className="quiet">
                  {entry.kind === 'calendar' ? entry.address : texts.packKinds[entry.kind]}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && <p className="quiet">{texts.stayHere(left.join(', '))}</p>}
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.cancel}</Button>
        <Button
          look="primary"
          isDisabled={chosen.size === 0 || name.trim() === ''}
          onPress={() => void share()}
        >
          {texts.savePack}
        </Button>
      </div>
    </Dialog>
  );
}

/** Writes what is followed into a file for others, and opens such a file to choose from it. */
export function ShareFollowed() {
  const api = useApi();
  const request = useApp((state) => state.feedRequested);
  const [shareable, setShareable] = useState<Shareable | null>(null);
  // Where the last pack is, as a sentence.
  const [done, setDone] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    const read = await api.invoke('feeds:shareable');
    if (read.ok) setShareable(read.value);
  };
  const choose = async (): Promise<void> => {
    const chosen = await api.invoke('feeds:chooseFile');
    if (chosen.ok && chosen.value !== null) request(chosen.value, null);
  };
  return (
    <SettingRow label={texts.starterPack} hint={done ?? texts.starterPackHint}>
      <div className="setting-buttons">
        <Button onPress={() => void open()}>{texts.share}</Button>
        <Button onPress={() => void choose()}>{texts.openPack}</Button>
      </div>
      {shareable !== null && (
        <ShareDialog
          shareable={shareable}
          onClose={() => setShareable(null)}
          onShared={(path) => setDone(texts.sharedTo(path))}
        />
      )}
    </SettingRow>
  );
}
