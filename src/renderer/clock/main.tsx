import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../kit/page/mountPage.tsx';
import { after } from '../kit/timers.ts';
import { createClockModel } from './clockModel.ts';
import { ClockScreen } from './ClockScreen.tsx';

const api = createApi(window.api, () => undefined);
const model = createClockModel(api, () => Date.now(), after);
window.addEventListener('pagehide', model.end);

mountPage('clock', api, <ClockScreen model={model} />);
