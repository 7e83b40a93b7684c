// What the site looks like, in Chromium: target/pictures/, with an index.html that shows all of it in one look. The two
// pictures of README go to docs/pictures.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { pictures } from './pictures/list.mjs';
import { index } from './pictures/index.mjs';
import { serve } from './server.mjs';

const find = (name) => execFileSync('/bin/sh', ['-c', `command -v ${name} || true`], { encoding: 'utf8' }).trim();
const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(find).find(Boolean);
if (!executablePath) throw new Error('Chromium not found; build/setup.sh browsers installs it');

/** Opens a page of the site and waits until everything on it is drawn. */
async function open(browser, url, { width, theme = 'light', forced = false, wasm = true }) {
  const page = await browser.newPage({
    viewport: { width, height: 900 }, colorScheme: theme, forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce', locale: 'en', timezoneId: 'UTC',
  });
  if (!wasm) await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(url, { waitUntil: 'networkidle' });
  // Cards start when they come near the viewport: visit all of the page before the picture.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo(0, 0);
  });
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.waitForLoadState('networkidle');
  return page;
}

const folder = 'target/pictures';
rmSync(folder, { recursive: true, force: true });
for (const path of [folder, 'docs/pictures']) mkdirSync(path, { recursive: true });
const server = await serve();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  for (const picture of pictures) {
    const page = await open(browser, server.url + picture.page, picture);
    if (picture.print) {
      await page.pdf({ path: `${folder}/${picture.name}.pdf`, format: 'A4', printBackground: true, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
      await page.emulateMedia({ media: 'print', colorScheme: picture.theme ?? 'light' });
    }
    const seen = picture.element ? page.locator(picture.element).first() : page;
    const options = { animations: 'disabled', ...(picture.element ? {} : { fullPage: true }) };
    for (const path of [`${folder}/${picture.name}.png`, picture.readme && `docs/pictures/${picture.name}.png`].filter(Boolean)) await seen.screenshot({ path, ...options });
    console.log(`${folder}/${picture.name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
const japanese = execFileSync('/bin/sh', ['-c', 'fc-list :lang=ja 2>/dev/null || true'], { encoding: 'utf8' });
if (!japanese) console.log('no font for Japanese on this machine: its letters are boxes; on Debian: apt-get install fonts-noto-cjk');
writeFileSync(`${folder}/index.html`, index(pictures));
console.log(`${folder}/index.html shows all of them`);
