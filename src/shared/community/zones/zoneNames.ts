/**
 * How people name time zones -> IANA zones. Facts are from the tz database and CLDR's Windows names;
 * what an abbreviation most often means is our choice and is told to the user where others are possible.
 */
import type { ZoneName } from '../../time.ts';

export interface NamedZone {
  readonly zone: ZoneName;
  /** What was assumed, in words for people; null when the name has one meaning. */
  readonly told: string | null;
  /** What a person must decide; null when the name is clear enough. */
  readonly question: string | null;
}

const sure = (zone: ZoneName): NamedZone => ({ zone, told: null, question: null });
const seasonal = (name: string, zone: ZoneName, place: string): NamedZone => ({
  zone,
  told: `“${name}” is read as ${place} time all year, summer time included`,
  question: null,
});
const oneOf = (name: string, zone: ZoneName, meaning: string, others: string): NamedZone => ({
  zone,
  told: `“${name}” is read as ${meaning}; it can also mean ${others}`,
  question: null,
});
const unclear = (name: string, zone: ZoneName, first: string, second: string): NamedZone => ({
  zone,
  told: null,
  question: `“${name}” is ${first} or ${second}: which one is meant?`,
});

/** Abbreviations; upper case here, matched in any case where they follow a time unless they are words of their own. */
export const ABBREVIATIONS: Readonly<Record<string, NamedZone>> = {
  UTC: sure('UTC'),
  GMT: sure('UTC'),
  Z: sure('UTC'),
  PT: sure('America/Los_Angeles'),
  PST: seasonal('PST', 'America/Los_Angeles', 'Pacific'),
  PDT: seasonal('PDT', 'America/Los_Angeles', 'Pacific'),
  MT: sure('America/Denver'),
  MST: seasonal('MST', 'America/Denver', 'Mountain'),
  MDT: seasonal('MDT', 'America/Denver', 'Mountain'),
  CT: sure('America/Chicago'),
  CST: unclear('CST', 'America/Chicago', 'US Central Time', 'China Standard Time'),
  CDT: seasonal('CDT', 'America/Chicago', 'US Central'),
  ET: sure('America/New_York'),
  EST: seasonal('EST', 'America/New_York', 'US Eastern'),
  EDT: seasonal('EDT', 'America/New_York', 'US Eastern'),
  AKT: sure('America/Anchorage'),
  AKST: seasonal('AKST', 'America/Anchorage', 'Alaska'),
  AKDT: seasonal('AKDT', 'America/Anchorage', 'Alaska'),
  HST: sure('Pacific/Honolulu'),
  BRT: sure('America/Sao_Paulo'),
  ART: sure('America/Argentina/Buenos_Aires'),
  CLT: sure('America/Santiago'),
  COT: sure('America/Bogota'),
  WET: seasonal('WET', 'Europe/Lisbon', 'Western European'),
  WEST: seasonal('WEST', 'Europe/Lisbon', 'Western European'),
  BST: oneOf('BST', 'Europe/London', 'British time, summer time included', 'Bangladesh'),
  CET: seasonal('CET', 'Europe/Berlin', 'Central European'),
  CEST: seasonal('CEST', 'Europe/Berlin', 'Central European'),
  'CET/CEST': sure('Europe/Berlin'),
  CEDT: seasonal('CEDT', 'Europe/Berlin', 'Central European'),
  MEZ: seasonal('MEZ', 'Europe/Berlin', 'Central European'),
  MET: seasonal('MET', 'Europe/Berlin', 'Central European'),
  EET: seasonal('EET', 'Europe/Helsinki', 'Eastern European'),
  EEST: seasonal('EEST', 'Europe/Helsinki', 'Eastern European'),
  MSK: sure('Europe/Moscow'),
  TRT: sure('Europe/Istanbul'),
  WAT: sure('Africa/Lagos'),
  CAT: sure('Africa/Maputo'),
  EAT: sure('Africa/Nairobi'),
  SAST: sure('Africa/Johannesburg'),
  IDT: seasonal('IDT', 'Asia/Jerusalem', 'Israel'),
  GST: sure('Asia/Dubai'),
  PKT: sure('Asia/Karachi'),
  IST: oneOf('IST', 'Asia/Kolkata', 'India', 'Israel or Ireland'),
  NPT: sure('Asia/Kathmandu'),
  ICT: sure('Asia/Bangkok'),
  WIB: sure('Asia/Jakarta'),
  SGT: sure('Asia/Singapore'),
  MYT: sure('Asia/Kuala_Lumpur'),
  HKT: sure('Asia/Hong_Kong'),
  PHT: sure('Asia/Manila'),
  JST: sure('Asia/Tokyo'),
  KST: sure('Asia/Seoul'),
  AWST: sure('Australia/Perth'),
  ACST: seasonal('ACST', 'Australia/Adelaide', 'Central Australian'),
  ACDT: seasonal('ACDT', 'Australia/Adelaide', 'Central Australian'),
  AEST: seasonal('AEST', 'Australia/Sydney', 'Sydney'),
  AEDT: seasonal('AEDT', 'Australia/Sydney', 'Sydney'),
  AET: sure('Australia/Sydney'),
  NZT: sure('Pacific/Auckland'),
  NZST: seasonal('NZST', 'Pacific/Auckland', 'New Zealand'),
  NZDT: seasonal('NZDT', 'Pacific/Auckland', 'New Zealand'),
};

