// Once a run: stops what the set-up started.
export default async function globalTeardown() {
  await globalThis.testPostgres?.stop();
}
