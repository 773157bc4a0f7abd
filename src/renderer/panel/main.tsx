import '../jitless.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/widgets.css';
import '../frame/failure.css';
import './panel.css';
import { createApi } from '../api.ts';
import { mountPage } from '../frame/mountPage.tsx';
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

mountPage('panel', api, <PanelScreen desk={desk} />);
