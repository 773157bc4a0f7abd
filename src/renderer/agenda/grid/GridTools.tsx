import { CalendarCheck, ChevronLeft, ChevronRight, Search } from 'lucide-react';
import { useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { SEARCH_BOX_ID } from '../../kit/widgets/SearchBox.tsx';
import { ViewSwitch } from '../ViewSwitch.tsx';
import { scrollToNow } from './showNow.ts';
import { texts } from './texts.ts';

export interface GridToolsProps {
  readonly step: 'day' | 'week' | 'days';
  readonly onTurn: (step: 1 | -1) => void;
}

/** Today, the pages before and after, the form of the agenda, and the search, which the list has. */
export function GridTools({ step, onTurn }: GridToolsProps) {
  const showDate = useApp((state) => state.dateShown);
  const showView = useApp((state) => state.agendaViewShown);
  const afterRender = (act: () => void): void => {
    requestAnimationFrame(act);
  };
  return (
    <>
      <Button
        aria-keyshortcuts="T"
        onPress={() => {
          showDate(null);
          afterRender(scrollToNow);
        }}
      >
        <CalendarCheck aria-hidden size={16} className="grid-today-mark" />
        <span className="grid-today-words">{texts.today}</span>
        <kbd aria-hidden className="grid-today-key">
          T
        </kbd>
      </Button>
      <span className="grid-pages">
        <Button look="quiet" size="icon" aria-label={texts.before[step]} onPress={() => onTurn(-1)}>
          <ChevronLeft aria-hidden size={16} className="grid-page-mark" />
        </Button>
        <Button look="quiet" size="icon" aria-label={texts.after[step]} onPress={() => onTurn(1)}>
          <ChevronRight aria-hidden size={16} className="grid-page-mark" />
        </Button>
      </span>
      <ViewSwitch />
      <span className="grid-find">
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.find}
          onPress={() => {
            showView('list');
            afterRender(() => document.getElementById(SEARCH_BOX_ID)?.focus());
          }}
        >
          <Search aria-hidden size={16} />
        </Button>
      </span>
    </>
  );
}
