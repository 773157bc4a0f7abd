import type { ReactNode } from 'react';

/** The heading's id: a key that shows a screen puts the focus on it. */
export const SCREEN_TITLE_ID = 'screen-title';

export interface ScreenHeadProps {
  readonly title: string;
  /** A quiet line next to the title. */
  readonly note?: ReactNode;
  /** Search and actions, on the right. */
  readonly children?: ReactNode;
}

/** The bar at the top of each screen. */
export const ScreenHead = ({ title, note, children }: ScreenHeadProps) => (
  <header className="screen-head">
    <h1 id={SCREEN_TITLE_ID} tabIndex={-1} className="screen-title">
      {title}
    </h1>
    {note !== undefined && note !== null && <p className="screen-note">{note}</p>}
    <div className="screen-tools">{children}</div>
  </header>
);
