/** Keeping the screen on while somebody is guided, where the browser can. */

type Lock = { release(): Promise<void> };

let lock: Lock | null = null;
let wanted = false;

async function take(): Promise<void> {
  const keeper = (navigator as { wakeLock?: { request(kind: "screen"): Promise<Lock> } }).wakeLock;
  if (!wanted || keeper === undefined || document.visibilityState !== "visible") return;
  lock = await keeper.request("screen").catch(() => null);
}

// The browser lets go of it whenever the page is hidden.
document.addEventListener("visibilitychange", () => void take());

export function stayAwake(): void {
  wanted = true;
  void take();
}

export function maySleep(): void {
  wanted = false;
  void lock?.release().catch(() => undefined);
  lock = null;
}
