import type { Brief } from '#core/brief/brief.ts';
import { namesOf } from '#core/agenda/attendance.ts';
import { changeId } from '#core/feeds/seriesChange.ts';
import { shortDay } from '#core/format/formatTime.ts';
import { changeWords } from '../agenda/changeWords.ts';
import { Description } from '../agenda/Description.tsx';
import { Clamped } from '../agenda/details/Clamped.tsx';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { BriefCard } from './BriefPart.tsx';
import { texts } from './texts.ts';

const DOCUMENTS = ['agenda', 'notes', 'recordings', 'page'] as const;
const MOST_NAMES = 8;

/** `docs.google.com`: where a document is. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '');

/** What changed, what the meeting is about with its documents, and who is invited. */
export function BriefAside({ brief: { occurrence, changes, lastTime } }: { readonly brief: Brief }) {
  const format = useTimeFormat();
  const documents = DOCUMENTS.flatMap((name) => {
    const url = occurrence.links[name];
    return url === null ? [] : [{ name, url }];
  });
  const names = namesOf(occurrence.attendance);
  const hasText = occurrence.description.content.trim() !== '';
  return (
    <aside className="brief-aside">
      {changes.length > 0 && (
        <BriefCard title={lastTime === null ? texts.changedLately : texts.changed}>
          <ul className="brief-changes">
            {changes.map((change) => (
              <li key={changeId(change)}>
                {changeWords(change, format)} <span className="quiet">{shortDay(change.at, format)}</span>
              </li>
            ))}
          </ul>
        </BriefCard>
      )}
      {(hasText || documents.length > 0) && (
        <BriefCard title={texts.about}>
          {hasText && (
            <Clamped lines={6}>
              <Description description={occurrence.description} />
            </Clamped>
          )}
          {documents.length > 0 && (
            <ul className="link-list">
              {documents.map(({ name, url }) => (
                <li key={name}>
                  <OutLink url={url}>{texts.documents[name]}</OutLink>{' '}
                  <span className="quiet">{hostOf(url)}</span>
                </li>
              ))}
            </ul>
          )}
        </BriefCard>
      )}
      {names.length > 0 && (
        <BriefCard title={texts.people}>
          <p>
            {names.slice(0, MOST_NAMES).join(', ')}
            {names.length > MOST_NAMES && ` ${texts.more(names.length - MOST_NAMES)}`}
          </p>
        </BriefCard>
      )}
    </aside>
  );
}
