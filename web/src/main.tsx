import { render } from "preact";
import "./style/base.css";
import "./style/parts.css";
import "./style/screens.css";
import { App } from "./app.jsx";
import { desk, start } from "./core/client.js";
import { now } from "./keep/clock.js";
import { watchServer } from "./keep/server.js";
import { giveLog, joinTabs, loadCatalogue, look, notice } from "./state.js";
import { loadSettings, settings } from "./settings.js";
import { readIn, t } from "./words/index.js";
import { register } from "./ui/update.jsx";
import "./ui/install.js";

/** Everything about bodies comes from the core; it loads while the first screen is drawn. */
async function wake(): Promise<void> {
  await start();
  await Promise.all([giveLog(), loadCatalogue()]);
  await look();
}

async function open(): Promise<void> {
  const core = start();
  core.catch(() => undefined);
  await loadSettings();
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
    notice.value = t("no_core");
    return;
  }
  document.documentElement.dataset.ready = "yes";
  performance.mark("unknot-ready");
  joinTabs();
  watchServer(async (records) => {
    await desk("log_load", { format: "unknot/journal@1", made: now(), records });
    await look();
  });
  await register();
}

addEventListener("unhandledrejection", (event) => {
  console.error(event.reason);
  notice.value = t("broken");
});

void open();
