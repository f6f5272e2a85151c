import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * The targets are those of the oldest Electron we run on: the development one of `scripts/electron-binary.mjs`.
 * What finds its own files at run time stays outside the bundles: pdfmake's pdfkit reads its data folder,
 * piscina its worker.
 */
const notBundled = ['electron', /^electron\//, /^node:/, 'piscina', 'pdfmake', /^pdfmake\//]

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'dist/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: 'electron/main/main.ts',
          'render-worker': 'host/render/render-worker.ts',
          'pdf-worker': 'host/pdf/pdf-worker.ts',
        },
        external: notBundled,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'dist/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Loaded through a custom protocol, so addresses are relative.
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'dist/renderer',
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
