import { withUidReplaced } from '../keys.ts';

/**
 * The first catalogue of Kubernetes had its own UIDs; today's are those of the community's sigs.yaml. Stored
 * follows, answers, reminders and notes with the first ones are read as those of the same meetings.
 */

/** Id of their feed. */
const FEED = 'kubernetes';

/** The UIDs of the first catalogue, with those of today. */
const TODAY: ReadonlyMap<string, string> = new Map([
  ['cluster-api', 'sig-cluster-lifecycle/cluster-api/cluster-api-office-hours'],
  [
    'cluster-api-azure',
    'sig-cluster-lifecycle/cluster-api-provider-azure/cluster-api-provider-azure-office-hours',
  ],
  ['conformance-office-hours', 'sig-architecture/conformance-office-hours'],
  [
    'contributor-comms',
    'sig-contributor-experience/contributor-comms/contributor-comms-contributor-comms-team-meeting',
  ],
  ['descheduler', 'sig-scheduling/descheduler-biweekly-meeting'],
  ['gateway-api', 'sig-network/gateway-api-meeting'],
  ['gateway-api-code-jam', 'sig-network/gateway-api-code-jam'],
  ['github-administration', 'sig-contributor-experience/github-management/github-administration-subproject'],
  ['kops-office-hours', 'sig-cluster-lifecycle/kops/kops-office-hours'],
  ['kubernetes-pm-group', 'kubernetes-pm-group'],
  ['sig-api-machinery', 'sig-api-machinery/regular-sig-meeting'],
  ['sig-apps', 'sig-apps/regular-sig-meeting'],
  ['sig-architecture', 'sig-architecture/regular-sig-meeting'],
  ['sig-auth', 'sig-auth/regular-sig-meeting'],
  ['sig-auth-triage', 'sig-auth/weekly-issues-pr-triage-meeting'],
  ['sig-cli', 'sig-cli/regular-sig-meeting'],
  ['sig-cluster-lifecycle', 'sig-cluster-lifecycle/regular-sig-meeting'],
  ['sig-contributor-experience', 'sig-contributor-experience/regular-sig-meeting'],
  ['sig-docs', 'sig-docs/regular-sig-meeting'],
  ['sig-docs-localization', 'sig-docs/localization-subproject-meeting'],
  ['sig-docs-welcome', 'sig-docs/new-contributor-meet-and-greet'],
  ['sig-network', 'sig-network/sig-network-meeting'],
  ['sig-network-multi', 'sig-network/sig-network-multi-network-meeting'],
  ['sig-node', 'sig-node/main-sig-meeting'],
  ['sig-node-ci', 'sig-node/weekly-ci-triage-meeting'],
  ['sig-release-eu', 'sig-release/regular-sig-meeting-apac-eu-oriented-time'],
  ['sig-release-us', 'sig-release/regular-sig-meeting-us-oriented-time'],
  ['sig-scheduling', 'sig-scheduling/biweekly-meeting-na-europe'],
  ['sig-scheduling-apac', 'sig-scheduling/monthly-meeting-apac'],
  ['sig-storage', 'sig-storage/regular-sig-meeting'],
  ['sig-storage-csi', 'sig-storage/regular-csi-implementation-meeting'],
  ['sig-testing', 'sig-testing/sig-testing-bi-weekly-meeting'],
  ['steering-public', 'committee-steering/public-steering-committee-meeting'],
  ['wg-batch', 'wg-batch/regular-meeting-calendar'],
]);

const uidToday = (uid: string): string => TODAY.get(uid) ?? uid;

/** Translates follows of the first catalogue; “all” of it was less than “all” is today. */
export const followedToday = (followed: 'all' | readonly string[]): string[] =>
  followed === 'all' ? [...TODAY.values()] : followed.map(uidToday);

/** Translates a name with a feed and a UID. */
export const seriesToday = <Named extends { readonly feedId: string; readonly uid: string }>(
  named: Named,
): Named => (named.feedId === FEED ? { ...named, uid: uidToday(named.uid) } : named);

/** Translates keys of series, occurrences, reminders and overrides of reminders. */
export const keyToday = (key: string): string => withUidReplaced(key, FEED, uidToday);
