/** Where the data are and how safe; installing; what this program is made of. */

import { useEffect, useState } from "preact/hooks";
import { start, type Version } from "../core/client.js";
import { askToPersist, lookAtStorage, mayEvict, standing } from "../keep/persist.js";
import { server } from "../keep/server.js";
import { t } from "../words/index.js";
import { updateReady } from "../ui/update.jsx";
import { installing } from "../ui/install.js";
import { Group } from "./settings.jsx";

export function Data() {
  useEffect(() => void lookAtStorage(), []);
  const now = standing.value;
  if (now === null) return null;
  const elsewhere = {
    unknown: "",
    none: t("data_server_none"),
    here: t("data_server_here"),
    away: t("data_server_away"),
  }[server.value];
  return (
    <Group title={t("settings_data")}>
      {now.blocked ? (
        <p class="note warn">{t("data_blocked")}</p>
      ) : (
        <p>{t("data_kept", { n: now.records })}</p>
      )}
      {now.persisted === true && <p>{t("data_persisted")}</p>}
      {now.persisted === false && (
        <>
          <p>{t("data_not_persisted")}</p>
          <button type="button" class="button" onClick={() => void askToPersist()}>
            {t("data_persist")}
          </button>
        </>
      )}
      {mayEvict() && <p class="note warn">{t("data_safari")}</p>}
      {elsewhere !== "" && <p>{elsewhere}</p>}
      {server.value !== "none" && now.waiting > 0 && (
        <p>{t("data_server_waiting", { n: now.waiting })}</p>
      )}
      <a class="button" href="#/log">
        {t("log_export")} · {t("log_import")} · {t("log_forget")}
      </a>
    </Group>
  );
}

export function Install() {
  if (installing.value === null) return null;
  return (
    <Group title={t("install")}>
      <p>{t("install_lead")}</p>
      <button type="button" class="button primary" onClick={() => installing.value?.()}>
        {t("install")}
      </button>
    </Group>
  );
}

const made = [
  ["Preact, @preact/signals", "MIT"],
  ["idb", "ISC"],
  ["uqr", "MIT"],
  ["Workbox", "MIT"],
  ["LLVM libc++, wasi-libc", "Apache-2.0 WITH LLVM-exception, MIT"],
] as const;

export function About() {
  const [version, setVersion] = useState<Version | null>(null);
  useEffect(() => void start().then(setVersion), []);
  return (
    <Group title={t("settings_about")}>
      {version !== null && (
        <>
          <p>{t("about_version", { version: version.version })}</p>
          <p class="small">{t("about_knowledge", { hash: version.knowledge })}</p>
        </>
      )}
      {updateReady.value !== null && (
        <button type="button" class="button primary" onClick={() => updateReady.value?.()}>
          {t("about_update")} {t("about_update_do")}
        </button>
      )}
      <details>
        <summary>{t("about_licences")}</summary>
        <p>{t("about_licence_lead")}</p>
        <ul class="plain-list">
          {made.map(([name, licence]) => (
            <li key={name}>
              {name}: {licence}
            </li>
          ))}
        </ul>
      </details>
    </Group>
  );
}
