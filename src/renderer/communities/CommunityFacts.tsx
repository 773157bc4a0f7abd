import type { Community } from '#core/catalogue/community.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';
import './communities.css';

/** A contact: an email address, a page, or plain text. */
function Reach({ contact, url }: { readonly contact: string; readonly url: string }) {
  if (contact.includes('@') && !contact.includes(' '))
    return <OutLink url={`mailto:${contact}`}>{contact}</OutLink>;
  return url === '' ? contact : <OutLink url={url}>{contact}</OutLink>;
}

const LINKS = ['chat', 'mailingList', 'calendar', 'charter', 'page'] as const;

/** Google documents are often shared with the members of the group's list only. */
const isShared = (url: string | null): boolean => url !== null && /^https:\/\/docs\.google\.com\//i.test(url);

/** A community's contacts, leads and code-of-conduct committee. */
export function CommunityFacts({ community }: { readonly community: Community }) {
  const { leads, conduct, meetings, source } = community;
  const isListNeeded = meetings.some(({ agenda }) => isShared(agenda));
  return (
    <dl className="facts">
      {LINKS.map((name) => {
        const url = community[name];
        return url === null ? null : (
          <div key={name} className="fact">
            <dt>{texts.facts[name].label}</dt>
            <dd>
              <OutLink url={url}>{texts.facts[name].link}</OutLink>
              {name === 'mailingList' && isListNeeded && (
                <span className="quiet fact-note">{texts.joinList}</span>
              )}
            </dd>
          </div>
        );
      })}
      {leads.length > 0 && (
        <div className="fact">
          <dt>{texts.leads}</dt>
          <dd>
            <ul>
              {leads.map((lead) => (
                <li key={`${lead.name} ${lead.detail}`}>
                  {lead.name}
                  {lead.detail !== '' && <span className="quiet"> {lead.detail}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {conduct !== null && (
        <div className="fact">
          <dt>{texts.reportConcern}</dt>
          <dd>
            <Reach contact={conduct.contact} url={conduct.url} />
            {conduct.expect !== '' && <span className="quiet fact-note">{conduct.expect}</span>}
          </dd>
        </div>
      )}
      {source !== null && (
        <div className="fact">
          <dt>{texts.source}</dt>
          <dd>
            <OutLink url={source.url}>{source.name}</OutLink>
            {source.date !== null && <span className="quiet">{texts.ofDate(source.date)}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
