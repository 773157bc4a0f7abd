import { SearchX, Users } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { isDirectoryFirst, searchGroups } from '#core/directory/searchCommunities.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { cityOf } from '#core/format/formatTime.ts';
import { MINUTE } from '#base';
import { AskedCommunity } from './AskedCommunity.tsx';
import { CommunityDetails } from './directory/CommunityDetails.tsx';
import { DirectorySections } from './directory/DirectorySections.tsx';
import { directoryId, directorySections } from './directory/directoryOrder.ts';
import { texts as directoryTexts } from './directory/texts.ts';
import { useDirectory } from './directory/useDirectory.ts';
import type { ViewSlice } from '../store/viewSlice.ts';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { useHasPane } from '../kit/useMedia.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { Announced } from '../kit/widgets/Announced.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { FilterPills } from './FilterPills.tsx';
import { GroupDetails } from './GroupDetails.tsx';
import { GroupSection } from './GroupSection.tsx';
import { endOfWeek } from './groupTimes.ts';
import { moveAmongRows } from './moveAmongRows.ts';
import { fits, groupIdOf, withTimes, type Filter, type Group } from './shownGroups.ts';
import { texts } from './texts.ts';

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

/** What is listed. @param opened id of what is open; it stays listed */
function useListing(first: Filter, opened: string | null) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>(first);
  /** Groups that were followed when the filter was chosen: unfollowing one leaves it in its place. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const { zone } = useTimeFormat();
  const firstDay = useFirstDayOfWeek();
  const now = useNow((instant) => instant - (instant % MINUTE));
  const viewer = { zone, endOfWeek: endOfWeek(now, zone, firstDay) };
  const groups = useGroups();
  const directory = useDirectory();
  const statuses = useApp((state) => state.feeds) ?? [];
  const feeds = statuses.map(({ feed }) => feed);
  const isIn = (group: Group, one: Filter): boolean => fits(group, one, feeds, viewer);
  const counted = (one: Filter): number => groups.filter((group) => isIn(group, one)).length;
  const words = query.trim();
  const found = searchGroups(
    groups.filter((group) => isIn(group, filter) || kept.has(groupIdOf(group))),
    words,
    ({ community }) => community,
  );
  // Without words the directory is long, so it is listed by its own filter.
  const isDirectoryListed = filter === 'directory' || (filter === 'all' && words !== '');
  const groupIds = new Set(found.map(({ community }) => community.id));
  // What is stated of a followed community is a group already.
  const isListedAsGroup = ({ id, isFollowed }: ListedCommunity): boolean =>
    filter !== 'directory' && isFollowed && groupIds.has(id) && opened !== directoryId(id);
  const rows = isDirectoryListed
    ? searchDirectory(directory ?? [], words).filter((row) => !isListedAsGroup(row))
    : [];
  return {
    query,
    words,
    filter,
    groups,
    found,
    directory,
    rows,
    directorySections: directorySections(rows, words),
    /** The words name a community, while groups only mention them. */
    isDirectoryFirst: isDirectoryFirst(
      rows,
      found.map(({ community }) => community.name),
      words,
    ),
    counts: {
      all: counted('all'),
      followed: counted('followed'),
      work: counted('work'),
      week: counted('week'),
      directory: directory?.length ?? null,
    },
    sections: statuses
      .map((status) => ({
        status,
        own: found.filter(({ community }) => community.feedId === status.feed.id),
      }))
      .filter(({ own }) => own.length > 0),
    setQuery,
    choose: (next: Filter): void => {
      setFilter(next);
      const followed = next === 'followed' ? groups.filter((group) => isIn(group, next)) : [];
      setKept(new Set(followed.map(groupIdOf)));
    },
  };
}

/** What the pane shows: a group of a feed, or a community of the directory. */
type Shown =
  | { readonly kind: 'group'; readonly id: string; readonly group: Group }
  | { readonly kind: 'community'; readonly id: string; readonly row: ListedCommunity };

const nameOf = (shown: Shown | null): string =>
  shown === null ? '' : shown.kind === 'group' ? shown.group.community.name : shown.row.name;

const Details = ({ shown, onClose }: { readonly shown: Shown; readonly onClose: (() => void) | null }) =>
  shown.kind === 'group' ? (
    <GroupDetails key={shown.id} {...shown.group} onClose={onClose} />
  ) : (
    <CommunityDetails key={shown.id} row={shown.row} onClose={onClose} />
  );

