import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '#base';
import type { Chime } from '#core/reminders/chime.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';

const OWN = [
  { value: 'none', label: 'None' },
  { value: 'soft', label: 'Soft' },
  { value: 'clear', label: 'Clear' },
] as const;

interface PlayProps {
  /** What it plays: `Play the sound of notifications`. */
  readonly label: string;
  readonly sound: 'system' | 'none' | Chime;
}

/** Plays a sound of ours; where there is none to play, it keeps its place. */
function Play({ label, sound }: PlayProps) {
  const api = useApi();
  const [problem, setProblem] = useState<Problem | null>(null);
  const isOurs = sound === 'soft' || sound === 'clear';
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

/** What is heard with a reminder, each with a try. */
export function SoundSettings() {
  const { settings, change } = useSettings();
  const isLinux = useApp((state) => state.info?.platform === 'linux');
  return (
    <>
      <SettingRow
        label="Sound of notifications"
        hint={
          isLinux
            ? 'Your desktop may add a sound of its own. Silent during “do not disturb”, unless urgent.'
            : 'Your system cannot be asked about “do not disturb”: choose System to follow it.'
        }
      >
        <div className="sound-choice">
          <SegmentedChoice
            label="Sound of notifications"
            value={settings.noticeSound}
            options={[{ value: 'system', label: 'System' }, ...OWN]}
            onChange={(noticeSound) => change({ noticeSound })}
          />
          <Play label="Play the sound of notifications" sound={settings.noticeSound} />
        </div>
      </SettingRow>
      <SettingRow label="Sound of the large window">
        <div className="sound-choice">
          <SegmentedChoice
            label="Sound of the large window"
            value={settings.alertSound}
            options={OWN}
            onChange={(alertSound) => change({ alertSound })}
          />
          <Play label="Play the sound of the large window" sound={settings.alertSound} />
        </div>
      </SettingRow>
    </>
  );
}
