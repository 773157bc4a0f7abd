import { ProxySettings } from './ProxySettings.tsx';
import { CertificateSettings } from './CertificateSettings.tsx';

/** How requests reach the network. */
export const NetworkSettings = () => (
  <>
    <ProxySettings />
    <CertificateSettings />
  </>
);
