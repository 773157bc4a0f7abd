import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DocumentLinks } from '../agenda/DocumentLinks.tsx';
import { Room } from '../agenda/Room.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { texts } from './texts.ts';

/** Documents, room and calendar of a series. @param sample one of its occurrences */
export function SeriesLinks({ sample }: { readonly sample: Occurrence }) {
  const [room] = sample.joinLinks;
  return (
    <SeriesPart title={texts.links}>
      <DocumentLinks links={sample.links} />
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
