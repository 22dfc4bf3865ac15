// One instance of unknot.wasm and how to call it: bytes in, bytes out. The module's own source,
// wasm/surface.cpp, tells the memory protocol.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export class Core {
  #module;
  #wasm = null;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * @param {string} verb
   * @param {string | Uint8Array} input
   * @returns {string} The answer, an error included.
   * @throws {WebAssembly.RuntimeError} When the module trapped: a mistake of ours.
   */
  call(verb, input) {
    this.#wasm ??= this.#start();
    try {
      return this.#ask(verb, input);
    } catch (error) {
      this.#wasm = null; // A trapped instance is not to be trusted: the next call gets a fresh one.
      throw error;
    }
  }

  #start() {
    const { exports } = new WebAssembly.Instance(this.#module);
    exports._initialize();
    return exports;
  }

  #put(text) {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    const at = this.#wasm.unknot_alloc(bytes.length) >>> 0;
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  #ask(verb, input) {
    const wasm = this.#wasm;
    const [verbAt, inputAt] = [this.#put(verb), this.#put(input)];
    const result = wasm.unknot_call(...verbAt, ...inputAt);
    wasm.unknot_free(...verbAt);
    wasm.unknot_free(...inputAt);
    const at = wasm.unknot_result_ptr(result) >>> 0;
    const answer = new Uint8Array(wasm.memory.buffer, at, wasm.unknot_result_size(result));
    const text = decoder.decode(answer);
    wasm.unknot_release(result);
    return text;
  }
}
