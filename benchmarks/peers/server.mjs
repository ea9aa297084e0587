// @neo4j/graphql on graphql-yoga, over the database that the environment names; prints its port once it answers.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const typeDefs = readFileSync(new URL("peer.graphql", import.meta.url), "utf8");
const features = { filters: { String: { GT: true } } };
const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const yoga = createYoga({
  schema,
  context: { sessionConfig: { database: NEO4J_DATABASE } },
  graphiql: false,
  landingPage: false,
  logging: "error",
  maskedErrors: false,
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await driver.close();
});
