/** The teaching: what rolling is and does, each claim with how sure anybody is, and its sources. */

import { useEffect } from "preact/hooks";
import type { Learn as Teaching } from "../core/desk.js";
import { settings } from "../settings.js";
import { t } from "../words/index.js";
import { Screen } from "../ui/parts.jsx";
import { Sources, SourceLine, teach, teaching } from "./sources.jsx";

function Claims({ topic }: { topic: Teaching["topics"][number] }) {
  return (
    <section class="stack" id={`topic-${topic.id}`}>
      <h2>{topic.title}</h2>
      {topic.claims.map((one) => (
        <article class="card stack tight" key={one.id}>
          <h3>{one.text}</h3>
          <p>
            <span class="grade">
              <span class="unseen">{t("learn_grade")}: </span>
              {one.grade_says}
            </span>
          </p>
          {one.known !== "" && (
            <details>
              <summary>{t("learn_known")}</summary>
              <p>{one.known}</p>
            </details>
          )}
          <Sources ids={one.sources} />
        </article>
      ))}
    </section>
  );
}

function Rules({ rules }: { rules: Teaching["rules"] }) {
  return (
    <section class="stack">
      <h2>{t("learn_rules")}</h2>
      {rules.map((one) => (
        <article class="card stack tight" key={one.id}>
          <h3>{one.summary}</h3>
          <p>
            <span class="grade">{one.basis_says}</span>
          </p>
          <details>
            <summary>{t("why")}</summary>
            <p>{one.reason}</p>
            {one.known !== "" && <p>{one.known}</p>}
          </details>
          <Sources ids={one.sources} />
        </article>
      ))}
    </section>
  );
}

function Areas({ areas }: { areas: Teaching["areas"] }) {
  return (
    <section class="stack">
      <h2>{t("learn_areas")}</h2>
      {areas.map((area) => (
        <details class="card" key={area.id}>
          <summary>
            {area.name}
            <span class="soft">&nbsp;· {area.plain}</span>
          </summary>
          <div class="stack">
            <p>
              <strong>{t("learn_find")}:</strong> {area.landmarks}
            </p>
            {area.techniques.map((one) => (
              <article class="stack tight" key={one.id}>
                <h3>{one.name}</h3>
                <p class="soft">{one.position}</p>
                {[...one.setup, ...one.cues].map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                {one.faults.map((fault) => (
                  <p key={fault.fault}>
                    {fault.fault} {fault.correction}
                  </p>
                ))}
                {one.cautions.map((sentence) => (
                  <p key={sentence}>
                    <strong>{sentence}</strong>
                  </p>
                ))}
                <Sources ids={one.sources} />
              </article>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}

export function Learn() {
  const { language } = settings.value;
  useEffect(() => void teach(), [language]);
  const all = teaching.value;
  return (
    <Screen title={t("learn_title")}>
      <h1>{t("learn_title")}</h1>
      {all === null ? (
        <p role="status">{t("loading")}</p>
      ) : (
        <>
          <section class="note stack tight">
            <h2>{t("learn_intended")}</h2>
            {all.intended.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </section>
          {all.topics.map((topic) => (
            <Claims key={topic.id} topic={topic} />
          ))}
          <Rules rules={all.rules} />
          <Areas areas={all.areas} />
          <section class="stack tight">
            <h2>{t("sources")}</h2>
            {all.sources.map((one) => (
              <SourceLine key={one.id} id={one.id} />
            ))}
          </section>
        </>
      )}
    </Screen>
  );
}
