/** Code of the problem that some changes are only in memory. It cannot be dismissed; it goes when they are saved. */
export const UNSAVED = 'disk/unsaved';
