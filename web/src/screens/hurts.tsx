/** Saying what hurts: found by everyday words or by body part, then side, kind and strength. */

import { useMemo, useState } from "preact/hooks";
import { catalogue, change, draft, type Feel } from "../state.js";
import type { PlaceChoice } from "../core/desk.js";
import { t } from "../words/index.js";
import { Chip, Levels, Sheet } from "../ui/parts.jsx";

type Side = "left" | "right" | "both";
type Kind = "tight" | "sore" | "pain" | "injury";
const kinds: readonly Kind[] = ["tight", "sore", "pain", "injury"];

const plainly = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim();

/** Places one of whose words begins with, or holds, what was typed; those that begin so first. */
function found(places: PlaceChoice[], typed: string): PlaceChoice[] {
  const wanted = plainly(typed);
  if (wanted === "") return [];
  const rank = (place: PlaceChoice) => {
    const words = [place.name, place.plain, ...place.words].map(plainly);
    if (words.some((word) => word === wanted)) return 0;
    if (words.some((word) => word.startsWith(wanted))) return 1;
    return words.some((word) => word.includes(wanted)) ? 2 : 3;
  };
  return places
    .map((place) => [rank(place), place] as const)
    .filter(([score]) => score < 3)
    .sort(([a], [b]) => a - b)
    .map(([, place]) => place);
}

function Explains({ place }: { place: PlaceChoice }) {
  if (place.kind === "area") return null;
  return (
    <div class="note warn stack tight">
      {place.kind === "zone" && (
        <p>
          <strong>{t("hurts_never")}</strong>
        </p>
      )}
      {place.reason !== "" && <p>{place.reason}</p>}
      {place.instead.length > 0 && (
        <p>{t("hurts_instead", { places: place.instead.join(", ") })}</p>
      )}
    </div>
  );
}

function About({ place, onDone, onBack }: { place: PlaceChoice; onDone(): void; onBack(): void }) {
  const sided = place.sides.length === 2;
  const [side, setSide] = useState<Side>("both");
  const [kind, setKind] = useState<Kind>("tight");
  const [level, setLevel] = useState<number | null>(null);
  const keep = () => {
    const one = {
      at: place.id,
      kind,
      ...(sided ? { side } : {}),
      ...(level === null ? {} : { level }),
    } as Feel;
    const rest = draft.value.feel.filter((old) => old.at !== one.at || old.side !== one.side);
    change({ feel: [...rest, one] });
    onDone();
  };
  const want = () => {
    const rest = draft.value.want.filter((old) => old.at !== place.id);
    change({ want: [...rest, { at: place.id, ...(sided ? { side } : {}) }] });
    onDone();
  };
  return (
    <>
      {plainly(place.plain) !== plainly(place.name) && <p class="soft">{place.plain}</p>}
      <Explains place={place} />
      {sided && (
        <fieldset>
          <legend>{t("hurts_side")}</legend>
          <div class="row">
            {(["left", "right", "both"] as const).map((one) => (
              <Chip key={one} on={side === one} onPick={() => setSide(one)}>
                {t(one)}
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>{t("hurts_kind")}</legend>
        <div class="row">
          {kinds.map((one) => (
            <Chip key={one} on={kind === one} onPick={() => setKind(one)}>
              {t(`kind_${one}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("hurts_level")}</legend>
        <Levels
          value={level}
          label={t("hurts_level")}
          onPick={(n) => setLevel(n === level ? null : n)}
        />
      </fieldset>
      <button type="button" class="button primary big" onClick={keep}>
        {t("hurts_add")}
      </button>
      <div class="row spread">
        <button type="button" class="button plain" onClick={onBack}>
          {t("back")}
        </button>
        {place.kind === "area" && (
          <button type="button" class="button plain" onClick={want}>
            {t("hurts_want")}
          </button>
        )}
      </div>
    </>
  );
}

function Places({ places, onPick }: { places: PlaceChoice[]; onPick(place: PlaceChoice): void }) {
  return (
    <div class="row">
      {places.map((place) => (
        <button type="button" class="chip" key={place.id} onClick={() => onPick(place)}>
          {place.plain || place.name}
        </button>
      ))}
    </div>
  );
}

/** A drawn body takes the place of `body-map` when there is one. */
export function Hurts({ onClose }: { onClose(): void }) {
  const [place, setPlace] = useState<PlaceChoice | null>(null);
  const [typed, setTyped] = useState("");
  const parts = catalogue.value?.parts ?? [];
  const all = useMemo(() => parts.flatMap((part) => part.places), [parts]);
  const hits = found(all, typed);
  return (
    <Sheet title={place?.name ?? t("hurts_title")} onClose={onClose}>
      {place !== null ? (
        <About place={place} onDone={onClose} onBack={() => setPlace(null)} />
      ) : (
        <>
          <label class="stack tight">
            <span>{t("hurts_search")}</span>
            <input
              type="search"
              value={typed}
              placeholder={t("hurts_search_hint")}
              autocomplete="off"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <div role="status" class={typed.trim() === "" ? "unseen" : ""}>
            {typed.trim() !== "" && hits.length === 0 && <p>{t("hurts_none_found")}</p>}
            {hits.length > 0 && <Places places={hits.slice(0, 8)} onPick={setPlace} />}
          </div>
          <div class="body-map" hidden />
          {parts.map((part) => (
            <section key={part.id} class="stack tight">
              <h3>{part.name}</h3>
              <Places places={part.places} onPick={setPlace} />
            </section>
          ))}
        </>
      )}
    </Sheet>
  );
}
