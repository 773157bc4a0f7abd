import { Form } from 'react-aria-components';
import { Button } from '../kit/widgets/Button.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import { CalendarChoices } from './CalendarChoices.tsx';
import { texts } from './texts.ts';
import type { AccountSetup } from './useAccountSetup.ts';
import { useKeepChoice } from './useKeepChoice.tsx';

export interface ChoiceFormProps {
  readonly setup: AccountSetup;
  readonly onDone: () => void;
}

/** The calendars of an account that was found, and how its password is kept. */
export function ChoiceForm({ setup, onDone }: ChoiceFormProps) {
  const keep = useKeepChoice();
  const { found, chosen, problem, isBusy } = setup;
  if (found === null) return null;
  const count = found.calendars.filter(({ url, feedId }) => feedId === null && chosen.has(url)).length;
  const add = async (): Promise<void> => {
    if (await setup.add(keep.value)) onDone();
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (keep.isReady && !isBusy) void add();
      }}
    >
      <p className="visually-hidden" aria-live="polite">
        {texts.found(found.calendars.length, found.host)}
      </p>
      <CalendarChoices account={found} chosen={chosen} onChange={setup.choose} isAdding />
      {keep.question}
      <FormProblem problem={problem} />
      <div className="dialog-actions">
        <Button onPress={setup.goBack}>{texts.back}</Button>
        <Button look="primary" type="submit" isDisabled={!keep.isReady} isPending={isBusy}>
          {texts.follow(count)}
        </Button>
      </div>
    </Form>
  );
}
