import type { Community } from '#core/catalogue/community.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import './communities.css';

/** A contact is an address to write to, a page, or just words. */
function Reach({ contact, url }: { readonly contact: string; readonly url: string }) {
  if (contact.includes('@') && !contact.includes(' '))
    return <OutLink url={`mailto:${contact}`}>{contact}</OutLink>;
  return url === '' ? contact : <OutLink url={url}>{contact}</OutLink>;
}

const LINKS = [
  ['chat', 'Chat', 'Open the channel'],
  ['mailingList', 'Mailing list', 'Open the list'],
  ['calendar', 'Calendar', 'Open the calendar'],
  ['charter', 'Charter', 'Read the charter'],
  ['page', 'Page', 'Read more'],
] as const;

/** Such documents are often open to the members of the group's list only. */
const isShared = (url: string | null): boolean => url !== null && /^https:\/\/docs\.google\.com\//i.test(url);

const JOIN_LIST = 'Join it, too, if you cannot open the agenda document: it is shared with its members.';

/** How to reach a community, who leads it, and how to report a concern. */
export function CommunityFacts({ community }: { readonly community: Community }) {
  const { leads, conduct, meetings, source } = community;
  const isListNeeded = meetings.some(({ agenda }) => isShared(agenda));
  return (
    <dl className="facts">
      {LINKS.map(([name, label, words]) => {
        const url = community[name];
        return url === null ? null : (
          <div key={name} className="fact">
            <dt>{label}</dt>
            <dd>
              <OutLink url={url}>{words}</OutLink>
              {name === 'mailingList' && isListNeeded && <span className="quiet fact-note">{JOIN_LIST}</span>}
            </dd>
          </div>
        );
      })}
      {leads.length > 0 && (
        <div className="fact">
          <dt>Leads</dt>
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
          <dt>Report a concern</dt>
          <dd>
            <Reach contact={conduct.contact} url={conduct.url} />
            {conduct.expect !== '' && <span className="quiet fact-note">{conduct.expect}</span>}
          </dd>
        </div>
      )}
      {source !== null && (
        <div className="fact">
          <dt>Says</dt>
          <dd>
            <OutLink url={source.url}>{source.name}</OutLink>
            {source.date !== null && <span className="quiet"> of {source.date}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
