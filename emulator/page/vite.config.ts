import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', cssTarget: 'esnext', modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
