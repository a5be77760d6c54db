// The last requests, read. They are a few hundred, so they are read whole, and filtered and paged here.
import { Injectable } from '@nestjs/common';
import type { ListRequestsQuery } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import { ApiKeysService } from '#accounts/api-keys/api-keys.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { ContractSettings } from '#platform/http/settings.js';
import { toFilter } from '#platform/values/filter.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { toReadCalls, type ReadCall } from './kept-call.js';
import { toRecentRequest } from './recent-request.reply.js';
import { RecordRequestsService } from './record-requests.service.js';
import { RequestBatchesRepository, type RequestBatch } from './request-batches.repository.js';
import { MOST_KEPT } from './waiting-calls.js';

@Injectable()
export class RequestsService {
  constructor(
    private readonly database: Database,
    private readonly repository: RequestBatchesRepository,
    private readonly recorder: RecordRequestsService,
    private readonly keys: ApiKeysService,
    private readonly settings: ContractSettings,
  ) {}

  /** A page of calls, newest first. */
  async list(tenant: Tenant, query: ListRequestsQuery): Promise<Page<Schema<'RecentRequest'>>> {
    const filter = toFilter(query, ['keyId', 'operationId', 'failed']);
    if (!filter) return emptyPage();
    const { keyId, operationId, failed } = filter;
    const request = toPageRequest(query);
    const { afterId, offset, limit } = request;
    await this.recorder.flushOf(tenant.merchantId);
    const inTurn = this.database.inTurn(tenant);
    const fitting = newestOf(await this.repository.list(inTurn, tenant, failed))
      .filter((call) => keyId === null || call.keyId === keyId)
      .filter((call) => operationId === null || call.operationId === operationId)
      .filter((call) => afterId === null || call.id < afterId);
    const { items, page } = toPage(fitting.slice(offset, offset + limit + 1), request, ({ id }) => id);
    const names = await this.keys.namesOf(inTurn, tenant, new Set(items.map((call) => call.keyId)));
    const { errorsPage } = this.settings;
    return { items: items.map((call) => toRecentRequest(call, { names, errorsPage })), page };
  }
}

/** Newest first, and of each kind as many as are promised: rows hold several, and replicas write at once. */
function newestOf(batches: readonly RequestBatch[]): ReadCall[] {
  const calls = batches.flatMap(toReadCalls).filter(isKnown);
  const newest = (failed: boolean) =>
    calls
      .filter((call) => call.failed === failed)
      .sort(newestFirst)
      .slice(0, MOST_KEPT);
  return [...newest(true), ...newest(false)].sort(newestFirst);
}

const newestFirst = (one: ReadCall, other: ReadCall) => (one.id < other.id ? 1 : -1);

/** What another release has written down of an operation that this one does not have is not shown: nothing is known of it. */
const isKnown = ({ operationId }: ReadCall) => Object.hasOwn(operations, operationId);
