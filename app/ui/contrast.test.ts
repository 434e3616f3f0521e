import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* The numbers of app.css, computed: WCAG contrast of every pair that stands on a page, in both themes. */
const css = readFileSync('app/app.css', 'utf8')

type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number }
type Palette = ReadonlyMap<string, Oklch>

function paletteOf(block: string): Palette {
  const tokens = block.matchAll(/--color-([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map(
    [...tokens].map(([, name = '', lightness, chroma, hue]) => [
      name,
      { lightness: Number(lightness), chroma: Number(chroma), hue: Number(hue) },
    ]),
  )
}

/** The declarations after `opening`, to the end of its block. */
function blockAfter(opening: string): string {
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`app.css has no «${opening}»`)
  return css.slice(start, css.indexOf('}', start))
}

const light = paletteOf(blockAfter('@theme static {'))
const dark = paletteOf(blockAfter('html[data-theme="dark"] {'))
const darkBySystem = paletteOf(blockAfter('html[data-theme="system"] {'))
const palettes = { light, dark } as const

function linearRgb({ lightness, chroma, hue }: Oklch): readonly [number, number, number] {
  const radians = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(radians), chroma * Math.sin(radians)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function luminance(color: Oklch): number {
  const [r, g, b] = linearRgb(color).map((channel) => Math.min(1, Math.max(0, channel))) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(palette: Palette, one: string, other: string): number {
  const [brighter, darker] = [one, other]
    .map((name) => {
      const color = palette.get(name)
      if (!color) throw new Error(`app.css has no --color-${name}`)
      return luminance(color)
    })
    .sort((x, y) => y - x) as [number, number]
  return (brighter + 0.05) / (darker + 0.05)
}

const plain = ['paper', 'sheet', 'field']
const tinted = ['pine-soft', 'cinnabar-soft', 'amber-soft']
const hues = ['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6']
const across = (inks: readonly string[], grounds: readonly string[]) =>
  inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const))

const texts = [
  ...across(['ink', 'ink-2', 'pine', 'pine-deep', 'cinnabar', 'amber', ...hues], plain),
  ...across(['ink', 'ink-2', 'pine'], tinted),
  ['pine-deep', 'pine-soft'],
  ['cinnabar', 'cinnabar-soft'],
  ['amber', 'amber-soft'],
  ['on-pine', 'pine'],
  ['on-pine', 'pine-deep'],
  ['on-cinnabar', 'cinnabar'],
  ['on-cinnabar', 'cinnabar-deep'],
] as const
const graphics = across(['edge', 'focus'], [...plain, ...tinted])

const themes = Object.keys(palettes) as ReadonlyArray<keyof typeof palettes>

test.each(themes)('%s: every text reaches 4.5 : 1 on its ground', (theme) => {
  const weak = texts.map(([ink, ground]) => ({ ink, ground, ratio: contrast(palettes[theme], ink, ground) }))
  expect(weak.filter(({ ratio }) => ratio < 4.5)).toEqual([])
})

test.each(themes)('%s: edges of controls and the focus ring reach 3 : 1', (theme) => {
  const weak = graphics.map(([line, ground]) => ({ line, ground, ratio: contrast(palettes[theme], line, ground) }))
  expect(weak.filter(({ ratio }) => ratio < 3)).toEqual([])
})

test.each(themes)('%s: running text is comfortable, not merely legal', (theme) => {
  expect(contrast(palettes[theme], 'ink', 'paper')).toBeGreaterThan(11)
  expect(contrast(palettes[theme], 'ink-2', 'paper')).toBeGreaterThan(6.5)
})

test.each(themes)('%s: the six hues are equal in lightness and chroma', (theme) => {
  const [first, ...others] = hues.map((name) => palettes[theme].get(name))
  for (const hue of others) {
    expect([hue?.lightness, hue?.chroma]).toEqual([first?.lightness, first?.chroma])
  }
})

test.each(themes)('%s: every colour exists on an ordinary screen', (theme) => {
  const outside = [...palettes[theme]].filter(([, color]) =>
    linearRgb(color).some((channel) => channel < -0.002 || channel > 1.002),
  )
  expect(outside.map(([name]) => name)).toEqual([])
})

test('dark is the same palette, chosen or by the system, and names every token of light', () => {
  expect(darkBySystem).toEqual(dark)
  expect([...dark.keys()].sort()).toEqual([...light.keys()].sort())
})
