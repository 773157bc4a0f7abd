import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../kit/page/mountPage.tsx';
import { after } from '../kit/timers.ts';
import { createAlertModel } from './alertModel.ts';
import { AlertScreen } from './AlertScreen.tsx';

const api = createApi(window.api, () => undefined);
const model = createAlertModel(api, () => Date.now(), after);
window.addEventListener('pagehide', model.end);
window.addEventListener('focus', model.appeared);

mountPage('alert', api, <AlertScreen model={model} />);
