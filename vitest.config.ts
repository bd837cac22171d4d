import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The server serves the widget, so that it must be there.
    globalSetup: ['tools/build-widget.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
