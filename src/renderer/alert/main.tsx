import '../jitless.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/widgets.css';
import '../reminders/reminders.css';
import './alert.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api.ts';
import { createAlertDesk } from './alertDesk.ts';
import { AlertScreen } from './AlertScreen.tsx';

const api = createApi(window.api, () => undefined);
const desk = createAlertDesk(
  api,
  () => Date.now(),
  (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
);
window.addEventListener('pagehide', desk.end);

const root = document.getElementById('root');
if (!root) throw new Error('alert/index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <AlertScreen desk={desk} />
    </I18nProvider>
  </StrictMode>,
);
