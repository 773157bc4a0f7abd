import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { addressOfProxy, nameOfProxy, readProxyAddress } from '#core/network/proxyRoute.ts';
import type { ProxyQuestion } from '#core/network/networkState.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { ProxyLogin } from '../../network/ProxyLogin.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { texts } from './texts.ts';

/** Id of the words about an address that is none. */
const FLAW_ID = 'proxy-address-flaw';

function OwnAddress() {
  const api = useApi();
  const { settings, change } = useSettings();
  const [text, setText] = useState(settings.proxy.address);
  const written = readProxyAddress(text);
  const isGood = written !== null;
  const save = (): void => {
    if (written === null) return;
    const { proxy, login } = written;
    // The login is kept apart from the address, and is not shown again.
    const address = login === null ? text.trim() : addressOfProxy(proxy);
    setText(address);
    if (address !== settings.proxy.address) change({ proxy: { mode: 'manual', address } });
    if (login !== null)
      api.invokeAndReport('network:logIn', nameOfProxy(proxy), login.user, login.password, null);
  };
  return (
    <SettingRow label={texts.proxyAddress} hint={texts.proxyAddressHint}>
      <TextField
        className="proxy-address"
        value={text}
        onChange={setText}
        onBlur={save}
        isInvalid={text !== '' && !isGood}
        aria-describedby={FLAW_ID}
      >
        <Label className="visually-hidden">{texts.proxyAddress}</Label>
        <Input
          className="input"
          placeholder={texts.proxyExample}
          maxLength={500}
          spellCheck="false"
          onKeyDown={({ key }) => key === 'Enter' && save()}
        />
        <p id={FLAW_ID} className="proxy-flaw" aria-live="polite">
          {text !== '' && !isGood && texts.proxyFlaw}
        </p>
      </TextField>
    </SettingRow>
  );
}

/** The proxies that want a login, and those that have one. */
function ProxyLogins() {
  const api = useApi();
  const network = useApp((state) => state.network);
  const [asked, setAsked] = useState<ProxyQuestion | null>(null);
  if (network === null) return null;
  return (
    <>
      {network.waiting.map((question) => (
        <SettingRow key={question.proxy} label={question.proxy} hint={texts.proxyWants}>
          <Button onPress={() => setAsked(question)}>{texts.proxyEnter}</Button>
        </SettingRow>
      ))}
      {network.logins
        .filter(({ proxy }) => network.waiting.every((other) => other.proxy !== proxy))
        .map(({ proxy, user }) => (
          <SettingRow key={proxy} label={proxy} hint={texts.proxyLogin(user)}>
            <Button
              aria-label={texts.proxyForgetOf(proxy)}
              onPress={() => api.invokeAndReport('network:forget', proxy)}
            >
              {texts.proxyForget}
            </Button>
          </SettingRow>
        ))}
      {asked !== null && (
        <ProxyLogin question={asked} onClose={() => setAsked(null)} onLoggedIn={() => setAsked(null)} />
      )}
    </>
  );
}

/** Which proxy requests go through. */
export function ProxySettings() {
  const { settings, change } = useSettings();
  const { mode, address } = settings.proxy;
  return (
    <SettingsGroup>
      <SettingRow label={texts.proxy} hint={texts.proxyHints[mode]}>
        <SegmentedChoice
          label={texts.proxy}
          value={mode}
          options={[
            { value: 'system', label: texts.proxySystem },
            { value: 'none', label: texts.proxyNone },
            { value: 'manual', label: texts.proxyOwn },
          ]}
          onChange={(chosen) => change({ proxy: { mode: chosen, address } })}
        />
      </SettingRow>
      {mode === 'manual' && <OwnAddress />}
      <ProxyLogins />
    </SettingsGroup>
  );
}
