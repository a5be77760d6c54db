// The contract itself, in one text as it was written and as JSON: what a client generator or a docs page reads.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Operation, raw } from '#platform/contract/operation.js';
import { projectRoot } from '#platform/contract/project-root.js';
import { compress, variantFor, type Compressed } from './compressed.js';
import { encodingHeaders } from './encoding.js';

const YAML = { name: 'openapi.yaml', type: 'application/yaml; charset=utf-8' };
const JSON_FILE = { name: 'openapi.json', type: 'application/json; charset=utf-8' };

@Controller()
export class SpecController {
  /** Read and compressed when it is asked for the first time: a start does not wait for it. */
  private readonly files = new Map<string, Promise<Compressed>>();

  @Operation('getSpecYaml')
  async getYaml(@Req() request: Request) {
    return this.reply(request, YAML);
  }

  @Operation('getSpecJson')
  async getJson(@Req() request: Request) {
    return this.reply(request, JSON_FILE);
  }

  private async reply({ headers }: Request, { name, type }: typeof YAML) {
    const { body, encoding } = variantFor(headers, await this.find(name));
    return raw(200, { headers: { 'Content-Type': type, ...encodingHeaders(encoding) }, body });
  }

  private find(name: string): Promise<Compressed> {
    const known = this.files.get(name);
    if (known) return known;
    const found = readFile(join(projectRoot(), 'generated', name)).then(compress);
    this.files.set(name, found);
    // What could not be read is looked for again.
    found.catch(() => this.files.delete(name));
    return found;
  }
}
