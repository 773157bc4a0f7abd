import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';

/** A notification and the handlers of its parts. */
export interface Notice {
  /** Identifies its subject, also after a restart of the app; at most 64 characters. Null if it has no particular subject. */
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
  readonly isSilent: boolean;
  /** `critical` also shows during “do not disturb”, if the desktop lets programs request that. */
  readonly urgency: 'low' | 'normal' | 'critical';
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  readonly onClick: () => void;
  /** The user dismissed it. Never fires on Linux, where closing a notification does not count as an answer. */
  readonly onDismissed: () => void;
  /** The platform has shown it. */
  readonly onShown: () => void;
  /** The platform could not show it; `reason` is for the log. */
  readonly onFailed: (reason: string) => void;
}

/** The desktop's notifications. */
export interface Notifier {
  isSupported(): boolean;
  /** What the desktop does with notifications now. */
  doNotDisturb(): Promise<DoNotDisturb>;
  /** Shows it; disposing withdraws it. */
  show(notice: Notice): Disposable;
}
