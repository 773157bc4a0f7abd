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
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { providers as all, type Provider, type ProviderId } from '#core/accounts/providers.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
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

/** The provider that was chosen, in the place of all of them: what follows asks for its account. */
function Chosen({ provider, onOther }: { readonly provider: Provider; readonly onOther: () => void }) {
  const Icon = ICONS[provider.id];
  return (
    <div className="provider-chosen">
      <Icon aria-hidden size={16} />
      <span className="provider-name">{provider.title ?? provider.name}</span>
      <Button look="quiet" size="small" onPress={onOther}>
        {texts.otherPlace}
      </Button>
    </div>
  );
}

export interface ProvidersProps {
  readonly chosen: Provider | null;
  readonly onChoose: (provider: Provider | null) => void;
  readonly onFile: () => void;
  /** The form of an account follows, which leaves no room for the others. */
  readonly isFolded: boolean;
  /** Further ways to what was chosen. */
  readonly children?: ReactNode;
}

/** Where the user's calendar is, with what to do for its address; and the choice of a file. */
export const Providers = ({ chosen, onChoose, onFile, isFolded, children }: ProvidersProps) =>
  isFolded && chosen !== null ? (
    <Chosen provider={chosen} onOther={() => onChoose(null)} />
  ) : (
    <div className="providers">
      <ToggleButtonGroup
        className="provider-list"
        aria-label={texts.whereIsCalendar}
        selectedKeys={chosen === null ? [] : [chosen.id]}
        onSelectionChange={(keys) => onChoose(all.find(({ id }) => keys.has(id)) ?? null)}
      >
        {all.map(({ id, name }) => {
          const Icon = ICONS[id];
          return (
            <ToggleButton key={id} id={id} className="provider">
              <Icon aria-hidden size={16} />
              {name}
            </ToggleButton>
          );
        })}
        <AriaButton className="provider" onPress={onFile}>
          <FileUp aria-hidden size={16} />
          {texts.chooseFile}
        </AriaButton>
      </ToggleButtonGroup>
      <div className="provider-steps" aria-live="polite">
        {chosen === null ? texts.providerHint : chosen.steps.join(' ')}{' '}
        {chosen?.page && <OutLink url={chosen.page.url}>{texts.openPage(chosen.page.name)}</OutLink>}
        {children}
      </div>
    </div>
  );
