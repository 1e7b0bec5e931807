// Guards: code that protects against a mistake, each with an edit that removes it and the tests that must then fail.

/**
 * @typedef {object} Guard
 * @property {string} name
 * @property {string} file
 * @property {string} find text that occurs exactly once in the file
 * @property {string} put its replacement
 * @property {string} test the test file that must fail
 * @property {string} only part of the names of the tests to run, at least one of which must fail; empty for all
 * @property {boolean} hangs whether the tests then wait for ever, instead of failing
 */

const FILES = "src/storage/journal-files.ts";
const OPENING = "src/storage/journal-open.ts";
const LINE = "src/storage/journal-line.ts";
const OUTPUT = "src/storage/output-file.ts";
const DECISIONS = "src/core/journal/write-decisions.ts";
const ACCESS = "test/storage/journal-access.test.ts";
const FAULTS = "test/storage/journal-faults.test.ts";
const OUTPUTS = "test/storage/output-file.test.ts";
const GIT = "test/cli/git-refusals.test.ts";
const REFUSALS = "test/promises/refusals.test.ts";
const DECISION_TESTS = "test/core/journal/write-decisions.test.ts";

/**
 * @param {string} name
 * @param {readonly [file: string, find: string, put: string]} edit
 * @param {readonly [test: string, only: string, how?: "hangs"]} red
 * @returns {Guard}
 */
function guard(name, [file, find, put], [test, only, how]) {
  return { name, file, find, put, test, only, hangs: how === "hangs" };
}

const WRITING = [
  guard(
    "newline first",
    [FILES, "endsWithLine(fd, size) ? content : Buffer.concat([Buffer.from([LF]), content])", "content"],
    [ACCESS, "begins a line of its own"],
  ),
  guard("count check", [FILES, "written !== healed.length", "written > healed.length"], [FAULTS, "part of the way"]),
  guard(
    "what a failed call says",
    [
      FILES,
      "as const])];\n  } catch (error) {\n    throw accessError(error, path);",
      "as const])];\n  } catch {\n    return [];",
    ],
    ["test/promises/every-call-fails.test.ts", "tells no record that is not there"],
  ),
  guard("inode check", [FILES, " || !isSameFile(fd, path)", ""], [FAULTS, "gets the lines too"]),
  guard(
    "git's lock before lines are written",
    [FILES, "    git.wait();\n    const", "    const"],
    [FAULTS, "not written it yet"],
  ),
  guard(
    "git's lock before a journal is made",
    [FILES, "  git.wait();\n  return", "  return"],
    [FAULTS, "none is made in its place"],
  ),
  guard("git's lock after lines are written", [FILES, "git.isHeld || ", ""], [FAULTS, "has not ended"]),
  guard(
    "lines written over",
    [FILES, " || !isIn(fd, from, content)) return null", ") return null"],
    [FAULTS, "has begun before"],
  ),
  guard(
    "git's lock where no journal is found",
    ["src/cli/load.ts", "  new GitLock(dirname(path)).wait();\n", ""],
    ["test/storage/git-lock.test.ts", "a reading command"],
  ),
  guard("sync", [FILES, "    fdatasyncSync(fd);\n", ""], [FAULTS, "is asked for at every append"]),
  guard("no failure after a sync", [FILES, "if (!isSynced) throw", "throw"], [FAULTS, "what is on the disk"]),
  guard("sync of the folder", [FILES, "if (isNew) syncFolder(dirname(path));", ""], [FAULTS, "is asked for at every"]),
  guard(
    "one write at the end",
    [FILES, "O_RDWR | O_APPEND |", "O_RDWR |"],
    [ACCESS, "changes no byte of what is there"],
  ),
  guard("notice of a second name", [FILES, "nlink > 1", "nlink > 9"], [FAULTS, "second name"]),
];

