import type { DateOutcome } from '#core/series/seriesPage.ts';
import type { IconComponent } from '../kit/icon.tsx';
import { Bell, CircleCheck, CircleDashed, CircleSlash, CircleX, SkipForward } from '../kit/icons.ts';

const ICONS: Record<DateOutcome, IconComponent> = {
  joined: CircleCheck,
  reminded: Bell,
  missed: CircleX,
  skipped: SkipForward,
  cancelled: CircleSlash,
  unknown: CircleDashed,
};

/** How a past date went. Words beside it say the same. */
export function OutcomeIcon({ outcome }: { readonly outcome: DateOutcome }) {
  const Icon = ICONS[outcome];
  return <Icon size={16} className="outcome-icon" data-outcome={outcome} />;
}
