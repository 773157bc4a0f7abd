import { useState } from 'react';
import { importLines } from '#core/settings/importLines.ts';
import type { ImportSummary } from '#core/settings/portableData.ts';
import { shortDay } from '#core/format/formatTime.ts';
import { useApi, useApp, useTimeFormat } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { texts } from '../texts.ts';

interface ImportDialogProps {
  readonly summary: ImportSummary;
  readonly onClose: () => void;
  readonly onImported: () => void;
}

/** Shows what the import would replace. */
function ImportDialog({ summary, onClose, onImported }: ImportDialogProps) {
  const api = useApi();
  const format = useTimeFormat();
  const report = useApp((state) => state.problemReported);
  const lines = importLines(summary);
  const doImport = async (): Promise<void> => {
    const outcome = await api.invoke('data:import');
    onClose();
    if (outcome.ok) onImported();
    else report(outcome.problem);
  };
  return (
    <Dialog title={texts.importTitle(shortDay(summary.at, format))} isOpen onClose={onClose}>
      {lines.length === 0 ? (
        <p>{texts.nothingToImport}</p>
      ) : (
        <ul className="import-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {summary.addAgain.length > 0 && (
        <>
          <h3 className="import-heading">{texts.addAgain}</h3>
          <ul className="import-list">
            {summary.addAgain.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.cancel}</Button>
        <Button look="primary" isDisabled={lines.length === 0} onPress={() => void doImport()}>
          {texts.doImport}
        </Button>
      </div>
    </Dialog>
  );
}

/** Exports and imports everything as one file. */
export function MoveData() {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  // The last outcome, as a sentence.
  const [done, setDone] = useState<string | null>(null);
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const exportAll = async (): Promise<void> => {
    const outcome = await api.invoke('data:export');
    if (outcome.ok) setDone(outcome.value === null ? null : texts.exportedTo(outcome.value));
    else report(outcome.problem);
  };
  const choose = async (): Promise<void> => {
    const outcome = await api.invoke('data:chooseImport');
    if (outcome.ok) setSummary(outcome.value);
    else report(outcome.problem);
  };
  return (
    <SettingRow label={texts.moveData} hint={done ?? texts.moveDataHint}>
      <div className="setting-buttons">
        <Button onPress={() => void exportAll()}>{texts.exportAll}</Button>
        <Button onPress={() => void choose()}>{texts.import}</Button>
      </div>
      {summary !== null && (
        <ImportDialog
          summary={summary}
          onClose={() => setSummary(null)}
          onImported={() => setDone(texts.imported)}
        />
      )}
    </SettingRow>
  );
}
