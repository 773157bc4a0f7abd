import '../app/jitless.ts';
import '../kit/styles/tokens.css';
import '../kit/styles/base.css';
import '../kit/styles/widgets.css';
import '../reminders/reminders.css';
import '../app/failure.css';
import './alert.css';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../app/mountPage.tsx';
import { createAlertModel } from './alertModel.ts';
import { AlertScreen } from './AlertScreen.tsx';

const api = createApi(window.api, () => undefined);
const desk = createAlertModel(
  api,
  () => Date.now(),
  (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
);
window.addEventListener('pagehide', desk.end);

mountPage('alert', api, <AlertScreen desk={desk} />);
