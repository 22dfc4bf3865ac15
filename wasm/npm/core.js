// One instance of unknot.wasm and how to call it: bytes in, bytes out. The module's own source,
// wasm/surface.cpp, tells the memory protocol.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export class Core {
  #module;
  #wasm = null;
  #languages = new Map(); // Every instance that is started anew gets them again.

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
    return this.#answer("unknot_call", verb, input);
  }

  /**
   * Asks the desk of this instance, which holds a log and a session (docs/formats/desk.md).
   * @param {string} verb
   * @param {string | Uint8Array} input
   * @returns {string} The answer, an error included.
   * @throws {WebAssembly.RuntimeError} When the module trapped: what the desk held is gone then.
   */
  desk(verb, input) {
    return this.#answer("unknot_desk", verb, input);
  }

  #answer(entry, verb, input) {
    this.#wasm ??= this.#start();
    try {
      return this.#ask(entry, verb, input);
    } catch (error) {
      this.#wasm = null; // A trapped instance is not to be trusted: the next call gets a fresh one.
      throw error;
    }
  }

  /**
   * Gives it the words of a language, for good.
   * @param {Uint8Array} bytes Of a file LANG.words that was made with the module.
   * @returns {string} `{"language":"es"}`, or an error; nothing has changed then.
   */
  addLanguage(bytes) {
    this.#wasm ??= this.#start();
    try {
      const answer = this.#teach(this.#wasm, bytes);
      const { language } = JSON.parse(answer);
      if (language) this.#languages.set(language, bytes.slice());
      return answer;
    } catch (error) {
      this.#wasm = null;
      throw error;
    }
  }

  /**
   * A track being mixed, until it is closed.
   * @param {string} input docs/formats/timeline.md
   */
  openTrack(input) {
    this.#wasm ??= this.#start();
    const wasm = this.#wasm;
    const bytes = this.#put(input);
    const handle = wasm.unknot_track_open(...bytes);
    wasm.unknot_free(...bytes);
    const block = 1 << 14;
    const room = wasm.unknot_alloc(2 * block) >>> 0;
    const samples = (at, size) => new Int16Array(wasm.memory.buffer, at, size);
    return {
      answer: this.#text(wasm.unknot_track_answer(handle)),
      /** @param {number} cue @param {Int16Array} clip */
      put(cue, clip) {
        const at = wasm.unknot_alloc(2 * clip.length) >>> 0;
        samples(at, clip.length).set(clip);
        wasm.unknot_track_clip(handle, cue, at, clip.length);
        wasm.unknot_free(at, 2 * clip.length);
      },
      /** The next samples, at most 16384; empty at the end. */
      pull() {
        const got = wasm.unknot_track_pull(handle, room, block);
        return samples(room, got).slice();
      },
      close() {
        wasm.unknot_free(room, 2 * block);
        wasm.unknot_track_close(handle);
      },
    };
  }

  #text(result, wasm = this.#wasm) {
    const at = wasm.unknot_result_ptr(result) >>> 0;
    const size = wasm.unknot_result_size(result);
    return decoder.decode(new Uint8Array(wasm.memory.buffer, at, size));
  }

  #start() {
    const { exports } = new WebAssembly.Instance(this.#module);
    exports._initialize();
    for (const bytes of this.#languages.values()) this.#teach(exports, bytes);
    return exports;
  }

  #teach(wasm, bytes) {
    const words = this.#put(bytes, wasm);
    const result = wasm.unknot_language(...words);
    wasm.unknot_free(...words);
    const text = this.#text(result, wasm);
    wasm.unknot_release(result);
    return text;
  }

  #put(text, wasm = this.#wasm) {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    const at = wasm.unknot_alloc(bytes.length) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  #ask(entry, verb, input) {
    const wasm = this.#wasm;
    const [verbAt, inputAt] = [this.#put(verb), this.#put(input)];
    const result = wasm[entry](...verbAt, ...inputAt);
    wasm.unknot_free(...verbAt);
    wasm.unknot_free(...inputAt);
    const text = this.#text(result);
    wasm.unknot_release(result);
    return text;
  }
}
