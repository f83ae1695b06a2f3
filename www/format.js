// Figures as a person reads them.

const whole = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** @param {number} value */
export const count = (value) => whole.format(value);

/**
 * @param {number} value
 * @param {string} one the singular noun
 * @param {string} [many] its plural, where adding an "s" is not enough
 */
export const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** @param {number} bytes */
export function size(bytes) {
  if (bytes < 1000) return plural(bytes, "byte");
  if (bytes < 1_000_000) return `${tenths.format(bytes / 1000)} KB`;
  return `${tenths.format(bytes / 1_000_000)} MB`;
}

/** @param {number} ms */
export function duration(ms) {
  if (ms < 1) return "under 1 ms";
  if (ms < 1000) return `${tenths.format(ms)} ms`;
  return `${tenths.format(ms / 1000)} s`;
}

/**
 * A date as the page states it. Only the calendar day is shown, as written by the publisher: converting it to the
 * reader's time zone could show another day than the page does.
 *
 * @param {string} stated
 */
export function day(stated) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(stated);
  if (!parts) return stated;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}