const READING = [
  guard(
    "hash check",
    [LINE, "if (sha256(body).slice(0, ID_LENGTH) !== id)", "if (id === '')"],
    ["test/storage/journal-damage.test.ts", "is noticed at every offset"],
  ),
  guard(
    "form of the fields",
    ["src/storage/journal-form.ts", "return isRecord(value) ? value : null;", "return value;"],
    ["test/storage/journal-outside.test.ts", "never stop a reading command"],
  ),
  guard(
    "rescue of a glued record",
    ["src/storage/journal-text.ts", "const saved = salvage(raw);", "const saved: SalvagedRecord[] = [];"],
    ["test/storage/journal-damage.test.ts", "glued"],
  ),
  guard(
    "second look at a torn end",
    [FILES, "  pause(SETTLING_MS);\n  return readOnce(path);", "  return first;"],
    ["test/storage/journal-damage.test.ts", "is read once more"],
  ),
  guard(
    "kind of file",
    [OPENING, 'if (!stats.isFile()) throw new JournalAccessError("not a file", path, "");', ""],
    [ACCESS, "reading a FIFO"],
  ),
  guard(
    "folder for a file",
    [OPENING, 'if (stats.isDirectory()) throw new JournalAccessError("directory", path, "");', ""],
    [ACCESS, "a directory named as a file"],
  ),
  guard("no links, read", [FILES, "O_RDONLY | O_NOFOLLOW |", "O_RDONLY |"], [ACCESS, "reading a symbolic link"]),
  guard("no links, written", [FILES, "O_APPEND | O_NOFOLLOW |", "O_APPEND |"], [ACCESS, "to a symbolic link"]),
];

const PLACES = [
  guard(
    "journal inside",
    ["src/cli/journal-place.ts", 'if (way === "" || leadsOut(way)) return', "if (path === '') return"],
    ["test/storage/journal-outside.test.ts", "a journal named from outside"],
  ),
  guard(
    "no pipe among plan files, forms and journals to merge",
    ["src/storage/file-lists.ts", "if (stats === undefined || stats.isFile()) return;", "return;"],
    ["test/promises/hostile-paths.test.ts", "is named, and read by nobody", "hangs"],
  ),
  guard(
    "journal not in the plan or git's folder",
    [
      "src/cli/journal-place.ts",
      "const isBad = isPlans || isInsideGitFolder(",
      "const isBad = path === '' && isInsideGitFolder(",
    ],
    ["test/promises/hostile-paths.test.ts", "as the journal written to"],
  ),
  guard(
    "evidence by its text",
    ["src/cli/evidence.ts", "if (!isPlainPath(path)) throw", "if (path === null) throw"],
    ["test/promises/hostile-paths.test.ts", "as evidence"],
  ),
  guard(
    "evidence inside, links followed",
    [
      "src/cli/evidence.ts",
      "return isPlainPath(shownInside(realpathSync.native(base), realpathSync.native(full)));",
      "return true;",
    ],
    ["test/promises/hostile-paths.test.ts", "as evidence"],
  ),
  guard(
    "report not over plan or journal",
    [OUTPUT, "const kept = keep.map(withRealParent);", "const kept = [''].slice(1);"],
    [OUTPUTS, "refused"],
  ),
  guard(
    "report over files only",
    [OUTPUT, "if (existing !== undefined && !existing.isFile()) return kindOf(existing);", ""],
    [OUTPUTS, "refused", "hangs"],
  ),
  guard(
    "links in a circle",
    ["src/storage/file-lists.ts", "if (isOnWay) throw", "if (isOnWay && way.length > 99) throw"],
    ["test/storage/file-lists.test.ts", "cannot be listed"],
  ),
  guard(
    "report over no journal",
    [OUTPUT, 'if (existing !== undefined && isJournal(target)) return "journal";', ""],
    [OUTPUTS, "any journal"],
  ),
  guard(
    "lines put aside earlier stay",
    [OUTPUT, "Buffer.concat([before, ", "Buffer.concat(["],
    [OUTPUTS, "lines put aside"],
  ),
  guard(
    "report not in git's folder",
    [OUTPUT, 'if (isInsideGitFolder(real)) return "git";', ""],
    ["test/promises/hostile-paths.test.ts", "for a report"],
  ),
  guard(
    "no half report beside",
    [OUTPUT, "    rmSync(temporary, { force: true });\n", ""],
    [OUTPUTS, "if writing fails"],
  ),
  guard(
    "a new file over no other",
    [OUTPUT, "if (isNew) return nameNew(temporary, target);", ""],
    [OUTPUTS, "appeared meanwhile"],
  ),
  guard(
    "leftovers that another container may be at",
    ["src/storage/leftovers.ts", "if (lstatSync(path).mtimeMs < moment - LONG_MS) rmSync", "rmSync"],
    [OUTPUTS, "here or elsewhere"],
  ),
  guard(
    "one line of a text",
    ["src/cli/typed-text.ts", "if (/[\\r\\n]/.test(trimmed) || visible(trimmed) !== trimmed)", "if (trimmed === '')"],
    [REFUSALS, "a note"],
  ),
  guard(
    "one value for an option of one",
    ["src/cli/main.ts", "if (before !== undefined) throw", "if (value === '') throw"],
    [REFUSALS, "a day given twice"],
  ),
  guard(
    "no empty filter",
    ["src/cli/filters.ts", "if (words.some(({ length }) => length === 0)) throw", "if (flag === '') throw"],
    [REFUSALS, "acceptance by an empty filter"],
  ),
  guard("length of a text", ["src/cli/typed-text.ts", "> MOST_CHARACTERS)", "> Infinity)"], [REFUSALS, "a megabyte"]),
  guard(
    "length of a line",
    ["src/cli/recording/drafting.ts", ">= MAX_LINE_BYTES)", ">= Infinity)"],
    [REFUSALS, "more than 16 KiB"],
  ),
];

