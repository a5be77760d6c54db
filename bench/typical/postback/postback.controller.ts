// POST /api/v1/conversions/postback
import { Body, Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CallerParam, type Caller } from '../http/caller.js';
import { PostbackDto } from './postback.dto.js';
import { PostbackService } from './postback.service.js';

@Controller('api/v1/conversions')
export class PostbackController {
  constructor(private readonly postbacks: PostbackService) {}

  /** 201 when this call recorded the order, 200 when it was known. */
  @Post('postback')
  async record(
    @CallerParam() caller: Caller,
    @Body() body: PostbackDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const result = await this.postbacks.record(caller, body);
    response.status(result.replayed ? 200 : 201);
    return result;
  }
}
