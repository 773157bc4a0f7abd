import { SearchX, Users } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { cityOf } from '#core/format/formatTime.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { MINUTE } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { useHasPane } from '../kit/useMedia.ts';
import { FeedAge } from '../feeds/FeedAge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { Announced } from '../kit/widgets/Announced.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { FilterPills } from './FilterPills.tsx';
import { GroupDetails } from './GroupDetails.tsx';
import { GroupRow } from './GroupRow.tsx';
import { fits, searchGroups, withTimes, type Filter, type Group } from './shownGroups.ts';
import { texts } from './texts.ts';
import './communities.css';

const HOURS = [0, 6, 12, 18, 24];

const idOf = ({ community }: Group): string => `${community.feedId} ${community.id}`;

interface SectionProps {
  readonly status: FeedStatus;
  readonly groups: readonly Group[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

const Section = ({ status, groups, openId, onOpen }: SectionProps) => (
  <section className="group-list-section" aria-label={status.feed.name}>
    <header className="group-list-head">
      <h2 className="group-list-name">{status.feed.name}</h2>
      <p className="quiet">
        <FeedAge status={status} />
      </p>
      <span className="group-hours" aria-hidden>
        {HOURS.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </span>
    </header>
    <ul className="group-list">
      {groups.map((group) => (
        <GroupRow
          key={idOf(group)}
          {...group}
          isOpen={idOf(group) === openId}
          onOpen={() => onOpen(idOf(group))}
        />
      ))}
    </ul>
  </section>
);

/** The switch of a row; its button if it has none. */
const switchOf = (row: HTMLElement | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('.switch input') ?? row?.querySelector<HTMLElement>('.group-open') ?? null;

/** Moves the focus among the rows: arrows from a row, and from the search into the results. */
function moveAmongRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('.group-row')];
  const isSearch = target.matches('input[type="search"]');
  // The switch of the best result: Enter, Space follows it.
  if (isSearch && event.key === 'Enter') {
    event.preventDefault();
    switchOf(rows[0])?.focus();
    return;
  }
  const at = rows.findIndex((row) => row.contains(target));
  if (step === undefined || (at === -1 && !(isSearch && step === 1))) return;
  const next = rows[at === -1 ? 0 : at + step];
  const isOnSwitch = target.matches('.switch input');
  const stop = isOnSwitch ? switchOf(next) : next?.querySelector<HTMLElement>('.group-open');
  event.preventDefault();
  if (stop) stop.focus();
  else if (step === -1) document.querySelector<HTMLElement>('.search-box-input')?.focus();
}

/** All groups with the next dates of their meetings, renewed every minute. */
function useGroups(): readonly Group[] {
  const communities = useApp((state) => state.communities);
  const minute = useNow((now) => now - (now % MINUTE));
  return useMemo(() => withTimes(communities ?? [], minute), [communities, minute]);
}

interface NothingFoundProps {
  readonly query: string;
  readonly filter: Filter;
  readonly onShowAll: () => void;
}

function NothingFound({ query, filter, onShowAll }: NothingFoundProps) {
  const goTo = useApp((state) => state.screenShown);
  if (query !== '')
    return (
      <EmptyState icon={SearchX} title={texts.noMatch(query)}>
        <Button onPress={() => goTo('feeds')}>{texts.addOne}</Button>
      </EmptyState>
    );
  return (
    <EmptyState icon={Users} title={filter === 'followed' ? texts.noneFollowed : texts.noneFits}>
      <Button onPress={onShowAll}>{texts.showAll}</Button>
    </EmptyState>
  );
}

/** All communities with their times in the user's zone, and which of their meetings the user follows. */
export function CommunitiesScreen() {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  /** Groups that were followed when the filter was chosen: unfollowing one leaves it in its place. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [opened, open] = useState<string | null>(null);
  const { zone } = useTimeFormat();
  const firstDay = useFirstDayOfWeek();
  const now = useNow((instant) => instant - (instant % MINUTE));
  const hasPane = useHasPane();
  const groups = useGroups();
  const isKnown = useApp((state) => state.communities !== null && state.feeds !== null);
  const statuses = useApp((state) => state.feeds) ?? [];
  const feeds = statuses.map(({ feed }) => feed);
  const isIn = (group: Group, one: Filter): boolean => fits(group, one, feeds, { now, zone, firstDay });
  const counted = (one: Filter): number => groups.filter((group) => isIn(group, one)).length;
  const counts = {
    all: counted('all'),
    followed: counted('followed'),
    work: counted('work'),
    week: counted('week'),
  };
  const choose = (next: Filter): void => {
    setFilter(next);
    setKept(new Set(next === 'followed' ? groups.filter((group) => isIn(group, next)).map(idOf) : []));
  };
  const found = searchGroups(
    groups.filter((group) => isIn(group, filter) || kept.has(idOf(group))),
    query.trim(),
  );
  const sections = statuses
    .map((status) => ({ status, own: found.filter(({ community }) => community.feedId === status.feed.id) }))
    .filter(({ own }) => own.length > 0);
  const chosen = found.find((group) => idOf(group) === opened) ?? null;
  const shown = chosen ?? (hasPane ? (sections[0]?.own[0] ?? null) : null);
  return (
    // The keys of the list, before the search field keeps its own: rows have buttons and switches besides.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="screen" onKeyDownCapture={moveAmongRows}>
      <ScreenHead
        title={texts.communities}
        note={isKnown ? texts.counts(groups.length, counts.followed) : null}
      >
        <SearchBox label={texts.search} value={query} onChange={setQuery} />
      </ScreenHead>
      <div className="community-filters">
        <FilterPills value={filter} counts={counts} onChange={choose} />
        <p className="quiet community-zone">{texts.timesIn(cityOf(zone))}</p>
      </div>
      <Announced words={query.trim() === '' ? '' : texts.foundCount(found.length)} />
      <div className="community-columns">
        <div className="scroll">
          {isKnown && groups.length === 0 && (
            <EmptyState icon={Users} title={texts.none}>
              <p>{texts.noneHint}</p>
            </EmptyState>
          )}
          {groups.length > 0 && found.length === 0 && (
            <NothingFound query={query.trim()} filter={filter} onShowAll={() => choose('all')} />
          )}
          {sections.map(({ status, own }) => (
            <Section
              key={status.feed.id}
              status={status}
              groups={own}
              openId={shown === null ? null : idOf(shown)}
              onOpen={open}
            />
          ))}
        </div>
        {hasPane && shown !== null && (
          <aside className="group-pane scroll" aria-label={texts.detailsOf(shown.community.name)}>
            <GroupDetails key={idOf(shown)} {...shown} onClose={null} />
          </aside>
        )}
      </div>
      {!hasPane && (
        <Dialog
          title={texts.detailsOf(shown?.community.name ?? '')}
          isTitleHidden
          place="side"
          isOpen={shown !== null}
          onClose={() => open(null)}
        >
          {shown !== null && (
            <div className="scroll">
              <GroupDetails {...shown} onClose={() => open(null)} />
            </div>
          )}
        </Dialog>
      )}
    </div>
  );
}
