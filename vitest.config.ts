import { defineConfig } from 'vitest/config'

// ONNX Runtime reads this from the real environment when it loads; forked test processes inherit it from here.
process.env.ORT_DISABLE_TELEMETRY = '1'

export default defineConfig({
  test: {
    include: [
      'model/**/*.test.ts',
      'electron/**/*.test.ts',
      'renderer/**/*.test.ts',
      'e2e/host/**/*.test.ts',
      'e2e/checks/**/*.test.ts',
    ],
    // Processes rather than threads: a test thread that is stopped while ONNX Runtime runs would abort the whole run.
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './e2e/commands/vitest-closing-line.ts'],
  },
})
