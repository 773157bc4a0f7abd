import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

export interface ShowAllProps {
  /** The title of the list. */
  readonly of: string;
  readonly isAllShown: boolean;
  readonly onChange: (isAllShown: boolean) => void;
}

/** Shows a whole list, or its first lines again. */
export const ShowAll = ({ of, isAllShown, onChange }: ShowAllProps) => (
  <Button
    look="quiet"
    size="small"
    aria-label={isAllShown ? texts.showFewer : texts.showAllOf(of)}
    onPress={() => onChange(!isAllShown)}
  >
    {isAllShown ? texts.showFewer : texts.showAll}
  </Button>
);
