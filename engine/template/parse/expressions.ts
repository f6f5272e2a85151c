/** The name of the helper that a path may mean: one plain word. */
export function helperName(path: hbs.AST.Expression): string | undefined {
  if (path.type !== 'PathExpression') return undefined
  const { parts, data, depth } = path as hbs.AST.PathExpression
  return !data && depth === 0 && parts.length === 1 && !isScoped(path as hbs.AST.PathExpression)
    ? String(parts[0])
    : undefined
}

/** Written as `this.name` or `./name`: a field of `this` and nothing else. */
export function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^(\.\/|this(\.|\/|$))/.test(path.original)
}

/** A value that is written out; `undefined` for one that is worked out. */
export function literalOf(expression: hbs.AST.Expression): string | number | boolean | undefined {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return (expression as hbs.AST.Literal as unknown as { value: string | number | boolean }).value
    default:
      return undefined
  }
}

/** The name in `{{#*inline "name"}}`. */
export function inlineName(statement: hbs.AST.Statement): string | undefined {
  if (statement.type !== 'DecoratorBlock') return undefined
  const { path, params } = statement as hbs.AST.DecoratorBlock
  const [name] = params
  const isInline = (path as hbs.AST.PathExpression).original === 'inline' && params.length === 1
  return isInline && name?.type === 'StringLiteral' ? (name as hbs.AST.StringLiteral).value : undefined
}
