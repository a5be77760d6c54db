// Where this installation is: its path, if a proxy puts it under one, and its address for calls from elsewhere.

const { root = '', origin = '' } = document.documentElement.dataset;

/** Where the application's own addresses begin. */
export const basepath = `${root}/dashboard`;

/** An address of the service, from its path in the contract. */
export function placeOf(path: string): string {
  return root + path;
}

/** The same from anywhere: what is pasted into a shell. */
export function addressFromElsewhere(path: string): string {
  return (origin || location.origin + root) + path;
}
