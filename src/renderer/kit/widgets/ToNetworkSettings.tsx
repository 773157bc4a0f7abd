import { leadsToSettings } from '#core/network/problems.ts';
import { hasCode } from '#core/problemCodes.ts';
import type { Problem } from '#base';
import { useApp } from '../AppContext.tsx';
import { useSettings } from '../useSettings.ts';
import { Button } from './Button.tsx';
import { texts } from '../texts.ts';

/** The button to the settings that the words of a problem name; nothing for other problems. */
export function ToNetworkSettings({ problem }: { readonly problem: Problem }) {
  const show = useApp((state) => state.settingShown);
  const { isWelcomeDone } = useSettings().settings;
  // The welcome covers the settings.
  if (!isWelcomeDone || !leadsToSettings(problem)) return null;
  const row = hasCode(problem, 'network/certificate') ? texts.ownCertificates : texts.proxy;
  return (
    <Button size="small" onPress={() => show('network', row)}>
      {texts.toNetworkSettings}
    </Button>
  );
}
