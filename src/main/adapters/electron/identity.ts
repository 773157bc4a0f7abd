/** Who the app is to the desktop: bundle id, AppUserModelID, and the name of its .desktop file. As in package.json. */
export const appId = 'io.github.office_hours.OfficeHours';

/** What Windows starts when a notification is pressed after the app ended: the same at each start, and no other app's. */
export const toastActivator = '{5B3F6C1E-0B0B-4E5D-9C9E-3A8A0C6D7F42}';
