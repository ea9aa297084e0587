// relay-compiler on documents: node relay.mjs SCHEMA.graphql DOCUMENT.graphql… → {ok, output, artefacts}
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const [schema, ...documents] = process.argv.slice(2);
const compiler = createRequire(import.meta.url)("relay-compiler");
const project = mkdtempSync(join(tmpdir(), "relay-"));
try {
  for (const folder of ["source", "made"]) mkdirSync(join(project, folder));
  copyFileSync(schema, join(project, "schema.graphql"));
  for (const each of documents) {
    const text = readFileSync(each, "utf8").replaceAll("`", "'"); // backticks stand in comments only
    writeFileSync(join(project, "source", `${basename(each, ".graphql")}.ts`), `graphql\`${text}\`;\n`);
  }
  const config = {
    src: "./source",
    schema: "./schema.graphql",
    artifactDirectory: "./made",
    language: "typescript",
    noSourceControl: true,
  };
  writeFileSync(join(project, "relay.config.json"), JSON.stringify(config));
  const done = spawnSync(compiler, ["relay.config.json"], { cwd: project, encoding: "utf8" });
  const artefacts = readdirSync(join(project, "made")).sort();
  console.log(JSON.stringify({ ok: done.status === 0, output: `${done.stdout}${done.stderr}`, artefacts }));
} finally {
  rmSync(project, { recursive: true });
}
