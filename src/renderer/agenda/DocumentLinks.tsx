import type { Occurrence } from '#core/agenda/occurrence.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';

const DOCUMENTS = ['agenda', 'notes', 'recordings', 'page'] as const;

/** Whether a meeting has any document. */
export const hasDocuments = ({ links }: Pick<Occurrence, 'links'>): boolean =>
  DOCUMENTS.some((name) => links[name] !== null);

/** The documents of a meeting, each as a link; nothing without any. */
export function DocumentLinks({ links }: Pick<Occurrence, 'links'>) {
  if (!hasDocuments({ links })) return null;
  return (
    <ul className="link-list">
      {DOCUMENTS.map((name) => {
        const url = links[name];
        return (
          url !== null && (
            <li key={name}>
              <OutLink url={url}>{texts.documentLinks[name]}</OutLink>
            </li>
          )
        );
      })}
    </ul>
  );
}
