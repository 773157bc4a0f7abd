import type { ReactNode } from 'react';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'warn' | 'danger' | 'good';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A small label of a fact; its text is enough without the colour. */
export const Badge = ({ tone = 'neutral', icon, children }: BadgeProps) => (
  <span className={`badge badge-${tone}`}>
    {icon}
    <span className="badge-words">{children}</span>
  </span>
);
