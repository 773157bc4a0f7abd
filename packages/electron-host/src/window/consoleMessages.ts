import type { ExceptionDetails, PageEvents } from '../chromium/commands.ts';

/** What `console-message` carries. */
export interface ConsoleMessage {
  level: 'info' | 'warning' | 'error' | 'debug';
  message: string;
  lineNumber: number;
  sourceId: string;
}

function levelOf(name: string): ConsoleMessage['level'] {
  switch (name) {
    case 'warning':
    case 'error':
    case 'debug':
      return name;
    case 'assert':
      return 'error';
    case 'verbose':
      return 'debug';
    default:
      return 'info';
  }
}

export function consoleMessage({
  type,
  args,
  stackTrace,
}: PageEvents['Runtime.consoleAPICalled']): ConsoleMessage {
  const texts = args.map((arg) => {
    if (typeof arg.value === 'string') return arg.value;
    return arg.description ?? arg.unserializableValue ?? JSON.stringify(arg.value) ?? arg.type;
  });
  const frame = stackTrace?.callFrames[0];
  return {
    level: levelOf(type),
    message: texts.join(' '),
    lineNumber: (frame?.lineNumber ?? -1) + 1,
    sourceId: frame?.url ?? '',
  };
}

export function uncaughtMessage(details: ExceptionDetails): ConsoleMessage {
  return {
    level: 'error',
    message: `Uncaught ${details.exception?.description ?? details.text}`,
    lineNumber: details.lineNumber + 1,
    sourceId: details.url ?? '',
  };
}

/** What Chromium itself says: a refusal by the page's security policy, a request that failed, a deprecation. */
export function logMessage(entry: PageEvents['Log.entryAdded']['entry']): ConsoleMessage {
  return {
    level: levelOf(entry.level),
    message: entry.text,
    lineNumber: (entry.lineNumber ?? -1) + 1,
    sourceId: entry.url ?? '',
  };
}
