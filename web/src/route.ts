/** Where in the app somebody is: the fragment of the address. */

import { signal } from "@preact/signals";

export type Screen =
  "today" | "screening" | "plan" | "guide" | "log" | "learn" | "settings" | "shared";

const screens: readonly Screen[] = ["screening", "plan", "guide", "log", "learn", "settings"];

export interface Route {
  screen: Screen;
  /** What follows the screen: `calves` of `#/log/calves`. */
  rest: string;
}

function parsed(hash: string): Route {
  const [, name = "", ...rest] = hash.replace(/^#/, "").split("/");
  if (name === "p") return { screen: "shared", rest: rest.join("/") };
  const screen = screens.find((one) => one === name) ?? "today";
  return { screen, rest: decoded(rest.join("/")) };
}

/** An address somebody mistyped says nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export const route = signal<Route>(parsed(location.hash));

addEventListener("hashchange", () => {
  route.value = parsed(location.hash);
  scrollTo(0, 0);
});

export function go(screen: Screen, rest = ""): void {
  const hash =
    screen === "today" ? "#/" : `#/${screen}${rest ? `/${encodeURIComponent(rest)}` : ""}`;
  if (location.hash === hash) route.value = parsed(hash);
  else location.hash = hash;
}

/** Goes there without leaving the page before in the history. */
export function turn(screen: Screen, rest = ""): void {
  const hash =
    screen === "today" ? "#/" : `#/${screen}${rest ? `/${encodeURIComponent(rest)}` : ""}`;
  history.replaceState(null, "", hash);
  route.value = parsed(hash);
  scrollTo(0, 0);
}
