import { useEffect, useState } from 'react';
import type { PrivateNote, PrivateNotesState } from '#core/notes/privateNote.ts';
import type { Problem, Result } from '#base';
import { useApi } from '../kit/AppContext.tsx';

/** The private notes for the dialog. Its state is dropped when it closes. */
export interface PrivateNotes {
  /** null until main has answered. */
  readonly state: PrivateNotesState | null;
  readonly problem: Problem | null;
  readonly begin: (passphrase: string | null) => Promise<void>;
  readonly unlock: (passphrase: string | null) => Promise<void>;
  readonly save: (note: PrivateNote) => void;
  readonly remove: (id: string) => void;
  readonly remind: (id: string, isWanted: boolean) => void;
  /** True on success, as for `copy` and `protect`. */
  readonly compose: (to: string | null) => Promise<boolean>;
  readonly copy: (id: string) => Promise<boolean>;
  /** Path of the file with the earlier notes, kept aside in this dialog. */
  readonly left: string | null;
  readonly leave: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly protect: (current: string | null, next: string | null) => Promise<boolean>;
  /** The path of the written file; null if cancelled or failed. */
  readonly exportAll: (passphrase: string) => Promise<string | null>;
}

/** Fetches the private notes, and forgets them when main locks them. */
export function usePrivateNotes(): PrivateNotes {
  const api = useApi();
  const [state, setState] = useState<PrivateNotesState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [left, setLeft] = useState<string | null>(null);

  /** The value of a success; a failure is shown. */
  const valueOf = <T>(outcome: Result<T>): T | null => {
    setProblem(outcome.ok ? null : outcome.problem);
    return outcome.ok ? outcome.value : null;
  };
  const become = (outcome: Result<PrivateNotesState>): void => {
    const next = valueOf(outcome);
    if (next !== null) setState(next);
  };
  const isDone = (outcome: Result<null>): boolean => {
    valueOf(outcome);
    return outcome.ok;
  };
  type Open = Extract<PrivateNotesState, { kind: 'open' }>;
  const changeOpen = (change: (open: Open) => Open): void =>
    setState((before) => (before?.kind === 'open' ? change(before) : before));

  const remind = async (id: string, isWanted: boolean): Promise<void> => {
    const outcome = await api.invoke('private:remind', id, isWanted);
    const at = valueOf(outcome);
    if (!outcome.ok) return;
    changeOpen((open) => {
      const { [id]: _before, ...others } = open.reminders;
      return { ...open, reminders: at === null ? others : { ...others, [id]: at } };
    });
  };

  useEffect(() => {
    let isUnmounted = false;
    const look = async (): Promise<void> => {
      const outcome = await api.invoke('private:state');
      if (isUnmounted) return;
      if (outcome.ok) setState(outcome.value);
      else setProblem(outcome.problem);
    };
    void look();
    const end = api.on('private:locked', () => void look());
    return () => {
      isUnmounted = true;
      end();
      // Closing the dialog locks the notes: other people may use the screen next.
      api.invokeAndReport('private:lock');
    };
  }, [api]);

  return {
    state,
    problem,
    begin: async (passphrase) => become(await api.invoke('private:begin', passphrase)),
    unlock: async (passphrase) => become(await api.invoke('private:unlock', passphrase)),
    save: (note) => {
      changeOpen((open) => ({
        ...open,
        notes: open.notes.some(({ id }) => id === note.id)
          ? open.notes.map((one) => (one.id === note.id ? note : one))
          : [...open.notes, note],
      }));
      void api.invoke('private:save', note).then(valueOf);
    },
    remove: (id) => {
      changeOpen((open) => ({ ...open, notes: open.notes.filter((note) => note.id !== id) }));
      void api.invoke('private:remove', id).then(valueOf);
    },
    remind: (id, isWanted) => void remind(id, isWanted),
    compose: async (to) => isDone(await api.invoke('private:compose', to)),
    copy: async (id) => isDone(await api.invoke('private:copy', id)),
    left,
    leave: async () => {
      const kept = valueOf(await api.invoke('private:leave'));
      if (kept === null) return;
      setLeft(kept);
      become(await api.invoke('private:state'));
    },
    takeBack: async () => {
      const outcome = await api.invoke('private:takeBack');
      if (outcome.ok) setLeft(null);
      become(outcome);
    },
    protect: async (current, next) => {
      const outcome = await api.invoke('private:protect', current, next);
      become(outcome);
      return outcome.ok;
    },
    exportAll: async (passphrase) => valueOf(await api.invoke('private:export', passphrase)),
  };
}