const REFUSING = [
  guard(
    "a day that lacks its 0",
    ["src/cli/recording/row-parts.ts", "if (mayLackZero(typed)) throw", "if (typed === '') throw"],
    [REFUSALS, "may lack its 0"],
  ),
  guard(
    "a day to come",
    ["src/cli/recording/past-day.ts", "if (day > today) throw", "if (day === '') throw"],
    [REFUSALS, "a day to come"],
  ),
  guard(
    "all or nothing",
    [
      "src/cli/recording/write-items.ts",
      "if (draft.refused.length > 0) throw",
      "if (draft.lines.length === 0 && draft.refused.length > 0) throw",
    ],
    [REFUSALS, "one of several that is refused"],
  ),
  guard(
    "dry run",
    ["src/cli/recording/write-items.ts", "options.dryRun !== true && draft.lines", "draft.lines"],
    [REFUSALS, "a dry run"],
  ),
  guard(
    "twice",
    ["src/cli/recording/drafting.ts", "return first === undefined ? decision", "return first !== null ? decision"],
    [REFUSALS, "named twice"],
  ),
  guard(
    "reason and approval",
    ["src/cli/recording/row-parts.ts", "if (missing.length > 0) throw", "if (missing.length > 9) throw"],
    [REFUSALS, "without"],
  ),
  guard(
    "percent",
    ["src/cli/recording/items.ts", "match === null || percent > 100", "match === null"],
    [REFUSALS, "more than all"],
  ),
  guard(
    "done already",
    [DECISIONS, "standing !== null && standing.completedOn !== null ?", "standing === undefined ?"],
    [DECISION_TESTS, "is refused of what is done"],
  ),
  guard(
    "not later",
    [DECISIONS, "facts.to <= than;", "facts.to === '';"],
    [DECISION_TESTS, "goes past the plan's day"],
  ),
  guard(
    "not done",
    [DECISIONS, 'if (standing?.state !== "done") return', "if (standing === null) return"],
    [DECISION_TESTS, "is refused of what is not done"],
  ),
  guard(
    "no evidence",
    [DECISIONS, "if (standing.evidence.length === 0) return", "if (standing.evidence.length < 0) return"],
    [DECISION_TESTS, "is refused of what is not done"],
  ),
  guard(
    "not blocked",
    [DECISIONS, "if (open.length === 0) {", "if (open.length < 0) {"],
    [DECISION_TESTS, "ends none that has ended"],
  ),
  guard("nothing said", [DECISIONS, 'return { refused: "nothing said" };', ""], [DECISION_TESTS, "a note"]),
  guard(
    "a milestone is needed",
    [DECISIONS, 'target.standing === null && kind !== "note"', "target.ref === ''"],
    [DECISION_TESTS, "is about a milestone"],
  ),
  guard(
    "the same again writes nothing",
    [DECISIONS, "if (sameFacts(counted, said)) return { unchanged: counted };", ""],
    ["test/core/journal/revocation.test.ts", ""],
  ),
  guard(
    "undone already",
    ["src/core/journal/revocation.ts", "if (by !== undefined) {", "if (by === record.id) {"],
    ["test/core/journal/revocation.test.ts", ""],
  ),
];

