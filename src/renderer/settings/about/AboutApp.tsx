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

const FOLDERS: readonly { readonly folder: OwnFolder; readonly label: string; readonly open: string }[] = [
  { folder: 'settings', label: 'Settings and calendars', open: 'Open the folder of settings' },
  { folder: 'notes', label: 'Notes', open: 'Open the folder of notes' },
  { folder: 'logs', label: 'Logs', open: 'Open the folder of logs' },
];

const askAbout = (api: Api) => api.invoke('about:get');

/** What this installation is, where it keeps things, and what a bug report needs. */
export function AboutApp() {
  const [api, store] = [useApi(), useAppStore()];
  const showShortcuts = useApp((state) => state.shortcutsToggled);
  // Another folder may be chosen on this screen.
  const notesFolder = useApp((state) => state.settings?.notesFolder ?? state.info?.notesFolder);
  const [about] = useReply(askAbout);
  const [notices, setNotices] = useState<string | null>(null);
  const showNotices = async (): Promise<void> => {
    const answer = await api.invoke('about:notices');
    if (answer.ok) setNotices(answer.value);
    else store.getState().problemReported(answer.problem);
  };
  if (about === null) return null;
  const folders = { ...about.folders, ...(notesFolder !== undefined && { notes: notesFolder }) };
  return (
    <SettingsGroup title="About">
      <SettingRow label={`Office Hours ${about.version}`} hint={`${about.runtime}. ${about.system}.`}>
        <CopyButton
          label="details for a bug report"
          text={bugReport(about)}
          words="Copy details for a bug report"
        />
      </SettingRow>
      {FOLDERS.map(({ folder, label, open }) => (
        <SettingRow key={folder} label={label} hint={folders[folder]}>
          <Button aria-label={open} onPress={() => api.invokeAndReport('about:openFolder', folder)}>
            <FolderOpen aria-hidden size={16} />
            Open
          </Button>
        </SettingRow>
      ))}
      <SettingRow label="Licences" hint="Apache License 2.0, and those of the libraries inside.">
        <Button onPress={() => void showNotices()}>Show licences</Button>
      </SettingRow>
      <SettingRow label="Keyboard shortcuts" hint="Also by the key ?">
        <Button onPress={() => showShortcuts(true)}>Show shortcuts</Button>
      </SettingRow>
      <NoticesDialog text={notices} onClose={() => setNotices(null)} />
    </SettingsGroup>
  );
}
