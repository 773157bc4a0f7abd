import { CornerDownLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { looksLikeCalDav, providers, type Provider } from '#core/accounts/providers.ts';
import { AccountSetup } from '../accounts/AccountSetup.tsx';
import { GoogleSetup } from '../accounts/GoogleSetup.tsx';
import { useAfterProxyLogin } from '../kit/useAfterProxyLogin.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { PasteField } from './PasteField.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { isList } from './PreviewChoices.tsx';
import { Providers } from './Providers.tsx';
import { useFormerAddress } from './useFormerAddress.ts';
import { wantsLogin } from './wantsLogin.ts';
import { usePasting, type Pasting } from './usePasting.ts';
import { texts } from './texts.ts';

/** From this many meetings in groups, choosing groups is offered first. */
const MANY = 12;

/** What the dialog is opened for. */
export interface AddRequest {
  /** Initial content of the field. */
  readonly text: string;
  /** The calendar that gets another address or text; null for a new one. */
  readonly change: { readonly id: string; readonly name: string; readonly now: string | null } | null;
  /** A link suggested the address: only the user follows it. */
  readonly isFromLink: boolean;
}

interface ActionsProps {
  readonly pasting: Pasting;
  readonly isChange: boolean;
  readonly isFromLink: boolean;
  readonly onFollow: (followed: 'all' | 'none') => void;
  readonly onClose: () => void;
}

const isLarge = ({ stage }: Pasting, isChange: boolean): boolean =>
  stage.kind === 'found' &&
  !isChange &&
  !isList(stage.preview) &&
  stage.preview.groupCount > 1 &&
  stage.preview.seriesCount > MANY;

/** One filled button: it checks the text first, then follows what was found. */
function Actions({ pasting, isChange, isFromLink, onFollow, onClose }: ActionsProps) {
  const { stage, text, isAdding, chosen } = pasting;
  const isFound = stage.kind === 'found';
  const canChoose = isLarge(pasting, isChange);
  const isOfMany = isFound && isList(stage.preview);
  // The form above has the filled button then.
  const isLoginAsked = stage.kind === 'refused' && wantsLogin(stage.problem);
  // What answered is followed now, so there is nothing to cancel.
  const isPartlyDone =
    isFound && stage.failed.length > 0 && stage.preview.choices.some(({ isFollowed }) => isFollowed);
  const words = isChange
    ? texts.saveChange
    : canChoose
      ? texts.addAndChoose
      : isOfMany
        ? texts.followChosen(chosen.size)
        : texts.follow;
  return (
    <div className="dialog-actions">
      <Button onPress={onClose}>
        {isPartlyDone ? texts.done : isFromLink ? texts.notNow : texts.cancel}
      </Button>
      {canChoose && isFound && (
        <Button isPending={isAdding} onPress={() => onFollow('all')}>
          {texts.followAll(stage.preview.seriesCount)}
        </Button>
      )}
      <Button
        look={isLoginAsked ? 'plain' : 'primary'}
        isDisabled={text.trim() === '' || (isOfMany && chosen.size === 0)}
        isPending={stage.kind === 'looking' || isAdding}
        onPress={() => (isFound ? onFollow(canChoose ? 'none' : 'all') : void pasting.look())}
      >
        {isFound ? words : texts.preview}
        <CornerDownLeft aria-hidden size={14} />
      </Button>
    </div>
  );
}

interface AddressProps {
  readonly request: AddRequest;
  /** The user has chosen a provider, whose words are longer than the field's. */
  readonly providers: ReactNode;
  readonly pasting: Pasting;
  readonly onAccount: (address: string) => void;
  readonly onClose: () => void;
}

/** The server wants a login: the address may be one of an account. */
const mayBeAccount = ({ text, stage }: Pasting): boolean =>
  stage.kind === 'refused' &&
  (looksLikeCalDav(text) || wantsLogin(stage.problem)) &&
  /^(?:https?|caldavs?):/i.test(text.trim());

/** Follows an address, a page, a file or a text. */
function ByAddress({ request, providers, pasting, onAccount, onClose }: AddressProps) {
  const { change, isFromLink } = request;
  const now = change?.now ?? null;
  const goTo = useApp((state) => state.screenShown);
  const offerFormer = useFormerAddress();
  const { stage } = pasting;
  useAfterProxyLogin(stage.kind === 'refused' ? stage.problem : null, () => void pasting.look());
  const follow = async (followed: 'all' | 'none'): Promise<void> => {
    const outcome = await pasting.follow(followed);
    if (!outcome.ok) return;
    if (change !== null) offerFormer(change);
    onClose();
    if (followed === 'none') goTo('communities');
  };
  const enter = (): void => {
    const isNothing = stage.kind === 'found' && isList(stage.preview) && pasting.chosen.size === 0;
    if (isNothing) return;
    if (stage.kind === 'found') void follow(isLarge(pasting, change !== null) ? 'none' : 'all');
    else if (stage.kind !== 'looking') void pasting.look();
  };
  return (
    <>
      {isFromLink && <p className="add-feed-asked">{texts.askedByLink}</p>}
      {change === null && !isFromLink && providers}
      {now !== null && <p className="quiet add-now">{texts.addressNow(now)}</p>}
      <PasteField
        label={change === null ? texts.addressOrText : texts.newAddressOrText}
        pasting={pasting}
        onEnter={enter}
        hasFocus
      />
      <PreviewCard
        pasting={pasting}
        otherLogin={
          change === null &&
          mayBeAccount(pasting) && (
            <Button look="quiet" size="small" onPress={() => onAccount(pasting.text.trim())}>
              {texts.logIn}
            </Button>
          )
        }
      />
      <Actions
        pasting={pasting}
        isChange={change !== null}
        isFromLink={isFromLink}
        onFollow={(followed) => void follow(followed)}
        onClose={onClose}
      />
    </>
  );
}

/** The account of any calendar server. */
const anyAccount = providers.find(({ id }) => id === 'other') ?? null;

/** Begins with where the calendar is, and asks for what that needs: an address, or an account. */
function Content({ request, onClose }: { readonly request: AddRequest; readonly onClose: () => void }) {
  const pasting = usePasting(request.text, request.change?.id ?? null);
  const [provider, setProvider] = useState<Provider | null>(null);
  const [address, setAddress] = useState('');
  /** Google, by the user's own OAuth client. */
  const [hasClient, setHasClient] = useState(false);
  const isGoogle = provider?.id === 'google';
  const choices = (
    <Providers
      chosen={provider}
      isFolded={provider?.need.kind === 'account' || (isGoogle && hasClient)}
      onChoose={(chosen) => {
        setAddress('');
        setHasClient(false);
        setProvider(chosen);
      }}
      onFile={() => {
        setProvider(null);
        void pasting.chooseFile();
      }}
    >
      {isGoogle && (
        <div className="add-own-client">
          <Button look="quiet" size="small" onPress={() => setHasClient(true)}>
            {texts.haveClient}
          </Button>
        </div>
      )}
    </Providers>
  );
  if (isGoogle && hasClient)
    return <GoogleSetup head={choices} onDone={onClose} onCancel={() => setHasClient(false)} />;
  if (provider?.need.kind !== 'account')
    return (
      <ByAddress
        request={request}
        providers={choices}
        pasting={pasting}
        onAccount={(server) => {
          setAddress(server);
          setProvider(anyAccount);
        }}
        onClose={onClose}
      />
    );
  return (
    <AccountSetup
      key={provider.id}
      provider={provider}
      address={address}
      onDone={onClose}
      onCancel={onClose}
      head={choices}
    />
  );
}

export interface AddCalendarProps {
  readonly request: AddRequest | null;
  readonly onClose: () => void;
}

/** The dialog that adds a calendar, or changes the address or text of one. */
export function AddCalendar({ request, onClose }: AddCalendarProps) {
  const api = useApi();
  const close = (): void => {
    if (request?.isFromLink === true) api.invokeAndReport('question:close');
    onClose();
  };
  const change = request?.change ?? null;
  const title = change === null ? texts.addCalendar : texts.changeAddressOf(change.name);
  return (
    <Dialog title={title} isOpen={request !== null} onClose={close}>
      {request !== null && <Content request={request} onClose={close} />}
    </Dialog>
  );
}
