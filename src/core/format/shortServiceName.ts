/** Makers that people leave out when they name a service. */
const MAKERS = /^(?:Microsoft|Google|Cisco|Amazon)\s+(?=\S)/;

/** The name of a meeting service as people say it: `Teams`, `Meet`, `Webex`. */
export const shortServiceName = (name: string): string => name.replace(MAKERS, '');