/** All that is listed, in its order. */
function shownOf({
  sections,
  directorySections: own,
  isDirectoryFirst,
}: ReturnType<typeof useListing>): Shown[] {
  const groups = sections
    .flatMap((section) => section.own)
    .map((group): Shown => ({ kind: 'group', id: groupIdOf(group), group }));
  const communities = own
    .flatMap((section) => section.rows)
    .map((row): Shown => ({ kind: 'community', id: directoryId(row.id), row }));
  return isDirectoryFirst ? [...communities, ...groups] : [...groups, ...communities];
}

/** All communities with their times in the user's zone, and which of their meetings the user follows. */
export function CommunitiesScreen() {
  const asked = useApp((state) => state.shownCommunity);
  return <Communities key={asked?.number ?? 0} asked={asked} />;
}

function Communities({ asked }: { readonly asked: ViewSlice['shownCommunity'] }) {
  const askedId = asked?.kind === 'directory' ? asked.id : null;
  const [opened, open] = useState<string | null>(
    asked?.kind === 'group' ? asked.id : askedId === null ? null : directoryId(askedId),
  );
  const { zone } = useTimeFormat();
  const hasPane = useHasPane();
  const listing = useListing(asked?.kind === 'directory' ? 'directory' : 'all', opened);
  const { query, words, filter, groups, found, rows, counts, sections, directory, choose } = listing;
  const { isDirectoryFirst: isFirst } = listing;
  // What a link suggests covers nothing, and is not covered.
  const isAsked = useApp(({ question }) => question?.kind === 'followCommunity');
  const isKnown = useApp((state) => state.communities !== null && state.feeds !== null);
  const all = shownOf(listing);
  const shown = all.find(({ id }) => id === opened) ?? (hasPane ? (all[0] ?? null) : null);
  const openId = shown?.id ?? null;
  // First the list, then the details: together they would take too long for a frame.
  const isDetailed = useDeferredValue(true, false);
  const openRow = shown?.kind === 'community' ? shown.row.id : null;
  const communities = (
    <DirectorySections
      key="directory"
      sections={listing.directorySections}
      openId={openRow}
      askedId={askedId}
      onOpen={(id) => open(directoryId(id))}
    />
  );
  return (
    // The keys of the list, before the search field keeps its own: rows have buttons and switches besides.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="screen" onKeyDownCapture={moveAmongRows}>
      <ScreenHead
        title={texts.communities}
        note={isKnown ? texts.counts(groups.length, counts.followed) : null}
      >
        <SearchBox
          label={texts.search}
          value={query}
          onChange={(next) => {
            // The best result is open.
            open(null);
            listing.setQuery(next);
          }}
        />
      </ScreenHead>
      <div className="community-filters">
        <FilterPills value={filter} counts={counts} onChange={choose} />
        <p className="quiet community-zone">{texts.timesIn(cityOf(zone))}</p>
      </div>
      <Announced
        words={words === '' || directory === null ? '' : texts.foundCount(found.length, rows.length)}
      />
      <div className="community-columns">
        <div className="scroll">
          {isKnown && groups.length === 0 && rows.length === 0 && filter === 'all' && words === '' && (
            <EmptyState icon={Users} title={texts.none}>
              <p>{texts.noneHint}</p>
            </EmptyState>
          )}
          {all.length === 0 && (words !== '' || filter !== 'all') && (
            <NothingFound query={words} filter={filter} onShowAll={() => choose('all')} />
          )}
          {isFirst && communities}
          {sections.map(({ status, own }) => (
            <GroupSection key={status.feed.id} status={status} groups={own} openId={openId} onOpen={open} />
          ))}
          {!isFirst && communities}
          {filter === 'all' && words === '' && directory !== null && directory.length > 0 && (
            <p className="directory-more">
              <Button onPress={() => choose('directory')}>
                {directoryTexts.lookInDirectory(directory.length)}
              </Button>
            </p>
          )}
        </div>
        {hasPane && shown !== null && (
          // Another community is shown from its beginning.
          <aside
            key={shown.id}
            // What is used stays open, whatever else is listed first now.
            onFocusCapture={() => open(shown.id)}
            className="group-pane scroll"
            aria-label={texts.detailsOf(nameOf(shown))}
          >
            {isDetailed && <Details shown={shown} onClose={null} />}
          </aside>
        )}
      </div>
      <AskedCommunity />
      {!hasPane && (
        <Dialog
          title={texts.detailsOf(nameOf(shown))}
          isTitleHidden
          place="side"
          isOpen={shown !== null && !isAsked}
          onClose={() => open(null)}
        >
          {shown !== null && (
            <div className="scroll">
              <Details shown={shown} onClose={() => open(null)} />
            </div>
          )}
        </Dialog>
      )}
    </div>
  );
}
