/** Defines the commands that write records. */
import type { Command } from "commander";
import type { HelpTexts } from "../i18n/zh/help.ts";
import type { AcceptOptions, WriteOptions } from "./options.ts";
import { addCommand, addCommonFlags, addFilterFlags, collect } from "./flags.ts";
import type { Define, Target, WriteName } from "./program.ts";
import { WRITE_FORMATS } from "./view-formats.ts";

function addDone({ program, texts, io, finish }: Target): void {
  const done = addCommand(program, "done", texts.done, texts, [
    "ipplan done 10-1 --on 2017-06-21 --evidence doc:局发〔2017〕30号",
    "ipplan done 10-2@Q2、23-1 --on 6月28日",
    "ipplan done --file 完成情况.csv --dry-run",
  ]).argument("[ids...]", texts.argIds);
  addFacts(done, texts).action(async (ids: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).record("done", ids, options, io));
  });
}

function addProgress({ program, texts, io, finish }: Target): void {
  const progress = addCommand(program, "progress", texts.progress, texts, [
    "ipplan progress 14-2 80 --note 已检查32个区县",
    "ipplan progress 22-2 60% --problem 导师待聘 --next 七月底前聘定",
  ]).argument("[ids...]", texts.argPercent);
  addFacts(progress, texts).action(async (typed: string[], options: WriteOptions) => {
    const percent = typed.length > 1 ? typed.at(-1) : undefined;
    const ids = percent === undefined ? typed : typed.slice(0, -1);
    const given = percent === undefined ? options : { ...options, percent };
    finish(await (await import("./commands/write.ts")).record("progress", ids, given, io));
  });
}

function addReading({ program, texts, io, finish }: Target): void {
  const reading = addCommand(program, "reading", texts.reading, texts, [
    "ipplan reading 10/agencies 12 --on 2017-06-30 --evidence doc:代理机构名录",
    "ipplan reading 13/cases 35 --on 6月30日 --increment",
    "ipplan reading --file 指标填报.csv --dry-run",
  ])
    .argument("[ids...]", texts.argReading)
    .option("--cumulative", texts.cumulative)
    .option("--increment", texts.increment);
  takeNegativeAmounts(reading);
  addFacts(reading, texts, texts.readingOn).action(async (typed: string[], options: WriteOptions) => {
    const value = typed.length > 1 ? typed.at(-1) : undefined;
    const ids = value === undefined ? typed : typed.slice(0, -1);
    const given = value === undefined ? options : { ...options, value };
    finish(await (await import("./commands/write.ts")).record("reading", ids, given, io));
  });
}

/**
 * Lets `reading` take a negative value with its unit (`-0.5%`). commander only knows bare negative numbers and would
 * read an option, so the hyphen becomes a minus sign (−). Values of options stay as they are.
 */
function takeNegativeAmounts(reading: Command): void {
  const parse = reading.parseOptions.bind(reading);
  reading.parseOptions = (args) => {
    const isValue = (at: number): boolean =>
      reading.options.some(({ required, long, short }) => required && [long, short].includes(args[at - 1] ?? ""));
    return parse(args.map((arg, at) => (/^-\d/.test(arg) && !isValue(at) ? `−${arg.slice(1)}` : arg)));
  };
}

function addNote({ program, texts, io, finish }: Target): void {
  const note = addCommand(program, "note", texts.note, texts, [
    "ipplan note 1-1 送市经信委会签",
    "ipplan note 10 --problem 培训场地不足 --next 与高校合办 --from 代办处",
  ]).argument("[ids...]", texts.argNote);
  addFacts(note, texts).action(async (typed: string[], options: WriteOptions) => {
    const isText = endsWithText(typed, options);
    const given = isText ? { ...options, note: typed.at(-1) ?? "" } : options;
    finish(await (await import("./commands/write.ts")).record("note", isText ? typed.slice(0, -1) : typed, given, io));
  });
}

/**
 * Whether the last argument of `note` is its text: it does not look like an id, or the command would otherwise say
 * nothing.
 */
