import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs a program for Zoom's addresses in a home. */
export function installZoom(home: string): void {
  const [tools, programs] = [join(home, 'tools'), join(home, '.local/share/applications')];
  for (const folder of [tools, programs]) mkdirSync(folder, { recursive: true });
  const answer = '#!/bin/sh\ncase "$*" in *x-scheme-handler/zoommtg*) echo Zoom.desktop ;; esac\n';
  writeFileSync(join(tools, 'xdg-mime'), answer, { mode: 0o755 });
  writeFileSync(
    join(programs, 'Zoom.desktop'),
    '[Desktop Entry]\nType=Application\nName=Zoom Workplace\nExec=zoom %U\nMimeType=x-scheme-handler/zoommtg;\n',
  );
}
