import type { Connection, ConnectionParts, ReachedBy } from '#main/ports/connection.ts';

/** A way to the network on which nothing is sent. */
export class FakeConnection implements Connection {
  parts: ConnectionParts | null = null;
  /** How often it had to begin again. */
  renewals = 0;

  begin(parts: ConnectionParts): void {
    this.parts = parts;
  }

  renew(): Promise<void> {
    this.renewals += 1;
    return Promise.resolve();
  }

  reachedBy(): ReachedBy | null {
    return null;
  }
}
