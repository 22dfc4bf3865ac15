/** The frame around the screens. */

import { useEffect } from "preact/hooks";
import { lazy } from "./ui/lazy.jsx";
import { notice } from "./state.js";
import { route } from "./route.js";
import { mixing, scene } from "./guide/runner.js";
import { t } from "./words/index.js";
import {
  Close,
  Gear,
  Learn as LearnIcon,
  Log as LogIcon,
  Mark,
  Today as TodayIcon,
} from "./ui/icons.jsx";
import { Today } from "./screens/today.jsx";
import { Screening } from "./screens/screening.jsx";
import { Plan } from "./screens/plan.jsx";
import { Guide } from "./screens/guide.jsx";
import { SharedPlan } from "./screens/share.jsx";
import { UpdateToast } from "./ui/update.jsx";

const Log = lazy(async () => (await import("./screens/log.jsx")).Log);
const Learn = lazy(async () => (await import("./screens/learn.jsx")).Learn);
const Settings = lazy(async () => (await import("./screens/settings.jsx")).Settings);

const tabs = [
  ["today", "#/", "nav_today", TodayIcon],
  ["log", "#/log", "nav_log", LogIcon],
  ["learn", "#/learn", "nav_learn", LearnIcon],
  ["settings", "#/settings", "nav_settings", Gear],
] as const;

function Top() {
  const { screen } = route.value;
  return (
    <header class="top">
      <a class="brand" href="#/">
        <Mark />
        <span>Unknot</span>
      </a>
      <nav class="tabs" aria-label={t("nav")}>
        {tabs.map(([id, href, key, Icon]) => (
          <a
            key={id}
            href={href}
            aria-label={t(key)}
            aria-current={screen === id ? "page" : undefined}
          >
            <Icon />
            <span aria-hidden="true">{t(key)}</span>
          </a>
        ))}
      </nav>
    </header>
  );
}

function Inside() {
  // It takes a moment, wherever it was asked for.
  if (mixing.value) return <Guide />;
  switch (route.value.screen) {
    case "today":
      return <Today />;
    case "screening":
      return <Screening />;
    case "plan":
      return <Plan />;
    case "log":
      return <Log />;
    case "learn":
      return <Learn />;
    case "settings":
      return <Settings />;
    case "shared":
      return <SharedPlan />;
    case "guide":
      return <Guide />;
  }
}

export function App() {
  const guiding =
    route.value.screen === "guide" && scene.value !== null && scene.value.phase !== "over";
  useEffect(() => {
    document.documentElement.classList.toggle("guiding", guiding);
  }, [guiding]);
  return (
    <div class="shell">
      {!guiding && <Top />}
      <Inside />
      {notice.value !== null && (
        <div class="toast" role="alert">
          <span>{notice.value}</span>
          <button
            type="button"
            aria-label={t("close")}
            onClick={() => {
              notice.value = null;
            }}
          >
            <Close />
          </button>
        </div>
      )}
      <UpdateToast guiding={guiding} />
    </div>
  );
}