function endsWithText(typed: readonly string[], { note, problem, next }: WriteOptions): boolean {
  if (typed.length < 2 || note !== undefined) return false;
  const looksLikeId = /^[\w.@-]*\d[\w.@-]*$/.test(typed.at(-1) ?? "");
  return !looksLikeId || (problem === undefined && next === undefined);
}

function addBlock({ program, texts, io, finish }: Target): void {
  const block = addCommand(program, "block", texts.block, texts, ["ipplan block 12-1 --reason 合作机构尚未落实"])
    .argument("[ids...]", texts.argIds)
    .option("--reason <text>", texts.because);
  addFacts(block, texts).action(async (ids: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).record("block", ids, options, io));
  });
}

function addUnblock({ program, texts, io, finish }: Target): void {
  const unblock = addCommand(program, "unblock", texts.unblock, texts, ["ipplan unblock 12-1 --note 已签合作协议"]);
  addFacts(unblock.argument("[ids...]", texts.argIds), texts).action(async (ids: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).record("unblock", ids, options, io));
  });
}

/** Adds a command that changes the plan, and so needs a reason and an approver. */
function addApproved(kind: "extend" | "cancel", examples: readonly string[], target: Target): void {
  const { program, texts, io, finish } = target;
  const command = addCommand(program, kind, texts[kind], texts, examples).argument("[ids...]", texts.argIds);
  if (kind === "extend") command.option("--to <day>", texts.to);
  command.option("--reason <text>", texts.because).option("--approver <name>", texts.approver);
  addFacts(command, texts).action(async (ids: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).record(kind, ids, options, io));
  });
}

function addExtend(target: Target): void {
  const example = "ipplan extend 17-2 --to 9-30 --reason 装修未完工 --approver 局长办公会";
  addApproved("extend", [example], target);
}

function addCancel(target: Target): void {
  addApproved("cancel", ["ipplan cancel 21-3 --reason 试点推迟到明年 --approver 局长办公会"], target);
}

function addAccept({ program, texts, io, finish }: Target): void {
  const accept = addCommand(program, "accept", texts.accept, texts, [
    "ipplan accept 2-1 3-1",
    "ipplan accept --quarter 1 --except 21-1",
  ])
    .argument("[ids...]", texts.argAccept)
    .option("--except <ids>", texts.except, collect);
  addFacts(addFilterFlags(accept, texts), texts).action(async (ids: string[], options: AcceptOptions) => {
    finish(await (await import("./commands/accept.ts")).accept(ids, options, io));
  });
}

function addUndo({ program, texts, io, finish }: Target): void {
  const undo = addCommand(program, "undo", texts.undo, texts, ["ipplan undo", "ipplan undo 4518f647 --note 编号录错"])
    .argument("[records...]", texts.argRecords)
    .option("--note <text>", texts.undoReason);
  addWriting(undo, texts).action(async (records: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).undo(records, options, io));
  });
}

/** Adds the flags that every kind of record may carry. */
function addFacts(command: Command, texts: HelpTexts, on: string = texts.on): Command {
  command
    .option("--on <day>", on)
    .option("--evidence <kind:value>", texts.evidence, collect)
    .option("--note <text>", texts.noteText)
    .option("--problem <text>", texts.problem)
    .option("--next <text>", texts.next)
    .option("--from <division>", texts.from)
    .option("--file <file>", texts.file);
  return addWriting(command, texts);
}

/** Adds the flags of all commands that write. */
function addWriting(command: Command, texts: HelpTexts): Command {
  command
    .option("--by <name>", texts.by)
    .option("-n, --dry-run", texts.dryRun)
    .option("--quiet", texts.quiet)
    .option("--format <format>", `${texts.format}${WRITE_FORMATS.join(", ")}`);
  return addCommonFlags(command, texts);
}

export const WRITE_COMMANDS: Readonly<Record<WriteName, Define>> = {
  done: addDone,
  progress: addProgress,
  reading: addReading,
  note: addNote,
  block: addBlock,
  unblock: addUnblock,
  extend: addExtend,
  cancel: addCancel,
  accept: addAccept,
  undo: addUndo,
};
