// The first moments of the process: the port is opened, then all else is loaded. What is imported here stands between the end of the
// process before and the first call that this one takes, so it is little.
// Why so: docs/decisions/0021-a-restart-loses-no-order.md
import { FrontDoor } from '#platform/http/front-door.js';
import { listenAddress } from './listen-address.js';

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  if (given.length > 0) return answer(given);
  const door = new FrontDoor();
  const address = listenAddress(process.env);
  if (address) await open(door, address);
  const { boot } = await import('./boot/boot.js');
  await boot(door);
}

async function answer(given: string[]): Promise<void> {
  const { answerArguments } = await import('./boot/arguments.js');
  const { exitCode, text } = answerArguments(given);
  (exitCode === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = exitCode;
}

async function open(door: FrontDoor, { port, host }: { port: number; host: string }): Promise<void> {
  try {
    await door.listen(port, host);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    const { listenAfterPredecessor } = await import('./boot/predecessor.js');
    await listenAfterPredecessor(door, port, host);
  }
}

main().catch((error: unknown) => {
  const { message, code } = error as { message?: string; code?: string };
  const cure = code === 'EADDRINUSE' ? '. Set PORT to one that is free.' : '';
  process.stderr.write(`The service could not start: ${message ?? String(error)}${cure}\n`);
  process.exit(1);
});
