export { load, UnknotError } from "./index.js";
