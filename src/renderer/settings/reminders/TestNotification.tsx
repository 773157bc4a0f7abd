import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '#base';
import { useApi } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { texts } from '../texts.ts';

/** Sends a test notification, and says whether it was shown. */
export function TestNotification({ onTested }: { readonly onTested: () => void }) {
  const api = useApi();
  const [result, setResult] = useState<'none' | 'sent' | Problem>('none');
  const test = async (): Promise<void> => {
    const outcome = await api.invoke('reminders:test');
    setResult(outcome.ok ? 'sent' : outcome.problem);
    onTested();
  };
  return (
    <>
      <SettingRow label={texts.tryIt} hint={result === 'sent' ? texts.testSent : texts.testHint}>
        <Button onPress={() => void test()}>
          <BellRing aria-hidden size={16} />
          {texts.sendTest}
        </Button>
      </SettingRow>
      <div aria-live="polite">{typeof result === 'object' && <ProblemBox problem={result} />}</div>
    </>
  );
}
