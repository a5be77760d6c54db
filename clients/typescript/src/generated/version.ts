// Generated from openapi.yaml by src/contract/generator (npm run generate). Do not edit: change the contract instead.

/** The contract's version, and the package's. */
export const VERSION = '0.1.0';
