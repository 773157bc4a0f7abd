import type { Conduct } from '#core/catalogue/conduct.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';

const FACTS = ['expect', 'members', 'when'] as const;

/** Facts about a committee, with their sources. */
export const ConductFacts = ({ conduct }: { readonly conduct: Conduct }) => (
  <dl className="facts">
    {FACTS.filter((key) => conduct[key] !== '').map((key) => (
      <div key={key} className="fact">
        <dt>{texts.conduct[key]}</dt>
        <dd>{conduct[key]}</dd>
      </div>
    ))}
    <div className="fact">
      <dt>{texts.source}</dt>
      <dd>
        <OutLink url={conduct.url}>{texts.committeePage}</OutLink>
        <ul className="quiet">
          {conduct.sources.map(({ name, url, date }) => (
            <li key={url}>
              <OutLink url={url}>{name}</OutLink>
              {date !== null && `, ${date}`}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  </dl>
);
