// What people decide about commissions, many at once: all of them or none.
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { Failure } from '#platform/errors/failure.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { toCommission } from './commission.reply.js';
import { mayBecome, type ApprovalDecision } from './commission.rules.js';
import { StoredCommissionsRepository, type StoredCommission } from './stored-commissions.repository.js';

/** As many as an error body names. */
const MOST_NAMED = 50;

@Injectable()
export class ApproveCommissionsService {
  constructor(
    private readonly database: Database,
    private readonly commissions: StoredCommissionsRepository,
    private readonly history: HistoryService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure NOT_FOUND or ALREADY_EXISTS (409), naming the ids that stopped it; nothing is changed then. */
  approve(tenant: Tenant, commissionIds: readonly string[]): Promise<Schema<'CommissionDecisions'>> {
    return this.decide(tenant, commissionIds, 'APPROVED', null);
  }

  /** @throws Failure NOT_FOUND or ALREADY_EXISTS (409), naming the ids that stopped it; nothing is changed then. */
  reject(
    tenant: Tenant,
    commissionIds: readonly string[],
    reason: string | null,
  ): Promise<Schema<'CommissionDecisions'>> {
    return this.decide(tenant, commissionIds, 'REJECTED', reason);
  }

  private async decide(
    tenant: Tenant,
    commissionIds: readonly string[],
    wanted: ApprovalDecision,
    reason: string | null,
  ): Promise<Schema<'CommissionDecisions'>> {
    const asked = [...new Set(commissionIds)].map((text) => ({ text, id: fromPublicId('cmm', text) }));
    const changed = await this.database.inTurn(tenant).transaction(async (tx) => {
      const ids = asked.flatMap(({ id }) => (id === null ? [] : [id]));
      const locked = await this.commissions.lock(tx, tenant, ids);
      const there = new Set(locked.map(({ id }) => id));
      const pathOf = (text: string) => ['commissionIds', commissionIds.indexOf(text)];
      refuseUnknown(
        asked.filter(({ id }) => id === null || !there.has(id)).map(({ text }) => text),
        pathOf,
      );
      refuseStates(locked, wanted, pathOf);
      const moving = locked.filter(({ status }) => status !== wanted);
      await this.move(tx, tenant, moving, wanted, reason);
      return new Set(moving.map(({ id }) => id));
    });
    return {
      changed: changed.size,
      unchanged: asked.length - changed.size,
      commissions: asked.map(({ text, id }) => ({
        commissionId: text,
        status: wanted,
        changed: changed.has(id as string),
      })),
    };
  }

  private async move(
    tx: Tx,
    { merchantId, mode }: Tenant,
    moving: readonly StoredCommission[],
    wanted: ApprovalDecision,
    reason: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    const ids = moving.map(({ id }) => id);
    await this.commissions.move(tx, { merchantId, mode }, ids, wanted);
    const entries = moving.map((before) => {
      const commissionId = toPublicId('cmm', before.id);
      const decision =
        wanted === 'APPROVED'
          ? { event: 'COMMISSION_APPROVED' as const, details: { commissionId } }
          : { event: 'COMMISSION_REJECTED' as const, details: { commissionId, reason } };
      const commission = () => toCommission({ ...before, status: wanted });
      return { merchantId, mode, at, conversionId: before.conversionId, ...decision, commission };
    });
    this.history.add(tx, entries);
  }
}

/** Where an id was sent first. */
type PathOf = (commissionId: string) => (string | number)[];

function refuseUnknown(texts: readonly string[], pathOf: PathOf): void {
  if (texts.length === 0) return;
  throw new Failure(
    'UNKNOWN_COMMISSION',
    `${texts.length} of the ids ${texts.length === 1 ? 'names' : 'name'} no commission. None was changed.`,
    texts.slice(0, MOST_NAMED).map((commissionId) => {
      return { path: pathOf(commissionId), message: 'names nothing that you can see', commissionId };
    }),
  );
}

function refuseStates(locked: readonly StoredCommission[], wanted: ApprovalDecision, pathOf: PathOf): void {
  const inTheWay = locked.filter((commission) => !mayBecome(wanted, commission));
  if (inTheWay.length === 0) return;
  const verb = wanted === 'APPROVED' ? 'approved' : 'rejected';
  throw new Failure(
    'COMMISSION_DECIDED',
    `${inTheWay.length} of the commissions cannot be ${verb} any more. None was changed.`,
    inTheWay.slice(0, MOST_NAMED).map(({ id, status, payoutId }) => {
      const commissionId = toPublicId('cmm', id);
      const message = `cannot be ${verb} any more`;
      return {
        path: pathOf(commissionId),
        message,
        commissionId,
        status,
        payoutId: payoutId && toPublicId('pay', payoutId),
      };
    }),
  );
}
