// The demo's merchant as the pictures need it: somebody who is signed in, orders of today, a colleague, and a few calls that went wrong.

interface Found {
  conversionId: string;
  externalId: string;
}

const PASSWORD = 'seven quiet lighthouses in fog';

export class Shop {
  private constructor(
    readonly url: string,
    private readonly key: string,
    /** The session's token. */
    readonly session: string,
    private readonly merchantId: string,
  ) {}

  /** Comes in by the link of the first start. @param key the demo's test key. */
  static async join(url: string, key: string, link: string): Promise<Shop> {
    const response = await fetch(`${url}/api/v1/auth/accept-invitation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        token: link.split('#')[1],
        name: 'Camille Laurent',
        email: 'camille@example.com',
        password: PASSWORD,
        language: 'en',
        timeZone: 'Europe/Paris',
      }),
    });
    const [, session] = /rc_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
    const { data } = (await response.json()) as { data: { merchants: { merchantId: string }[] } };
    return new Shop(url, key, session as string, data.merchants[0]!.merchantId);
  }

  /** What happens on a day: orders, some of them credited; calls that are refused; a colleague who is invited. */
  async live(): Promise<void> {
    const order = (externalId: string, more: object) =>
      this.withKey('POST', '/api/v1/conversions/postback', {
        externalId,
        conversionType: 'SALE',
        amount: 4990,
        currency: 'EUR',
        ...more,
      });
    await order('order-2101', { affiliateCode: 'summer-blog' });
    await order('order-2102', { affiliateCode: 'summer-blog', amount: 12_900 });
    await order('order-2103', { sessionId: 'rcs_never-identified' });
    await order('order-2104', { affiliateCode: 'summer-blog', amount: '49.90' });
    await order('order-2101', { affiliateCode: 'summer-blog', amount: 5990 });
    await this.withSession('POST', '/api/v1/invitations', { email: 'noa@example.com', role: 'FINANCE' });
  }

  async speak(language: 'en' | 'fr'): Promise<void> {
    await this.withSession('PUT', '/api/v1/me', { language });
  }

  /** The newest order that is credited, or is not. */
  async order(status: 'ATTRIBUTED' | 'UNATTRIBUTED'): Promise<Found> {
    const { data } = await this.withSession<{ data: Found[] }>(
      'GET',
      `/api/v1/conversions?status=${status}&limit=1`,
    );
    return data[0]!;
  }

  private withKey<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    return this.call(method, path, { authorization: `Bearer ${this.key}` }, body);
  }

  private withSession<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    const headers = {
      cookie: `rc_session=${this.session}`,
      'sec-fetch-site': 'same-origin',
      'x-merchant': this.merchantId,
      'x-mode': 'test',
    };
    return this.call(method, path, headers, body);
  }

  private async call<Reply>(method: string, path: string, headers: object, body?: object): Promise<Reply> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Reply;
  }
}
