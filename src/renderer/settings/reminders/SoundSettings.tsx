import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '#base';
import { chime, type Chime } from '#core/reminders/chime.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { texts } from '../texts.ts';

const OWN = (['none', ...chime.options] as const).map((value) => ({ value, label: texts.sounds[value] }));

interface PlayProps {
  /** `Play the notification sound`. */
  readonly label: string;
  readonly sound: 'system' | 'none' | Chime;
}

/** Plays one of our sounds; disabled for other choices, so that the layout does not move. */
function Play({ label, sound }: PlayProps) {
  const api = useApi();
  const [problem, setProblem] = useState<Problem | null>(null);
  const isOurs = sound !== 'system' && sound !== 'none';
  const play = async (): Promise<void> => {
    if (!isOurs) return;
    const outcome = await api.invoke('reminders:testSound', sound);
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <>
      <Button size="icon" aria-label={label} isDisabled={!isOurs} onPress={() => void play()}>
        <Volume2 aria-hidden size={16} />
      </Button>
      {problem !== null && <ProblemBox problem={problem} />}
    </>
  );
}

/** The sounds of reminders, each with a play button. */
export function SoundSettings() {
  const { settings, change } = useSettings();
  const isLinux = useApp((state) => state.info?.platform === 'linux');
  return (
    <>
      <SettingRow
        label={texts.noticeSound}
        hint={isLinux ? texts.noticeSoundHint : texts.noticeSoundHintNoDnd}
      >
        <div className="sound-choice">
          <SegmentedChoice
            label={texts.noticeSound}
            value={settings.noticeSound}
            options={[{ value: 'system', label: texts.systemDefault }, ...OWN]}
            onChange={(noticeSound) => change({ noticeSound })}
          />
          <Play label={texts.playNoticeSound} sound={settings.noticeSound} />
        </div>
      </SettingRow>
      <SettingRow label={texts.alertSound}>
        <div className="sound-choice">
          <SegmentedChoice
            label={texts.alertSound}
            value={settings.alertSound}
            options={OWN}
            onChange={(alertSound) => change({ alertSound })}
          />
          <Play label={texts.playAlertSound} sound={settings.alertSound} />
        </div>
      </SettingRow>
    </>
  );
}
