// Finds the Chromium that the browser tests run in. Nothing is downloaded: it is the machine's own.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_PLACES = ['/usr/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** What to do where there is none. */
export const HOW_TO_INSTALL =
  'The browser tests need Chromium, and there is none. Install it (Debian: apt-get install chromium), or name one in the variable CHROMIUM.';

/**
 * The program's path: what the variable CHROMIUM names, else the first that is found.
 * @param {Record<string, string | undefined>} environment
 * @returns {string | null} null when there is none, or none where CHROMIUM says.
 */
export function findChromium(environment = process.env) {
  const named = environment['CHROMIUM'];
  if (named) return isProgram(named) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...USUAL_PLACES, ...onPath].find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
