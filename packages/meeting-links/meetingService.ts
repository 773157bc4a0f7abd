/**
 * How a row of the table of meeting services reads. Rows are data: what a link has to look like to be a way
 * into a room, and what on the same host is none.
 */

/**
 * How directly a form leads into a room, best first.
 * `room`: the meeting itself. `personal`: somebody's standing room. `lobby`: a page, an invitation or a redirector
 * before it. `watch`: one can look on, not take part. `closed`: the service has ended; shown so that people see why.
 */
export const DIRECTNESS = ['room', 'personal', 'lobby', 'watch', 'closed'] as const;
type Directness = (typeof DIRECTNESS)[number];

/** One form of link. Named groups of `path`: `id` is the meeting's id, others may be used in `rewrite` and `native`. */
export interface LinkForm {
  /** Matched against the path alone, anchored on both sides by its author. */
  readonly path: RegExp;
  readonly directness: Directness;
  /** The room stands in the fragment, which must match; without it the link leads nowhere. */
  readonly fragment?: RegExp;
  /** Query parameter that must be there and may hold the id. */
  readonly idIn?: string;
  /** Path to use instead, with `{id}` filled in: a host's start link becomes the attendees' one. */
  readonly rewrite?: string;
  /** Each room has a sub-host of its own, which is its id: `standup.zm.page`. */
  readonly onSubHost?: true;
}

/** The address of the same room in the service's own app. */
export type NativeForm =
  | {
      readonly kind: 'query';
      /** Scheme, host and path; `{domain}` is the row's host that matched. */
      readonly base: string;
      /** Query parameters, by the part of the link they are filled from, `?name` being a parameter of the address; those without a value are left out. */
      readonly query: Readonly<Record<string, string>>;
    }
  /** The https address with another scheme: `msteams:` + path + query, or `jitsi-meet://host/…`. */
  | { readonly kind: 'scheme'; readonly scheme: string; readonly withHost: boolean };

/** One meeting service. */
export interface MeetingService {
  readonly id: string;
  readonly name: string;
  /** Each matches itself and its sub-hosts, never a longer name that only contains it. */
  readonly hosts: readonly string[];
  readonly forms: readonly LinkForm[];
  /** Paths that are no way in, whatever the forms say: recordings, registration, dial-in, settings, downloads. */
  readonly refused?: RegExp;
  /** Query parameter by which the link lets in: the passcode, or a token in its place. */
  readonly passcodeIn?: string;
  /** Invitations of this service name the passcode in the text beside the link. */
  readonly saysPasscode?: true;
  readonly native?: NativeForm;
  /** Another service's rooms under a newer address: the same id is the same room, and the highest generation counts. */
  readonly family?: { readonly of: string; readonly generation: number };
  /** Its ids name a room only together with the host, as on sub-hosts of organisations. */
  readonly idsPerHost?: true;
}
