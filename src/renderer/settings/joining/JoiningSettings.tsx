import { useEffect, useState } from 'react';
import type { MeetingApp } from '#core/desktop/meetingApp.ts';
import { useApi } from '../../kit/AppContext.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { OwnServices } from './OwnServices.tsx';
import { texts } from '../texts.ts';

/** The installed meeting programs; null until the system has answered. */
function useMeetingApps(): readonly MeetingApp[] | null {
  const api = useApi();
  const [apps, setApps] = useState<readonly MeetingApp[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const outcome = await api.invoke('join:apps');
      if (isCurrent) setApps(outcome.ok ? outcome.value : []);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return apps;
}

function AppChoice({ app }: { readonly app: MeetingApp }) {
  const { settings, change } = useSettings();
  const label = texts.openIn(app.name);
  const others = settings.joinApps.filter((scheme) => scheme !== app.scheme);
  return (
    <SettingRow label={label} hint={texts.appInstalled(app.program)}>
      <SegmentedChoice
        label={label}
        value={settings.joinApps.includes(app.scheme) ? 'app' : 'browser'}
        options={[
          { value: 'browser', label: texts.browser },
          { value: 'app', label: texts.app },
        ]}
        onChange={(next) => change({ joinApps: next === 'app' ? [...others, app.scheme] : others })}
      />
    </SettingRow>
  );
}

/** How rooms open, and the user's own services. */
export function JoiningSettings() {
  const apps = useMeetingApps();
  return (
    <SettingsGroup>
      {(apps === null || apps.length === 0) && (
        <SettingRow label={texts.roomsInBrowser} hint={apps === null ? texts.lookingForApps : texts.noApps}>
          {null}
        </SettingRow>
      )}
      {apps?.map((app) => (
        <AppChoice key={app.scheme} app={app} />
      ))}
      <OwnServices />
    </SettingsGroup>
  );
}
