import {
  AtSign,
  CalendarDays,
  Cloud,
  CloudCog,
  FileUp,
  Inbox,
  Mail,
  Radio,
  Server,
  Shield,
  type LucideIcon,
} from 'lucide-react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { providers, type Provider, type ProviderId } from '#core/accounts/providers.ts';
import { texts } from './texts.ts';

const ICONS: Readonly<Record<ProviderId, LucideIcon>> = {
  google: CalendarDays,
  outlook: Mail,
  icloud: Cloud,
  nextcloud: CloudCog,
  fastmail: Inbox,
  proton: Shield,
  zimbra: AtSign,
  radicale: Radio,
  other: Server,
};

export interface ProvidersProps {
  readonly chosen: Provider | null;
  readonly onChoose: (provider: Provider | null) => void;
  readonly onFile: () => void;
}

/** Where the user's calendar is, with what to do for its address; and the choice of a file. */
export const Providers = ({ chosen, onChoose, onFile }: ProvidersProps) => (
  <div className="providers">
    <ToggleButtonGroup
      className="provider-list"
      aria-label={texts.whereIsCalendar}
      selectedKeys={chosen === null ? [] : [chosen.id]}
      onSelectionChange={(keys) => onChoose(providers.find(({ id }) => keys.has(id)) ?? null)}
    >
      {providers.map(({ id, name }) => {
        const Icon = ICONS[id];
        return (
          <ToggleButton key={id} id={id} className="provider">
            <Icon aria-hidden size={16} />
            {name}
          </ToggleButton>
        );
      })}
      <Button className="provider" onPress={onFile}>
        <FileUp aria-hidden size={16} />
        {texts.chooseFile}
      </Button>
    </ToggleButtonGroup>
    {chosen?.need.kind !== 'account' && (
      <p className="provider-steps" aria-live="polite">
        {chosen === null ? texts.providerHint : chosen.steps.join(' ')}
      </p>
    )}
  </div>
);
