/** A calendar server that a domain names (RFC 6764 §3). */
export interface CalendarService {
  readonly host: string;
  readonly port: number;
  /** Of the first request; null for the well-known one. */
  readonly path: string | null;
}

/** The domain name system. */
export interface Dns {
  /** The CalDAV servers of a domain that speak TLS, the preferred one first; empty if it names none or DNS fails. */
  calendarServices(domain: string): Promise<readonly CalendarService[]>;
}
