import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '#base';
import { Button } from './Button.tsx';
import { texts } from '../texts.ts';

export interface ProblemBoxProps {
  readonly problem: Problem;
  readonly onDismiss?: () => void;
  /** A way to solve it. */
  readonly children?: ReactNode;
}

/** A problem, and what to do about it. */
export const ProblemBox = ({ problem, onDismiss, children }: ProblemBoxProps) => (
  <div className="problem">
    <TriangleAlert aria-hidden size={16} className="problem-icon" />
    <div className="problem-text">
      <p className="problem-title">{problem.title}</p>
      {problem.detail !== '' && <p className="problem-detail">{problem.detail}</p>}
      {children}
    </div>
    {onDismiss && (
      <Button look="quiet" size="icon" aria-label={texts.dismiss(problem.title)} onPress={onDismiss}>
        <X aria-hidden size={16} />
      </Button>
    )}
  </div>
);
