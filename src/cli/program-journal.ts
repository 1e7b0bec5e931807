/** Defines the commands `journal verify`, `journal merge` and `journal repair`. */
import type { JournalOptions } from "./options.ts";
import { addCommand, addCommonFlags, addFindings } from "./flags.ts";
import type { Target } from "./program.ts";

export function addJournal({ program, texts, io, finish }: Target): void {
  const journal = addCommand(program, "journal", texts.journalCommand, texts, ["ipplan journal verify --history"]);
  const verify = addCommand(journal, "verify", texts.verify, texts, ["ipplan journal verify --history --strict"])
    .option("--history", texts.history)
    .option("--strict", texts.strict);
  addFindings(verify, texts).action(async (options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).verify(options, io));
  });
  const merge = addCommand(journal, "merge", texts.merge, texts, ["ipplan journal merge ../专利代办处/journal.jsonl"])
    .argument("<others...>", texts.argOthers)
    .option("-n, --dry-run", texts.dryRun);
  addCommonFlags(merge, texts).action(async (others: string[], options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).merge(others, options, io));
  });
  const repair = addCommand(journal, "repair", texts.repair, texts, ["ipplan journal repair --output healed.jsonl"]);
  addCommonFlags(repair.option("-o, --output <file>", texts.healed), texts).action(async (options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).repair(options, io));
  });
}
