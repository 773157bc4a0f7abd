/** What logins and the way to the network say. */
export const texts = {
  name: 'Name',
  password: 'Password',
  logIn: 'Log in',
  save: 'Save',
  cancel: 'Cancel',
  later: 'Later',
  // A calendar
  passwordOf: (calendar: string) => `Name and password for ${calendar}`,
  // A proxy
  proxyTitle: (proxy: string) => `Log in to the proxy ${proxy}`,
  proxyAsks:
    'Your network leads through this proxy, and it wants to know who you are. Without it no calendar can be updated.',
  proxyRefused: 'The proxy did not accept this name and password.',
  calledItself: (realm: string) => `It calls itself “${realm}”.`,
  keptByKeyring: 'The password is kept in the keyring of your system, and goes to this proxy only.',
};
