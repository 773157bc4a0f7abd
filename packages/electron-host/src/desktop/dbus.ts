/** Connections to the desktop's buses. dbus-native is loaded when it is first needed, because loading takes about 60 ms. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as DBus from 'dbus-native';
import { trusted } from '../trusted.ts';

const require = createRequire(import.meta.url);
let session: DBus.MessageBus | undefined;
let system: DBus.MessageBus | undefined;

export function dbusLibrary(): typeof DBus {
  return trusted(require('dbus-native'));
}

/** libdbus also finds systemd's socket, without the variable for it. */
export function hasSessionBus(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR = '' } = process.env;
  return Boolean(DBUS_SESSION_BUS_ADDRESS) || existsSync(join(XDG_RUNTIME_DIR, 'bus'));
}

function ignoreLoss(bus: DBus.MessageBus): DBus.MessageBus {
  bus.connection.on('error', (error: Error) => {
    if (process.env['ELECTRON_HOST_VERBOSE'] === '1') console.error('electron host: D-Bus:', error.message);
  });
  return bus;
}

/** A separate connection, for an object that owns a name and releases it by disconnecting. */
export function newSessionBus(): DBus.MessageBus {
  return ignoreLoss(dbusLibrary().sessionBus());
}

export function sessionBus(): DBus.MessageBus {
  return (session ??= newSessionBus());
}

export function systemBus(): DBus.MessageBus {
  return (system ??= ignoreLoss(dbusLibrary().systemBus()));
}
