// docs/pictures/*.png, taken in Chromium from the site as it is. Each row is one picture.

import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { serve } from './server.mjs';

const everyWidth = [320, 640, 1200].flatMap((width) =>
  ['light', 'dark'].map((theme) => ({ name: `site-${width}-${theme}`, page: '/index.html', width, theme, whole: true })),
);

// name, page; width in CSS pixels; theme light|dark; whole: the full page; element: that element alone;
// run: a function of the Playwright page, called before the picture is taken.
const pictures = [
  ...everyWidth,
  { name: 'card-light', page: '/pages/reference.html', width: 640, theme: 'light', element: 'article-card' },
  { name: 'card-dark', page: '/pages/reference.html', width: 640, theme: 'dark', element: 'article-card' },
  { name: 'feed', page: '/index.html', width: 1200, theme: 'light', element: 'article-feed' },
];

const find = (name) => execFileSync('/bin/sh', ['-c', `command -v ${name} || true`], { encoding: 'utf8' }).trim();
const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(find).find(Boolean);
if (!executablePath) throw new Error('Chromium not found; build/setup.sh browsers installs it');

mkdirSync('docs/pictures', { recursive: true });
const server = await serve();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  for (const { name, page: path, width, theme, whole = false, element, run } of pictures) {
    const page = await browser.newPage({
      viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en', timezoneId: 'UTC',
    });
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
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
    await run?.(page);
    const file = `docs/pictures/${name}.png`;
    await (element ? page.locator(element).first() : page).screenshot({ path: file, animations: 'disabled', ...(element ? {} : { fullPage: whole }) });
    console.log(file);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
