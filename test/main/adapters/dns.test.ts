import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createDns } from '#main/adapters/network/dns.ts';

/** The calendar servers that a domain names, asked of a small DNS server of ours (RFC 1035, RFC 2782, RFC 6764). */

const SRV = 33;
const TXT = 16;

const number = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};
const textOf = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const nameOf = (name: string): Buffer =>
  Buffer.concat([...name.split('.').filter(Boolean).map(textOf), Buffer.from([0])]);

interface Service {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly host: string;
}
const srv = ({ priority, weight, port, host }: Service): Buffer =>
  Buffer.concat([number(priority, 2), number(weight, 2), number(port, 2), nameOf(host)]);

/** A server that knows these records of `_caldavs._tcp.example.org`, and no other name. */
async function serve(records: Readonly<Record<number, readonly Buffer[]>>) {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, sender) => {
    const end = query.indexOf(0, 12) + 1;
    const name = query.subarray(12, end);
    const type = query.readUInt16BE(end);
    asked.push(
      name
        .toString('latin1')
        .replaceAll(/[^\w-]/g, '.')
        .slice(1, -1),
    );
    const isKnown = name.equals(nameOf('_caldavs._tcp.example.org'));
    const answers = isKnown ? (records[type] ?? []) : [];
    const header = Buffer.concat([
      query.subarray(0, 2),
      number(isKnown ? 0x81_80 : 0x81_83, 2),
      number(1, 2),
      number(answers.length, 2),
      number(0, 4),
    ]);
    const sections = answers.map((data) =>
      Buffer.concat([
        number(0xc0_0c, 2),
        number(type, 2),
        number(1, 2),
        number(60, 4),
        number(data.length, 2),
        data,
      ]),
    );
    socket.send(
      Buffer.concat([header, query.subarray(12, end + 4), ...sections]),
      sender.port,
      sender.address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    asked,
    dns: createDns([`127.0.0.1:${socket.address().port}`]),
    [Symbol.dispose]: () => void socket.close(),
  };
}

test('the servers come by priority, then by weight, with the path of the first request', async () => {
  using server = await serve({
    [SRV]: [
      { priority: 1, weight: 0, port: 443, host: 'backup.example.org' },
      { priority: 0, weight: 1, port: 443, host: 'light.example.org' },
      { priority: 0, weight: 9, port: 8443, host: 'heavy.example.org' },
    ].map(srv),
    [TXT]: [textOf('v=1'), textOf('path=/dav')],
  });
  expect(await server.dns.calendarServices('example.org')).toEqual([
    { host: 'heavy.example.org', port: 8443, path: '/dav' },
    { host: 'light.example.org', port: 443, path: '/dav' },
    { host: 'backup.example.org', port: 443, path: '/dav' },
  ]);
});

test('a domain without a path, without the service, or without records', async () => {
  using plain = await serve({ [SRV]: [srv({ priority: 0, weight: 0, port: 443, host: 'dav.example.org' })] });
  expect(await plain.dns.calendarServices('example.org')).toEqual([
    { host: 'dav.example.org', port: 443, path: null },
  ]);
  using none = await serve({ [SRV]: [srv({ priority: 0, weight: 0, port: 0, host: '' })] });
  expect(await none.dns.calendarServices('example.org')).toEqual([]);
  expect(await none.dns.calendarServices('elsewhere.org')).toEqual([]);
});

test('a domain in other letters is asked for in its ASCII form', async () => {
  using server = await serve({});
  await server.dns.calendarServices('bücher.example');
  expect(server.asked).toContain('_caldavs._tcp.xn--bcher-kva.example');
});
