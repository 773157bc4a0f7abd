import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
}

/** Says that there is nothing to show, and what to do. */
export const EmptyState = ({ icon: Icon, title, children }: EmptyStateProps) => (
  <div className="empty">
    <Icon aria-hidden size={24} strokeWidth={1.5} />
    <p className="empty-title">{title}</p>
    {children !== undefined && <div className="empty-text">{children}</div>}
  </div>
);
