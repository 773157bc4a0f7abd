/** Options of a release from the environment. docs/develop/releasing.md lists the variables. */
export type ReleaseEnvironment = Readonly<Record<string, string | undefined>>;

/** The project's address in the fields of packages; replaces the reserved address of package.json. */
function addressOptions({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: ReleaseEnvironment): string[] {
  if (!GITHUB_REPOSITORY) return [];
  const home = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}`;
  return [
    `-c.extraMetadata.homepage=${home}`,
    `-c.extraMetadata.repository.url=git+${home}.git`,
    `-c.extraMetadata.bugs=${home}/issues`,
  ];
}

const hasNotarisation = (env: ReleaseEnvironment): boolean =>
  [
    ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
    ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
    ['APPLE_KEYCHAIN_PROFILE'],
  ].some((names) => names.every((name) => Boolean(env[name])));

/** With a certificate, a Developer ID signs and Apple notarises; without one it stays ad hoc (electron-builder.yml). */
function macOptions(env: ReleaseEnvironment): string[] {
  if (!env['CSC_LINK'] && !env['CSC_NAME']) return [];
  // An empty identity lets electron-builder look for the Developer ID in the keychain; it fails if there is none.
  const signed = ['-c.mac.identity=', '-c.mac.hardenedRuntime=true', '-c.forceCodeSigning=true'];
  return hasNotarisation(env) ? [...signed, '-c.mac.notarize=true'] : signed;
}

/**
 * deb and rpm install into a folder of the product's name, and a space in a path breaks scripts. Users read “Office
 * Hours” all the same: the desktop entry (electron-builder.yml) and the app (package.json) have names of their own.
 */
const linuxOptions = ['-c.productName=office-hours'];

/** Arguments for electron-builder that follow from the system and the environment. */
export function builderOptions(platform: string, env: ReleaseEnvironment): readonly string[] {
  const ofSystem = { darwin: macOptions(env), linux: linuxOptions };
  return [
    ...addressOptions(env),
    ...(platform === 'darwin' || platform === 'linux' ? ofSystem[platform] : []),
  ];
}

/** Without empty variables: GitHub sets one for each secret that is missing, and electron-builder takes it for a path. */
export const withoutEmpty = (env: ReleaseEnvironment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
