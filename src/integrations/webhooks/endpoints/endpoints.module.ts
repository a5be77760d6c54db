// Webhook endpoints: exports to deliveries which there are and what signs.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { SecretsModule } from '#platform/secrets/secrets.module.js';
import { CampaignsModule } from '#program/campaigns/campaigns.module.js';
import { CreateEndpointService } from './create-endpoint.service.js';
import { EndpointInput } from './endpoint-input.service.js';
import { EndpointSecrets } from './endpoint-secrets.service.js';
import { EndpointsController } from './endpoints.controller.js';
import { EndpointsFacade } from './endpoints.facade.js';
import { EndpointFiguresRepository } from './endpoint-figures.repository.js';
import { EndpointsRepository } from './endpoints.repository.js';
import { EndpointsService } from './endpoints.service.js';
import { RotateSecretService } from './rotate-secret.service.js';

@Module({
  imports: [AuditLogModule, SecretsModule, CampaignsModule],
  controllers: [EndpointsController],
  providers: [
    EndpointsRepository,
    EndpointFiguresRepository,
    EndpointInput,
    EndpointSecrets,
    EndpointsService,
    CreateEndpointService,
    RotateSecretService,
    EndpointsFacade,
  ],
  exports: [EndpointsFacade],
})
export class EndpointsModule {}
