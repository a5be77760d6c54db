// Where uuids begin and end, for looks from before the first row or from behind the last. No row has either as its id.

export const LOWEST_UUID = '00000000-0000-0000-0000-000000000000';
export const HIGHEST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
