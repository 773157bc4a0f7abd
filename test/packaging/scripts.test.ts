import { expect, test } from 'vitest';
import { builderOptions, withoutEmpty } from '../../scripts/packaging/builderOptions.ts';
import { openPackage } from '../../scripts/packaging/openPackage.ts';

test('packages bear the address of the repository that builds them', () => {
  expect(builderOptions('win32', {})).toEqual([]);
  expect(builderOptions('win32', { GITHUB_REPOSITORY: 'someone/hours' })).toEqual([
    '-c.extraMetadata.homepage=https://github.com/someone/hours',
    '-c.extraMetadata.repository.url=git+https://github.com/someone/hours.git',
    '-c.extraMetadata.bugs=https://github.com/someone/hours/issues',
  ]);
});

test('on macOS a certificate replaces the ad-hoc identity, and Apple notarises the app if it can', () => {
  const signed = ['-c.mac.identity=', '-c.mac.hardenedRuntime=true', '-c.forceCodeSigning=true'];
  const key = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };
  expect(builderOptions('darwin', {})).toEqual([]);
  expect(builderOptions('darwin', { CSC_LINK: 'base64' })).toEqual(signed);
  expect(builderOptions('darwin', { CSC_LINK: 'base64', ...key })).toEqual([
    ...signed,
    '-c.mac.notarize=true',
  ]);
  expect(builderOptions('darwin', { CSC_LINK: 'base64', APPLE_API_KEY: 'key.p8' })).toEqual(signed);
  expect(builderOptions('win32', { CSC_LINK: 'base64' })).toEqual([]);
});

test('a secret that is not set is no path to a certificate', () => {
  expect(withoutEmpty({ CSC_LINK: '', WIN_CSC_LINK: 'base64', HOME: undefined })).toEqual({
    WIN_CSC_LINK: 'base64',
  });
  expect(builderOptions('darwin', { CSC_LINK: '' })).toEqual([]);
});

test('every kind of package is opened as a user of its system would', () => {
  // Windows joins paths with backslashes.
  const slashed = (path: string): string => path.replaceAll('\\', '/');
  const start = (platform: string, name: string): readonly string[] | undefined =>
    openPackage(platform, `/release/${name}`, '/in')?.start.map(slashed);
  expect(start('linux', 'office-hours-0.1.0-linux-amd64.deb')).toEqual(['/usr/bin/office-hours']);
  expect(start('linux', 'office-hours-0.1.0-linux-x86_64.rpm')).toEqual([
    '/in/opt/office-hours/office-hours',
  ]);
  expect(start('linux', 'office-hours-0.1.0-linux-x64.tar.gz')).toEqual(['/in/office-hours']);
  expect(start('linux', 'office-hours-0.1.0-linux-x86_64.AppImage')).toEqual([
    '/release/office-hours-0.1.0-linux-x86_64.AppImage',
  ]);
  expect(start('darwin', 'office-hours-0.1.0-mac-arm64.zip')).toEqual([
    '/in/Office Hours.app/Contents/MacOS/Office Hours',
  ]);
  const dmg = openPackage('darwin', '/release/office-hours-0.1.0-mac-x64.dmg', '/in');
  expect(slashed(dmg?.bundle ?? '')).toBe('/in/Office Hours.app');
  expect(start('win32', 'office-hours-0.1.0-win-x64.zip')).toEqual(['/in/Office Hours.exe']);
  expect(start('win32', 'office-hours-0.1.0-win-x64-setup.exe')).toEqual(['/in/Office Hours.exe']);
  expect(openPackage('linux', '/release/builder-debug.yml', '/in')).toBeNull();
});
