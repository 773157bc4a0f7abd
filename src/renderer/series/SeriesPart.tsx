import type { ReactNode } from 'react';

export interface SeriesPartProps {
  readonly title: string;
  /** Beside the title. */
  readonly note?: string;
  /** A control at the end of the title's line. */
  readonly tool?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a series' page. */
export const SeriesPart = ({ title, note, tool, children }: SeriesPartProps) => (
  <section className="series-part" aria-label={title}>
    <header className="series-part-head">
      <h2 className="series-part-title">{title}</h2>
      {note !== undefined && <span className="quiet">{note}</span>}
      {tool !== undefined && <span className="series-part-tool">{tool}</span>}
    </header>
    {children}
  </section>
);
