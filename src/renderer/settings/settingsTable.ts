import { rank, type Found } from '#core/search/rank.ts';
import { SETTINGS_SECTIONS, type SettingsSection } from '#core/settings/settingSections.ts';
import { texts as networkTexts } from './network/texts.ts';
import { texts } from './texts.ts';

/** A setting as the search of the settings and the palette find it. */
export interface SettingEntry {
  readonly section: SettingsSection;
  /** The label of its row; null for the section itself. */
  readonly label: string | null;
  /** What it is called in a list. */
  readonly name: string;
  /** Its hint and other words for it. */
  readonly words: readonly string[];
}

const row = (section: SettingsSection, label: string, ...words: readonly string[]): SettingEntry => ({
  section,
  label,
  name: label,
  words,
});

const ROWS: readonly SettingEntry[] = [
  row('general', texts.startAtLogin, 'autostart login boot tray background'),
  row('general', texts.starterPack, texts.starterPackHint, 'share team list calendars communities pack'),
  row('general', texts.moveData, texts.moveDataHint, 'backup export import sync another computer'),
  row('look', texts.theme, 'dark mode light appearance colours night'),
  row('times', texts.timeZone, 'timezone location city UTC'),
  row('times', texts.otherZones, texts.otherZonesHint, 'second time zone world clock'),
  row('times', texts.showHomeZone, texts.showHomeZoneHint),
  row('times', texts.clock, '24 hour 12 hour am pm format'),
  row('reminders', texts.remindMe, texts.remindMeHint, 'notification alert window auto-join minutes before'),
  row('reminders', texts.repeat, texts.repeatHint, 'nag again snooze'),
  row('reminders', texts.beforeEnd, texts.beforeEndHint, 'end warning countdown'),
  row('reminders', texts.alertWindow, texts.alertWindowHint, 'screen monitor display'),
  row('reminders', texts.showsClock, texts.showsClockHint, 'floating clock countdown timer on top'),
  row('reminders', texts.noticeSound, 'chime volume silent'),
  row('reminders', texts.alertSound, 'chime volume silent'),
  row('reminders', texts.tryIt, texts.testHint, 'test notification'),
  row('reminders', texts.pastMeetings, texts.pastMeetingsHint, 'history missed'),
  row('rules', texts.meetingRules, texts.meetingRulesHint, 'filter hide silent mute ignore title calendar'),
  ...Object.values(texts.rules).map(({ label, hint }) => row('rules', label, hint)),
  row('quiet', texts.quietHours, 'do not disturb night snooze'),
  row('quiet', texts.quietDays, texts.quietDaysHint, 'weekend holiday do not disturb'),
  row('joining', texts.ownServices, texts.ownServicesHint, 'jitsi zoom teams links'),
  row('sharing', texts.hideTitles, texts.hideTitlesHint, 'privacy screen share presentation'),
  row('sharing', texts.keepOut, texts.keepOutHint, 'screenshots capture recording'),
  row('folder', texts.notesFolder, 'path markdown vault obsidian where'),
  row('private', texts.privateNotes, texts.privateNotesHint, 'encrypted passphrase vault'),
  row('keys', texts.joinKeys, 'global shortcut hotkey join'),
  row('keys', texts.letterKeys, texts.letterKeysHint, 'keyboard shortcuts hotkeys speech screen reader'),
  row('network', networkTexts.proxy, 'proxy pac script http https socks company'),
  row(
    'network',
    networkTexts.ownCertificates,
    networkTexts.ownCertificatesHint,
    'CA authority TLS SSL root pem',
  ),
  row('privacy', texts.privateAddresses, 'keychain keyring secret encryption'),
  row('privacy', texts.updateCatalogue, texts.updateCatalogueHint, 'network online request'),
  row('about', texts.versionAndSystem, 'version update bug report'),
  row('about', texts.settingsFolder, 'config.json data path'),
  row('about', texts.logs, 'debug problem'),
  row('about', texts.licences, texts.licencesHint, 'open source notices'),
];

/** Every section, then every setting. */
export const SETTING_ENTRIES: readonly SettingEntry[] = [
  ...SETTINGS_SECTIONS.map((section) => ({
    section,
    label: null,
    name: texts.sections[section],
    words: [texts.sectionLeads[section]],
  })),
  ...ROWS,
];

/** The settings that a query finds, best first. */
export const findSettings = (query: string): Found<SettingEntry>[] =>
  rank(query, SETTING_ENTRIES, ({ name, words }) => ({ name, others: words }));