const POISON = "test/reporters/poison.test.ts";
const MARKDOWN = "src/reporters/sheets/markdown.ts";
const MARKDOWN_TESTS = "test/reporters/markdown.test.ts";
const ESCAPING = [
  guard(
    "hidden characters",
    ["src/reporters/visible.ts", ".replace(hidden,", ".replace(/^\\0$/g,"],
    [POISON, "on a screen"],
  ),
  guard(
    "too many marks",
    ["src/reporters/visible.ts", '.replace(/(\\p{M}{4})\\p{M}+/gu, "$1")', ""],
    ["test/reporters/visible.test.ts", "marks"],
  ),
  guard(
    "CSV formulas",
    ["src/reporters/sheets/csv.ts", "FORMULA.test(value) ?", "value === null ?"],
    ["test/reporters/csv.test.ts", ""],
  ),
  guard(
    "CSV quotes",
    ["src/reporters/sheets/csv.ts", `.replaceAll('"', '""')`, ""],
    ["test/reporters/csv.test.ts", ""],
  ),
  guard("Markdown &", [MARKDOWN, '        .replaceAll("&", "&amp;")\n', ""], [MARKDOWN_TESTS, ""]),
  guard("Markdown <", [MARKDOWN, '        .replaceAll("<", "&lt;")\n', ""], [MARKDOWN_TESTS, ""]),
  guard("Markdown |", [MARKDOWN, "[\\\\`*_[\\]|~]", "[\\\\`*_[\\]~]"], [MARKDOWN_TESTS, ""]),
  guard("Markdown [", [MARKDOWN, "[\\\\`*_[\\]|~]", "[\\\\`*_|~]"], [MARKDOWN_TESTS, ""]),
  guard("Markdown @name", [MARKDOWN, '        .replace(/@(?=[\\w-])/g, "@\\u2060"),\n', ""], [MARKDOWN_TESTS, ""]),
  guard(
    "what XML cannot hold",
    ["src/reporters/markup.ts", '.replace(/[\\ufffe\\uffff]/g, "\\ufffd")', ""],
    ["test/reporters/markup.test.ts", "cannot hold"],
  ),
  guard(
    "calendar lines",
    ["src/reporters/ics-lines.ts", 'visible(line).replace(/[\\\\;,]/g, "\\\\$&")', "line"],
    ["test/reporters/calendar.test.ts", "cannot be broken"],
  ),
  guard(
    "calendar separators",
    ["src/reporters/ics-lines.ts", '.replace(/[\\\\;,]/g, "\\\\$&")', ""],
    ["test/reporters/calendar.test.ts", "unescaped"],
  ),
  guard(
    "JSON line ends",
    ["src/reporters/json.ts", '.replaceAll("\\u2028", "\\\\u2028")', ""],
    ["test/reporters/json.test.ts", ""],
  ),
];

const CONTAINER_TESTS = "test/storage/compiled/container.test.ts";
const INPUTS_TESTS = "test/storage/compiled/inputs.test.ts";
const STORED_TESTS = "test/storage/compiled/stored-journal.test.ts";
const COLUMN_TESTS = "test/storage/compiled/milestone-columns.test.ts";
const COLUMNS = "src/storage/compiled/milestone-columns.ts";
const SAME = "test/storage/compiled/same-answers.test.ts";
const CONTAINER = "src/storage/compiled/container.ts";
const COPIES = "src/storage/compiled/copies.ts";
const INPUTS = "src/storage/compiled/inputs.ts";
const STORED = "src/storage/compiled/stored-journal.ts";
const LINES = "src/storage/compiled/journal-lines.ts";

