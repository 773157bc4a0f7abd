import DOMPurify from 'dompurify';
import { useMemo, type MouseEvent } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi } from '../kit/AppContext.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { linkify } from './linkify.ts';
import { withoutActiveParts } from './withoutActiveParts.ts';

const TAGS =
  'p br b strong i em u s code pre blockquote a ul ol li h1 h2 h3 h4 h5 h6 hr table thead tbody tr th td span div';

/** Text, structure and links; nothing that loads, runs, submits or overlays the page. */
const KEPT = {
  ALLOWED_TAGS: TAGS.split(' '),
  ALLOWED_ATTR: ['href', 'title'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
};

function HtmlDescription({ html }: { readonly html: string }) {
  const api = useApi();
  const clean = useMemo(() => ({ __html: DOMPurify.sanitize(withoutActiveParts(html), KEPT) }), [html]);
  const openLink = (event: MouseEvent<HTMLDivElement>): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href');
    if (href !== null) api.invokeAndReport('link:open', href);
  };
  // The links inside are real links, so keyboards and screen readers reach them; their clicks bubble up to here.
  return (
    <div
      className="prose"
      onClick={openLink}
      onAuxClick={openLink}
      dangerouslySetInnerHTML={clean}
      role="presentation"
    />
  );
}

/** The organisers' description. Untrusted: sanitised, and its links open in the browser. */
export function Description({ description }: { readonly description: Occurrence['description'] }) {
  if (description.content.trim() === '') return null;
  if (description.format === 'html') return <HtmlDescription html={description.content} />;
  return (
    <div className="prose prose-text">
      {linkify(description.content.trim()).map((part) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <OutLink key={part.at} url={part.url}>
            {part.url}
          </OutLink>
        ),
      )}
    </div>
  );
}
