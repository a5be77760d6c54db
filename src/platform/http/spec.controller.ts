// The contract itself, in one text as it was written and as JSON: what a client generator or a docs page reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Operation, raw } from '#platform/contract/operation.js';
import { projectRoot } from '#platform/contract/project-root.js';

@Controller()
export class SpecController {
  private readonly yaml = readFileSync(join(projectRoot(), 'generated', 'openapi.yaml'));
  private readonly json = readFileSync(join(projectRoot(), 'generated', 'openapi.json'));

  @Operation('getSpecYaml')
  getYaml() {
    return raw(200, { headers: { 'Content-Type': 'application/yaml; charset=utf-8' }, body: this.yaml });
  }

  @Operation('getSpecJson')
  getJson() {
    return raw(200, { headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: this.json });
  }
}
