// The answer to a call that is no operation's: which path or which method was meant.
import { closestPath, methodsOf } from '#platform/contract/closest-path.js';
import { Failure } from '#platform/errors/failure.js';

/** 404, with the operation that was meant if the path is nearly one's. What was sent is not repeated. */
export function unknownPath(method: string, pathname: string): Failure {
  const template = closestPath(pathname);
  if (template === null) return new Failure('UNKNOWN_PATH');
  const methods = methodsOf(template);
  const meant = methods.includes(method) ? method : methods[0]!;
  return new Failure('UNKNOWN_PATH', `No operation has this path. Did you mean ${meant} ${template}?`);
}

/** 405, with the methods that the path has. */
export function methodNotAllowed(template: string): Failure {
  const methods = methodsOf(template);
  const message = `This path has no such method; it has ${methods.join(', ')}.`;
  return new Failure('METHOD_NOT_ALLOWED', message, [], { allow: methods });
}
