import type { Community } from '../../shared/catalogue/community.ts';
import { OutLink } from '../widgets/OutLink.tsx';

/** A contact is an address to write to, a page, or just words. */
function Reach({ contact, url }: { readonly contact: string; readonly url: string }) {
  if (contact.includes('@') && !contact.includes(' '))
    return <OutLink url={`mailto:${contact}`}>{contact}</OutLink>;
  return url === '' ? contact : <OutLink url={url}>{contact}</OutLink>;
}

/** How to reach a community, who leads it, and how to report a concern. */
export function CommunityFacts({ community }: { readonly community: Community }) {
  const { chat, mailingList, page, leads, conduct } = community;
  return (
    <dl className="facts">
      {chat !== null && (
        <div className="fact">
          <dt>Chat</dt>
          <dd>
            <OutLink url={chat}>Open the channel</OutLink>
          </dd>
        </div>
      )}
      {mailingList !== null && (
        <div className="fact">
          <dt>Mailing list</dt>
          <dd>
            <OutLink url={mailingList}>Open the list</OutLink>
          </dd>
        </div>
      )}
      {page !== null && (
        <div className="fact">
          <dt>Page</dt>
          <dd>
            <OutLink url={page}>Read more</OutLink>
          </dd>
        </div>
      )}
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
    </dl>
  );
}
