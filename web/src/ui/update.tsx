/** A new version waits until it is asked for, and never comes in the middle of a session. */

import { signal } from "@preact/signals";
import { t } from "../words/index.js";

const waiting = signal<(() => void) | null>(null);
export const updateReady = waiting;

export async function register(): Promise<void> {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => null);
  if (registration === null) return;
  let asked = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
  const offer = (worker: ServiceWorker | null) => {
    // The first one ever takes nothing over from anybody.
    if (worker === null || navigator.serviceWorker.controller === null) return;
    waiting.value = () => {
      asked = true;
      worker.postMessage({ type: "SKIP_WAITING" });
    };
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") offer(registration.waiting);
    });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  });
}

export function UpdateToast({ guiding }: { guiding: boolean }) {
  if (waiting.value === null || guiding) return null;
  return (
    <div class="toast" role="status">
      <span>{t("about_update")}</span>
      <button type="button" onClick={() => waiting.value?.()}>
        {t("about_update_do")}
      </button>
    </div>
  );
}
