// The same with types: a request of one's own, a refusal told, input that cannot be read.
import { plan, UnknotError, validate, type Request } from "unknot";

const request: Request = {
  format: "unknot/request@1",
  now: "2026-11-22T08:00:00Z",
  minutes: 5,
  at: ["wall"],
  feel: [{ at: "low_back", kind: "pain", level: 5 }],
  red_flags: { screened: true, at: "2026-11-22T07:59:00Z", present: [] },
  tools: [{ id: "tennis ball", kind: "ball", density: "soft", surface: "smooth" }],
};

try {
  const answer = plan(request);
  if (answer.outcome === "refused") {
    console.log(answer.refusal.says, answer.refusal.would_change.join(" "));
  } else {
    for (const step of answer.steps) console.log(step.area, step.side, step.seconds, "s");
  }
  console.log(validate(answer).clean ? "clean" : "not clean");
} catch (error) {
  if (!(error instanceof UnknotError)) throw error;
  console.error(`${error.field}: expected ${error.expected}`);
}
