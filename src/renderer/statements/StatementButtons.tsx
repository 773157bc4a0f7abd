import type { SeriesName } from '#core/keys.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { useStatement } from './useStatement.ts';
import { texts } from './texts.ts';

export interface StatementButtonsProps {
  readonly title: string;
  readonly series: readonly SeriesName[];
}

/** The two answers to “does it still take place?” about a series. */
export function StatementButtons({ title, series }: StatementButtonsProps) {
  const { answer } = useStatement();
  return (
    <fieldset className="statement-answers" aria-label={texts.isStillOn(title)}>
      {(['yes', 'no'] as const).map((says) => (
        <Button key={says} size="small" onPress={() => answer(title, series, says)}>
          {texts[says]}
        </Button>
      ))}
    </fieldset>
  );
}
