/** Application id used by the OS: bundle id, AppUserModelID, and name of the .desktop file. Same as in package.json. */
export const appId = 'io.github.office_hours.OfficeHours';

/** COM class that Windows activates when a notification is clicked after the app quit; constant and unique to this app. */
export const toastActivator = '{5B3F6C1E-0B0B-4E5D-9C9E-3A8A0C6D7F42}';
