// Takes the picture of the site's first page that the README shows: node site/picture.mjs SITE ../docs/pictures/site.png [WIDTH [PAGE [light|dark]]]
import { existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [site, out, width = '1000', page = 'index.html', colorScheme = 'light'] = process.argv.slice(2);
if (out === undefined) throw new Error('Two arguments are needed: SITE PICTURE.png.');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const view = await browser.newPage({ viewport: { width: Number(width), height: Number(width) < 600 ? 844 : 780 }, colorScheme });
await view.goto(pathToFileURL(resolve(site, page)).href);
await view.screenshot({ path: `${out}.partial`, type: 'png' });
renameSync(`${out}.partial`, out);
await browser.close();
