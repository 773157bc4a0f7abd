import type { Conduct } from '#core/catalogue/conduct.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';

const TEXTS = [
  { key: 'expect', label: 'What to expect' },
  { key: 'members', label: 'One member only' },
  { key: 'when', label: 'What for' },
] as const;

/** What is known of a committee beside its address, and where that is from. */
export const ConductFacts = ({ conduct }: { readonly conduct: Conduct }) => (
  <dl className="facts">
    {TEXTS.filter(({ key }) => conduct[key] !== '').map(({ key, label }) => (
      <div key={key} className="fact">
        <dt>{label}</dt>
        <dd>{conduct[key]}</dd>
      </div>
    ))}
    <div className="fact">
      <dt>Source</dt>
      <dd>
        <OutLink url={conduct.url}>the page of the committee</OutLink>
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
