import { DirectoryRow } from './DirectoryRow.tsx';
import type { DirectorySection } from './directoryOrder.ts';

export interface DirectorySectionsProps {
  readonly sections: readonly DirectorySection[];
  readonly openId: string | null;
  /** The community that was asked for elsewhere: it gets the focus. */
  readonly askedId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The communities of the directory by foundation; those that the user’s calendars name come first. */
export function DirectorySections({ sections, openId, askedId, onOpen }: DirectorySectionsProps) {
  return sections.map(({ title, rows: own }) => (
    <section key={title} className="group-list-section" aria-label={title}>
      <header className="directory-head">
        <h2 className="group-list-name">{title}</h2>
      </header>
      <ul className="group-list">
        {own.map((row) => (
          <DirectoryRow
            key={row.id}
            row={row}
            isOpen={row.id === openId}
            isAsked={row.id === askedId}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </ul>
    </section>
  ));
}
