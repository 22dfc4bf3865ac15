// Builds the app into build/web/dist. The core comes as a finished module from build/wasm, the words
// of other languages beside it; both are files of their own, so that a page loads only what it needs.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const wasmFolder = process.env.UNKNOT_WASM ?? here("../build/wasm");

/** The words of each language besides English, as /words/ID.words. */
function words(): Plugin {
  return {
    name: "unknot-words",
    generateBundle() {
      if (!existsSync(wasmFolder)) return;
      for (const file of readdirSync(wasmFolder).filter((name) => name.endsWith(".words"))) {
        this.emitFile({
          type: "asset",
          fileName: `words/${file}`,
          source: readFileSync(`${wasmFolder}/${file}`),
        });
      }
    },
  };
}

/** The page asks for the core while its scripts are still on their way. */
function preloadCore(): Plugin {
  return {
    name: "unknot-preload",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => name.endsWith(".wasm"));
        if (file === undefined) return [];
        const attrs = {
          rel: "preload",
          as: "fetch",
          type: "application/wasm",
          crossorigin: "",
          href: `/${file}`,
          fetchpriority: "low",
        };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "/",
  resolve: { alias: [{ find: /^unknot\.wasm/, replacement: `${wasmFolder}/unknot.wasm` }] },
  build: {
    outDir: here("../build/web/dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  plugins: [
    words(),
    preloadCore(),
    VitePWA({
      strategies: "generateSW",
      registerType: "prompt",
      injectRegister: null,
      includeAssets: ["icon.svg", "apple-touch-icon.png"],
      manifest: {
        id: "/",
        name: "Unknot",
        short_name: "Unknot",
        description: "The coach for foam rolling, massage sticks and balls",
        start_url: "/",
        scope: "/",
        display: "standalone",
        orientation: "any",
        background_color: "#101413",
        theme_color: "#101413",
        categories: ["health", "fitness"],
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          {
            src: "/icon-maskable-512.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "maskable",
          },
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{html,js,css,wasm,words,svg,png,webmanifest}"],
        maximumFileSizeToCacheInBytes: 8 << 20,
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/api\//, /^\/clips\//],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
});
