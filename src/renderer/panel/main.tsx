import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../kit/page/mountPage.tsx';
import { after } from '../kit/timers.ts';
import { createPanelModel } from './panelModel.ts';
import { PanelScreen } from './PanelScreen.tsx';

const api = createApi(window.api, () => undefined);
const model = createPanelModel(api, () => Date.now(), after);
window.addEventListener('pagehide', model.end);
document.addEventListener('visibilitychange', () => model.seen(document.visibilityState === 'visible'));

mountPage('panel', api, <PanelScreen model={model} />);
