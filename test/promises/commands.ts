/** Every command, as typed; a command that is not here is found by a test. Days and language are given. */
export const READING: readonly string[] = [
  "check",
  "list",
  "list 军民 --quarter 2",
  "show 10",
  "status",
  "status --quarter 2",
  "status --division 专利管理处",
  "status --as-of 2017-06-30 --as-known 2017-06-30",
  "overdue",
  "log",
  "log --since 2017-06-26 --format csv",
  "list --format json",
  "status --format json",
  "overdue --format md",
  "journal verify",
  "journal verify --history --format json",
  "done 23-1 --dry-run",
  "accept --quarter 2 --dry-run",
  "undo --dry-run",
];

/** In an order in which each finds what it needs. */
export const WRITING: readonly string[] = [
  "done 23-1 --on 2017-07-01 --evidence doc:验收意见",
  "progress 14-2 90",
  "note 1-1 送会签",
  "block 8-2 --reason 名册未报",
  "unblock 8-2 --note 已报",
  "extend 17-3 --to 2017-11-30 --reason 等通知 --approver 局长办公会",
  "cancel 21-3 --reason 推迟 --approver 局长办公会",
  "accept 10-1 --by 审核人",
  "undo",
  "journal merge theirs.jsonl",
  "journal repair --output healed.jsonl",
];
