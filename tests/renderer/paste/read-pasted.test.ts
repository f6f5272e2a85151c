// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { narrativeMarkdown } from '../../../renderer/editor/narrative-markdown.js'
import { mostPasted, readPasted } from '../../../renderer/paste/read-pasted.js'

function read(html: string) {
  const pasted = readPasted(html)
  if (!pasted || pasted === 'too-long') throw new Error(`was not read: ${pasted}`)
  const document = { type: 'doc', content: [...pasted.blocks, ...pasted.notes] }
  return { text: narrativeMarkdown(document), ...pasted.leftOut }
}

describe('what is pasted', () => {
  it.each([
    ['spaces in a row become one', '<p>a&nbsp; &nbsp;b<b> c </b>d</p>', 'a b **c** d'],
    ['a space that does not break stays where it stands alone', '<p>40&nbsp;%</p>', '40\u00a0%'],
    ['empty paragraphs go', '<p>a</p><p>&nbsp;</p><p><br></p><h2></h2><p>b</p>', 'a\n\nb'],
    ['two line breaks part paragraphs', '<div>a<br><br>b<br>c</div>', 'a\n\nb\\\nc'],
    ['a wrapper that is not bold is none', '<b style="font-weight:normal"><p>a <i>b</i></p></b>', 'a *b*'],
    ['a style may hold paragraphs', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
    [
      'a link leads to the web or to a person, else it is text',
      '<a href="HTTPS://a.example/x">a</a> <a href="mailto:b@c.example">b</a> <a href="javascript:c()">c</a> <a href="#d">d</a> <a href="file:///e">e</a>',
      '[a](HTTPS://a.example/x) [b](mailto:b@c.example) c d e',
    ],
    ['one kind of heading is the third', '<h1>a</h1><h1>b</h1>', '### a\n\n### b'],
    ['several are the second and third', '<h2>a</h2><h4>b</h4><h5>c</h5>', '## a\n\n### b\n\n### c'],
    ['a heading is not bold besides', '<h2><b>a</b> <i>b</i></h2>', '### a *b*'],
    [
      'a list beside its items belongs to the one before',
      '<ul><li>a</li><ol start=3><li>b</li></ol><li>c</li></ul>',
      '- a\n\n  3. b\n- c',
    ],
    ['a list begins where it did', '<ol start="9"><li>a<li>b</ol>', '9. a\n10. b'],
    ['a table of one cell is a frame', '<table><tr><td><p>a</p><ul><li>b</ul></table>', 'a\n\n- b'],
    [
      'a table around a table is a layout',
      '<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>',
      'a\n\n| b | c |\n| - | - |\n\nd',
    ],
    [
      'merged cells leave empty ones',
      '<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>',
      '| a | b | |\n| - | - | - |\n| | c | d |\n| e | f | g |',
    ],
    [
      'a cell is one line',
      '<table><tr><td>a<td>b<tr><td><p>c</p><p>d<br>e</p><td><ol><li>f<li>g</ol></table>',
      '| a | b |\n| - | - |\n| c d e | f; g |',
    ],
    [
      'a caption stands before',
      '<table><caption>a</caption><tr><td>b<td>c</table>',
      'a\n\n| b | c |\n| - | - |',
    ],
    [
      'raised digits stay raised',
      '10<sup>6</sup>, m<sup>2</sup>, 10<sup>-3</sup>, 1<sup>er</sup>, CO<sub>2</sub>',
      '10⁶, m², 10^-3, 1er, CO2',
    ],
    [
      'what is hidden goes',
      'a<span style="display:none">b</span><span hidden>c</span><style>d{}</style><script>e()</script>f',
      'af',
    ],
    [
      'marks of Markdown are letters',
      '<p># a *b* [c](d)</p><p>1. e</p>',
      '\\# a \\*b\\* \\[c]\\(d)\n\n1\\. e',
    ],
    ['fields are fields', '<p>It is {{deal.total_value}} now</p>', 'It is {{deal.total_value}} now'],
    ['preformatted text keeps its lines', '<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['a quote is one', '<blockquote>a<p>b</p></blockquote>', '> a\n>\n> b'],
    ['a mark without its note is text', 'a<sup><a href="#fn9" id="r9">[9]</a></sup>', 'a\\[9]'],
    [
      'notes of Markdown that was made HTML',
      '<p>a<sup id="fnref1"><a href="#fn1">1</a></sup></p><section><hr><ol><li id="fn1"><p>b <a href="#fnref1">↩</a></p></li></ol></section>',
      'a[^1]\n\n[^1]: b',
    ],
    [
      'a note that is called twice is one',
      'a<a href="#n" id="r"><sup>1</sup></a> b<a href="#n" id="q"><sup>1</sup></a><div id="n"><p>c <a href="#r">↑</a> <a href="#q">↑</a></p></div>',
      'a[^1] b[^1]\n\n[^1]: c',
    ],
    ['what is struck out elsewhere is struck out', '<p><del>a</del> <s>b</s></p>', '~~a~~ ~~b~~'],
    [
      'what a field of a form holds is kept',
      'a <input value="b"> <select><option>c<option selected>d</select>',
      'a b d',
    ],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text)
  })

  it('counts pictures, and puts what describes one in its place', () => {
    const html = '<p>a <img src="x.png" alt="A map"> b <svg><text>c</text></svg><img width=1 height=1></p>'
    expect(read(html)).toEqual({ text: 'a \\[A map] b', pictures: 2, comments: 0 })
  })

  it('nests the lists of Word by their levels, whatever stands between', () => {
    const item = (level: number, mark: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span>${words}</p>`
    const html = `<meta name=Generator content="Microsoft Word 15">${[
      item(2, 'o', 'deep'),
      item(1, '·', 'a'),
      item(3, '1)', 'b'),
      item(3, '2)', 'c'),
      item(3, '7)', 'd'),
      item(1, '·', 'e'),
      '<p>between</p>',
      item(1, '3.', 'f'),
      item(1, '4.', 'g'),
    ].join('')}`
    expect(read(html).text).toBe('- deep\n\n* a\n  1. b\n  2. c\n  7) d\n* e\n\nbetween\n\n3. f\n4. g')
  })

  it('refuses what is too long, and reads nothing that is nested without end', () => {
    expect(readPasted(`<p>${'word '.repeat(mostPasted / 5 + 1)}</p>`)).toBe('too-long')
    expect(readPasted(`${'<div>'.repeat(2_000)}a`)).toBeUndefined()
  })

  it('makes no table out of bounds of merged cells', () => {
    const cells = '<td colspan=1000 rowspan=1000>x</td>'.repeat(50)
    const { text } = read(`<table>${`<tr>${cells}</tr>`.repeat(50)}</table>`)
    expect(text.match(/x/g)).toHaveLength(2500)
    expect(text.length).toBeLessThan(20_000)
  })
})
