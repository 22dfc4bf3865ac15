// A plan and what the rules say of it, in three lines: node plan.mjs
import { example, plan, validate } from "unknot";
const session = plan(example());
console.log(validate(session).findings);
