import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { OwnFolder } from '#core/desktop/about.ts';
import { bugReport } from '#core/desktop/bugReport.ts';
import { CopyButton } from '../../kit/widgets/CopyButton.tsx';
import type { Api } from '../../kit/api.ts';
import { useApi, useApp, useAppStore } from '../../kit/AppContext.tsx';
import { useReply } from '../../kit/useReply.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { NoticesDialog } from './NoticesDialog.tsx';
import { texts } from '../texts.ts';

const FOLDERS: readonly { readonly folder: OwnFolder; readonly label: string; readonly open: string }[] = [
  { folder: 'settings', label: texts.settingsFolder, open: texts.openSettingsFolder },
  { folder: 'notes', label: texts.notes, open: texts.openNotesFolder },
  { folder: 'logs', label: texts.logs, open: texts.openLogsFolder },
];

const askAbout = (api: Api) => api.invoke('about:get');

/** Version, folders, and details for a bug report. */
export function AboutApp() {
  const [api, store] = [useApi(), useAppStore()];
  // Another folder may be chosen on this screen.
  const notesFolder = useApp((state) => state.settings?.notesFolder ?? state.info?.notesFolder);
  const [about] = useReply(askAbout);
  const [notices, setNotices] = useState<string | null>(null);
  const showNotices = async (): Promise<void> => {
    // A dialog that came later could cover what the user has gone on to.
    setNotices('');
    const answer = await api.invoke('about:notices');
    // Unless it was closed meanwhile.
    setNotices((shown) => (answer.ok && shown !== null ? answer.value : null));
    if (!answer.ok) store.getState().problemReported(answer.problem);
  };
  if (about === null) return null;
  const folders = { ...about.folders, ...(notesFolder !== undefined && { notes: notesFolder }) };
  return (
    <SettingsGroup>
      <SettingRow
        label={texts.versionAndSystem}
        hint={`${texts.version(about.version)}. ${about.runtime}. ${about.system}.`}
      >
        <CopyButton label={texts.bugReport} text={bugReport(about)} words={texts.copyBugReport} />
      </SettingRow>
      {FOLDERS.map(({ folder, label, open }) => (
        <SettingRow key={folder} label={label} hint={folders[folder]}>
          <Button aria-label={open} onPress={() => api.invokeAndReport('about:openFolder', folder)}>
            <FolderOpen aria-hidden size={16} />
            {texts.open}
          </Button>
        </SettingRow>
      ))}
      <SettingRow label={texts.licences} hint={texts.licencesHint}>
        <Button onPress={() => void showNotices()}>{texts.showLicences}</Button>
      </SettingRow>
      <NoticesDialog text={notices} onClose={() => setNotices(null)} />
    </SettingsGroup>
  );
}
