/** The browser's offer to install the app, kept until somebody wants it. */

import { signal } from "@preact/signals";

export const installing = signal<(() => void) | null>(null);

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  const offer = event as Event & { prompt(): Promise<unknown> };
  installing.value = () =>
    void offer.prompt().finally(() => {
      installing.value = null;
    });
});
