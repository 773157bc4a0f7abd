import type { ReactNode } from 'react';

export interface PartProps {
  readonly title: string;
  /** At the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the details with its heading. */
export const Part = ({ title, aside, children }: PartProps) => (
  <section className="details-part">
    <div className="details-part-head">
      <h3>{title}</h3>
      {aside}
    </div>
    {children}
  </section>
);
