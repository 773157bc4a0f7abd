import type { Dispatcher } from 'undici';
import { ProxyFailure } from './proxyFailures.ts';

export type ProxyHeaders = Readonly<Record<string, string>>;

/**
 * Plain http by a proxy: it gets the whole address (RFC 9112 §3.2.2), since many open no tunnel to port 80.
 * @param pool connections to the proxy
 * @param onReached called with the origin of each server that answered
 */
export const forwarding = (
  pool: Dispatcher,
  authorization: ProxyHeaders,
  onReached: (origin: string) => void,
): Dispatcher =>
  pool.compose((dispatch) => (options, handler) => {
    const origin = String(options.origin);
    // `fetch` passes an object.
    const given = Object.entries(options.headers ?? {});
    const headers = { ...Object.fromEntries(given), host: new URL(origin).host, ...authorization };
    const answer = answerOfProxy(handler, () => onReached(origin));
    return dispatch({ ...options, path: `${origin}${options.path}`, headers }, answer);
  });

/** Takes the answers of the proxy itself out: its 407 would make `fetch` fail without telling its headers. */
function answerOfProxy(
  handler: Dispatcher.DispatchHandler,
  onReached: () => void,
): Dispatcher.DispatchHandler {
  let hasBegun = false;
  return {
    onRequestStart: (...given) => handler.onRequestStart?.(...given),
    onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
    onResponseStart: (controller, status, headers, message) => {
      hasBegun = true;
      if (status === 407)
        throw new ProxyFailure({
          status,
          challenge: [headers['proxy-authenticate'] ?? []].flat().join(', '),
        });
      onReached();
      handler.onResponseStart?.(controller, status, headers, message);
    },
    onResponseData: (...given) => handler.onResponseData?.(...given),
    onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
    onResponseError: (controller, error) => {
      const isNoHttp = !hasBegun && /^(?:HTTPParserError|SocketError)$/.test(error.name);
      handler.onResponseError?.(controller, isNoHttp ? new ProxyFailure('broken') : error);
    },
  };
}
