// How much of many deliveries is done at once: rows that one transaction looks at, and transactions of one call, which has to be answered
// in time. The contract tells their product.

export const PORTION = 1_000;
export const PORTIONS_A_CALL = 10;
