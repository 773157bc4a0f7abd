import { createContext, use, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { Links } from '../editor/live/links.ts';
import { texts } from '../texts.ts';

/** Where the links of the open note lead. */
export const LinksContext = createContext<Links>({ isThere: () => true });

export interface NoteLinkProps {
  /** What is between the brackets. */
  readonly link: string;
  readonly onOpen: (link: string) => void;
  readonly children: ReactNode;
}

/** A link to a note; one to a note that does not exist begins it. */
export function NoteLink({ link, onOpen, children }: NoteLinkProps) {
  const isMissing = !use(LinksContext).isThere(link);
  return (
    <Link className={isMissing ? 'out-link is-missing' : 'out-link'} onPress={() => onOpen(link)}>
      {children}
      {isMissing && <span className="visually-hidden">{texts.noteMissing}</span>}
    </Link>
  );
}
