#!/usr/bin/env node
// Packs a folder of web files into one bundle (docs/formats/bundle.md):
//
//   node web/tools/bundle.mjs FOLDER OUTPUT
//
// What compresses is kept in three forms, so that the server never compresses anything. The same
// files give the same bytes. Node alone is enough.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const magic = "UNKNOTB1";
const format = "unknot/bundle@1";

// Ending -> content type, and whether compressing it is of use.
const types = new Map([
  [".html", ["text/html; charset=utf-8", true]],
  [".js", ["text/javascript; charset=utf-8", true]],
  [".mjs", ["text/javascript; charset=utf-8", true]],
  [".css", ["text/css; charset=utf-8", true]],
  [".json", ["application/json", true]],
  [".webmanifest", ["application/manifest+json", true]],
  [".map", ["application/json", true]],
  [".txt", ["text/plain; charset=utf-8", true]],
  [".svg", ["image/svg+xml", true]],
  [".wasm", ["application/wasm", true]],
  [".words", ["application/octet-stream", true]],
  [".clips", ["application/octet-stream", false]],
  [".ico", ["image/vnd.microsoft.icon", true]],
  [".png", ["image/png", false]],
  [".jpg", ["image/jpeg", false]],
  [".webp", ["image/webp", false]],
  [".avif", ["image/avif", false]],
  [".woff2", ["font/woff2", false]],
  [".mp3", ["audio/mpeg", false]],
]);
const unknown = ["application/octet-stream", false];

/** Every file below, as paths from the folder on, sorted by their bytes. */
function filesOf(folder, below = "") {
  const found = readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesOf(folder, path) : [path];
  });
  return found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The forms worth having: a compressed one only where it saves a tenth. */
function formsOf(bytes, compressible) {
  const forms = { identity: bytes };
  if (!compressible) return forms;
  for (const [name, made] of [
    ["br", brotli(bytes)],
    ["gzip", gzipSync(bytes, { level: 9 })],
  ]) {
    if (made.length < bytes.length * 0.9) forms[name] = made;
  }
  return forms;
}

/** The bundle of a folder's files. */
export function bundle(folder) {
  const data = [];
  let size = 0;
  const place = (bytes) => {
    data.push(bytes);
    size += bytes.length;
    return [size - bytes.length, bytes.length];
  };
  const files = filesOf(folder).map((path) => {
    const bytes = readFileSync(join(folder, path));
    const [type, compressible] = types.get(extname(path)) ?? unknown;
    return {
      path: `/${path}`,
      type,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      // Their names change with their content.
      immutable: path.startsWith("assets/"),
      forms: Object.fromEntries(
        Object.entries(formsOf(bytes, compressible)).map(([name, form]) => [name, place(form)]),
      ),
    };
  });
  const header = Buffer.from(JSON.stringify({ format, files }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return { files, bytes: Buffer.concat([Buffer.from(magic), length, header, ...data]) };
}

function main([folder, output, ...more]) {
  if (folder === undefined || output === undefined || more.length > 0) {
    console.error("usage: node web/tools/bundle.mjs FOLDER OUTPUT");
    return 2;
  }
  const made = bundle(folder);
  if (!made.files.some((file) => file.path === "/index.html")) {
    console.error(`bundle: ${folder} has no index.html`);
    return 1;
  }
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.new`, made.bytes);
  renameSync(`${output}.new`, output);
  console.log(`${output}: ${made.files.length} files, ${made.bytes.length} bytes`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
