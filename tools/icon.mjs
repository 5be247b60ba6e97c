// Draws the logo as a PNG, which older browsers want before they install a page.
import { deflateSync } from 'node:zlib';

/// The logo is a square with round corners and a line of round ends through some points, as `svg` says it.
export function drawLogo(svg, size) {
  const part = pattern => {
    const found = svg.match(pattern);
    if (!found) throw new Error(`the logo is not as expected: ${pattern}`);
    return found.slice(1);
  };
  const [side] = part(/viewBox='0 0 (\d+) \1'/).map(Number);
  const [corner, ground] = part(/rx='([\d.]+)' fill='#(\w{6})'/);
  const [path] = part(/<path d='M([^']*)'/);
  const [width] = part(/stroke-width='([\d.]+)'/).map(Number);
  const colour = parseInt(ground, 16);
  const line = pointsOf(path);
  const scale = side / size;
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + 4 * size); // the first byte says that the row is not predicted from another
    for (let x = 0; x < size; x++) {
      const [px, py] = [(x + 0.5) * scale, (y + 0.5) * scale];
      const ink = cover((width / 2 - distanceToLine(px, py, line)) / scale);
      const paper = cover(-distanceToSquare(px, py, side, Number(corner)) / scale);
      for (const [i, shift] of [16, 8, 0].entries()) row[1 + 4 * x + i] = Math.round(((colour >> shift) & 255) * (1 - ink) + 255 * ink);
      row[4 + 4 * x] = Math.round(255 * paper);
    }
    rows.push(row);
  }
  return png(size, Buffer.concat(rows));
}

/// The points of a path “x y l dx dy L x y”, whose numbers may run together.
function pointsOf(path) {
  const points = [];
  for (const [, kind, numbers] of `M${path}`.matchAll(/([MlL])([^MlL]*)/g)) {
    const values = numbers.match(/-?[\d.]+/g).map(Number);
    for (let i = 0; i < values.length; i += 2) {
      const [x, y] = kind === 'l' ? points[points.length - 1] : [0, 0];
      points.push([x + values[i], y + values[i + 1]]);
    }
  }
  return points;
}

/// How much of a pixel is inside, when its middle is so far inside, in pixels.
function cover(inside) {
  return Math.min(1, Math.max(0, inside + 0.5));
}

function distanceToLine(x, y, points) {
  const distances = points.slice(1).map(([bx, by], i) => {
    const [ax, ay] = points[i];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
  });
  return Math.min(...distances);
}

/// Negative inside.
function distanceToSquare(x, y, side, corner) {
  const [qx, qy] = [x, y].map(value => Math.abs(value - side / 2) - side / 2 + corner);
  return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - corner;
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // eight bits each of red, green, blue and opacity
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind, content) {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
