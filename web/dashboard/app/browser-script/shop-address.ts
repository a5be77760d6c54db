// What was typed as the address of a shop: a page of it, or one of the links of this installation, which a test's word goes along with. Pure.

export interface ShopAddress {
  href: string;
  /** Whether the link's session will be reported, under the test's word. */
  isLink: boolean;
}

/**
 * @param typed with or without `https://`
 * @param links where the links of this installation begin, as people paste them
 * @param testId the word of the test
 * @returns null for what is no address of a web page
 */
export function shopAddress(typed: string, links: readonly string[], testId: string): ShopAddress | null {
  const text = typed.trim();
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (!/^https?:$/.test(url.protocol) || !isHost(url.hostname)) return null;
  const isLink = links.some((link) => url.href.startsWith(link));
  if (isLink) url.searchParams.set('rctest', testId);
  return { href: url.href, isLink };
}

/** What somebody types who means something else, such as one word, is none. */
function isHost(name: string): boolean {
  return name === 'localhost' || /[.:]/.test(name);
}
