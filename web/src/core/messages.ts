/** What the page and the core's thread say to each other. */

export type Ask = { id: number } & (
  | { kind: "module"; module: WebAssembly.Module }
  | { kind: "call"; verb: string; input: string }
  | { kind: "desk"; verb: string; input: string; needs: Needs }
  /** The log is whole from here on. */
  | { kind: "filled" }
  | { kind: "language"; bytes: ArrayBuffer }
  | { kind: "track"; input: string; clips: Map<string, Int16Array> }
);

/** What a verb of the desk needs: the whole log, a desk that is being filled with it, or neither. */
export type Needs = "log" | "filling" | "nothing";

export interface Answer {
  id: number;
  /** JSON, an error included. */
  text?: string;
  samples?: Int16Array<ArrayBuffer>;
  /** The instance is lost, and with it what it held; or it has not got the log yet. */
  trap?: string;
}
