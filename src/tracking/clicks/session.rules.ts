// What the pattern of a session id cannot say: an id that many visitors would share is none.
import type { Issue } from '#platform/errors/failure.js';
import { meansNobody } from '#platform/values/nobody.js';

const MESSAGE = "must be this visitor's own id, not a word that programs write when they have none";

/**
 * The rule of a body whose session id stands in this field.
 * @returns a rule that finds ids such as `undefined`, where they keep the pattern of session ids.
 */
export function sessionRule<Field extends string>(field: Field) {
  return (body: { readonly [Name in Field]?: unknown }): Issue[] => {
    const sessionId = body[field];
    const isWord = typeof sessionId === 'string' && /^[a-z]{8,}$/i.test(sessionId);
    return isWord && meansNobody(sessionId) ? [{ path: [field], message: MESSAGE }] : [];
  };
}
