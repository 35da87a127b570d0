import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

/** Where Debian and others put a Firefox. */
const executable = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** Tests that need Firefox are skipped where there is none; where CI=true they run, and fail. */
export const withoutFirefox = executable === undefined && process.env.CI !== 'true';

/** Starts Firefox and speaks to it over WebDriver BiDi, which any Firefox has; Playwright drives its own build alone. */
export async function launchFirefox(within: number): Promise<Browser> {
  if (executable === undefined) throw new Error('Firefox is missing: install the package firefox-esr.');
  return await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: true,
    timeout: within,
    protocolTimeout: within,
    // It looks for no network of its own.
    extraPrefsFirefox: { 'network.captive-portal-service.enabled': false },
  });
}
