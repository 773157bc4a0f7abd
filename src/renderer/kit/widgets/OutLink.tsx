import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useApi } from '../AppContext.tsx';

export interface OutLinkProps {
  readonly url: string;
  readonly children: ReactNode;
}

/** A link that opens outside the app: main decides whether and where. The window itself never navigates. */
export function OutLink({ url, children }: OutLinkProps) {
  const api = useApi();
  return (
    <Link className="out-link" onPress={() => api.invokeAndReport('link:open', url)}>
      {children}
      <ExternalLink aria-hidden size={12} className="out-link-mark" />
    </Link>
  );
}
