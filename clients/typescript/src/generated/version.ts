// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.

/** The contract's version, and the package's. */
export const VERSION = '0.2.0';
