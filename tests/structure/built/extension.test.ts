import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkHosts, checkManifest, checkPages, checkRemoteCode } from '../checks/manifest.ts';
import { browsers, folderOf, listFiles, readFiles, readManifest } from './built-extension.ts';

const contentScriptLimit = 10 * 1024;
// docs/decisions/0014-the-module-grows-by-the-document.md
const moduleGzipLimit = 600 * 1024;

describe.each(browsers)('the built extension for %s', (browser) => {
  test('its manifest reaches HubSpot and Intuit only, and runs its own code only [B-09]', () => {
    expect(checkManifest(readManifest(browser))).toEqual([]);
  });

  test('no file names another host [B-09]', () => {
    const files = readFiles(browser, /./);
    expect(files.length).toBeGreaterThan(3);
    expect(checkHosts(files)).toEqual([]);
  });

  test('pages load nothing from outside, and no code is fetched or made up at run time [B-09]', () => {
    expect(checkPages(readFiles(browser, /\.html$/))).toEqual([]);
    expect(checkRemoteCode(readFiles(browser, /\.m?js$/))).toEqual([]);
  });

  test('the content script is under 10 KB', () => {
    const files = (readManifest(browser).content_scripts ?? []).flatMap(({ js = [], css = [] }) => [
      ...js,
      ...css,
    ]);
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, file) => sum + statSync(join(folderOf(browser), file)).size, 0);
    expect(bytes).toBeLessThan(contentScriptLimit);
  });

  test('the shipped module is one, and at most 600 KB gzipped', () => {
    const modules = listFiles(browser).filter((path) => path.endsWith('.wasm'));
    expect(modules).toHaveLength(1);
    const bytes = readFileSync(join(folderOf(browser), modules[0] ?? ''));
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(moduleGzipLimit);
  });

  test('the package lies beside it', () => {
    expect(existsSync(`build/extension/sidebill-${browser}.zip`)).toBe(true);
  });
});
