// Figures as people write them. A formatter costs more to make than a thousand numbers to write, so each is made once.

const formats = new Map<string, Intl.NumberFormat>();

/** A number with separators and exactly so many digits behind the point. */
export function written(value: number, language: string, digits = 0): string {
  const key = `${language} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}
