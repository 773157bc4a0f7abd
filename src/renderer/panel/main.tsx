import '../jitless.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/widgets.css';
import './panel.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api.ts';
import { createPanelDesk } from './panelDesk.ts';
import { PanelScreen } from './PanelScreen.tsx';

const api = createApi(window.api, () => undefined);
const desk = createPanelDesk(
  api,
  () => Date.now(),
  (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
);
// It is hidden, not closed, and comes up as if it were new.
document.addEventListener('visibilitychange', () => desk.seen(document.visibilityState === 'visible'));
window.addEventListener('pagehide', desk.end);

const root = document.getElementById('root');
if (!root) throw new Error('panel/index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <PanelScreen desk={desk} />
    </I18nProvider>
  </StrictMode>,
);
