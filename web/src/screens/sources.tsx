/** Where a sentence comes from, one tap away. */

import { signal } from "@preact/signals";
import { desk } from "../core/client.js";
import type { Learn } from "../core/desk.js";
import { settings } from "../settings.js";
import { t } from "../words/index.js";

/** The teaching in the language it was last asked in. */
export const teaching = signal<(Learn & { language: string }) | null>(null);

export async function teach(): Promise<Learn> {
  const { language } = settings.value;
  if (teaching.value?.language === language) return teaching.value;
  const learned = { ...(await desk("learn", { language })), language };
  teaching.value = learned;
  return learned;
}

export function SourceLine({ id }: { id: string }) {
  const source = teaching.value?.sources.find((one) => one.id === id);
  if (source === undefined) return null;
  return (
    <p class="small">
      {source.address.startsWith("http") ? (
        <a href={source.address} rel="noreferrer noopener" target="_blank">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {source.verified_says === "" ? "" : ` (${source.verified_says})`}
    </p>
  );
}

export function Sources({ ids }: { ids: string[] }) {
  const all = ids.filter((id) => id !== "");
  if (all.length === 0) return null;
  return (
    <details class="inline" onToggle={() => void teach()}>
      <summary class="small">{t("sources")}</summary>
      {all.map((id) => (
        <SourceLine key={id} id={id} />
      ))}
    </details>
  );
}
