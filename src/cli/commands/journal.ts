/** `journal verify`, `journal merge` and `journal repair`. */
import { realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { JournalRecord } from "../../core/journal/record.ts";
import { type Fit, fitOf } from "../../core/journal/stray.ts";
import type { Plan } from "../../core/plan.ts";
import { type Problem, formatPlace, isError, sortProblems } from "../../core/problem.ts";
import { viewJournalCheck } from "../../core/views/journal-check.ts";
import { type Catalogue, catalogueOf } from "../../i18n/catalogue.ts";
import { adviceOf } from "../../reporters/findings/finding-texts.ts";
import { JournalAccessError, systemCode } from "../../storage/journal-access-error.ts";
import { type JournalFile, readJournalFiles, readSettled, readingOf } from "../../storage/journal-files.ts";
import { isJournalFolder } from "../../storage/journal-folder.ts";
import { journalFiles } from "../../storage/file-lists.ts";
import { describeMilestone } from "../../storage/journal-line.ts";
import type { WholeLine } from "../../storage/journal-text.ts";
import { invalidPlan, unreadable, usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { formerPaths, journalInGit, lostRecords, uncommitted } from "../journal-in-git.ts";
import { damageProblems } from "../journal-problems.ts";
import { chosenLanguage } from "../language.ts";
import { refuseNonJournal } from "../non-journal.ts";
import { type LoadedPlan, filesOfJournal, loadPlan } from "../load.ts";
import { putAside, refuseOutput, save } from "../output.ts";
import { problemsOf } from "../problems.ts";
import { outcomeOf } from "../outcome.ts";
import { say } from "../say.ts";
import { append } from "../recording/append.ts";
import type { JournalOptions } from "../options.ts";
import { shownInside } from "../inside.ts";
import { journalPathOf, typedJournal } from "../journal-place.ts";
import type { PlanReading } from "../../storage/plan-files.ts";

/**
 * `journal verify`: everything that can be checked without changing the journal; `--history` also compares it with all
 * versions in git.
 */
export async function verify(options: JournalOptions, io: Io): Promise<Outcome> {
  const { places, reading, journalPath: path, journal, ofJournal } = await problemsOf(options, io);
  requireNamed(reading, options, io);
  const files = journalFiles(path);
  const { words } = await catalogueOf(chosenLanguage(options.lang, io.env) ?? reading.plan?.language ?? "zh");
  const textOf = ({ by, on, do: kind, ref }: JournalRecord): string => `${by} ${on} ${words.recordKind(kind)} ${ref}`;
  const inGit = journalInGit(places.base, path, io.env);
  const history =
    options.history === true
      ? lostRecords(inGit, await formerPaths(inGit, options, places, io), textOf)
      : { problems: [], versions: null };
  const view = viewJournalCheck({
    problems: sortProblems([...ofJournal, ...history.problems]),
    files: files.map((file) => shownInside(places.base, file)),
    records: new Set(journal.records.map(({ id }) => id)).size,
    lines: journal.records.length,
    damaged: journal.damaged.length,
    uncommitted: inGit === null ? null : uncommitted(inGit),
    versions: history.versions,
    strict: options.strict === true,
  });
  return outcomeOf(view, options, io, {
    language: reading.plan?.language ?? "zh",
    isForecast: false,
    isToday: true,
    keep: [places.plan, path],
    base: places.base,
  });
}

/**
 * Fails if the plan has errors, as it then does not say which journal is its own; unless one was named for the command.
 */
function requireNamed({ plan, problems }: PlanReading, options: JournalOptions, io: Io): void {
  if (plan !== null || typedJournal(options, io) !== null) return;
  throw invalidPlan(problems.filter(isError).length);
}

/** The plan and the path of its journal. */
async function ownJournal(options: JournalOptions, io: Io): Promise<LoadedPlan & { readonly path: string }> {
  const { places, reading } = await loadPlan(options, io);
  requireNamed(reading, options, io);
  return { places, reading, path: journalPathOf(options, reading.plan?.journal ?? null, places, io) };
}

/**
 * `journal merge`: appends the lines of other journals that this one lacks, byte for byte. For people who share files
 * without git.
 */
export async function merge(others: readonly string[], options: JournalOptions, io: Io): Promise<Outcome> {
  const { places, reading, path } = await ownJournal(options, io);
  const own = await ownIds(path, places.base, io);
  const files = others.flatMap((name) => othersFiles(resolve(io.cwd, name), name));
  const theirs = files.flatMap(({ text }) => text.whole);
  const unique = new Map(theirs.filter(({ id }) => !own.has(id)).map((line) => [line.id, line]));
  const doubt = foreignness(reading.plan, [...unique.values()]);
  const damage = damageProblems(readingOf(files).damaged);
  const [stdout, stderr] = await Promise.all([
    say(options, io, reading.plan, ({ screens }) =>
      screens.merged(unique.size, theirs.length - unique.size, options.dryRun === true),
    ),
    say(options, io, reading.plan, (catalogue) =>
      [
        ...damage.map((problem) => lineOf(problem, catalogue)),
        ...(doubt === null ? [] : [`${catalogue.screens.mergedOthers(doubt.said - doubt.whole, doubt.said)}\n`]),
      ].join(""),
    ),
  ]);
  // As in all writing commands, the messages are ready before the first byte is written.
  const isWritten = unique.size > 0 && options.dryRun !== true;
  const lines = [...unique.values()].map(({ raw }) => raw);
  const language = chosenLanguage(options.lang, io.env) ?? reading.plan?.language ?? "zh";
  const file = isJournalFolder(path) ? join(path, "merged.jsonl") : path;
  const notices = isWritten ? await append(file, lines, { journalPath: path, places }, language) : "";
  return { stdout: `${stdout}\n`, stderr: stderr + notices, code: 0 };
}

/** The ids of the records already in the journal; fails if the file is not a journal. */
async function ownIds(path: string, base: string, io: Io): Promise<Set<string>> {
  const texts = (await filesOfJournal(path, io)).map(readSettled);
  const whole = texts.flatMap((text) => text.whole);
  const broken = texts.flatMap((text) => text.broken);
  if (whole.length === 0) refuseNonJournal(broken, shownInside(base, path));
  return new Set(whole.map(({ id }) => id));
}

/**
 * If at least this many records fit no milestone's window, the journal is another plan's. Of fewer, the plan may have
 * been edited.
 */
const MANY = 10;

/**
 * How well the lines fit the plan, if most of them do not; null if they do. Fails if they clearly belong to another
 * plan, such as last year's.
 */
function foreignness(plan: Plan | null, lines: readonly WholeLine[]): Fit | null {
  if (plan === null) return null;
  const fit = fitOf(
    plan,
    lines.flatMap(({ record }) => record ?? []),
    describeMilestone,
  );
  if (fit.said >= MANY && fit.window === 0) throw usage((texts) => texts.othersJournal(fit.said));
  return fit.whole * 2 < fit.said ? fit : null;
}

/**
 * `journal repair`: writes a copy with every intact record once. Lines left out are appended to `<output>.rejected`,
 * after those of earlier repairs.
 */
export async function repair(options: JournalOptions, io: Io): Promise<Outcome> {
  const { places, reading, path } = await ownJournal(options, io);
  const { output } = options;
  if (output === undefined) throw usage((texts) => texts.needsFlags("journal repair", ["--output"]));
  const texts = (await filesOfJournal(path, io)).map((file) => readSettled(file));
  const whole = new Map(texts.flatMap((text) => text.whole).map((line) => [line.id, line]));
  const broken = texts.flatMap((text) => text.broken).filter(({ fault }) => fault !== "glued");
  const keep = [places.plan, path];
  // The lines left out are saved before the copy, which might at once replace the journal. A path that either step
  // would refuse is refused first.
  await refuseOutput(output, io, keep);
  const left = broken.map(({ raw }) => raw);
  if (left.length > 0) await putAside(`${output}.rejected`, left, io, keep);
  await save(output, joined([...whole.values()]), io, keep);
  const text = await say(options, io, reading.plan, ({ screens }) =>
    screens.repaired(output, whole.size, broken.length),
  );
  return { stdout: `${text}\n`, stderr: "", code: 0 };
}

/** The files of another journal, which may be a link: it is only read. */
function othersFiles(path: string, name: string): JournalFile[] {
  try {
    const real = realpathSync(path);
    return readJournalFiles(journalFiles(real), (file) => (file === real ? name : join(name, basename(file))));
  } catch (error) {
    const code = error instanceof JournalAccessError ? "" : systemCode(error);
    throw code === "" ? error : unreadable((texts) => texts.cannotOpen(name, code));
  }
}

function lineOf(problem: Problem, catalogue: Catalogue): string {
  return `${formatPlace(problem.at)}  ${adviceOf(problem, catalogue).message}\n`;
}

function joined(lines: readonly { readonly raw: Buffer }[]): Buffer {
  return Buffer.concat(lines.flatMap(({ raw }) => [raw, Buffer.from("\n")]));
}
