import type { ReactNode } from 'react';

export interface BriefPartProps {
  readonly title: string;
  /** Beside the title. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A titled part of the main column. */
export const BriefPart = ({ title, note, children }: BriefPartProps) => (
  <section className="brief-part" aria-label={title}>
    <header className="brief-part-head">
      <h2>{title}</h2>
      {note !== undefined && <span className="quiet">{note}</span>}
    </header>
    {children}
  </section>
);

/** A titled card of the column beside it. */
export const BriefCard = ({ title, children }: Omit<BriefPartProps, 'note'>) => (
  <section className="card brief-card" aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);
