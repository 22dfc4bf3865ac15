/** What the page and the core's thread say to each other. */

export type Ask = { id: number } & (
  | { kind: "module"; module: WebAssembly.Module }
  | { kind: "call" | "desk"; verb: string; input: string }
  | { kind: "language"; bytes: ArrayBuffer }
  | { kind: "track"; input: string; clips: Map<string, Int16Array> }
);

export interface Answer {
  id: number;
  /** JSON, an error included. */
  text?: string;
  samples?: Int16Array<ArrayBuffer>;
  /** The instance is lost, and with it what it held. */
  trap?: string;
}
