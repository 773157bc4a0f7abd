import { seriesOfKey, type SeriesName } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { useStatement } from './useStatement.ts';
import { texts } from './texts.ts';
import './questions.css';

export interface StatementButtonsProps {
  readonly title: string;
  readonly series: readonly SeriesName[];
}

/** The two answers to “does it still take place?” about a series. */
export function StatementButtons({ title, series }: StatementButtonsProps) {
  const { answer } = useStatement();
  return (
    <span className="maybe-answers" role="group" aria-label={texts.isStillOn(title)}>
      {(['yes', 'no'] as const).map((says) => (
        <Button key={says} size="small" onPress={() => answer(title, series, says)}>
          {texts[says]}
        </Button>
      ))}
    </span>
  );
}

/** The same for a meeting of the agenda. */
export const StatementAnswers = ({ occurrence }: { readonly occurrence: Occurrence }) => (
  <StatementButtons title={occurrence.title} series={occurrence.sources.map(seriesOfKey)} />
);
