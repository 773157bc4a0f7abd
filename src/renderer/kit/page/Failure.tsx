import { Check, Copy, RotateCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { Button } from '../widgets/Button.tsx';
import { texts } from '../texts.ts';
import './failure.css';

export interface FailureProps {
  readonly api: Api;
  readonly title: string;
  /** Already redacted. */
  readonly report: string;
}

/** Shown in place of a screen or window that could not be rendered. */
export function Failure({ api, title, report }: FailureProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const info = await api.invoke('app:info');
    const app = info.ok ? texts.version(info.value.version, info.value.platform) : '';
    setCopied((await api.invoke('clipboard:write', `${app}${report}\n`)).ok);
  };
  const CopyIcon = isCopied ? Check : Copy;
  return (
    <section className="failure scroll" role="alert">
      <div className="failure-text">
        <TriangleAlert aria-hidden size={28} strokeWidth={1.5} className="failure-icon" />
        <h1 className="empty-title">{title}</h1>
        <p>{texts.failed}</p>
        <div className="empty-actions">
          <Button look="primary" onPress={() => window.location.reload()}>
            <RotateCw aria-hidden size={16} />
            {texts.reload}
          </Button>
          <Button onPress={() => void copy()}>
            <CopyIcon aria-hidden size={16} />
            {isCopied ? texts.reportCopied : texts.copyReport}
          </Button>
        </div>
        <details className="failure-report">
          <summary>{texts.reportContent}</summary>
          <pre>{report}</pre>
        </details>
      </div>
    </section>
  );
}
