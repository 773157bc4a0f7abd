import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Api } from '../api.ts';
import { Failure } from './Failure.tsx';
import { failureReport } from './failureReport.ts';

export interface ErrorBoundaryProps {
  readonly api: Api;
  /** The screen or window, for the report. */
  readonly place: string;
  /** Null for a small part of the window, which is left out without a word. */
  readonly title: string | null;
  readonly children: ReactNode;
}

interface State {
  /** Null before a failure. */
  readonly report: string | null;
}

/** Shows a {@link Failure} in place of children that throw, and has main log it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { report: null };

  static getDerivedStateFromError(error: unknown): State {
    return { report: failureReport(error, { place: 'window', componentStack: '' }) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    const { api, place } = this.props;
    const report = failureReport(error, { place, componentStack: componentStack ?? '' });
    this.setState({ report });
    void api.invoke('window:failed', report);
  }

  override render(): ReactNode {
    const { api, title, children } = this.props;
    const { report } = this.state;
    if (report === null) return children;
    return title === null ? null : <Failure api={api} title={title} report={report} />;
  }
}
