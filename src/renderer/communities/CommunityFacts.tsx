import type { Community } from '#core/catalogue/community.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';

const LINKS = ['chat', 'mailingList', 'calendar', 'charter', 'page'] as const;

/** Google documents are often shared with the members of the group's list only. */
const isShared = (url: string | null): boolean => url !== null && /^https:\/\/docs\.google\.com\//i.test(url);

/** How to reach a community, and its pages. */
export function CommunityFacts({ community }: { readonly community: Community }) {
  const isListNeeded = community.meetings.some(({ agenda }) => isShared(agenda));
  if (LINKS.every((name) => community[name] === null)) return null;
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.talkToThem}</h3>
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
      </dl>
    </section>
  );
}
