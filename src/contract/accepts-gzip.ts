// What a caller says it can unpack.

/** Whether a caller with this Accept-Encoding takes gzip (RFC 9110: `q=0` means not; `*` stands for what is not named). */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const accepted = new Map<string, boolean>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  return accepted.get('gzip') ?? accepted.get('*') ?? false;
}
