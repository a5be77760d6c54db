// What our service is compared with: the same job as a good developer would write it in an afternoon with Nest, class-validator
// and TypeORM repositories. The tables are ours (our migrations make them), and so are the pure rules and the reply: what is
// compared is how the work is done. One request at a time: key looked up, evidence looked up, one transaction of `save`s.
// Left out, all in its favour: dry runs, evidence added by a replay, noting when a key was used, and doing the work rows that
// it writes. Start: DATABASE_URL=postgres://… PORT=0 node --import ./bin/typescript.mjs bench/typical/main.ts
import { ConsoleLogger } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) throw new Error('DATABASE_URL is not set.');
const poolSize = Number(process.env['DATABASE_POOL'] ?? 10);

// Nothing but errors before the line that says it listens: whoever started this waits for that line.
const app = await createApp({ databaseUrl, poolSize, logger: ['error', 'fatal'] });
await app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ listening: port })}\n`);
app.useLogger(new ConsoleLogger({ json: true }));
