import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  server: { port: 5178, fs: { allow: [here('../..')] } },
  build: {
    outDir: here('../../build/playground'),
    emptyOutDir: true,
    rolldownOptions: { input: { index: here('index.html'), frame: here('frame.html') } },
  },
});
