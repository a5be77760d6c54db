// What was sent and what it is called, in a list to look things up in.
import { Fact, Facts as FactList } from '../../../../ui/facts.js';
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import type { Names } from '../../session/names.js';
import { typeNames } from '../words.js';
import { orderWords } from './words.js';

export function Facts({ order, names }: { order: Schemas['Conversion']; names: Names }) {
  const words = useWords(orderWords);
  const types = useWords(typeNames);
  const { money, moment } = useFormat();
  const { amount, currency, refundedAmount, affiliateId, campaignId, clickId, metadata } = order;
  return (
    <FactList>
      <Fact name={words.amount}>{money(amount, currency)}</Fact>
      {refundedAmount > 0 && (
        <>
          <Fact name={words.refunded}>{money(refundedAmount, currency)}</Fact>
          <Fact name={words.left}>{money(amount - refundedAmount, currency)}</Fact>
        </>
      )}
      <Fact name={words.type}>{types[order.conversionType]}</Fact>
      <Fact name={words.occurred}>{moment(order.occurredAt)}</Fact>
      <Fact name={words.recorded}>{moment(order.recordedAt)}</Fact>
      {affiliateId !== null && <Fact name={words.affiliate}>{names.affiliate(affiliateId)}</Fact>}
      {campaignId !== null && <Fact name={words.campaign}>{names.campaign(campaignId)}</Fact>}
      {clickId !== null && <Fact name={words.click}>{<code>{clickId}</code>}</Fact>}
      <Fact name={words.id}>{<code>{order.conversionId}</code>}</Fact>
      {metadata !== null && (
        <Fact name={words.metadata}>
          <pre tabIndex={0} aria-label={words.metadata}>
            {JSON.stringify(metadata, null, 2)}
          </pre>
        </Fact>
      )}
    </FactList>
  );
}
