// Draws glyphs and icons with the browser's own 2D canvas, from the fonts of the system.
// It keeps nothing but the canvas: the atlas remembers.

const system_fonts =
  '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",' +
  '"HarmonyOS Sans SC","MiSans","Hiragino Sans GB","WenQuanYi Micro Hei","SimHei",' +
  'system-ui,sans-serif,"Apple Color Emoji","Segoe UI Emoji","Noto Color Emoji"';

const canvas_pixels_first = 256;
const icon_units = 256;
const icon_drop = 0.12;

/**
 * @typedef {object} Glyph
 * @property {number} width
 * @property {number} height
 * @property {number} left
 * @property {number} top
 * @property {number} advance
 * @property {boolean} coloured
 * @property {Uint8Array | Uint8ClampedArray} pixels
 */

/** @type {Glyph} */
const nothing = {
  width: 0,
  height: 0,
  left: 0,
  top: 0,
  advance: 0,
  coloured: false,
  pixels: new Uint8Array(0),
};

export class Glyphs {
  #context;
  #font = '';
  drawn = 0;
  millis = 0;

  constructor() {
    const canvas = new OffscreenCanvas(canvas_pixels_first, canvas_pixels_first);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) {
      throw new Error('no 2D canvas');
    }
    this.#context = context;
  }

  /**
   * @param {string} text @param {number} pixels @param {number} weight
   * @returns {Glyph}
   */
  text(text, pixels, weight) {
    const start = performance.now();
    this.#set_font(`${weight} ${pixels}px ${system_fonts}`);
    const measure = this.#context.measureText(text);
    const glyph = { ...nothing, advance: measure.width };
    const left = Math.ceil(measure.actualBoundingBoxLeft) + 1;
    const top = Math.ceil(measure.actualBoundingBoxAscent) + 1;
    const width = left + Math.ceil(measure.actualBoundingBoxRight) + 1;
    const height = top + Math.ceil(measure.actualBoundingBoxDescent) + 1;
    if (text.trim() !== '' && width > 2 && height > 2) {
      this.#make_room(width, height);
      this.#context.fillText(text, left, top);
      Object.assign(glyph, { width, height, left: -left, top: -top }, this.#read(width, height));
    }
    this.drawn += 1;
    this.millis += performance.now() - start;
    return glyph;
  }

  /**
   * @param {string} path @param {number} pixels
   * @returns {Glyph}
   */
  icon(path, pixels) {
    const side = Math.ceil(pixels);
    this.#make_room(side, side);
    this.#context.save();
    this.#context.scale(pixels / icon_units, pixels / icon_units);
    this.#context.fill(new Path2D(path));
    this.#context.restore();
    return {
      width: side,
      height: side,
      left: 0,
      top: -pixels * (1 - icon_drop),
      advance: pixels,
      ...this.#read(side, side),
    };
  }

  /** @param {string} font */
  #set_font(font) {
    if (font !== this.#font) {
      this.#font = font;
      this.#context.font = font;
      this.#context.textBaseline = 'alphabetic';
      this.#context.fillStyle = '#fff';
    }
  }

  /** @param {number} width @param {number} height */
  #make_room(width, height) {
    const canvas = this.#context.canvas;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      const font = this.#font;
      this.#font = '';
      this.#set_font(font || `400 16px ${system_fonts}`);
    }
    this.#context.clearRect(0, 0, width, height);
    this.#context.fillStyle = '#fff';
  }

  /**
   * Coverage alone, unless the glyph has colours of its own.
   * @param {number} width @param {number} height
   */
  #read(width, height) {
    const colours = this.#context.getImageData(0, 0, width, height).data;
    const coverage = new Uint8Array(width * height);
    let coloured = false;
    for (let pixel = 0, at = 0; pixel < coverage.length; pixel += 1, at += 4) {
      const alpha = colours[at + 3];
      coverage[pixel] = alpha;
      // White text has white pixels; anything else that is well covered is an emoji.
      coloured ||=
        alpha > 64 && (colours[at] < 200 || colours[at + 1] < 200 || colours[at + 2] < 200);
    }
    return { coloured, pixels: coloured ? colours : coverage };
  }
}
