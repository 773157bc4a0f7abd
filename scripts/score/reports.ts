import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `ok   calendar until-date-auckland`, `FAIL links teams-v2-meet | want: …`. */
const LINE = /^(?<state>ok|FAIL) +(?<area>\w+) (?<id>\S+)/;

/** Prints how many of the small inputs after public reports are read as they should be, by area, and which are not. */
export function scoreReports(folder: string, checkout: string): void {
  const { stdout, error } = spawnSync('python3', [join(folder, 'run.py'), checkout, '--all'], {
    encoding: 'utf8',
  });
  if (error !== undefined) {
    console.log(`The reports were not tried: ${error.message}`);
    return;
  }
  const tried = stdout.split('\n').flatMap((line) => {
    const { state, area = '', id = '' } = LINE.exec(line)?.groups ?? {};
    return state === undefined ? [] : [{ isRight: state === 'ok', area, id }];
  });
  for (const [area, cases] of Map.groupBy(tried, (one) => one.area)) {
    const wrong = cases.filter(({ isRight }) => !isRight).map(({ id }) => id);
    const rest = wrong.length === 0 ? '' : `; not: ${wrong.join(', ')}`;
    console.log(`${area.padEnd(12)} ${cases.length - wrong.length} of ${cases.length}${rest}`);
  }
}
