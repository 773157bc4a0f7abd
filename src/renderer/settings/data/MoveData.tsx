import { useState } from 'react';
import { importLines } from '#core/settings/importLines.ts';
import type { ImportSummary } from '#core/settings/portableData.ts';
import { shortDay } from '#core/format/formatTime.ts';
import { useApi, useApp, useTimeFormat } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { SettingRow } from '../SettingsGroup.tsx';

interface ImportDialogProps {
  readonly summary: ImportSummary;
  readonly onClose: () => void;
  readonly onImported: () => void;
}

/** Says what the import would replace, before it does. */
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
    <Dialog title={`Import the export of ${shortDay(summary.at, format)}?`} isOpen onClose={onClose}>
      {lines.length === 0 ? (
        <p>All of it is here already.</p>
      ) : (
        <ul className="import-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {summary.addAgain.length > 0 && (
        <>
          <h3 className="import-heading">
            Add these again yourself: private addresses and files are not exported
          </h3>
          <ul className="import-list">
            {summary.addAgain.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" isDisabled={lines.length === 0} onPress={() => void doImport()}>
          Import
        </Button>
      </div>
    </Dialog>
  );
}

/** Everything to another computer, in one file. */
export function MoveData() {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  // What was done last, in a sentence.
  const [done, setDone] = useState<string | null>(null);
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const exportAll = async (): Promise<void> => {
    const outcome = await api.invoke('data:export');
    if (outcome.ok) setDone(outcome.value === null ? null : `Exported to ${outcome.value}.`);
    else report(outcome.problem);
  };
  const choose = async (): Promise<void> => {
    const outcome = await api.invoke('data:chooseImport');
    if (outcome.ok) setSummary(outcome.value);
    else report(outcome.problem);
  };
  return (
    <SettingRow
      label="Move to another computer"
      hint={
        done ??
        'Settings, calendars, answers and what was announced, in one file. Private addresses are left out.'
      }
    >
      <div className="setting-buttons">
        <Button onPress={() => void exportAll()}>Export everything…</Button>
        <Button onPress={() => void choose()}>Import…</Button>
      </div>
      {summary !== null && (
        <ImportDialog
          summary={summary}
          onClose={() => setSummary(null)}
          onImported={() => setDone('The import is done.')}
        />
      )}
    </SettingRow>
  );
}
