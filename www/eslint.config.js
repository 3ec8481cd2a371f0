// What the compiler cannot see: no `any`, no markup from strings, and views that never load wasm.
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import ts from 'typescript-eslint';

const markup = [
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]", message: 'Strings are text, never markup.' },
  { selector: "CallExpression[callee.property.name='write'][callee.object.name='document']", message: 'Strings are text, never markup.' },
];

export default ts.config(
  { ignores: ['bin', 'dist', 'lib', 'src/engine/wasm', 'node_modules'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  lit.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Lit's templates bind methods on purpose; Lit sets their `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...markup],
      'no-restricted-imports': ['error', { patterns: [{ group: ['**/unsafe-html*', '**/unsafe-svg*', '**/static-html*'], message: 'Strings are text, never markup.' }] }],
    },
  },
  {
    files: ['src/elements/**', 'src/charts/**', 'src/model/**'],
    // A report an author named is fetched there.
    ignores: ['src/elements/saved-report.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [
        { group: ['**/engine/wasm/*'], allowTypeImports: false, message: 'Views take the report; they never load wasm.' },
        { group: ['**/unsafe-html*', '**/unsafe-svg*', '**/static-html*'], message: 'Strings are text, never markup.' },
      ] }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'No element reaches the network on its own.' }],
    },
  },
  { files: ['*.js'], languageOptions: { globals: { URL: false, process: false } }, extends: [ts.configs.disableTypeChecked] },
);
