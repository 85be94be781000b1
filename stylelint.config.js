// Colours have one place, tokens.css, in which all others find them
export default {
  extends: 'stylelint-config-recommended',
  reportNeedlessDisables: true,
  rules: {
    'color-named': 'never',
    'color-no-hex': true,
    'function-disallowed-list': ['/^(rgb|hsl)a?$/', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix'],
    'declaration-block-no-redundant-longhand-properties': true,
    'font-family-name-quotes': 'always-where-recommended',
    'length-zero-no-unit': true,
    'shorthand-property-no-redundant-values': true,
    // The pages' sheets add to each other, and say first what belongs together
    'no-descending-specificity': null
  },
  overrides: [
    {
      files: ['**/tokens.css'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null }
    }
  ]
};
