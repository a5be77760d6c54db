// The reference page, made once from the contract this process serves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Operation, raw } from '../contract/operation.js';
import { projectRoot } from '../contract/project-root.js';
import { docsPage } from './docs-page.js';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
};

@Controller()
export class DocsController {
  private readonly page = docsPage(
    JSON.parse(readFileSync(join(projectRoot(), 'generated', 'openapi.json'), 'utf8')) as Record<
      string,
      unknown
    >,
  );

  @Operation('getDocs')
  get() {
    return raw(200, { headers: HEADERS, body: this.page });
  }
}
