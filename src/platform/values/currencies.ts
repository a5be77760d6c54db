// ISO 4217, List One: every active alphabetic code that has a minor unit. Kept by hand, checked by a test.
//
// Left out on purpose: what has no minor unit, because an integer amount of it means nothing: precious metals (XAU …), bond
// units (XBA …), XDR, XSU, XUA, XTS and XXX. A withdrawn code stays 400 days, the age an order may have when it is reported:
// BGN (withdrawn 2026-01-01, Bulgaria's euro) may go after 2027-02-05. Never taken from Intl: 29 codes differ there.

const BY_MINOR_UNIT: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
      COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD
      KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK
      NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
      TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Alphabetic code (upper case) → digits after the point: 0 for JPY, 2 for EUR, 3 for KWD. */
export const minorUnits: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_MINOR_UNIT).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** Whether `text` is a currency we take, in any case of letters. */
export function isCurrency(text: string): boolean {
  return /^[A-Za-z]{3}$/.test(text) && minorUnits.has(text.toUpperCase());
}