const COMPILED = [
  guard("both copies", [COPIES, " || !areSame(one, both.subarray(half))", ""], [CONTAINER_TESTS, "whichever bit"]),
  guard("both copies of parts", [COPIES, " && areSame(bytes, second)", ""], [CONTAINER_TESTS, "same in both copies"]),
  guard("another build", [CONTAINER, "if (header.key !== key) return null;", ""], [CONTAINER_TESTS, "another build"]),
  guard("racy signatures", [INPUTS, "changed + TICK < moment", "changed < moment"], [INPUTS_TESTS, "some time after"]),
  guard(
    "content in doubt",
    ["src/storage/compiled/contents.ts", " && beginsWith(input.path, held, at, known.bytes)", ""],
    [INPUTS_TESTS, "or more"],
  ),
  guard(
    "what grew",
    ["src/storage/compiled/contents.ts", "!(isExact && input.bytes > known.bytes)", "isExact !== null"],
    [INPUTS_TESTS, "or more"],
  ),
  guard(
    "completions of later days",
    ["src/core/milestone-columns.ts", "return on !== NEVER && on <= day;", "return on !== NEVER;"],
    ["test/storage/compiled/large.test.ts", "overdue"],
  ),
  guard(
    "what columns do not tell",
    ["src/core/standing.ts", "columns.completed[place] === NOT_IN_COLUMNS ? null : columns", "columns"],
    [COLUMN_TESTS, "how it stands"],
  ),
  guard(
    "extensions asked for too late",
    ["src/core/milestone-columns.ts", "askedOn <= end ? to : end", "to"],
    [COLUMN_TESTS, "how it stands"],
  ),
  guard(
    "two extensions in columns",
    ["src/storage/compiled/journal-sections.ts", "extensions.length <= 1 && ", ""],
    [COLUMN_TESTS, "say nothing"],
  ),
  guard(
    "extensions to before the work",
    [COLUMNS, "if (to !== NEVER && to < (starts[place] ?? 0)) done[place] = NOT_IN_COLUMNS;", ""],
    [COLUMN_TESTS, "say nothing"],
  ),
  guard(
    "columns of another plan",
    [COLUMNS, "JSON.stringify([place.key, plan.id])", "place.key"],
    [COLUMN_TESTS, "not used"],
  ),
  guard(
    "columns of another journal",
    ["src/storage/compiled/cache-location.ts", "{id}`", "{path}`"],
    [COLUMN_TESTS, "not used"],
  ),
  guard(
    "lagging before it counts",
    ["src/core/lagging.ts", "if (Number(columns.added[place]) > day) return NONE;", ""],
    [COLUMN_TESTS, "how it stands"],
  ),
  guard(
    "filters of what lags",
    ["src/core/lagging.ts", "return isPlain || lag === NONE ? lag : asItStands(place);", "return lag;"],
    [COLUMN_TESTS, "how it stands"],
  ),
  guard(
    "columns under new records",
    ["src/core/journal/extend.ts", "if (place >= 0) completed[place] = NOT_IN_COLUMNS;", ""],
    [COLUMN_TESTS, "how it stands"],
  ),
  guard("the line's own id", [LINES, " || record.id !== this.journal.idAt(index)", ""], [STORED_TESTS, "another line"]),
  guard("lines that nobody asked for", [LINES, "count * FEW", "count * 0"], [STORED_TESTS, "no more lines"]),
  guard(
    "a record's generation",
    [STORED, 'this.column("generation").at(index)', "0"],
    ["test/storage/compiled/stored-record.test.ts", "same generation"],
  ),
  guard(
    "a tail that is no longer the journal's",
    ["src/storage/compiled/tail-cache.ts", " && areSame(read, bytes)", ""],
    ["test/storage/compiled/tail-cache.test.ts", "other bytes"],
  ),
  guard(
    "a digest of fewer records",
    ["src/storage/compiled/tail-cache.ts", "digest: isKnown ? known.digest : null", "digest: known.digest"],
    ["test/storage/compiled/tail-cache.test.ts", "keeps the digest"],
  ),
  guard(
    "damage in what was appended",
    ["src/storage/compiled/journal-tail.ts", "if (broken.length > 0) return null;", ""],
    [SAME, "just changed"],
  ),
  guard(
    "records that look past a knot",
    ["src/core/journal/ancestry.ts", "if (lowest >= place) found[place] = 1;", "found[place] = 1;"],
    ["test/core/journal/ancestry.test.ts", "following each record back"],
  ),
  guard(
    "damage in compiled code",
    [
      "src/start/code-cache.ts",
      "if (!areSame(own, read < PIECE ? piece.subarray(0, read) : piece)) return undefined;",
      "",
    ],
    ["test/start/code-cache.test.ts", "wherever one bit"],
  ),
  guard(
    "compiled code with other flags",
    [
      "src/start/loader.ts",
      "withOriginalFlags === null ? new Script(source, options) : withOriginalFlags(() => new Script(source, options))",
      "new Script(source, options)",
    ],
    ["test/start/loader.test.ts", "while V8 does not optimize"],
  ),
  guard(
    "compiled code of another build's file",
    ["src/start/loader.ts", "isOwn ? formOf(loader, name) : undefined", "formOf(loader, name)"],
    ["test/start/loader.test.ts", "file of another build"],
  ),
  guard(
    "merged cells of forms",
    ["src/cli/forms/tables.ts", ", ...joinedCells(file, head)]", "]"],
    ["test/sheets/mistakes.test.ts", "merged with others"],
  ),
  guard(
    "compiled code of others",
    ["src/start/code-cache.ts", " || (Number(mode) & 0o022) !== 0", ""],
    ["test/start/code-cache.test.ts", "others may have written"],
  ),
  guard(
    "records that reach further",
    ["src/core/journal/extend.ts", "return extended.links.staysWithinRefs && ", "return "],
    ["test/core/journal/extend-laws.test.ts", "folded anew"],
  ),
  guard(
    "records that arrive after those that had seen them",
    ["src/core/journal/extend.ts", " && !areAwaited(fresh, journal.links)", ""],
    ["test/core/journal/extend-laws.test.ts", "folded anew"],
  ),
  guard(
    "compiled journals that lacked a record which others had seen",
    ["src/storage/compiled/cached-journal.ts", "if (areAwaited(more, stored.links)) return null;", ""],
    ["test/storage/compiled/stored-journal.test.ts", "had seen"],
  ),
];

