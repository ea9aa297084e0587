// graphql-eslint's rules for schemas: node schema-rules.mjs SCHEMA.graphql → [{rule, line, message}]
import { readFileSync } from "node:fs";
import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";

const rules = {
  ...plugin.configs["flat/schema-recommended"].rules,
  ...plugin.configs["flat/schema-relay"].rules,
};
const text = readFileSync(process.argv[2], "utf8");
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: {
    files: ["**/*.graphql"],
    languageOptions: {
      parser: plugin.parser,
      parserOptions: { graphQLConfig: { schema: process.argv[2] } },
    },
    plugins: { "@graphql-eslint": plugin },
    rules,
  },
});
const [{ messages }] = await eslint.lintText(text, { filePath: "schema.graphql" });
const found = messages.map(({ ruleId, line, message }) => ({ rule: ruleId?.split("/").at(-1) ?? null, line, message }));
console.log(JSON.stringify({ rules: Object.keys(rules).map((each) => each.split("/").at(-1)), found }));
