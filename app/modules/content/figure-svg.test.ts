import { expect, test } from 'vitest'
import { readFigure } from './figure-svg.ts'

const drawing = (inner: string, root = 'viewBox="0 0 360 200"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n<title>图</title>\n${inner}\n</svg>`

function faults(source: string) {
  const read = readFigure(source, 'f1')
  return read.ok ? [] : read.faults.map(({ line, detail }) => `${line} ${detail}`)
}

test('a drawing by the rules is taken, its title left to the text alternative', () => {
  const read = readFigure(drawing('<text class="fig-text" x="1" y="2" text-anchor="middle">甲 &amp; 乙</text>'), 'f1')
  expect(read).toEqual({
    ok: true,
    figure: {
      viewBox: '0 0 360 200',
      inner: '<text class="fig-text" x="1" y="2" text-anchor="middle">甲 &amp; 乙</text>',
    },
  })
})

test('ids are kept apart from those of other figures', () => {
  const read = readFigure(drawing('<g id="a"><circle class="fig-line" cx="1" cy="1" r="1"/></g>'), 'f9')
  expect(read.ok && read.figure.inner).toContain('<g id="f9-a">')
})

test.each([
  ['<script>alert(1)</script>', '3 element:script'],
  ['<image href="https://evil.example/x.png"/>', '3 element:image'],
  ['<a href="javascript:alert(1)"><text>x</text></a>', '3 element:a'],
  ['<style>text { fill: red }</style>', '3 element:style'],
  ['<foreignObject><p>x</p></foreignObject>', '3 element:foreignObject'],
  ['<use href="#x"/>', '3 element:use'],
  ['<rect onclick="alert(1)" x="1"/>', '3 attribute:onclick'],
  ['<rect style="fill:red" x="1"/>', '3 attribute:style'],
  ['<rect fill="#f00" x="1"/>', '3 attribute:fill'],
  ['<rect class="fig-line evil" x="1"/>', '3 value:class="fig-line evil"'],
  ['<rect constructor="x"/>', '3 attribute:constructor'],
  ['<path d="M0 0 url(x)"/>', '3 value:d="M0 0 url(x)"'],
])('«%s» is refused', (inner, fault) => {
  expect(faults(drawing(inner))).toContain(fault)
})

test.each([
  '<svg viewBox="0 0 360 200"><title>t</title>',
  'no drawing at all',
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 360 200"></svg>',
  drawing("<rect x='1'/>"),
  drawing('<g><rect x="1"/>'),
  drawing('<g></text>'),
  drawing('<text>&evil;</text>'),
  drawing('<![CDATA[<script>]]>'),
])('what is not plain SVG is refused as a whole: %s', (source) => {
  expect(faults(source)).toEqual([expect.stringMatching(/form$/)])
})

test('the canvas is a phone wide and not endless', () => {
  expect(faults(drawing('', 'viewBox="0 0 800 200"'))).toEqual(['1 viewBox'])
  expect(faults(drawing('', 'viewBox="0 0 360 500"'))).toEqual(['1 viewBox'])
  expect(faults(drawing('', 'viewBox="0 0 360 200" width="360"'))).toEqual(['1 attribute:width'])
})

test('a drawing without a title is refused', () => {
  expect(faults('<svg viewBox="0 0 360 200"><g></g></svg>')).toEqual(['1 title'])
})
