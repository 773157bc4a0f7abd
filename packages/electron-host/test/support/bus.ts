/** A session and a system bus of a test's own, in this process: no dbus-daemon needed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBroker, sessionBus, type InterfaceDescriptor, type MessageBus } from 'dbus-native';

export interface TestBus extends AsyncDisposable {
  /** whoever plays the desktop */
  readonly desktop: MessageBus;
  serve: (name: string, path: string, object: object, descriptor: InterfaceDescriptor) => Promise<void>;
}

/** From here on DBUS_SESSION_BUS_ADDRESS and DBUS_SYSTEM_BUS_ADDRESS name this bus. */
export async function startBus(): Promise<TestBus> {
  const folder = mkdtempSync(join(tmpdir(), 'bus-'));
  const socket = join(folder, 'bus');
  const broker = createBroker({ authMethods: ['EXTERNAL'] });
  await new Promise<void>((resolve, reject) => {
    broker.listen({ socket }, (error) => (error ? reject(error) : resolve()));
  });
  const address = `unix:path=${socket}`;
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address;
  process.env['DBUS_SYSTEM_BUS_ADDRESS'] = address;
  const desktop = sessionBus({ busAddress: address });
  return {
    desktop,
    serve: async (name, path, object, descriptor) => {
      desktop.exportInterface(object, path, descriptor);
      await desktop.requestName(name, 0);
    },
    [Symbol.asyncDispose]: async () => {
      desktop.connection.end();
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
