import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OwnCertificate } from '#core/network/networkState.ts';
import type { Problem } from '#base';
import { useApi, useApp, useNow } from '../../kit/AppContext.tsx';
import { useFocusAfterRemoval } from '../../kit/useFocusAfterRemoval.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { texts } from './texts.ts';

const NONE: readonly OwnCertificate[] = [];

/** The certificates that the user added to the system's. */
export function CertificateSettings() {
  const api = useApi();
  const certificates = useApp(({ network }) => network?.certificates ?? NONE);
  const now = useNow((instant) => Math.floor(instant / 60_000) * 60_000);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [news, setNews] = useState('');
  const adder = useFocusAfterRemoval<HTMLButtonElement>(certificates.length);
  const add = async (): Promise<void> => {
    const answer = await api.invoke('network:addCertificate');
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok && answer.value !== null)
      setNews(texts.certificatesAdded(answer.value.map(({ subject }) => subject)));
  };
  return (
    <SettingsGroup title={texts.certificates}>
      <SettingRow label={texts.ownCertificates} hint={texts.ownCertificatesHint}>
        <Button ref={adder} onPress={() => void add()}>
          <Plus aria-hidden size={16} />
          {texts.addCertificate}
        </Button>
      </SettingRow>
      <p className="visually-hidden" aria-live="polite">
        {news}
      </p>
      <div aria-live="polite">
        {problem !== null && <ProblemBox problem={problem} onDismiss={() => setProblem(null)} />}
      </div>
      {certificates.length > 0 && (
        <ul className="certificate-list" aria-label={texts.ownCertificates}>
          {certificates.map(({ id, subject, validUntil }) => (
            <li key={id}>
              <span>
                <strong dir="auto">{subject}</strong>{' '}
                <span className="quiet">
                  {validUntil < now
                    ? texts.certificateExpired(validUntil)
                    : texts.certificateUntil(validUntil)}
                </span>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={texts.remove(subject)}
                onPress={() => api.invokeAndReport('network:removeCertificate', id)}
              >
                <Trash2 aria-hidden size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SettingsGroup>
  );
}
