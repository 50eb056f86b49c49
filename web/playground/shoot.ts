// Takes every state in light, dark and narrow into build/screenshots. `npm run -w web shoot -- card/` takes some.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPlayground } from './browser.ts';

const FOLDER = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const wanted = process.argv[2] ?? '';

const playground = await startPlayground();
try {
  const listing = await playground.browser.newPage();
  await playground.open(listing, 'card/empty', 'light');
  const states = (await listing.evaluate('globalThis.sidebillStates')) as {
    name: string;
    widths: number[];
  }[];
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, widths } of states.filter((state) => state.name.includes(wanted))) {
    for (const width of widths) {
      const page = await playground.browser.newPage({ viewport: { width, height: 640 } });
      page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
      for (const theme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 400 });
        await playground.open(page, name, theme);
        const file = `${name.replaceAll(/[^a-z0-9]+/g, '-')}.${width}.${theme}.png`;
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.max(height, 400) });
        await page.screenshot({ path: FOLDER + file, animations: 'disabled' });
      }
      await page.close();
    }
    console.log(name);
  }
} finally {
  await playground.close();
}
