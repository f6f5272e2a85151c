/** What a document may be relied on for; tests of a rule (`tests/as-meant/`) start with its number. */
export const whatAlwaysHolds = `## What always holds

Nothing typed is lost or changed in silence. It is printed as it is typed, or a diagnostic says at its place what is not.

**A1.** Every letter of a narrative, a template or a passage is printed, or told of.

**A2.** A mark of Markdown that closes nothing (\`**\`, \`*\`, \`_\`, \`~~\`, a backtick, \`:::\`, the line under a table's head) is a
warning. A backslash makes a character of it; a star after a word, a line within a name and a sign between spaces are none.

**A3.** \`10^6^\` is raised and \`CO~2~\` lowered, with no space between the signs; \`<sup>\` and \`<sub>\` do the same. Figures are
copied and read aloud as the characters that Unicode has for them.

**A4.** \`<br>\` breaks a line, in a table's cell as well. Other HTML is refused, but for comments.

**A5.** \`- [ ]\` and \`- [x]\` are a box and a ticked one, which screen readers hear as to do and done. A list begins at the
number that is written, and has \`7)\` where that is; an item whose number is printed as another is a warning.

**A6.** Braces after a word with a colon are text.

**A7.** What no document holds is told of: what a directive has no place for, a second definition of a footnote or one that
nothing calls, a link's title, a row with fewer or more cells than its head, a heading below the third level, the name of a
language after the marks of code, text beside the columns of \`#table\`, a caption without a table.

**A8.** A text without quotation marks that YAML ends before \` #\` is a warning, and so is one that begins with \`&\` or \`!\`. A
comment is plainly one on a line of its own, after a text within quotation marks, and after an id, a keyword, a number or a date.

**A9.** A number of the casebook that is not written as it is printed is a warning: \`00652\`, \`0x1F\`, \`1.2e6\`, \`+5\`, \`.5\`, more
than fifteen digits, a year without a unit. What is no number is refused.

**B1.** A number is printed to the last digit that was written, without an exponent; \`precision=\` says otherwise. A sum and
another unit keep its digits.

**B2.** Rounding goes by the digits, halves away from zero. What is not zero keeps its first digit: 0.004 never becomes 0.0.

**B3.** The unit agrees with the number as it is printed (1,5 millier, 2 milliers; 1 day, 1.0 days). A sign stands before the
currency. A range of two equal ends is printed once. A number never breaks over lines, nor leaves its unit.

**C1.** A date is one that the calendar has, wherever it is given: in the brief, a parameter, an option, a helper or the casebook.

**D1.** Where a figure is taken out of its claim, its bound, what it measures, its unit and its status go with it: what is added
up must measure the same, and a sum is as sure as its least sure part. A reading with a unit of its own keeps it.

**E1.** The examples of these pages can be written as they stand; each is run as a test.`.split('\n')
