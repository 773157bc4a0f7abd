import { useEffect, useState } from 'react';
import type { MeetingApp } from '#core/desktop/meetingApp.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { joinKeyChoices, NO_KEYS } from './joinKeys.ts';
import { OwnServices } from './OwnServices.tsx';
import './joining.css';

/** The programs that the system has for rooms. Null until it answers. */
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
  const label = `Open ${app.name} in`;
  const others = settings.joinApps.filter((scheme) => scheme !== app.scheme);
  return (
    <SettingRow label={label} hint={`${app.program} is installed. If it does not open, the browser does.`}>
      <SegmentedChoice
        label={label}
        value={settings.joinApps.includes(app.scheme) ? 'app' : 'browser'}
        options={[
          { value: 'browser', label: 'Browser' },
          { value: 'app', label: 'App' },
        ]}
        onChange={(next) => change({ joinApps: next === 'app' ? [...others, app.scheme] : others })}
      />
    </SettingRow>
  );
}

const KEYS_HINT = 'Keys that join the next meeting in any program.';
/** Under Wayland no app learns whether it got the keys. */
const LINUX_HINT = `${KEYS_HINT} Under Wayland your desktop may ask you first, or refuse.`;

/** Keys that join the next meeting wherever one is. */
function JoinKeys() {
  const { settings, change } = useSettings();
  const platform = useApp((state) => state.info?.platform);
  const isMac = platform === 'darwin';
  return (
    <SettingRow label="Join from anywhere" hint={platform === 'linux' ? LINUX_HINT : KEYS_HINT}>
      <Choice
        label="Join from anywhere"
        value={settings.joinKeys ?? NO_KEYS}
        options={joinKeyChoices(settings.joinKeys, isMac)}
        onChange={(keys) => change({ joinKeys: keys === NO_KEYS ? null : keys })}
      />
    </SettingRow>
  );
}

/** How rooms open, and which services are known beside the usual ones. */
export function JoiningSettings() {
  const apps = useMeetingApps();
  return (
    <SettingsGroup title="Joining">
      {(apps === null || apps.length === 0) && (
        <SettingRow
          label="Rooms open in the browser"
          hint={
            apps === null
              ? 'Looking for Zoom, Teams and others on this computer…'
              : 'Where Zoom, Teams, Slack or Jitsi Meet is installed, it can be chosen here.'
          }
        >
          {null}
        </SettingRow>
      )}
      {apps?.map((app) => (
        <AppChoice key={app.scheme} app={app} />
      ))}
      <JoinKeys />
      <OwnServices />
    </SettingsGroup>
  );
}
