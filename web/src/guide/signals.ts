/** What is heard and felt at the turns of a session besides words. */

import type { Scene } from "../core/desk.js";
import { settings } from "../settings.js";
import { tone } from "./voice.js";

function buzz(pattern: number | number[]): void {
  if (settings.value.vibrate) navigator.vibrate?.(pattern);
}

const rolling = (scene: Scene) => ["strokes", "hold", "spot"].includes(scene.phase);

export function signalsOf(before: Scene | null, now: Scene): void {
  if (now.paused !== null) {
    if (before?.paused === null) buzz(200);
    return;
  }
  if (now.phase !== before?.phase || now.step !== before.step || now.set !== before.set) {
    if (rolling(now)) {
      tone(784, 0.25, 0.16);
      buzz([80, 60, 80]);
    } else if (before !== null && rolling(before)) {
      tone(523, 0.3, 0.16);
      buzz(120);
    }
    return;
  }
  if (now.phase === "strokes" && before !== null && now.direction !== before.direction) {
    tone(now.direction === "out" ? 440 : 587, 0.07, 0.1);
    buzz(20);
  }
}
