import '../app/jitless.ts';
import '../kit/styles/tokens.css';
import '../kit/styles/base.css';
import '../kit/styles/widgets.css';
import '../app/failure.css';
import './panel.css';
import { createApi } from '../kit/api.ts';
import { mountPage } from '../app/mountPage.tsx';
import { createPanelModel } from './panelModel.ts';
import { PanelScreen } from './PanelScreen.tsx';

const api = createApi(window.api, () => undefined);
const desk = createPanelModel(
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

mountPage('panel', api, <PanelScreen desk={desk} />);
