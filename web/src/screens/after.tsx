/** The day after: how did it feel, and is it gone? One tap each. */

import { signal } from "@preact/signals";
import { catalogue, today, write } from "../state.js";
import type { Entry, Today } from "../core/desk.js";
import { t } from "../words/index.js";

type Question = Today["questions"][number];

/** Put off until the app is opened again. */
const later = signal<ReadonlySet<string>>(new Set());
const key = (question: Question) => `${question.area}/${question.side}/${question.not_gone ?? ""}`;
/** What follows from an answer, such as that a place rests now. */
const follows = signal<string[]>([]);

async function answer(
  question: Question,
  data: { effect?: string; gone?: boolean },
): Promise<void> {
  const entry: Entry = {
    kind: "after_effect",
    data: { area: question.area, side: question.side, ...data },
  };
  follows.value = (await write([entry])).says;
}

function Ask({ question }: { question: Question }) {
  const effects = catalogue.value?.after_effects ?? [];
  const offered = effects.filter((one) => one.id !== "unknown" && one.id !== "sore_over_48h");
  return (
    <section class="card stack tight">
      <h2>{question.says}</h2>
      <div class="row">
        {question.not_gone === null ? (
          offered.map((one) => (
            <button
              type="button"
              class="chip"
              key={one.id}
              onClick={() => void answer(question, { effect: one.id })}
            >
              {one.id === "none" ? t("after_fine") : one.name}
            </button>
          ))
        ) : (
          <>
            <button
              type="button"
              class="chip"
              onClick={() => void answer(question, { gone: true })}
            >
              {t("after_gone")}
            </button>
            <button
              type="button"
              class="chip"
              onClick={() => void answer(question, { effect: question.not_gone! })}
            >
              {t("after_still")}
            </button>
          </>
        )}
        <button
          type="button"
          class="button plain"
          onClick={() => {
            later.value = new Set([...later.value, key(question)]);
          }}
        >
          {t("after_later")}
        </button>
      </div>
    </section>
  );
}

export function AfterQuestions() {
  const open = (today.value?.questions ?? []).filter((one) => !later.value.has(key(one)));
  return (
    <>
      {follows.value.length > 0 && (
        <div class="note warn" role="status">
          {follows.value.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      {open.slice(0, 2).map((one) => (
        <Ask key={key(one)} question={one} />
      ))}
    </>
  );
}
