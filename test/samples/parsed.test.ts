// Every sample of every operation, in every language, is a program of its language: for those that no machine here can run, too.
import { readContract } from '../../web/docs/contract.js';
import { requestOf } from '../../web/docs/requests.js';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { syntaxErrors } from './syntax.js';

const requests = readContract().operations.flatMap((operation) => {
  const request = requestOf(operation);
  const bodies = operation.body?.examples.map(({ value }) => ({ ...request, body: value })) ?? [request];
  return bodies.map((one) => [operation.id, one] as const);
});

describe.each(sampleLanguages.map((language) => [language.label, language] as const))(
  '%s',
  (_label, language) => {
    it('parses for every example of every operation', async () => {
      const broken: string[] = [];
      for (const [id, request] of requests) {
        const errors = await syntaxErrors(language.fence, language.sampleOf(request));
        if (errors.length > 0) broken.push(`${id}: ${errors.join(', ')}`);
      }
      expect(broken).toEqual([]);
    });

    it('is not taken for a program when a bracket is missing', async () => {
      const body = { externalId: 'order-1' };
      const sample = language.sampleOf({
        method: 'POST',
        url: 'http://a.example/',
        needsKey: true,
        body,
        replyType: 'json',
      });
      const spoilt =
        language.id === 'curl' ? sample.replace(/'\n$/, '') : sample.replace(/[)\]}](?=[^)\]}]*$)/, '');
      expect(spoilt).not.toBe(sample);
      expect(await syntaxErrors(language.fence, spoilt)).not.toEqual([]);
    });

    it('fits one screen', () => {
      const [, request] = requests.find(([id]) => id === 'recordPostback')!;
      expect(language.sampleOf(request).split('\n').length).toBeLessThanOrEqual(60);
    });

    it('never holds a key', () => {
      for (const [, request] of requests) expect(language.sampleOf(request)).not.toMatch(/rc_(test|live)_/);
    });
  },
);
