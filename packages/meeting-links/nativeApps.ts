import type { MeetingService } from './meetingService.ts';
import { services } from './services.ts';

/** Services with an app of their own, and the scheme of its addresses. */
export interface NativeApp {
  readonly name: string;
  readonly scheme: string;
}

const schemeOf = ({ native }: MeetingService): string | null => {
  if (native === undefined) return null;
  return native.kind === 'scheme' ? native.scheme : native.base.slice(0, native.base.indexOf(':'));
};

/** One entry for each scheme, named after its first service. */
export function nativeApps(): NativeApp[] {
  const apps = new Map<string, NativeApp>();
  for (const row of services) {
    const scheme = schemeOf(row);
    if (scheme !== null && !apps.has(scheme)) apps.set(scheme, { name: row.name, scheme });
  }
  return [...apps.values()];
}

/** Scheme of an app address built by us; null for a web page. */
export const schemeOfNative = (nativeUrl: string | null): string | null =>
  nativeUrl === null ? null : nativeUrl.slice(0, nativeUrl.indexOf(':'));
