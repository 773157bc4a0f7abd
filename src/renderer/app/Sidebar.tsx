import {
  CalendarDays,
  EyeOff,
  Layers,
  NotebookPen,
  RefreshCw,
  Search,
  Settings2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { failingCount, syncState } from '../feeds/healthWords.ts';
import type { ScreenName } from '../store/viewSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { openCount } from '../agenda/openMeetings.ts';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { useApi, useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { useIsNarrow } from '../kit/useMedia.ts';
import { ErrorBoundary } from '../kit/page/ErrorBoundary.tsx';
import { Month } from '../month/Month.tsx';
import { ShownCalendars } from '../month/ShownCalendars.tsx';
import { texts } from './texts.ts';

interface Place {
  readonly screen: ScreenName;
  readonly icon: LucideIcon;
}

const PLACES: readonly Place[] = [
  { screen: 'agenda', icon: CalendarDays },
  { screen: 'notes', icon: NotebookPen },
  { screen: 'communities', icon: Users },
  { screen: 'feeds', icon: Layers },
];

/** The number of meetings with an unknown week. */
function OpenQuestions() {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const count = useNow((now) => openCount(occurrences, now, zone));
  if (count === 0) return null;
  return (
    <span className="nav-badge nav-badge-open">
      {count}
      <span className="visually-hidden">{texts.openQuestions(count)}</span>
    </span>
  );
}

function PlaceButton({ screen, icon: Icon }: Place) {
  const label = texts.screens[screen];
  const isHere = useApp((state) => state.screen === screen);
  const goTo = useApp((state) => state.screenShown);
  const isNarrow = useIsNarrow();
  const failing = useApp((state) => (screen === 'feeds' ? failingCount(state.feeds) : 0));
  return (
    <button
      type="button"
      className="nav-place"
      aria-current={isHere ? 'page' : undefined}
      title={isNarrow || screen === 'settings' ? label : undefined}
      onClick={() => goTo(screen)}
    >
      <Icon aria-hidden size={16} />
      <span className="nav-label">{label}</span>
      {failing > 0 && (
        <span className="nav-badge">
          {failing}
          <span className="visually-hidden">{texts.failingCalendars(failing)}</span>
        </span>
      )}
      {screen === 'agenda' && <OpenQuestions />}
    </button>
  );
}

/** How fresh the agenda is, and a button that updates all feeds. */
function SyncLine() {
  const api = useApi();
  const feeds = useApp((state) => state.feeds);
  const kind = useNow((now) => syncState(feeds, now).kind);
  const words = useNow((now) => syncState(feeds, now).words);
  if (feeds === null) return null;
  return (
    <section className="sync" aria-label={texts.updates} data-kind={kind}>
      <span className="health-dot" aria-hidden />
      <p className="sync-words">{words}</p>
      {kind !== 'local' && (
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.updateAll}
          isPending={kind === 'syncing'}
          onPress={() => api.invokeAndReport('feeds:refresh')}
        >
          <RefreshCw aria-hidden size={14} />
        </Button>
      )}
    </section>
  );
}

/** Says that reminders hide their titles, while they do. */
function HiddenTitles() {
  const { settings, change } = useSettings();
  const { hidesTitles } = settings;
  const [said, say] = useState('');
  const before = useRef(hidesTitles);
  useEffect(() => {
    if (before.current === hidesTitles) return;
    before.current = hidesTitles;
    // That they are hidden is said by the toast.
    say(hidesTitles ? '' : texts.titlesShownSpoken);
  }, [hidesTitles]);
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div className="hidden-titles">
        {hidesTitles && (
          <>
            <EyeOff aria-hidden size={14} />
            <p className="sync-words">{texts.titlesHidden}</p>
            <Button look="quiet" size="small" onPress={() => change({ hidesTitles: false })}>
              {texts.show}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** Opens the palette. */
function JumpButton() {
  const open = useApp((state) => state.paletteToggled);
  const isNarrow = useIsNarrow();
  return (
    <AriaButton className="jump" aria-keyshortcuts="Control+K" onPress={() => open(true)}>
      <Search aria-hidden size={isNarrow ? 16 : 14} />
      <span className="jump-words">{texts.searchOrJump}</span>
      <kbd aria-hidden>{texts.paletteKey}</kbd>
    </AriaButton>
  );
}

/** The month and the calendars, where there is room for them. */
function MonthBeside() {
  const api = useApi();
  if (useIsNarrow()) return null;
  return (
    <ErrorBoundary api={api} place="month" title={null}>
      <div className="month-beside">
        <Month />
        <ShownCalendars />
      </div>
    </ErrorBoundary>
  );
}

/** Navigation: all that leads to another place, and how fresh the agenda is. */
export const Sidebar = () => (
  <nav className="sidebar" aria-label={texts.screenList}>
    <JumpButton />
    <ul className="nav-places">
      {PLACES.map((place) => (
        <li key={place.screen}>
          <PlaceButton {...place} />
        </li>
      ))}
    </ul>
    <div className="sidebar-middle">
      <MonthBeside />
      <HiddenTitles />
    </div>
    <div className="sidebar-foot">
      <SyncLine />
      <PlaceButton screen="settings" icon={Settings2} />
    </div>
  </nav>
);