/** Abbreviations that are also words, and so count only in capitals. */
export const WORDLIKE = ['EAT', 'CAT', 'WAT', 'ART', 'WEST', 'WET', 'MET', 'Z', 'IDT', 'COT', 'MT', 'CT', 'ET', 'PT'] as const;

/** A region's name before `Time`, `Standard Time`, `Daylight Time`, `Summer Time`; lower case. */
export const REGIONS: Readonly<Record<string, ZoneName>> = {
  'us pacific': 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  'us mountain': 'America/Denver',
  mountain: 'America/Denver',
  'us central': 'America/Chicago',
  central: 'America/Chicago',
  'us eastern': 'America/New_York',
  eastern: 'America/New_York',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  brasilia: 'America/Sao_Paulo',
  argentina: 'America/Argentina/Buenos_Aires',
  'greenwich mean': 'UTC',
  'coordinated universal': 'UTC',
  'universal coordinated': 'UTC',
  universal: 'UTC',
  uk: 'Europe/London',
  british: 'Europe/London',
  'western european': 'Europe/Lisbon',
  'central european': 'Europe/Berlin',
  'central europe': 'Europe/Berlin',
  'middle european': 'Europe/Berlin',
  'eastern european': 'Europe/Helsinki',
  israel: 'Asia/Jerusalem',
  gulf: 'Asia/Dubai',
  'arabian gulf': 'Asia/Dubai',
  india: 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  singapore: 'Asia/Singapore',
  china: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  japan: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  korean: 'Asia/Seoul',
  'australian western': 'Australia/Perth',
  'australian eastern': 'Australia/Sydney',
  'east africa': 'Africa/Nairobi',
  'new zealand': 'Pacific/Auckland',
  'south africa': 'Africa/Johannesburg',
};

/** Countries with one zone (of any weight), and cities that are not the end of an IANA name; lower case. */
export const PLACES: Readonly<Record<string, ZoneName>> = {
  austria: 'Europe/Vienna', belgium: 'Europe/Brussels', bulgaria: 'Europe/Sofia', china: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai', shenzhen: 'Asia/Shanghai', hangzhou: 'Asia/Shanghai', croatia: 'Europe/Zagreb',
  'czech republic': 'Europe/Prague', czechia: 'Europe/Prague', denmark: 'Europe/Copenhagen', england: 'Europe/London',
  estonia: 'Europe/Tallinn', finland: 'Europe/Helsinki', france: 'Europe/Paris', germany: 'Europe/Berlin',
  munich: 'Europe/Berlin', hamburg: 'Europe/Berlin', greece: 'Europe/Athens', hungary: 'Europe/Budapest',
  india: 'Asia/Kolkata', bangalore: 'Asia/Kolkata', bengaluru: 'Asia/Kolkata', mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata', ireland: 'Europe/Dublin', israel: 'Asia/Jerusalem', 'tel aviv': 'Asia/Jerusalem',
  italy: 'Europe/Rome', milan: 'Europe/Rome', japan: 'Asia/Tokyo', kenya: 'Africa/Nairobi', korea: 'Asia/Seoul',
  netherlands: 'Europe/Amsterdam', 'new zealand': 'Pacific/Auckland', nigeria: 'Africa/Lagos', norway: 'Europe/Oslo',
  pakistan: 'Asia/Karachi', poland: 'Europe/Warsaw', portugal: 'Europe/Lisbon', romania: 'Europe/Bucharest',
  'san francisco': 'America/Los_Angeles', seattle: 'America/Los_Angeles', california: 'America/Los_Angeles',
  boston: 'America/New_York', atlanta: 'America/New_York', austin: 'America/Chicago', dallas: 'America/Chicago',
  serbia: 'Europe/Belgrade', slovakia: 'Europe/Bratislava', slovenia: 'Europe/Ljubljana', spain: 'Europe/Madrid',
  barcelona: 'Europe/Madrid', sweden: 'Europe/Stockholm', switzerland: 'Europe/Zurich', geneva: 'Europe/Zurich',
  taiwan: 'Asia/Taipei', turkey: 'Europe/Istanbul', uk: 'Europe/London', 'united kingdom': 'Europe/London',
  vietnam: 'Asia/Ho_Chi_Minh', 'south africa': 'Africa/Johannesburg',
};
