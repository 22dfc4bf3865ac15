/** Handing a plan on: a link and its QR code; and what whoever opens one sees. */

import { useEffect, useState } from "preact/hooks";
import { CoreError, desk } from "../core/client.js";
import type { Shared } from "../core/desk.js";
import { packed, unpacked } from "../keep/share.js";
import { now } from "../keep/clock.js";
import { route, turn } from "../route.js";
import { catalogue, change, draft, personId, plan, request, show, territory } from "../state.js";
import type { Tool } from "../../../wasm/npm/types/request.js";
import { t } from "../words/index.js";
import { Screen, Sheet } from "../ui/parts.jsx";
import { bound, screened } from "./flow.js";
import { Screening } from "./screening.jsx";

interface Code {
  size: number;
  path: string;
}

async function drawn(text: string): Promise<Code> {
  const { encode } = await import("uqr");
  const { data, size } = encode(text, { ecc: "L", border: 2 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: path.join("") };
}

export function ShareSheet({ onClose }: { onClose(): void }) {
  const [link, setLink] = useState("");
  const [code, setCode] = useState<Code | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    void (async () => {
      const shared = await desk("share", { plan: plan.value! });
      const address = `${location.origin}${location.pathname}#/p/${await packed(shared)}`;
      setLink(address);
      setCode(await drawn(address));
    })();
  }, []);
  const hand = async () => {
    if (navigator.share !== undefined) await navigator.share({ url: link }).catch(() => undefined);
    else {
      await navigator.clipboard?.writeText(link).catch(() => undefined);
      setCopied(true);
    }
  };
  return (
    <Sheet title={t("plan_share")} onClose={onClose}>
      <p class="soft">{t("plan_share_lead")}</p>
      <label>
        <span class="unseen">{t("plan_share")}</span>
        <input
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" class="button primary" onClick={() => void hand()}>
        {copied
          ? t("plan_copied")
          : navigator.share === undefined
            ? t("plan_copy")
            : t("plan_share")}
      </button>
      {code && (
        <svg
          class="qr"
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={t("plan_qr")}
          shape-rendering="crispEdges"
        >
          <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
          <path fill="#000" d={code.path} />
        </svg>
      )}
    </Sheet>
  );
}

/** A plan that is being opened waits here for the safety questions. */
let waiting: Shared | null = null;

export async function openShared(): Promise<void> {
  if (waiting === null) return;
  if (draft.value.tools.length === 0) change({ tools: sameTools(waiting.tools) });
  // It is given the time it takes, whatever somebody chose for plans of their own.
  const { minutes: _, ...asked } = request();
  const answer = await desk("open_shared", {
    shared: waiting,
    person: personId.value,
    ...territory(),
    now: now(),
    request: asked,
  });
  waiting = null;
  change({ minutes: answer.plan.request.minutes });
  await show(answer.plan, answer.says);
  turn("plan");
}

/** Those of the catalogue, for who has said nothing of tools and goes on from a plan like this. */
function sameTools(all: readonly Tool[]): string[] {
  const rows = catalogue.value?.tools ?? [];
  const same = (a: Partial<Tool>, b: Tool) =>
    a.kind === b.kind && a.density === b.density && a.surface === b.surface;
  const found = all.flatMap((one) => rows.find((row) => same(row.tool, one))?.id ?? []);
  return [...new Set(found)];
}

export function SharedPlan() {
  const [broken, setBroken] = useState("");
  const [asks, setAsks] = useState(false);
  const open = async () => {
    try {
      waiting = await unpacked(route.value.rest);
      bound.value = "plan";
      if (screened()) await check();
      else setAsks(true);
    } catch {
      setBroken(t("plan_share_broken"));
    }
  };
  const check = async () => {
    try {
      await openShared();
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      setAsks(false);
      setBroken(`${t("plan_share_broken")} ${error.message}`);
    }
  };
  if (asks) return <Screening then={check} />;
  return (
    <Screen title={t("plan_shared_title")}>
      <h1>{t("plan_shared_title")}</h1>
      <p>{t("plan_shared_lead")}</p>
      {broken !== "" && (
        <p class="note alarm" role="alert">
          {broken}
        </p>
      )}
      <button type="button" class="button primary big" onClick={() => void open()}>
        {t("plan_shared_go")}
      </button>
      <a class="button" href="#/">
        {t("nav_today")}
      </a>
    </Screen>
  );
}
