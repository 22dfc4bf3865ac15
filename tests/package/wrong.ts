// What the types must refuse: every line below an expectation has to be an error.
import { addLanguage, compare, example, explain, guide, list, plan, validate } from "unknot";
import type { ErrorCode, Plan, Request, Supposition, UnknotError } from "unknot";
import { load } from "unknot/load";

const right: Request = {
  format: "unknot/request@1",
  minutes: 5,
  red_flags: { screened: true, at: "2026-11-22T08:00:00Z", present: [] },
  tools: [{ id: "ball", kind: "ball", density: "soft", surface: "smooth" }],
};
export const again: Request = plan(right).request;
validate(plan(right), right).clean satisfies boolean;
validate({ format: "unknot/plan@1", outcome: "plan", steps: [{ area: "calves", sets: [60] }] });
explain(right).plan.request satisfies Request;
compare(right, again).same_plan satisfies boolean;
export const tool = (one: Supposition): string =>
  one.question === "one_more_tool" ? one.preset : `${one.minutes} min`;
guide(right, [{ at: 0, event: "start" }, { at: 9, event: "level", level: 3 }]).due satisfies
  number | null;
load(new Uint8Array()).then((own) => own.plan(own.example()));
load(new Uint8Array(), { languages: [new Uint8Array()] }).then((own) =>
  own.addLanguage(new ArrayBuffer(1)) satisfies Promise<string>);

// @ts-expect-error a word that is none of its kind
plan({ ...right, goal: "win" });
// @ts-expect-error a misspelt field
plan({ ...right, mintues: 5 });
// @ts-expect-error the tool's surface is missing
plan({ ...right, tools: [{ id: "ball", kind: "ball", density: "soft" }] });
// @ts-expect-error a number, not its text
plan({ ...right, minutes: "5" });
// @ts-expect-error a kind of feeling that there is not
plan({ ...right, feel: [{ at: "calves", kind: "numb" }] });
// @ts-expect-error the ladder has four steps
plan({ ...right, history: [{ area: "calves", rung: 5 }] });
// @ts-expect-error an event that there is not
guide(right, [{ at: 0, event: "begin" }]);
// @ts-expect-error a level belongs to a level
guide(right, [{ at: 0, event: "start", level: 3 }]);
// @ts-expect-error a preference that there is not
guide(right, [], { voice: true });
// @ts-expect-error a list that there is not
list("spells");
// @ts-expect-error a time is text
example(0);
// @ts-expect-error of one request there is nothing to compare
compare(right);
// @ts-expect-error a plan is no request
explain(plan(right));
// @ts-expect-error without a tool supposed there is no preset
export const preset = (one: Supposition): string => one.preset;
// @ts-expect-error a plan has a format
validate({ outcome: "plan", steps: [] });
// @ts-expect-error not a module, its bytes, or a response
load("unknot.wasm");
// @ts-expect-error the words themselves, not the name of the language
addLanguage("es");
// @ts-expect-error a list of languages, even of one
load(new Uint8Array(), { languages: new Uint8Array() });

export function read(answer: Plan, error: UnknotError): ErrorCode | string {
  // @ts-expect-error there is a refusal only when it was refused
  answer.refusal.says;
  if (answer.outcome === "refused") return answer.refusal.says;
  // @ts-expect-error a field that the format does not have
  answer.steps[0].dose;
  // @ts-expect-error what was thrown is not changed
  error.code = "out_of_range";
  return error.code;
}