const MISTAKES = "test/sheets/mistakes.test.ts";

const FORMS = [
  guard(
    "a form of another year",
    ["src/cli/forms/apply.ts", 'isSame("year", String(year))', "true"],
    [MISTAKES, "of another year"],
  ),
  guard(
    "a row says what the plan says",
    [
      "src/cli/forms/checks.ts",
      "withoutSpace(String(filled.cells[column])) === withoutSpace(visible(known.text))",
      "true",
    ],
    [MISTAKES, "an id of another row"],
  ),
  guard(
    "a row of another division",
    ["src/cli/forms/checks.ts", "lead.id !== division.id", "lead.id === ''"],
    [MISTAKES, "a milestone of another division"],
  ),
  guard(
    "files beside forms that are none",
    ["src/cli/forms/files.ts", "    .filter((name) => !LEFT.test(name))", "    .filter((name) => FORM.test(name))"],
    [MISTAKES, "left out without a word"],
  ),
  guard(
    "a table of a form that lost headings",
    ["src/cli/forms/heads.ts", "placeOf(row, key) >= 0).length >= 2", "placeOf(row, key) >= 0).length >= 6"],
    [MISTAKES, "with another heading of values"],
  ),
  guard(
    "a copied sheet of a form",
    ["src/cli/forms/tables.ts", "others.length > 0 ? { problems: others } :", ""],
    ["test/sheets/workbooks.test.ts", "says something else"],
  ),
  guard(
    "formulas of forms without a value",
    ["src/cli/forms/tables.ts", ", ...valuelessCells(file, head, kind)]", "]"],
    ["test/sheets/workbooks.test.ts", "without a value"],
  ),
  guard(
    "what was corrected since a form was applied",
    ["src/cli/forms/apply.ts", "known.get(entry) === null", "known.has(entry)"],
    ["test/sheets/repeats.test.ts", "does not bring back"],
  ),
  guard(
    "rows of forms with other cells than their head",
    ["src/cli/forms/tables.ts", "...misfits(file, head.grid, head.row), ", ""],
    ["test/sheets/markdown.test.ts", "as many cells in each row"],
  ),
  guard(
    "a form that is there",
    ["src/cli/commands/sheet.ts", "if (there.length > 0)", "if (there.length > 99)"],
    ["test/sheets/round-trip.test.ts", "never writes over a form"],
  ),
  guard(
    "what a form unpacks to",
    ["src/storage/workbook-file.ts", 'whole > MOST_BYTES ? "tooLarge" : (withinLimits(parts) ?? "tooLarge")', "parts"],
    ["test/storage/workbook-file.test.ts", "too large for a form"],
  ),
  guard(
    "escapes in cells",
    ["src/reporters/workbook/cell-text.ts", '.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")', ""],
    ["test/reporters/workbook/cells.test.ts", "looks like an escape"],
  ),
];

