import { StrictMode, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import type { Api } from '../api.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { failureReport } from './failureReport.ts';
import { texts } from '../texts.ts';

/**
 * Draws a window's page. Whatever throws while it is drawn ends up in the log and on the screen: a window is never
 * left blank.
 * @param place names the window in reports
 */
export function mountPage(place: string, api: Api, page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root, {
    // The boundary has shown it and had it logged.
    onCaughtError: () => undefined,
    onUncaughtError: (error, { componentStack }) => {
      void api.invoke('window:failed', failureReport(error, { place, componentStack: componentStack ?? '' }));
      // React has removed everything. This needs nothing that could fail again.
      const words = document.createElement('p');
      words.className = 'failure-text';
      words.textContent = texts.windowFailed;
      root.replaceChildren(words);
    },
  }).render(
    <StrictMode>
      {/* The widgets' own words are English, like ours; dates follow the system's locale. */}
      <I18nProvider locale="en-GB">
        <ErrorBoundary api={api} place={place} title={texts.windowFailedTitle}>
          {page}
        </ErrorBoundary>
      </I18nProvider>
    </StrictMode>,
  );
}
