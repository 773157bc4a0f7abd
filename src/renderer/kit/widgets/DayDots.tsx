import type { Hue } from '#core/format/hue.ts';

const NONE: readonly Hue[] = [];

/** Dots in the colours of a day's meetings. */
export const DayDots = ({ hues = NONE }: { readonly hues: readonly Hue[] | undefined }) => (
  <span className="day-dots" aria-hidden>
    {hues.map((hue) => (
      <span key={hue} className={`day-dot c-${hue}`} />
    ))}
  </span>
);
