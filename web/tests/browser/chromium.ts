import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian and others put a Chromium. */
const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Tests that need a browser are skipped where there is none; where CI=true they run, and fail. */
export const withoutBrowser = executable === undefined && process.env.CI !== 'true';

export async function launch(): Promise<Browser> {
  if (executable === undefined) throw new Error('Chromium is missing: install the package chromium.');
  return await chromium.launch({
    executablePath: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
