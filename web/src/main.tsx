import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./page.css";

import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";

import { examples, examplesPlugin } from "./examples";
import { post } from "./post";

const first = examples.find((example) => example.name === "case-report") ?? examples[0];

createRoot(document.getElementById("page") as HTMLElement).render(
  <GraphiQL
    fetcher={post}
    plugins={[HISTORY_PLUGIN, examplesPlugin]}
    defaultQuery={first?.query}
    initialVariables={first?.variables}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
  />,
);
