import { recordedLabel } from '#core/agenda/recordedLabel.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { CommunityFacts } from '../../communities/CommunityFacts.tsx';
import { useApp } from '../../kit/AppContext.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { Part } from '../../kit/widgets/Part.tsx';
import { DocumentLinks, hasDocuments } from '../DocumentLinks.tsx';
import { texts } from '../texts.ts';

/** The documents of the meeting, and whether it is recorded. */
export function Documents({ occurrence }: { readonly occurrence: Occurrence }) {
  const recorded = recordedLabel(occurrence);
  if (!hasDocuments(occurrence) && recorded === null) return null;
  return (
    <Part title={texts.documents} aside={recorded !== null && <span className="quiet">{recorded}</span>}>
      <DocumentLinks links={occurrence.links} />
    </Part>
  );
}

/** The community that runs the meeting, from the catalogue; else the contacts that the feed gives. */
export function RunBy({ occurrence }: { readonly occurrence: Occurrence }) {
  const community = useApp(
    (state) => state.communities?.find((one) => one.id === occurrence.community) ?? null,
  );
  const { chat, mailingList } = occurrence.links;
  if (community)
    return (
      <Part title={texts.community}>
        <p className="details-community">{community.name}</p>
        <CommunityFacts community={community} />
      </Part>
    );
  if (chat === null && mailingList === null) return null;
  return (
    <Part title={texts.contact}>
      <ul className="link-list">
        {chat !== null && (
          <li>
            <OutLink url={chat}>{texts.chat}</OutLink>
          </li>
        )}
        {mailingList !== null && (
          <li>
            <OutLink url={mailingList}>{texts.mailingList}</OutLink>
          </li>
        )}
      </ul>
    </Part>
  );
}
