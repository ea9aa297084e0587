import type { FetcherParams } from "@graphiql/toolkit";

const MEDIA = "application/graphql-response+json, application/json;q=0.9";

/** Sends one operation to the service that served this page, and gives its answer. */
export async function post(
  params: FetcherParams,
  options?: { headers?: Record<string, string> },
): Promise<object> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { Accept: MEDIA, "Content-Type": "application/json", ...options?.headers },
    body: JSON.stringify(params),
  });
  return (await response.json()) as object;
}
