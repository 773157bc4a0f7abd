import {
  CalendarRange,
  CalendarX2,
  Check,
  FileText,
  ClockAlert,
  CircleAlert,
  CircleHelp,
  CircleDot,
  CircleX,
  DoorOpen,
  Layers2,
  MoveRight,
  Pause,
  SkipForward,
  type LucideIcon,
} from 'lucide-react';
import { Badge } from '../kit/widgets/Badge.tsx';
import type { Mark } from './describe.ts';

const ICONS: Record<Mark['kind'], LucideIcon> = {
  cancelled: CalendarX2,
  week: CircleAlert,
  unconfirmed: CircleHelp,
  declined: CircleX,
  tentative: CircleAlert,
  moved: MoveRight,
  clock: ClockAlert,
  clash: Layers2,
  recorded: CircleDot,
  sources: CircleAlert,
  room: DoorOpen,
  joined: Check,
  skipped: SkipForward,
  paused: Pause,
  opened: DoorOpen,
  days: CalendarRange,
  note: FileText,
};

/** The badges of an occurrence. */
export const Badges = ({ marks }: { readonly marks: readonly Mark[] }) =>
  marks.map((mark) => {
    const Icon = ICONS[mark.kind];
    return (
      <Badge key={mark.label} tone={mark.tone} icon={<Icon aria-hidden size={12} />}>
        {mark.label}
      </Badge>
    );
  });
