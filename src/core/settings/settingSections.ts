/** The sections of the settings, one of which is shown at a time. */

/** In the order of the navigation, by group. */
export const SECTION_GROUPS = [
  { group: 'app', sections: ['general', 'look', 'times'] },
  { group: 'meetings', sections: ['reminders', 'rules', 'quiet', 'joining', 'sharing'] },
  { group: 'notes', sections: ['folder', 'private'] },
  { group: 'more', sections: ['keys', 'network', 'privacy', 'about'] },
] as const;

export type SettingsSection = (typeof SECTION_GROUPS)[number]['sections'][number];

/** All sections in order. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = SECTION_GROUPS.flatMap(
  ({ sections }) => sections,
);
