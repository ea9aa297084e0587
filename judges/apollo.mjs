// Apollo Client with its normalised cache, as a React application has it: node apollo.mjs URL REQUEST.json → answers
//   REQUEST: {field, document, variables, pages}; `field` is the root field that the document asks
// With pages it asks for the next page while there is one, and answers with what its cache merged.
import { readFileSync } from "node:fs";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

const [uri, file] = process.argv.slice(2);
const { field, document, variables, pages } = JSON.parse(readFileSync(file, "utf8"));
let requests = 0;
const client = new ApolloClient({
  cache: new InMemoryCache({
    typePolicies: { Query: { fields: pages ? { [field]: relayStylePagination(["where", "orderBy", "asOf"]) } : {} } },
  }),
  link: new HttpLink({
    uri,
    fetch: (...words) => {
      requests += 1;
      return fetch(...words);
    },
  }),
});
const watched = client.watchQuery({ query: gql(document), variables });
watched.subscribe({ next() {}, error() {} });
let { data } = await client.query({ query: gql(document), variables });
while (pages && data[field].pageInfo.hasNextPage) {
  await watched.fetchMore({ variables: { after: data[field].pageInfo.endCursor } });
  data = client.readQuery({ query: gql(document), variables });
}
console.log(JSON.stringify({ requests, data, cached: Object.keys(client.cache.extract()) }));
client.stop();
