/**
 * The format of the table of meeting services. Rows are data: which links open a room, and which links on the same
 * host do not.
 */

/**
 * How directly a form opens a room, best first.
 * `room`: the meeting itself. `personal`: a permanent room of a person. `lobby`: a page, invitation or redirect
 * before the meeting. `watch`: a stream without participation. `closed`: the service has ended; shown to explain why
 * the link fails.
 */
export const DIRECTNESS = ['room', 'personal', 'lobby', 'watch', 'closed'] as const;
type Directness = (typeof DIRECTNESS)[number];

/**
 * One form of link. Named groups of `path`: `id` is the meeting's id; others may be used in `rewrite` and `native`.
 */
export interface LinkForm {
  /** Matched against the path alone; anchor it on both sides. */
  readonly path: RegExp;
  readonly directness: Directness;
  /** The room is in the fragment, which must match. */
  readonly fragment?: RegExp;
  /** A required query parameter that contains the id. */
  readonly idIn?: string;
  /** Replacement path, with `{id}` filled in: turns a host's start link into the link for attendees. */
  readonly rewrite?: string;
  /** The id is a long key that no one types: the invitation states a number of its own. */
  readonly hasKey?: true;
  /** Each room is a sub-host, which is its id: `standup.zm.page`. */
  readonly onSubHost?: true;
}

/** How to build the address for the service's own app. */
export type NativeForm =
  | {
      readonly kind: 'query';
      /** Scheme, host and path; `{domain}` is the matched host of the row. */
      readonly base: string;
      /**
       * Query parameters and the part of the link that fills each; `?name` is a query parameter of the link.
       * Parameters without a value are omitted.
       */
      readonly query: Readonly<Record<string, string>>;
    }
  /** The https address with another scheme: `msteams:` + path + query, or `jitsi-meet://host/…`. */
  | { readonly kind: 'scheme'; readonly scheme: string; readonly withHost: boolean };

/** One meeting service. */
export interface MeetingService {
  readonly id: string;
  readonly name: string;
  /** Each matches itself and its sub-hosts. */
  readonly hosts: readonly string[];
  readonly forms: readonly LinkForm[];
  /** Paths that never open a room, even if a form matches: recordings, registration, dial-in, settings, downloads. */
  readonly refused?: RegExp;
  /** Query parameter with the passcode or a token. */
  readonly passcodeIn?: string;
  /** Invitations of this service contain the passcode as text. */
  readonly writesPasscode?: true;
  readonly native?: NativeForm;
  /** Rooms of another service under a newer address: equal ids are the same room, and the highest generation wins. */
  readonly family?: { readonly of: string; readonly generation: number };
  /** Ids are unique only per host, for example on sub-hosts of organisations. */
  readonly idsPerHost?: true;
}
