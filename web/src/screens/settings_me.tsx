/** What somebody says about themselves: facts for the log, which plans are made to fit. */

import { useState } from "preact/hooks";
import { CoreError } from "../core/client.js";
import type { ProfileData } from "../core/records.js";
import { catalogue, change, draft, person, tellProfile, toolsOf } from "../state.js";
import { go } from "../route.js";
import { t } from "../words/index.js";
import { Chip } from "../ui/parts.jsx";
import { Choose, Group } from "./settings.jsx";

function NumberField({
  label,
  value,
  onTell,
}: {
  label: string;
  value: number | null;
  onTell(value: number | null): void;
}) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        value={value ?? ""}
        onChange={(event) => {
          const { value: typed, valueAsNumber } = event.currentTarget;
          onTell(typed === "" ? null : valueAsNumber);
        }}
      />
    </label>
  );
}

export function Me() {
  const [wrong, setWrong] = useState("");
  const known = person.value;
  const tell = async (data: ProfileData) => {
    try {
      await tellProfile(data);
      setWrong("");
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      setWrong(error.message);
    }
  };
  return (
    <Group title={t("settings_me")}>
      <p class="small soft">{t("settings_me_lead")}</p>
      {known?.may_be_regular && (
        <div class="note stack tight">
          <p>{t("me_regular")}</p>
          <div class="row">
            <button
              type="button"
              class="button primary"
              onClick={() => void tell({ experience: "regular" })}
            >
              {t("me_regular_yes")}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => void tell({ regular_declined: true })}
            >
              {t("me_regular_no")}
            </button>
          </div>
        </div>
      )}
      <label>
        <span>{t("me_name")}</span>
        <input
          type="text"
          value={known === null || known.name === "me" ? "" : known.name}
          maxLength={40}
          autocomplete="given-name"
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name !== "") void tell({ name });
          }}
        />
      </label>
      <Choose
        label={t("me_experience")}
        value={known?.person.experience ?? "new"}
        all={(["new", "regular", "seasoned"] as const).map(
          (one) => [one, t(`experience_${one}`)] as const,
        )}
        onPick={(experience) => void tell({ experience })}
      />
      <Choose
        label={t("me_floor")}
        value={known?.person.floor_transfer ?? "easy"}
        all={(["easy", "slow", "no"] as const).map((one) => [one, t(`floor_${one}`)] as const)}
        onPick={(floor_transfer) => void tell({ floor_transfer })}
      />
      <NumberField
        label={t("me_age")}
        value={known?.person.age ?? null}
        onTell={(age) => void tell({ age })}
      />
      <NumberField
        label={t("me_height")}
        value={known?.person.height_cm ?? null}
        onTell={(height_cm) => void tell({ height_cm })}
      />
      <NumberField
        label={t("me_mass")}
        value={known?.person.mass_kg ?? null}
        onTell={(mass_kg) => void tell({ mass_kg })}
      />
      {wrong !== "" && (
        <p class="note alarm" role="alert">
          {wrong}
        </p>
      )}
    </Group>
  );
}

export function Tools() {
  const { tools } = draft.value;
  const rows = catalogue.value?.tools ?? [];
  const turn = async (id: string) => {
    const { tools } = draft.value;
    const next = tools.includes(id) ? tools.filter((one) => one !== id) : [...tools, id];
    change({ tools: next });
    await tellProfile({ tools: toolsOf(next) });
  };
  return (
    <Group title={t("settings_tools")}>
      <div class="row">
        {rows.map((row) => (
          <Chip key={row.id} on={tools.includes(row.id)} onPick={() => void turn(row.id)}>
            {row.name}
          </Chip>
        ))}
      </div>
    </Group>
  );
}

export function Conditions() {
  const rows = catalogue.value?.conditions ?? [];
  const known = (person.value?.conditions ?? []).map((one) =>
    typeof one === "string" ? one : one.id,
  );
  return (
    <Group title={t("settings_conditions")}>
      {known.length === 0 && <p class="soft">{t("settings_conditions_none")}</p>}
      <ul class="plain-list">
        {known.map((id) => {
          const row = rows.find((one) => one.id === id);
          return (
            <li key={id}>
              <strong>{row?.name ?? id}</strong>
              {row ? `: ${row.says}` : ""}
            </li>
          );
        })}
      </ul>
      <button type="button" class="button" onClick={() => go("screening", "again")}>
        {t("settings_conditions_ask")}
      </button>
    </Group>
  );
}
