import { useId } from 'react';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { HuePicker } from '../kit/widgets/HuePicker.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { FeedReminders } from '../reminders/FeedReminders.tsx';
import type { AddRequest } from './AddCalendar.tsx';
import { FeedAge } from './FeedAge.tsx';
import { FeedMenu } from './FeedMenu.tsx';
import { FeedTrouble } from './FeedTrouble.tsx';
import { useCalendarChoice } from './useCalendarChoice.ts';
import { texts } from './texts.ts';

/** The quiet words beside the name: what kind of source it is, and how much it holds. */
function aboutOf({ feed, maskedAddress, health }: FeedStatus): string[] {
  const count = health.seriesCount === null ? null : texts.meetingCount(health.seriesCount);
  const source = {
    builtIn: null,
    stated: texts.stated,
    pasted: texts.pasted,
    file: texts.aFile,
    web: maskedAddress,
    // The head above says which account.
    calDav: null,
    locked: texts.lockedAddress,
  }[feed.source.kind];
  return [source, count].filter((part) => part !== null);
}

export interface FeedRowProps {
  readonly status: FeedStatus;
  readonly onChange: (request: AddRequest) => void;
}

/** One calendar: colour, name, age, reminders, and whether it is shown and announced; its trouble below. */
export function FeedRow({ status, onChange }: FeedRowProps) {
  const { feed } = status;
  const choice = useCalendarChoice(feed);
  const nameId = useId();
  return (
    <>
      <tr className="feed-row" data-off={!choice.isShown || choice.pausedAt !== null || undefined}>
        <th scope="row" className="feed-name-cell" aria-labelledby={nameId}>
          <span className="feed-name-line">
            <HuePicker
              of={choice.name}
              value={choice.hue}
              isBare
              onChange={(hue) => choice.choose({ hue })}
            />
            <span id={nameId} className="feed-names">
              <span className="feed-name">{choice.name}</span>
              <span className="feed-about">
                {aboutOf(status).map((part) => (
                  <span key={part}>{part}</span>
                ))}
              </span>
            </span>
          </span>
        </th>
        <td className="feed-age-cell">
          <FeedAge status={status} />
        </td>
        <td className="feed-reminders-cell">
          <FeedReminders feed={feed} name={choice.name} />
        </td>
        <td className="feed-switch-cell" data-label={texts.columns.shown}>
          <Switch
            aria-label={texts.shown(choice.name)}
            isSelected={choice.isShown}
            onChange={(isShown) => choice.choose({ isShown })}
          />
        </td>
        <td className="feed-switch-cell" data-label={texts.columns.announced}>
          <Switch
            aria-label={texts.announced(choice.name)}
            isSelected={choice.isAnnounced}
            onChange={(isAnnounced) => choice.choose({ isAnnounced })}
          />
        </td>
        <td className="feed-menu-cell">
          <FeedMenu status={status} choice={choice} onChange={onChange} />
        </td>
      </tr>
      <FeedTrouble status={status} name={choice.name} onChange={onChange} />
    </>
  );
}
