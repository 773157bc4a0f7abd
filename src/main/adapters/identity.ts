/** Who the app is to the desktop: bundle id, AppUserModelID, and the name of its .desktop file. As in package.json. */
export const appId = 'io.github.office_hours.OfficeHours';
