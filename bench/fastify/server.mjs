// What somebody would write in Node: a folder of files, and answers in JSON that are made anew.
//
//   node server.mjs PORT FOLDER ANSWER.json

import { readFileSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import fastify from "fastify";

const [port, folder, answer] = process.argv.slice(2);
const document = JSON.parse(readFileSync(answer, "utf8"));
const app = fastify();
app.register(fastifyStatic, { root: folder });
app.post("/plan", () => document);
await app.listen({ port: Number(port), host: "127.0.0.1" });
