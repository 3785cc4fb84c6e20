import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        // Threads are entries of their own; main starts them by their file beside it.
        input: {
          index: resolve('electron/main/index.ts'),
          'history-thread': resolve('electron/engine/workers/history-thread.ts'),
          'import-thread': resolve('electron/engine/workers/import-thread.ts'),
          'analysis-thread': resolve('electron/engine/workers/analysis-thread.ts'),
          'workbook-thread': resolve('electron/engine/workers/workbook-thread.ts'),
          'monitoring-thread': resolve('electron/engine/workers/monitoring-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but electron: one CommonJS file with everything inside.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      // Not electron-vite's default; it halves what the window reads at each start.
      minify: true,
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
})
