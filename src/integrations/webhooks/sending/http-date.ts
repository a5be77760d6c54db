// Dates as HTTP headers have them (RFC 9110, 5.6.7): the one form that is sent today. The two of old mean nothing to us.

const IMF_FIXDATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** null for any other text. */
export function parseHttpDate(text: string): Date | null {
  const date = IMF_FIXDATE.test(text) ? new Date(text) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
