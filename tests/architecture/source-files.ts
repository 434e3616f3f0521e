import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** Paths of the project's own source files below `folder`, generated ones left out. */
export function sourceFiles(folder = 'app'): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name)
      if (path === 'app/platform/prisma') return []
      return statSync(path).isDirectory() ? sourceFiles(path) : [path]
    })
    .filter((path) => /\.(ts|tsx)$/.test(path))
}

export function isTest(path: string): boolean {
  return /\.(test|stories)\.tsx?$/.test(path)
}

export function read(path: string): string {
  return readFileSync(path, 'utf8')
}

export type Import = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean }

/** What a file imports: project files as paths, packages by name. */
export function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, false)
  const imports: Import[] = []
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const specifier = textOf(node.moduleSpecifier)
      const isTypeOnly = ts.isImportDeclaration(node) ? isTypeImport(node) : node.isTypeOnly
      imports.push({ from: path, to: resolve(path, specifier), isTypeOnly })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      imports.push({ from: path, to: resolve(path, textOf(node.arguments[0])), isTypeOnly: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return imports
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : ''
}

function resolve(path: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('~/')) return join('app', plain.slice(2))
  if (plain.startsWith('#tests/')) return join('tests', plain.slice(7))
  if (plain.startsWith('.')) return normalize(join(dirname(path), plain))
  return plain
}
