/** Several people share a device; each has a log of their own. */

import { useState } from "preact/hooks";
import { desk } from "../core/client.js";
import { writing } from "../keep/clock.js";
import { keep, look, person, sayNothing, today } from "../state.js";
import { set } from "../settings.js";
import { t } from "../words/index.js";
import { Group } from "./settings.jsx";

async function use(id: string): Promise<void> {
  set("person", id);
  // What the one before said of today is nobody else's.
  sayNothing();
  await look();
}

async function added(name: string): Promise<void> {
  const { records } = await desk("log_write", {
    person: null,
    ...writing(),
    entries: [{ kind: "person", data: { name } }],
  });
  await keep(records);
  await use(records[0]!.id);
}

export function People() {
  const [name, setName] = useState("");
  const people = today.value?.people ?? [];
  const shown = (one: { name: string }) => (one.name === "me" ? t("people_me") : one.name);
  return (
    <Group title={t("settings_people")}>
      <ul class="plain-list">
        {people.map((one) => (
          <li key={one.id} class="row spread">
            <span>{shown(one)}</span>
            {one.id === person.value?.id ? (
              <span class="soft">{t("people_now")}</span>
            ) : (
              <button type="button" class="button" onClick={() => void use(one.id)}>
                {t("people_use")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          void added(name.trim());
          setName("");
        }}
      >
        <label style={{ flex: 1 }}>
          <span>{t("people_add")}</span>
          <input
            type="text"
            value={name}
            maxLength={40}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" style={{ alignSelf: "flex-end" }}>
          {t("add")}
        </button>
      </form>
    </Group>
  );
}
