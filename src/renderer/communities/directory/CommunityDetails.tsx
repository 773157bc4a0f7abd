import { X } from 'lucide-react';
import { isFollowable, pageOf, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import type { CommunityView, ListedCommunity } from '#core/directory/directoryView.ts';
import { useTimeFormat } from '../../kit/AppContext.tsx';
import { Badge } from '../../kit/widgets/Badge.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { CalendarLine } from './CalendarLine.tsx';
import { ageOfFact, ageWords } from './factAge.ts';
import { StatedMeetings } from './StatedMeetings.tsx';
import { texts } from './texts.ts';
import { useCommunity } from './useDirectory.ts';

function Calendars({ view: { entry, feedIds } }: { readonly view: CommunityView }) {
  const format = useTimeFormat();
  const followable = entry.calendars.filter(isFollowable);
  const others = entry.calendars.filter((one) => !isFollowable(one));
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.calendarsHeading}</h3>
      <p className="quiet">{followable.length === 0 ? texts.noCalendarToFollow : texts.notTried}</p>
      <ul className="group-meetings">
        {followable.map((one) => (
          <CalendarLine
            key={one.address}
            community={entry.id}
            address={one.address}
            covers={one.covers}
            age={ageOfFact(entry, one, format)}
            page={one.page ?? pageOf(entry)}
            feedId={feedIds[one.address] ?? null}
          />
        ))}
        {others.map((one) => (
          <li key={one.address} className="group-meeting">
            <div className="group-meeting-text">
              <span className="group-meeting-title">{one.covers}</span>
              <span className="group-meeting-when">{ageOfFact(entry, one, format)}</span>
            </div>
            <OutLink url={one.address}>{one.kind === 'lfx' ? texts.lfxPage : texts.openPage}</OutLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its pages: followed like a calendar where there is none, else opened. */
function Pages({ view: { entry, feedIds } }: { readonly view: CommunityView }) {
  const format = useTimeFormat();
  const hasCalendar = entry.calendars.some(isFollowable);
  const pages = entry.pages.flatMap((page) => (page.url === null ? [] : [{ ...page, url: page.url }]));
  if (pages.length === 0) return null;
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.pagesHeading}</h3>
      <ul className="group-meetings">
        {pages.map((page) =>
          hasCalendar ? (
            <li key={page.url} className="directory-page">
              <OutLink url={page.url}>{page.covers}</OutLink>
              <span className="quiet"> {ageOfFact(entry, page, format)}</span>
            </li>
          ) : (
            <CalendarLine
              key={page.url}
              community={entry.id}
              address={page.url}
              covers={page.covers}
              age={ageOfFact(entry, page, format)}
              page={page.url}
              feedId={feedIds[page.url] ?? null}
            />
          ),
        )}
      </ul>
    </section>
  );
}

const linkOf = (address: string): string => (address.includes('://') ? address : `mailto:${address}`);

function Talk({ entry: { chats, lists, conduct } }: { readonly entry: DirectoryEntry }) {
  if (chats.length + lists.length === 0 && conduct === null) return null;
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.talk}</h3>
      <dl className="facts">
        {chats.map(({ kind, address, channel }) => (
          <div key={`${kind} ${address ?? ''} ${channel ?? ''}`} className="fact">
            <dt>{texts.chats[kind]}</dt>
            <dd>
              {address === null ? (
                channel
              ) : (
                <OutLink url={address}>{channel ?? address.replace(/^https?:\/\//, '')}</OutLink>
              )}
            </dd>
          </div>
        ))}
        {lists.map(({ address }) => (
          <div key={address} className="fact">
            <dt>{texts.list}</dt>
            <dd>
              <OutLink url={linkOf(address)}>{address.replace(/^https?:\/\//, '')}</OutLink>
            </dd>
          </div>
        ))}
        {conduct !== null && (
          <div className="fact">
            <dt>{texts.conduct}</dt>
            <dd>
              {conduct.contacts.map((address) => (
                <OutLink key={address} url={linkOf(address)}>
                  {address}
                </OutLink>
              ))}
              {conduct.url !== null && <OutLink url={conduct.url}>{texts.conductPage}</OutLink>}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Sources({ entry }: { readonly entry: DirectoryEntry }) {
  const format = useTimeFormat();
  return (
    <details className="directory-sources">
      <summary>{texts.sources}</summary>
      <ul>
        {entry.sources.map((source) => {
          const words = texts.source(source.name, ageWords(source, format));
          return (
            <li key={`${source.name} ${source.date ?? ''} ${source.age ?? ''}`}>
              {source.url === null ? words : <OutLink url={source.url}>{words}</OutLink>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Facts({ view }: { readonly view: CommunityView }) {
  const { entry } = view;
  return (
    <>
      <Calendars view={view} />
      <StatedMeetings view={view} />
      <Pages view={view} />
      <Talk entry={entry} />
      {entry.remarks.length > 0 && (
        <section className="group-section">
          <h3 className="group-heading">{texts.remarks}</h3>
          {entry.remarks.map((words) => (
            <p key={words} className="quiet">
              {words}
            </p>
          ))}
        </section>
      )}
      <Sources entry={entry} />
    </>
  );
}

export interface CommunityDetailsProps {
  readonly row: ListedCommunity;
  /** Null where the details are beside the list for good. */
  readonly onClose: (() => void) | null;
}

/** A community of the directory: what is known of it, of when, from where; and what of it the user follows. */
export function CommunityDetails({ row, onClose }: CommunityDetailsProps) {
  const read = useCommunity(row.id);
  const website = read?.ok === true ? read.value.entry.website : null;
  return (
    <div className="group-details">
      <header className="group-head">
        <h2 className="group-title">{row.name}</h2>
        {row.isArchived && <Badge tone="warn">{texts.archived}</Badge>}
        {onClose !== null && (
          <Button look="quiet" size="icon" aria-label={texts.close} onPress={onClose}>
            <X aria-hidden size={16} />
          </Button>
        )}
      </header>
      <p className="group-text">
        {row.about} {row.foundation !== null && texts.partOf(row.foundation)}{' '}
        {website !== null && <OutLink url={website}>{texts.website}</OutLink>}
      </p>
      {read === null && <p className="quiet">{texts.loading}</p>}
      {read !== null && (read.ok ? <Facts view={read.value} /> : <ProblemBox problem={read.problem} />)}
    </div>
  );
}
