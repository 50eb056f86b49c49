// Draws the icons of the extension out of sidebill.svg: `npm run -w extension icons`.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const sizes = [16, 32, 48, 128];
const folder = new URL('..', import.meta.url).pathname;
const picture = readFileSync(`${folder}icons/sidebill.svg`).toString('base64');

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img src="data:image/svg+xml;base64,${picture}" width="${size}" height="${size}">`,
  );
  await page.screenshot({ path: `${folder}public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
