// The module list.
import {
  Module,
  UnprocessableEntityException,
  ValidationPipe,
  type DynamicModule,
  type ValidationError,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey, Merchant } from './entities/accounts.js';
import { AwaitingEvidence, Commission, Conversion, ConversionHistory, Work } from './entities/conversions.js';
import { CustomerClaim, CustomerCredit } from './entities/customers.js';
import { Affiliate, AffiliateLink, Campaign } from './entities/programme.js';
import { Click, Session } from './entities/tracking.js';
import { ApiKeyGuard } from './http/api-key.guard.js';
import { EnvelopeInterceptor } from './http/envelope.interceptor.js';
import { FailureFilter } from './http/failure.filter.js';
import { RequestLogInterceptor } from './http/request-log.interceptor.js';
import { AttributionService } from './postback/attribution.service.js';
import { PostbackController } from './postback/postback.controller.js';
import { PostbackService } from './postback/postback.service.js';
import { RecordingService } from './postback/recording.service.js';

const entities = [
  Merchant,
  ApiKey,
  Campaign,
  Affiliate,
  AffiliateLink,
  Session,
  Click,
  Conversion,
  Commission,
  ConversionHistory,
  AwaitingEvidence,
  Work,
  CustomerClaim,
  CustomerCredit,
];

const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) =>
    new UnprocessableEntityException({
      message: 'The request is not valid.',
      details: errors.flatMap(toFaults),
    }),
});

@Module({})
export class AppModule {
  /** @param url postgres://… of a database that has its tables. */
  static forDatabase(url: string, poolSize: number): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ type: 'postgres', url, poolSize, entities }),
        TypeOrmModule.forFeature(entities),
      ],
      controllers: [PostbackController],
      providers: [
        PostbackService,
        AttributionService,
        RecordingService,
        { provide: APP_GUARD, useClass: ApiKeyGuard },
        { provide: APP_INTERCEPTOR, useClass: RequestLogInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EnvelopeInterceptor },
        { provide: APP_FILTER, useClass: FailureFilter },
        { provide: APP_PIPE, useValue: validation },
      ],
    };
  }
}

function toFaults({ property, constraints = {} }: ValidationError) {
  return Object.values(constraints).map((message) => ({ path: [property], message }));
}
