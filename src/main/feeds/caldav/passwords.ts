/** The password of an account; null if it is not known. @param url of one of its calendars */
export type Passwords = (account: { readonly url: string; readonly user: string }) => Promise<string | null>;

/** Until an account can be added in the app, it knows no password. */
export const noPasswords: Passwords = () => Promise.resolve(null);
