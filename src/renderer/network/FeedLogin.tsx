import { useApi } from '../kit/AppContext.tsx';
import { LoginDialog } from './LoginDialog.tsx';
import { texts } from './texts.ts';

export interface FeedLoginProps {
  readonly id: string;
  /** As the user calls the calendar. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The dialog that asks for the login of a calendar which is followed. */
export function FeedLogin({ id, name, onClose }: FeedLoginProps) {
  const api = useApi();
  return (
    <LoginDialog
      title={texts.passwordOf(name)}
      submit={texts.save}
      close={texts.cancel}
      onSubmit={(login) => api.invoke('feeds:logIn', id, login)}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
