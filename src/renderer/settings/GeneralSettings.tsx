import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { useApp } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { MoveData } from './data/MoveData.tsx';
import { ShareFollowed } from './data/ShareFollowed.tsx';
import { PrivateAddresses } from './PrivateAddresses.tsx';
import { SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import { StartAtLogin } from './StartAtLogin.tsx';
import { texts } from './texts.ts';

/** The short sections that belong to no feature. */

export const GeneralSettings = () => (
  <SettingsGroup>
    <StartAtLogin />
    <MoveData />
    <ShareFollowed />
  </SettingsGroup>
);

export function LookSettings() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup>
      <SettingRow label={texts.theme}>
        <SegmentedChoice
          label={texts.theme}
          value={settings.theme}
          options={[
            { value: 'system', label: texts.systemTheme },
            { value: 'light', label: texts.light },
            { value: 'dark', label: texts.dark },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}

/** What leaves this computer, and what must not. */
export function PrivacySettings() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup>
      <PrivateAddresses />
      <SettingRow label={texts.updateCatalogue} hint={texts.updateCatalogueHint}>
        <Switch
          aria-label={texts.updateCatalogue}
          isSelected={settings.updatesCatalogue}
          onChange={(updatesCatalogue) => change({ updatesCatalogue })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}

export function PrivateNotesSettings() {
  const show = useApp((state) => state.conductShown);
  return (
    <SettingsGroup>
      <SettingRow label={texts.privateNotes} hint={texts.privateNotesHint}>
        <Button onPress={() => show({ community: null, meeting: '', isPrivate: true })}>
          {texts.openPrivateNotes}
        </Button>
      </SettingRow>
    </SettingsGroup>
  );
}
