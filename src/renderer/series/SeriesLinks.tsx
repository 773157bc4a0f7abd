import type { Occurrence } from '#core/agenda/occurrence.ts';
import { Room } from '../agenda/Room.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { texts } from './texts.ts';

const DOCUMENTS = ['agenda', 'notes', 'recordings', 'page'] as const;

/** Documents, room and calendar of a series. @param sample one of its occurrences */
export function SeriesLinks({ sample }: { readonly sample: Occurrence }) {
  const [room] = sample.joinLinks;
  const documents = DOCUMENTS.flatMap((name) => {
    const url = sample.links[name];
    return url === null ? [] : [{ name, url }];
  });
  return (
    <SeriesPart title={texts.links}>
      {documents.length > 0 && (
        <ul className="link-list">
          {documents.map(({ name, url }) => (
            <li key={name}>
              <OutLink url={url}>{texts.documents[name]}</OutLink>
            </li>
          ))}
        </ul>
      )}
      {room !== undefined && <Room link={room} />}
      <dl className="facts">
        <div className="fact">
          <dt>{texts.source}</dt>
          <dd>{[...new Set(sample.sources.map(({ feedName }) => feedName))].join(', ')}</dd>
        </div>
      </dl>
    </SeriesPart>
  );
}
