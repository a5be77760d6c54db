// A file that the page itself has made, handed to the browser to keep.

/** As the browser would have saved it, if it had come from the service as a file. */
export function hand(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
