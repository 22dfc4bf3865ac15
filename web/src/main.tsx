import { render } from "preact";
import "./style/base.css";
import "./style/parts.css";
import "./style/screens.css";
import { App } from "./app.jsx";
import { start, whole } from "./core/client.js";
import { watchServer } from "./keep/server.js";
import { joinTabs, loadCatalogue, look, newDay, notice, recall, takeIn } from "./state.js";
import { scene } from "./guide/runner.js";
import { loadSettings, settings } from "./settings.js";
import { readIn, t } from "./words/index.js";
import { register } from "./ui/update.jsx";
import "./ui/install.js";

/** Everything about bodies comes from the core; it loads while the first screen is drawn. */
async function wake(): Promise<void> {
  await start();
  await Promise.all([whole(), loadCatalogue()]);
  await look();
}

async function open(): Promise<void> {
  const core = start();
  core.catch(() => undefined);
  await loadSettings();
  await recall();
  await readIn(settings.value.language);
  const root = document.getElementById("app")!;
  // What stood there was for the first moment.
  root.replaceChildren();
  render(<App />, root);
  try {
    await wake();
  } catch (error) {
    console.error(error);
    // For whoever helps from afar, where no console can be read.
    document.documentElement.dataset.fault = String(error);
    notice.value = t(error instanceof DOMException ? "log_unread" : "no_core");
    return;
  }
  document.documentElement.dataset.ready = "yes";
  performance.mark("unknot-ready");
  joinTabs();
  watchServer(takeIn);
  document.addEventListener("visibilitychange", comeBack);
  addEventListener("focus", comeBack);
  await register();
}

/** An app that stayed open overnight asks in the morning what it asks when it is opened. */
function comeBack(): void {
  const guiding = scene.value !== null && scene.value.phase !== "over";
  if (document.visibilityState !== "visible" || guiding) return;
  newDay();
  void look();
}

addEventListener("unhandledrejection", (event) => {
  console.error(event.reason);
  notice.value = t("broken");
});

void open();
