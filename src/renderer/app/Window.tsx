import { useEffect } from 'react';
import { AgendaScreen } from '../agenda/AgendaScreen.tsx';
import type { ScreenName } from '../store/viewSlice.ts';
import { seriesKey } from '#core/keys.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Banners } from './Banners.tsx';
import { ErrorBoundary } from '../kit/page/ErrorBoundary.tsx';
import { laterParts } from './laterParts.ts';
import { Sidebar } from './Sidebar.tsx';
import { UndoToast } from './UndoToast.tsx';
import { useFocusKept } from '../kit/useFocusKept.ts';
import { useShortcuts } from './useShortcuts.ts';
import { texts } from './texts.ts';

const SCREENS: Record<ScreenName, React.ComponentType<object>> = {
  agenda: AgendaScreen,
  notes: laterParts.notes.Component,
  communities: laterParts.communities.Component,
  feeds: laterParts.feeds.Component,
  settings: laterParts.settings.Component,
};
const [Brief, Series, Dialogs] = [
  laterParts.brief.Component,
  laterParts.series.Component,
  laterParts.dialogs.Component,
];

/** The main window: navigation, problems and the current screen. */
export function Window() {
  const run = useShortcuts();
  useFocusKept();
  const api = useApi();
  const screen = useApp((state) => state.screen);
  const Screen = SCREENS[screen];
  useEffect(() => {
    document.title = texts.windowTitle(texts.screens[screen]);
  }, [screen]);
  const isDrawn = useApp((state) => state.isDrawn);
  const series = useApp((state) => state.shownSeries);
  const brief = useApp((state) => state.shownBrief);
  return (
    <div className="window">
      <Sidebar />
      <main className="main">
        <Banners />
        <ErrorBoundary
          key={brief ?? (series === null ? screen : seriesKey(series))}
          api={api}
          place={screen}
          title={texts.screenFailed}
        >
          {brief !== null ? (
            <Brief key={brief} meeting={brief} />
          ) : series === null ? (
            <Screen />
          ) : (
            <Series key={seriesKey(series)} series={series} />
          )}
        </ErrorBoundary>
      </main>
      <UndoToast />
      {isDrawn && <Dialogs run={run} />}
    </div>
  );
}
