// How the generator says no: where, what, and what to do about it.

export class ContractError extends Error {
  constructor(where: string, problem: string, cure: string) {
    super(`${where}: ${problem}. What to do: ${cure}.`);
    this.name = 'ContractError';
  }
}
