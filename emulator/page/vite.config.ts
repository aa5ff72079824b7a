import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Permalinks are paths of their own, so what the page loads is named from the root.
  base: '/',
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', cssTarget: 'esnext', modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
