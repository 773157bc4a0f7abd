import type { FeedStatus } from '#core/feeds/feed.ts';
import { useGrowing } from '../kit/useGrowing.ts';
import { FeedAge } from '../feeds/FeedAge.tsx';
import { GroupRow } from './GroupRow.tsx';
import { groupIdOf, type Group } from './shownGroups.ts';

const HOURS = [0, 6, 12, 18, 24];

interface GroupSectionProps {
  readonly status: FeedStatus;
  readonly groups: readonly Group[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

const GROWTH = { first: 14, screen: 14, step: 12 };

/** The groups of one feed. */
export function GroupSection({ status, groups, openId, onOpen }: GroupSectionProps) {
  const grown = useGrowing(groups.length, GROWTH);
  // The palette leads to any row.
  const most = Math.max(grown, groups.findIndex((group) => groupIdOf(group) === openId) + 1);
  return (
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
        {groups.slice(0, most).map((group) => (
          <GroupRow
            key={groupIdOf(group)}
            {...group}
            isOpen={groupIdOf(group) === openId}
            onOpen={() => onOpen(groupIdOf(group))}
          />
        ))}
      </ul>
    </section>
  );
}
