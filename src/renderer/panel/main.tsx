import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../kit/page/mountPage.tsx';
import { createPanelModel } from './panelModel.ts';
import { PanelScreen } from './PanelScreen.tsx';

const api = createApi(window.api, () => undefined);
const model = createPanelModel(
  api,
  () => Date.now(),
  (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
);
// It is hidden instead of closed, and opens as if it were new.
document.addEventListener('visibilitychange', () => model.seen(document.visibilityState === 'visible'));
window.addEventListener('pagehide', model.end);

mountPage('panel', api, <PanelScreen model={model} />);
