import {
  CalendarDays,
  EyeOff,
  NotebookPen,
  RefreshCw,
  Rss,
  Settings2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { failingCount, syncState } from '../feeds/healthWords.ts';
import type { ScreenName } from '../store/viewSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { openCount } from '../agenda/openMeetings.ts';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { useApi, useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { useIsNarrow } from '../kit/useMedia.ts';
import { texts } from './texts.ts';

interface Place {
  readonly screen: ScreenName;
  readonly icon: LucideIcon;
}

const PLACES: readonly Place[] = [
  { screen: 'agenda', icon: CalendarDays },
  { screen: 'notes', icon: NotebookPen },
  { screen: 'communities', icon: Users },
  { screen: 'feeds', icon: Rss },
  { screen: 'settings', icon: Settings2 },
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
      title={isNarrow ? label : undefined}
      onClick={() => goTo(screen)}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
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
          isDisabled={kind === 'syncing'}
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
  return (
    <div className="hidden-titles" aria-live="polite">
      {settings.hidesTitles && (
        <>
          <EyeOff aria-hidden size={14} />
          <p className="sync-words">{texts.titlesHidden}</p>
          <Button look="quiet" size="small" onPress={() => change({ hidesTitles: false })}>
            {texts.show}
          </Button>
        </>
      )}
    </div>
  );
}

/** Navigation, with the update status below. */
export const Sidebar = () => (
  <div className="sidebar">
    <nav aria-label={texts.screenList} className="nav">
      <ul className="nav-places">
        {PLACES.map((place) => (
          <li key={place.screen} data-screen={place.screen}>
            <PlaceButton {...place} />
          </li>
        ))}
      </ul>
    </nav>
    <HiddenTitles />
    <SyncLine />
  </div>
);
