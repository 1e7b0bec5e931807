/** Files around a plan: settings for git, editors and CI. */
import type { NewFile } from "./new-files.ts";
import { USUAL_JOURNAL } from "./file-names.ts";

/** With a union merge, new records of both branches are kept. */
export const ATTRIBUTES_LINE = `${USUAL_JOURNAL} text eol=lf merge=union`;

/** Files that other tools may have created already: only missing ones are created, existing ones never touched. */
export function officeFiles(comments: { readonly workflow: string; readonly install: string }): NewFile[] {
  return [
    { path: ".gitattributes", text: `${ATTRIBUTES_LINE}\n**/plan/** text eol=lf\n` },
    { path: ".editorconfig", text: EDITORCONFIG },
    {
      path: ".vscode/extensions.json",
      text: json({ recommendations: ["redhat.vscode-yaml", "editorconfig.editorconfig"] }),
    },
    { path: ".vscode/settings.json", text: json(VSCODE_SETTINGS) },
    { path: ".github/workflows/plan.yml", text: workflow(comments) },
  ];
}

const EDITORCONFIG = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
`;

const VSCODE_SETTINGS = {
  "yaml.schemas": {
    "./plan/schemas/plan.schema.json": "plan/plan.yaml",
    "./plan/schemas/tasks.schema.json": ["plan/*.yaml", "plan/*.yml", "!plan/plan.yaml"],
  },
  // The formatter would fold long texts.
  "yaml.format.enable": false,
  "[yaml]": { "editor.wordWrap": "on", "editor.tabSize": 2 },
  "files.encoding": "utf8",
  "files.eol": "\n",
  "files.insertFinalNewline": true,
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function workflow({ workflow: purpose, install }: { readonly workflow: string; readonly install: string }): string {
  return `# ${purpose}
name: plan
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
      # ${install}
      - run: npm install --global ./ipplan.tgz
      - run: ipplan check --format github
      - if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: ipplan diff "$BASE" --format md >> "$GITHUB_STEP_SUMMARY"
`;
}
