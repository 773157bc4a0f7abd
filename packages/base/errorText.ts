/** An error for the log: its stack, which begins with its name and message. */
export const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
