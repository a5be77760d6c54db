// An app whose controllers do not match the contract does not start, and says why.
import 'reflect-metadata';
import { Body, Controller, Get, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IdentifyBody, ReportInstalledBody, TrackClickBody } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import { handlerProblems } from '#platform/contract/verify-handlers.js';
import { FrontDoor } from '#platform/http/front-door.js';
import { contractAdapter } from '#platform/http/http.js';
import { Operation, raw } from '#platform/contract/operation.js';

async function problemsOf(controller: Type, complete: boolean): Promise<string[]> {
  @Module({ controllers: [controller] })
  class App {}
  const door = new FrontDoor();
  return handlerProblems(await NestFactory.create(App, contractAdapter(door), { logger: false }), complete);
}

it('a route that is no operation is refused', async () => {
  @Controller()
  class Stray {
    @Get('/api/v1/secret')
    secret() {
      return 1;
    }
  }
  expect(await problemsOf(Stray, false)).toEqual(['Stray.secret has a route but no @Operation']);
});

it('an operation answered twice is refused', async () => {
  @Controller()
  class Twice {
    @Operation('live')
    one() {
      return { status: 'live' as const, version: '0.0.0' };
    }

    @Operation('live')
    two() {
      return { status: 'live' as const, version: '0.0.0' };
    }
  }
  expect(await problemsOf(Twice, false)).toEqual(['live is answered twice: Twice.one, Twice.two']);
});

it('a body of another operation’s class is refused', async () => {
  @Controller()
  class Mixed {
    @Operation('identify')
    wrong(@Body() body: TrackClickBody) {
      void body;
      return { success: true as const };
    }
  }
  expect(await problemsOf(Mixed, false)).toEqual(['Mixed.wrong: its body must be of class IdentifyBody']);
});

it('a body that may be null is refused where it is taken for one that is always there', async () => {
  @Controller()
  class Trusting {
    @Operation('reportInstalled')
    trusting(@Body() body: ReportInstalledBody) {
      void body;
      return raw(204);
    }
  }
  expect(await problemsOf(Trusting, false)).toEqual(['Trusting.trusting: take its body by @UsableBody()']);
});

it('a complete app answers every operation', async () => {
  @Controller()
  class One {
    @Operation('identify')
    right(@Body() body: IdentifyBody) {
      void body;
      return { success: true as const };
    }
  }
  const problems = await problemsOf(One, true);
  expect(problems).toHaveLength(Object.keys(operations).length - 1);
  expect(problems).toContain('recordPostback is answered by no controller');
});
