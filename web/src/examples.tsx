import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";

/** A document that can be asked as it stands, with its variables. */
export interface Example {
  name: string;
  title: string;
  query: string;
  variables: string;
}

const documents = import.meta.glob<string>("../../examples/queries/*.graphql", {
  eager: true,
  import: "default",
  query: "?raw",
});
const variables = import.meta.glob<string>("../../examples/queries/*.json", {
  eager: true,
  import: "default",
  query: "?raw",
});

/** The documents of examples/queries; the first comment line of each is its title. */
export const examples: Example[] = Object.entries(documents).map(([path, query]) => ({
  name: path.replace(/.*\/|\.graphql$/g, ""),
  title: (query.split("\n", 1)[0] ?? "").replace(/^# */, ""),
  query,
  variables: variables[path.replace(/\.graphql$/, ".json")] ?? "{}",
}));

function Content() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const ready = Boolean(queryEditor && variableEditor); // the editors load after the page
  const open = (example: Example) => {
    addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables);
  };
  return (
    <section className="examples" aria-label="示例 Examples">
      <h2>示例 Examples</h2>
      {examples.map((example) => (
        <button type="button" key={example.name} disabled={!ready} onClick={() => open(example)}>
          <strong>{example.name}</strong>
          <span>{example.title}</span>
        </button>
      ))}
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4h14v16H5zM8 8h8M8 12h8M8 16h5" />
    </svg>
  );
}

export const examplesPlugin: GraphiQLPlugin = {
  title: "示例 Examples",
  content: Content,
  icon: Icon,
};