const COUNTING = [
  guard(
    "records that count in nothing",
    ["src/storage/compiled/milestone-columns.ts", "if (!others.has(ref)) count", "if (others.has(ref)) count"],
    ["test/storage/compiled/milestone-columns.test.ts", "say of a milestone how it stands"],
  ),
  guard(
    "a journal beside the plan",
    ["src/cli/journal-problems.ts", "if (lacking.length === 0) return [];", "return [];"],
    ["test/docs/problem-pages.test.ts", "W-JOURNAL-UNREAD"],
  ),
  guard(
    "a journal that is gone",
    ["src/cli/journal-problems.ts", "return isGone ? [", "return isGone && base === journalPath ? ["],
    [GIT, "that is missing was there"],
  ),
  guard(
    "what git refuses",
    ["src/cli/git.ts", "throw refused(error);\n    }\n  };", "return Buffer.alloc(0);\n    }\n  };"],
    [GIT, "has lost a tree"],
  ),
  guard(
    "whose repository git refuses",
    ["src/cli/git.ts", "    throw refused(error);\n  }\n}", "    return null;\n  }\n}"],
    [GIT, "is another user's"],
  ),
  guard(
    "a version that git lacks",
    ["src/cli/git-history.ts", "if (Number.isNaN(size)) throw", "if (size < 0) throw"],
    [GIT, "has lost an older version"],
  ),
  guard(
    "a branch that cannot be read",
    ["src/cli/git-history.ts", 'if (!isBegun) git(["log", "--all", "-1", "--format="]);', ""],
    [GIT, "cannot be read"],
  ),
  guard(
    "no version of what is committed",
    ["src/cli/journal-in-git.ts", "if (count === 0 && hasCommits(repository))", "if (count < 0)"],
    [GIT, "no version is shown"],
  ),
  guard(
    "the repository that the plan lies in",
    ["src/cli/git.ts", "!ELSEWHERE.has(name)", 'name !== ""'],
    [GIT, "a hook of another one"],
  ),
  guard("nothing fetched by who asks", ["src/cli/git.ts", ", ...AS_IT_IS }", " }"], [GIT, "is not filled"]),
  guard(
    "a quarter without a reading",
    ["src/core/indicators.ts", "quartersUnread(quarters, asOf).length > 0", "quarters.length < 0"],
    ["test/core/indicator-verdicts.test.ts", "cannot be judged once a quarter"],
  ),
  guard(
    "a journal that no record fits",
    ["src/cli/commands/journal.ts", "fit.said >= MANY && fit.window === 0", "fit.said < 0"],
    ["test/scenarios/in-process.test.ts", "journal merge journal.jsonl --"],
  ),
  guard(
    "a folder with a plan in it is not the plan's own",
    ["src/cli/plan-folder.ts", "isFolder(inside) &&", "inside === folder &&"],
    ["test/scenarios/in-process.test.ts", "wc -l < 2018/journal.jsonl"],
  ),
  guard(
    "other slips behind one of syntax",
    ["src/storage/yaml-document.ts", "withoutBroken(best.lines.text, (text) => firstFault(text, names))", "null"],
    ["test/storage/plan-many-mistakes.test.ts", "hides none of the others"],
  ),
];

/** @type {readonly Guard[]} */
export const GUARDS = [...WRITING, ...READING, ...COMPILED, ...PLACES, ...REFUSING, ...ESCAPING, ...FORMS, ...COUNTING];
