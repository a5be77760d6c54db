// Authorization: Bearer <key> → caller, looked up by the key's SHA-256.
import { createHash } from 'node:crypto';
import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ApiKey } from '../entities/accounts.js';
import type { KnownRequest } from './caller.js';

@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(@InjectRepository(ApiKey) private readonly keys: Repository<ApiKey>) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new UnauthorizedException();
    const keyHash = createHash('sha256').update(token).digest();
    const key = await this.keys.findOne({ where: { keyHash }, relations: { merchant: true } });
    if (!key || key.revokedAt) throw new UnauthorizedException();
    if (key.merchant.lockedAt) throw new ForbiddenException('This merchant is locked.');
    request.caller = { merchantId: key.merchant.id, mode: key.mode };
    return true;
  }
}
