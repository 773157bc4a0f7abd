import { CalendarDays, Cloud, FileUp, Inbox, Mail, Server, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { texts } from './texts.ts';

const PROVIDERS = ['google', 'outlook', 'icloud', 'fastmail', 'nextcloud'] as const;
type Provider = (typeof PROVIDERS)[number];

const ICONS: Readonly<Record<Provider, LucideIcon>> = {
  google: CalendarDays,
  outlook: Mail,
  icloud: Cloud,
  fastmail: Inbox,
  nextcloud: Server,
};

/** Where each service shows the address of a calendar; and the choice of a file. */
export function Providers({ onFile }: { readonly onFile: () => void }) {
  const [chosen, choose] = useState<Provider | null>(null);
  return (
    <div className="providers">
      <ToggleButtonGroup
        className="provider-list"
        aria-label={texts.whereIsAddress}
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => choose(PROVIDERS.find((one) => keys.has(one)) ?? null)}
      >
        {PROVIDERS.map((one) => {
          const Icon = ICONS[one];
          return (
            <ToggleButton key={one} id={one} className="provider">
              <Icon aria-hidden size={16} />
              {texts.providers[one].name}
            </ToggleButton>
          );
        })}
        <Button className="provider" onPress={onFile}>
          <FileUp aria-hidden size={16} />
          {texts.chooseFile}
        </Button>
      </ToggleButtonGroup>
      <p className="provider-steps" aria-live="polite">
        {chosen === null ? texts.providerHint : texts.providers[chosen].steps}
      </p>
    </div>
  );
}
