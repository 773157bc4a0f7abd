import { systemZoneOf, type SystemZone } from '#core/zones/systemZone.ts';
import { MINUTE } from '#base';

let answer: { readonly asked: string; readonly zone: SystemZone } | undefined;

/** The computer's current zone; it may change while the app runs. */
export function systemZone(): SystemZone {
  // Undefined on some systems, contrary to its type.
  const reported: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offsetMs = -new Date().getTimezoneOffset() * MINUTE;
  const asked = `${reported} ${offsetMs}`;
  if (answer?.asked !== asked) answer = { asked, zone: systemZoneOf(reported, offsetMs) };
  return answer.zone;
}
