// The keys of a row are those of the field: see Palette.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import {
  CalendarDays,
  CalendarRange,
  FileText,
  NotebookPen,
  Settings2,
  SquareCheckBig,
  UserRound,
  UsersRound,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Span } from '#core/search/rank.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { useSettings } from '../kit/useSettings.ts';
import { Keys } from '../keys/Keys.tsx';
import { shownChord } from '../keys/shortcuts.ts';
import { MINUTE } from '#base';
import { entryWords } from './entryWords.ts';
import { shortcutOf } from './paletteActions.ts';
import type { PaletteEntry } from './paletteEntry.ts';
import type { PaletteRow as Row } from './paletteModel.ts';

const ICONS: Readonly<Record<Exclude<PaletteEntry['kind'], 'meeting'>, LucideIcon>> = {
  person: UserRound,
  note: FileText,
  todo: SquareCheckBig,
  action: Zap,
  setting: Settings2,
  community: UsersRound,
  listed: UsersRound,
  date: CalendarDays,
  week: CalendarRange,
  dayNote: NotebookPen,
};

/** The title with the matched letters marked. */
function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const parts = spans.map(([from, to], index) => ({
    from,
    before: text.slice(spans[index - 1]?.[1] ?? 0, from),
    hit: text.slice(from, to),
  }));
  return (
    <>
      {parts.map(({ from, before, hit }) => (
        <span key={from}>
          {before}
          <mark className="palette-hit">{hit}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.[1] ?? 0)}
    </>
  );
}

const Bar = ({ occurrence }: { readonly occurrence: Occurrence }) => (
  <span aria-hidden className={`palette-bar c-${useHue(occurrence)}`} />
);

function Mark({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.kind === 'meeting') return <Bar occurrence={entry.occurrence} />;
  const Icon = ICONS[entry.kind];
  return <Icon aria-hidden size={16} className="palette-icon" />;
}

/** The key of an action. */
function KeyOf({ entry }: { readonly entry: PaletteEntry }) {
  const { hasLetterKeys } = useSettings().settings;
  const name = entry.kind === 'action' ? shortcutOf(entry.action) : entry.kind === 'week' ? 'week' : null;
  const chord = name === null ? null : shownChord(name, hasLetterKeys);
  return chord === null ? null : <Keys chord={chord} />;
}

export interface PaletteRowProps extends Row {
  readonly id: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

/** A result. The field keeps the focus and names the active row. */
export function PaletteRow({ id, entry, spans, isActive, onPoint, onOpen }: PaletteRowProps) {
  const format = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  const { title, context, aside } = entryWords(entry, minute, format);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="palette-row"
      onPointerMove={({ movementX, movementY }) => {
        // Chromium also reports a pointer that rests while the rows change below it.
        if (movementX !== 0 || movementY !== 0) onPoint();
      }}
      onClick={onOpen}
    >
      <Mark entry={entry} />
      <span className="palette-title">
        <Marked text={title} spans={title === entry.name ? spans : []} />
      </span>
      <span className="palette-context">{context}</span>
      <span className="palette-aside">
        {aside}
        <KeyOf entry={entry} />
      </span>
    </div>
  );
}
