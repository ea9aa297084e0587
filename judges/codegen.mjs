// graphql-codegen on documents, its TypeScript then checked by tsc: node codegen.mjs SCHEMA.graphql DOCUMENT.graphql…
// → {operations, complaints}
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typed from "@graphql-codegen/typed-document-node";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { Kind, parse } from "graphql";
import ts from "typescript";

const [schema, ...files] = process.argv.slice(2);
const documents = files.map((location) => ({ location, document: parse(readFileSync(location, "utf8")) }));
const named = documents.flatMap(({ document }) =>
  document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).map(({ name }) => name.value),
);
const made = await codegen({
  filename: "documents.ts",
  schema: parse(readFileSync(schema, "utf8")),
  documents,
  config: { strictScalars: true, scalars: { Date: "string", PartialDate: "string" }, useTypeImports: true },
  plugins: [{ types: {} }, { operations: {} }, { typed: {} }],
  pluginMap: { types, operations, typed },
});
console.log(JSON.stringify({ operations: named, complaints: check(made) }));

// What tsc has to say of a module that stands beside this one.
function check(text) {
  const file = fileURLToPath(new URL("documents.ts", import.meta.url));
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, text, target) : getSourceFile(name, target);
  const complaints = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
  return complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
