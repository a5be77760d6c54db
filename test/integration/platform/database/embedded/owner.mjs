// Owns the PostgreSQL of a data folder until SIGTERM, says on one line how it went:  node owner.mjs <data folder> <embedded-postgres.js>
const [dataDir, module] = process.argv.slice(2);
const { startEmbeddedPostgres } = await import(module);
const log = [];
let alive;
try {
  const instance = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  alive = setInterval(() => {}, 1000);
  process.once('SIGTERM', async () => {
    clearInterval(alive);
    await instance.stop();
  });
  const { connection, dataDirectory } = instance;
  console.log(JSON.stringify({ connection, dataDirectory, log }));
} catch (error) {
  console.log(JSON.stringify({ error: `${error.name}: ${error.message}` }));
  process.exitCode = 1;
}
