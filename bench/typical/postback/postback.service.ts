// Records an order once: whoever comes first inserts it, the others find it.
import { ConflictException, Injectable, UnprocessableEntityException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { QueryFailedError, Repository } from 'typeorm';
import { toOrder } from '#conversions/recording/conversion.fields.js';
import { toPostbackResult } from '#conversions/recording/conversions.reply.js';
import { postbackRule } from '#conversions/recording/postback.rules.js';
import { differingFields, ignoredFields, toSentFields } from '#conversions/recording/replay.js';
import type { Order, StoredConversion } from '#conversions/recording/stored-conversion.js';
import { Conversion } from '../entities/conversions.js';
import type { Caller } from '../http/caller.js';
import { AttributionService } from './attribution.service.js';
import { PostbackDto } from './postback.dto.js';
import { RecordingService } from './recording.service.js';

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PostbackService {
  constructor(
    private readonly attribution: AttributionService,
    private readonly recording: RecordingService,
    @InjectRepository(Conversion) private readonly conversions: Repository<Conversion>,
  ) {}

  /** The conversion, recorded now or before. */
  async record(caller: Caller, body: PostbackDto) {
    const now = new Date();
    const details = postbackRule({ ...body }, undefined, now);
    if (details.length > 0) {
      throw new UnprocessableEntityException({ message: 'The request is not valid.', details });
    }
    const order = toOrder(caller, body, now);
    const decision = await this.attribution.attribute(order);
    try {
      const conversion = await this.recording.record(order, decision);
      return toPostbackResult(asStored(order, conversion), { replayed: false, dryRun: false, ignored: [] });
    } catch (error) {
      if (!isKnownOrder(error)) throw error;
      return this.replay(order, body);
    }
  }

  private async replay(order: Order, body: PostbackDto) {
    const { merchantId, mode, externalId } = order;
    const kept = await this.conversions.findOneOrFail({
      where: { merchantId, mode, externalId },
      relations: { commission: true },
    });
    const known = asStored(order, kept);
    const details = differingFields(order, known);
    if (details.length > 0) {
      const fields = details.map(({ field }) => field).join(' and ');
      throw new ConflictException({
        message: `This externalId was recorded before with another ${fields}. The stored conversion is unchanged.`,
        details,
      });
    }
    const ignored = ignoredFields(order, toSentFields(body), known);
    return toPostbackResult(known, { replayed: true, dryRun: false, ignored });
  }
}

/** What is not mapped here, because it came after this program was written, is answered as it was sent. */
function asStored(order: Order, kept: Conversion): StoredConversion {
  return { ...order, ...kept };
}

function isKnownOrder(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint === 'conversions_external_id';
}
