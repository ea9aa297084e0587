import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Everything is served by us, from /assets, under a policy that allows no inline script.
export default defineConfig({
  plugins: [react()],
  build: {
    chunkSizeWarningLimit: 8000,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
