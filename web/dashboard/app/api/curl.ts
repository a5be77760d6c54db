// A call as it is pasted into a shell. Never with a key in it: that stands in a variable.
import { addressFromElsewhere } from '../place.js';
import { addressOf } from './call.js';
import { ways, type CalledOperation } from './ways.js';

/** The name that the documentation's samples use, too. */
const KEY = '$REFCAMPAIGN_KEY';

export function curlOf(
  id: CalledOperation,
  { path, query, body }: { path?: Record<string, string>; query?: object; body?: object },
): string {
  const address = addressFromElsewhere(addressOf(id, { ...(path && { path }), ...(query && { query }) }));
  const lines = [
    `curl -sS${ways[id][0] === 'get' ? '' : ` -X ${ways[id][0].toUpperCase()}`} ${quoted(address)}`,
    `-H "Authorization: Bearer ${KEY}"`,
    ...(body ? [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`] : []),
  ];
  return lines.join(' \\\n  ');
}

/** For a shell: nothing in it means anything but itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
