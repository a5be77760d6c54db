// The smallest Nest application with a postback: parses the body, answers with a reply of the usual size, and does nothing else.
// Everything is as Nest has it by default. Start: PORT=0 node --import ./bin/typescript.mjs bench/nothing/main.ts
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { toReply } from './reply.js';

@Controller('api/v1/conversions')
class PostbackController {
  @Post('postback')
  record(@Body() body: { externalId: string }) {
    return toReply(body.externalId);
  }
}

@Module({ controllers: [PostbackController] })
class AppModule {}

// Nothing but errors is logged: the line that says it listens is the only one.
const app = await NestFactory.create(AppModule, { logger: ['error', 'fatal'] });
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1');
const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ listening: port })}\n`);
