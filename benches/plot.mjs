/** Two kinds of plot as SVG, readable on light and dark ground. */

const STYLE = `<style>text{font:13px system-ui,sans-serif;fill:#777}.bar{fill:#2e8b57}.more{fill:#2e8b57;opacity:.3}.axis{stroke:#999}.line{stroke:#2e8b57;fill:none;stroke-width:2}</style>`;

/**
 * One bar for each row: solid to the median, pale to the 95th percentile.
 *
 * @param {{ name: string, median: number, p95: number }[]} rows
 */
export function bars(rows) {
  const [left, width, height] = [160, 480, 28];
  const most = Math.max(...rows.map((row) => row.p95));
  const scale = (/** @type {number} */ value) => (value / most) * (width - 60);
  const drawn = rows.map(({ name, median, p95 }, at) => {
    const y = at * height + 6;
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${name}</text>
<rect class="more" x="${left}" y="${y}" width="${scale(p95).toFixed(1)}" height="18"/><rect class="bar" x="${left}" y="${y}" width="${scale(median).toFixed(1)}" height="18"/>
<text x="${(left + scale(p95) + 6).toFixed(1)}" y="${y + 14}">${median.toFixed(1)} / ${p95.toFixed(1)} ms</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 60} ${rows.length * height + 8}">${STYLE}
${drawn.join("\n")}
</svg>
`;
}

/**
 * Points on logarithmic axes, joined.
 *
 * @param {{ x: number, y: number }[]} points bytes and seconds
 * @param {number} slope
 */
export function line(points, slope) {
  const [left, top, width, height] = [70, 16, 520, 260];
  const range = (/** @type {number[]} */ all) => [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const [x0 = 0, x1 = 1] = range(points.map(({ x }) => x));
  const [y0 = 0, y1 = 1] = range(points.map(({ y }) => y));
  const px = (/** @type {number} */ power) => left + ((power - x0) / (x1 - x0)) * width;
  const py = (/** @type {number} */ power) => top + (1 - (power - y0) / (y1 - y0)) * height;
  const ticks = [];
  for (let power = x0; power <= x1; power += 1) {
    ticks.push(`<text x="${px(power).toFixed(1)}" y="${top + height + 20}" text-anchor="middle">${["1 B", "10 B", "100 B", "1 KB", "10 KB", "100 KB", "1 MB", "10 MB", "100 MB"][power]}</text>`);
  }
  for (let power = y0; power <= y1; power += 1) {
    ticks.push(`<text x="${left - 8}" y="${(py(power) + 4).toFixed(1)}" text-anchor="end">${10 ** (power + 3)} ms</text><line class="axis" x1="${left}" x2="${left + width}" y1="${py(power).toFixed(1)}" y2="${py(power).toFixed(1)}" opacity=".3"/>`);
  }
  const places = points.map(({ x, y }) => `${px(Math.log10(x)).toFixed(1)},${py(Math.log10(y)).toFixed(1)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 30} ${top + height + 34}">${STYLE}
${ticks.join("\n")}
<polyline class="line" points="${places.join(" ")}"/>
${places.map((place) => `<circle class="bar" cx="${place.split(",")[0]}" cy="${place.split(",")[1]}" r="4"/>`).join("")}
<text x="${left + 12}" y="${top + 18}">slope ${slope.toFixed(2)}</text>
</svg>
`;
}
