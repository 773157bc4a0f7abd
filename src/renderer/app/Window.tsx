import { useEffect } from 'react';
import { AgendaScreen } from '../agenda/AgendaScreen.tsx';
import { WhichMeeting } from '../agenda/WhichMeeting.tsx';
import { BriefScreen } from '../brief/BriefScreen.tsx';
import { CommunitiesScreen } from '../communities/CommunitiesScreen.tsx';
import { ConductDialog } from '../communities/ConductDialog.tsx';
import { FeedsScreen } from '../feeds/FeedsScreen.tsx';
import { ProxyQuestionDialog } from '../network/ProxyLogin.tsx';
import { NotesScreen } from '../notes/NotesScreen.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PrivateNotesDialog } from '../private/PrivateNotesDialog.tsx';
import { SeriesScreen } from '../series/SeriesScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { PastMeetings } from '../reminders/PastMeetings.tsx';
import type { ScreenName } from '../store/viewSlice.ts';
import { EarlyQuestion } from '../agenda/EarlyQuestion.tsx';
import { JoinQuestion } from '../agenda/JoinQuestion.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import { seriesKey } from '#core/keys.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Banners } from './Banners.tsx';
import { ErrorBoundary } from '../kit/page/ErrorBoundary.tsx';
import { Sidebar } from './Sidebar.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { UndoToast } from './UndoToast.tsx';
import { useFocusKept } from '../kit/useFocusKept.ts';
import { useShortcuts } from './useShortcuts.ts';
import { texts } from './texts.ts';
import './frame.css';

const SCREENS: Record<ScreenName, () => React.ReactNode> = {
  agenda: AgendaScreen,
  notes: NotesScreen,
  communities: CommunitiesScreen,
  feeds: FeedsScreen,
  settings: SettingsScreen,
};

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
            <BriefScreen key={brief} meeting={brief} />
          ) : series === null ? (
            <Screen />
          ) : (
            <SeriesScreen key={seriesKey(series)} series={series} />
          )}
        </ErrorBoundary>
      </main>
      <ShortcutsDialog />
      <Palette run={run} />
      <PastMeetings />
      <ConductDialog />
      <WhichMeeting />
      <JoinQuestion />
      <EarlyQuestion />
      <PrivateNotesDialog />
      <ProxyQuestionDialog />
      <UndoToast />
      <Welcome />
    </div>
  );
}
