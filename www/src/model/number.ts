// Figures as people write them. Chinese and English group and point alike, and the platform's own formatter takes longer to
// make than a long page to draw.

/** A number with separators and exactly so many digits behind the point. */
export function written(value: number, digits = 0): string {
  const [whole = '', rest] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
