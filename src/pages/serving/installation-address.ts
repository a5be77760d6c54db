// Where this installation is reached, as the built pages have to say it: a proxy may put it under a path.
import { SAMPLE_ORIGIN } from './sample-origin.js';

const LINKS = / (href|src|data-address|data-path|data-root)="(?=\/|")/g;

export class InstallationAddress {
  /** Without a slash at its end; with the path, if there is one. */
  readonly origin: string;
  /** Empty, or with a slash before it and none behind. */
  readonly path: string;

  constructor(publicUrl: string) {
    const { origin, pathname } = new URL(publicUrl);
    // These would end a string in a shell's sample or in HTML; in an address they mean the same when encoded.
    const encoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    this.path = pathname.replace(/\/+$/, '').replace(/['&$()]/g, encoded);
    this.origin = origin + this.path;
  }

  /** The text with this address where the build put the sample's. */
  inText(text: string): string {
    return text.replaceAll(SAMPLE_ORIGIN, () => this.origin);
  }

  /** The same in a page, whose links lead below the installation's path too. */
  inPage(html: string): string {
    const addressed = this.inText(html);
    if (this.path === '') return addressed;
    return addressed.replace(LINKS, (_, attribute: string) => ` ${attribute}="${this.path}`);
  }
}
