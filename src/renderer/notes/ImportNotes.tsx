import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { importWords } from './noteWords.ts';
import { texts } from './texts.ts';

/** Imports a folder of Markdown, and shows the outcome. */
export function ImportNotes() {
  const api = useApi();
  const store = useAppStore();
  const [report, setReport] = useState<ImportReport | null>(null);
  const importNotes = async (): Promise<void> => {
    const outcome = await api.invoke('notes:import');
    if (outcome.ok) setReport(outcome.value);
    else store.getState().problemReported(outcome.problem);
  };
  return (
    <>
      <Button look="quiet" size="icon" aria-label={texts.importFolder} onPress={() => void importNotes()}>
        <FolderInput aria-hidden size={16} />
      </Button>
      {report !== null && (
        <Dialog title={texts.import} isOpen onClose={() => setReport(null)}>
          <p>{importWords(report)}</p>
          {report.renamed.length > 0 && (
            <>
              <h3 className="import-heading">{texts.copiedAs}</h3>
              <ul className="import-list">
                {report.renamed.map(({ from, to }) => (
                  <li key={from}>
                    {from} <span className="quiet">{texts.isNow}</span> {to}
                  </li>
                ))}
              </ul>
            </>
          )}
          {report.unreadable.length > 0 && (
            <>
              <h3 className="import-heading">{texts.notCopied}</h3>
              <ul className="import-list">
                {report.unreadable.map((path) => (
                  <li key={path}>{path}</li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
