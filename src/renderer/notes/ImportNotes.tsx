import { useState, type ReactNode } from 'react';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { importWords } from './noteWords.ts';
import { texts } from './texts.ts';

/** Imports a folder of Markdown; `report` shows the outcome. */
export function useImportNotes(): { readonly importNotes: () => void; readonly report: ReactNode } {
  const api = useApi();
  const store = useAppStore();
  const [report, setReport] = useState<ImportReport | null>(null);
  const importNotes = async (): Promise<void> => {
    const outcome = await api.invoke('notes:import');
    if (outcome.ok) setReport(outcome.value);
    else store.getState().problemReported(outcome.problem);
  };
  return {
    importNotes: () => void importNotes(),
    report: report !== null && (
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
    ),
  };
}
