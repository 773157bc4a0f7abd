import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../kit/page/mountPage.tsx';
import { createAlertModel } from './alertModel.ts';
import { AlertScreen } from './AlertScreen.tsx';

const api = createApi(window.api, () => undefined);
const model = createAlertModel(
  api,
  () => Date.now(),
  (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
);
window.addEventListener('pagehide', model.end);

mountPage('alert', api, <AlertScreen model={model} />);
