import '../jitless.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/widgets.css';
import '../reminders/reminders.css';
import '../frame/failure.css';
import './alert.css';
import { createApi } from '../api.ts';
import { mountPage } from '../frame/mountPage.tsx';
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

mountPage('alert', api, <AlertScreen desk={desk} />);
