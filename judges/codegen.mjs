// graphql-codegen on groups of documents, its TypeScript then checked by tsc:
//   node codegen.mjs SCHEMA.graphql DOCUMENT.graphql… -- DOCUMENT.graphql… → [{operations, complaints}], one a group
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typed from "@graphql-codegen/typed-document-node";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { Kind, parse } from "graphql";
import ts from "typescript";

const [schema, ...words] = process.argv.slice(2);
const groups = [[]];
for (const word of words) {
  if (word === "--") groups.push([]);
  else groups.at(-1).push(word);
}
const made = await Promise.all(groups.map(generated));
const complaints = check(made.map(({ text }) => text));
console.log(JSON.stringify(made.map(({ names }, group) => ({ operations: names.sort(), complaints: complaints[group] }))));

// The names of a group's operations and the module that codegen makes of them.
async function generated(files) {
  const documents = files.map((location) => ({ location, document: parse(readFileSync(location, "utf8")) }));
  const names = documents.flatMap(({ document }) =>
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).map(({ name }) => name.value),
  );
  const text = await codegen({
    filename: "documents.ts",
    schema: parse(readFileSync(schema, "utf8")),
    documents,
    config: { strictScalars: true, scalars: { Date: "string", PartialDate: "string" }, useTypeImports: true },
    plugins: [{ types: {} }, { operations: {} }, { typed: {} }],
    pluginMap: { types, operations, typed },
  });
  return { names, text };
}

// What tsc has to say of each of some modules that stand beside this one.
function check(texts) {
  const files = new Map(texts.map((text, group) => [join(import.meta.dirname, `documents${group}.ts`), text]));
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), target) : getSourceFile(name, target);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  );
}
