// The postback and reading back: which of the things that may happen to a call happened to this one.
import { Injectable } from '@nestjs/common';
import type {
  GetConversionPath,
  ListConversionsQuery,
  RecordPostbackBody,
  RecordPostbackQuery,
} from '#generated/dto.js';
import { mergeEvidence } from '#conversions/attribution/evidence.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { Clock } from '#platform/time/clock.js';
import { refuseDifferences } from '#platform/errors/conflict.js';
import { notFound, type Issue } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import { reply, type Schema } from '#platform/contract/operation.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { toOrder, toRecorded } from './conversion.fields.js';
import type { Decidable } from './conversion.js';
import { attributionColumns, type Order, type StoredConversion } from './stored-conversion.js';
import { ConversionsRepository } from './conversions.repository.js';
import { toConversion, toDryRunReplay, toDryRunResult, toPostbackResult } from './conversions.reply.js';
import { DecideAttributionService, type Decided } from './decide-attribution.service.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { toConversionFilter } from './list-filter.js';
import { RecordConversionsService } from './record-conversions.service.js';
import { bringsNews, differingFields, ignoredFields, toSentFields } from './replay.js';
import { ReplayConversionsService } from './replay-conversions.service.js';

/** One postback, and what its reply has to tell of it. */
interface Call {
  order: Order;
  body: RecordPostbackBody;
  /** What of the body was not taken as it was sent. The same body has the same, so a replay tells it again. */
  unheeded: readonly Issue[];
}

@Injectable()
export class ConversionsService {
  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsRepository,
    private readonly history: HistoryService,
    private readonly decider: DecideAttributionService,
    private readonly recorder: RecordConversionsService,
    private readonly replayer: ReplayConversionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records an order exactly once and answers when it is durable.
   * @param unheeded what of the body was not taken as it was sent (platform/contract/mend.ts), for the reply to tell.
   * @throws Failure ALREADY_EXISTS when the name stands for another order; nothing is changed then.
   */
  async record(
    caller: Caller,
    body: RecordPostbackBody,
    query: RecordPostbackQuery,
    unheeded: readonly Issue[] = [],
  ) {
    const order = toOrder(caller, body, this.clock.now());
    const call = { order, body, unheeded };
    if (query.dryRun === true) return reply(200, await this.tryOut(call));
    const firstTime = { replayed: false, dryRun: false, ignored: unheeded };
    const recorded = await this.recorder.record(order);
    if (recorded) return reply(201, toPostbackResult(recorded, firstTime));
    const known = await this.replayer.replay(order);
    // The row bears this call's own id: it was committed, and only the news of it was lost on the way.
    if (known.id === order.id) return reply(201, toPostbackResult(known, firstTime));
    return reply(200, this.toReplay(call, known, false));
  }

  /** Records an order under ids (UUIDs) that somebody knows beforehand, as if it had been told at this moment; one that is known stays as it is. */
  async recordKnown(
    tenant: Tenant,
    body: RecordPostbackBody,
    at: Date,
    ids: { id?: string; commissionId?: string },
  ): Promise<void> {
    await this.recorder.record({ ...toOrder(tenant, body, at), ...ids });
  }

  /** One conversion with its history. @throws Failure NOT_FOUND */
  async get(caller: Caller, path: GetConversionPath): Promise<Schema<'Conversion'>> {
    const id = fromPublicId('cnv', path.conversionId);
    if (id === null) throw notFound('UNKNOWN_CONVERSION', ['conversionId']);
    const { merchantId, mode } = caller;
    const [conversion] = await this.conversions.findByIds(this.database.inTurn(caller), [
      { merchantId, mode, id },
    ]);
    if (!conversion) throw notFound('UNKNOWN_CONVERSION', ['conversionId']);
    const history = await this.history.find(this.database.inTurn(caller), caller, [id]);
    return toConversion(conversion, history.get(id) ?? []);
  }

  /** Conversions with their histories, newest first. */
  async list(caller: Caller, query: ListConversionsQuery): Promise<Page<Schema<'Conversion'>>> {
    const request = toPageRequest(query);
    const filter = toConversionFilter(query);
    if (!filter) return emptyPage();
    const rows = await this.conversions.list(this.database.inTurn(caller), caller, filter, request);
    const { items, page } = toPage(rows, request, (conversion) => conversion.id);
    const ids = items.map((conversion) => conversion.id);
    const histories = await this.history.find(this.database.inTurn(caller), caller, ids);
    return {
      items: items.map((conversion) => toConversion(conversion, histories.get(conversion.id) ?? [])),
      page,
    };
  }

  /** A dry run: what the call would answer, and nothing stored. */
  private async tryOut(call: Call): Promise<Schema<'PostbackResult'>> {
    const { order, unheeded } = call;
    const [known] = await this.conversions.findByKeys(this.database.inTurn(order), [order]);
    if (known) return this.toReplay(call, await this.tryOutReplay(order, known), true);
    return toDryRunResult(toRecorded(await this.decideOne(order)), unheeded);
  }

  /** What a replay would make of a known order: new evidence may attribute it. Nothing is stored. */
  private async tryOutReplay(order: Order, known: StoredConversion): Promise<StoredConversion> {
    if (!bringsNews(order, known)) return known;
    const evidence = mergeEvidence(known.evidence, order.evidence).all;
    const { order: asked, attribution, match } = await this.decideOne({ ...known, evidence });
    return { ...asked, attribution, ...attributionColumns(match) };
  }

  private async decideOne<D extends Decidable>(order: D): Promise<Decided<D>> {
    const [decided] = await this.decider.decide(this.database.inTurn(order), [order], this.clock.now());
    if (!decided) throw new Error('one order, one decision');
    return decided;
  }

  private toReplay(
    { order, body, unheeded }: Call,
    known: StoredConversion,
    dryRun: boolean,
  ): Schema<'PostbackResult'> {
    refuseDifferences(
      'DIFFERENT_ORDER',
      differingFields(order, known),
      (fields) =>
        `This externalId was recorded before with another ${fields}. The stored conversion is unchanged.`,
    );
    const ignored = [...unheeded, ...ignoredFields(order, toSentFields(body), known)];
    const outcome = { replayed: true, dryRun, ignored };
    return dryRun ? toDryRunReplay(known, outcome) : toPostbackResult(known, outcome);
  }
}
