import {
  Bell,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  SkipForward,
  type LucideIcon,
} from 'lucide-react';
import type { DateOutcome } from '#core/series/seriesPage.ts';

const ICONS: Record<DateOutcome, LucideIcon> = {
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
  return <Icon aria-hidden size={16} className="outcome-icon" data-outcome={outcome} />;
}
