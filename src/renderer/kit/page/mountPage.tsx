import { StrictMode, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import type { Api } from '../api.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { failureReport } from './failureReport.ts';
import { texts } from '../texts.ts';
import { hideTransitions } from './untrackedTransitions.ts';

/**
 * Renders a window's page. An error is logged and shown: a window is never left blank.
 * @param place name of the window in reports
 */
export function mountPage(place: string, api: Api, page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  hideTransitions(window);
  createRoot(root, {
    // The boundary has shown and logged it.
    onCaughtError: () => undefined,
    onUncaughtError: (error, { componentStack }) => {
      void api.invoke('window:failed', failureReport(error, { place, componentStack: componentStack ?? '' }));
      // React has removed everything. Plain DOM cannot fail again.
      const words = document.createElement('p');
      words.className = 'failure-text';
      words.textContent = texts.windowFailed;
      root.replaceChildren(words);
    },
  }).render(
    <StrictMode>
      {/* Words of the widgets themselves are English, like ours. */}
      <I18nProvider locale="en-GB">
        <ErrorBoundary api={api} place={place} title={texts.windowFailedTitle}>
          {page}
        </ErrorBoundary>
      </I18nProvider>
    </StrictMode>,
  );
}
