import { useState } from 'react';
import type { SeriesPage } from '#core/series/seriesPage.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { ActionRow } from '../notes/ActionRow.tsx';
import { noteDay } from '../notes/noteWords.ts';
import { useOpenNote } from '../notes/useOpenNote.ts';
import { ShowAll } from './ShowAll.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { texts } from './texts.ts';

const AT_FIRST = 4;

/** The open action items in the notes of a series. */
export const OpenItems = ({ page: { openItems } }: { readonly page: SeriesPage }) => (
  <SeriesPart title={texts.openItems} {...(openItems.length > 0 && { note: String(openItems.length) })}>
    {openItems.length === 0 ? (
      <p className="quiet series-none">{texts.noOpenItems}</p>
    ) : (
      <ul className="actions">
        {openItems.map((action) => (
          <ActionRow key={`${action.path} ${action.line} ${action.text}`} action={action} />
        ))}
      </ul>
    )}
  </SeriesPart>
);

/** The decisions in the notes of a series; each opens its note. */
export function Decisions({ page: { decisions } }: { readonly page: SeriesPage }) {
  const format = useTimeFormat();
  const { open } = useOpenNote();
  const [isAllShown, showAll] = useState(false);
  return (
    <SeriesPart
      title={texts.decisions}
      {...(decisions.length > 0 && { note: String(decisions.length) })}
      tool={
        decisions.length > AT_FIRST && (
          <ShowAll of={texts.decisions} isAllShown={isAllShown} onChange={showAll} />
        )
      }
    >
      {decisions.length === 0 ? (
        <p className="quiet series-none">{texts.noDecisions}</p>
      ) : (
        <ul className="series-decisions">
          {decisions.slice(0, isAllShown ? undefined : AT_FIRST).map(({ path, line, text, start }) => (
            <li key={`${path} ${line}`}>
              <button type="button" className="series-decision" onClick={() => open(path)}>
                {text}{' '}
                {start !== null && <span className="quiet">{noteDay({ start, modified: 0 }, format)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </SeriesPart>
  );
}
