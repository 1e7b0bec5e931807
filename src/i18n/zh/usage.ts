import type { RefusalReason } from "../../core/journal/write-decisions.ts";
import { files } from "./files.ts";
import { placeholder } from "./placeholders.ts";

/** The screens' words for related districts and for no district. */
const COLLECTIVE = new Map([
  ["related", "相关区县"],
  ["none", "无配合区县"],
]);

/** Messages for usage errors and for what cannot be done, including those about files. */
export const usage = {
  ...files,
  unknownOption: (flag: string, guess: string) => `没有 ${flag} 这个选项${guess === "" ? "" : `；是不是 ${guess}？`}`,
  othersOption: (command: string, flag: string, owners: readonly string[]) =>
    `${command} 没有 ${flag} 这个选项；有这个选项的命令：${owners.join("、")}`,
  optionBeforeCommand: (flag: string, line: string) => `${flag} 要写在命令后面：${line}`,
  unknownCommand: (name: string, guess: string) => `没有 ${name} 这个命令${guess === "" ? "" : `；是不是 ${guess}？`}`,
  givenTwice: (flag: string) => `${flag} 写了两遍，只能写一次`,
  missingValue: (flag: string) => `${flag} 后面要写值`,
  missingArgument: (name: string) => `缺少 <${placeholder(name)}>`,
  tooMany: (argument: string) => `多出了“${argument}”，这个命令不用它`,
  asDivision: (division: string) => `要看这个处室的，写 -d ${division}`,
  asDay: (flag: string, day: string) => `要写日期的，写 ${flag} ${day}`,
  helpHint: (command: string) => `用法见 ${command} --help`,
  longDash: (typed: string, meant: string) => `${typed} 用的是长横线或全角横线，应写 ${meant}`,
  unknownCode: (code: string, guess: string, known: readonly string[]) =>
    guess === "" ? `没有 ${code} 这个代号；有 ${known.join("、")}` : `没有 ${code} 这个代号；是不是 ${guess}？`,
  badValue: (flag: string, value: string, forms: string) => `${flag} 不能是“${value}”，可以写：${forms}`,
  /** The values of a closed set: the Chinese words of the screens, and the English ones for scripts. */
  oneOf: (english: readonly string[], chinese: readonly string[]) =>
    `${chinese.join("、")}（英文：${english.join(", ")}）`,
  badYear: (value: string) => `年度不能是“${value}”，要像 2018 这样写`,
  notLike: (flag: string, value: string, example: string) => `${flag} 不能是“${value}”，要像 ${example} 这样写`,
  onlyCarryOver: (flag: string) => `${flag} 只和 --carry-over 一起用`,
  notLaterYear: (typed: string, planYear: number) =>
    `由 ${planYear} 年的计划只能做出以后年度的，不能做 ${typed} 年的；例：ipplan new-year ${planYear + 1}`,
  badDay: (flag: string, value: string) =>
    `${flag} 读不懂“${value}”这个日期；可以写 2017-06-28、6-28、6月28日、今天、昨天${flag === "--since" ? "、本周、上月、本季" : ""}`,
  lostZero: (name: string, value: string) =>
    `${name} 的“${value}”可能是 ${value}0，末位的 0 被电子表格去掉了；写 ${value.replace(".", "-")} 或 ${value.replace(".", "-")}0；未作登记`,
  serialDay: (name: string, value: string, day: string) =>
    `${name} 的“${value}”是电子表格里代表日期的数，如果是 ${day}，就写 ${day}；把这一列的格式改成日期再另存也行；未作登记`,
  noSuchDay: (flag: string, value: string) => `${flag} 的“${value}”没有这一天`,
  twoDays: (flag: string, value: string, one: number, other: number) =>
    `${flag} 的“${value}”可能是 ${one} 月 ${other} 日，也可能是 ${other} 月 ${one} 日；请写 ${one}-${other} 或 ${other}-${one}，月在前`,
  monthFirst: (meant: string) => `；月在前、日在后，写 ${meant}`,
  badQuarter: (value: string) =>
    `--quarter 读不懂“${value}”；可以写 2、Q2、二季度、2..3、上半年、本季、上季、下季（都指计划年度内）`,
  quarterOutside: (typed: string, year: number, quarter: number, planYear: number) =>
    `--quarter 的“${typed}”是 ${year} 年${"一二三四".charAt(quarter - 1)}季度，不在计划年度 ${planYear} 年之内；要看计划年度的，写 Q1 至 Q4`,
  badMonth: (value: string) =>
    `--month 读不懂“${value}”；可以写 6、6月、六月、6..8、6-8月、本月、上月、下月（都指计划年度内）`,
  monthOutside: (typed: string, year: number, month: number, planYear: number) =>
    `--month 的“${typed}”是 ${year} 年 ${month} 月，不在计划年度 ${planYear} 年之内；要看计划年度的，写 1 至 12`,
  chaseByDivision: "--format text 按牵头处室分段，不能与 --group-by 同用",
  quarterOrYear: "--quarter、--month、--year 只能用一个",
  needsOutput: (format: string) => `${format} 不能显示在屏幕上，请用 --output 写入文件`,
  formatOrFiles: "写出多个文件时，格式看各文件的结尾，不用 --format",
  quietAlone: (flag: string) => `--quiet 只输出记录号，不能和 ${flag} 一起写`,
  bothPeriods: "--quarter 和 --month 只能用一个",
  roleWithoutDivision:
    "--role 说的是处室是牵头还是配合，这里要与 --division 同用；例：--division 信息中心 --role assist",
  noSuch: (what: "division" | "district" | "theme" | "section" | "task", name: string) => {
    const things = { division: "处室", district: "区县", theme: "主体任务", section: "分项", task: "任务" };
    return `计划里没有“${name}”这个${things[what]}`;
  },
  several: (name: string) => `“${name}”不止一个，请写全`,
  guess: (name: string) => `是不是：${name}`,
  choices: (names: readonly string[]) => `可用：${names.map((name) => COLLECTIVE.get(name) ?? name).join("、")}`,
  noPlan: (folder: string) =>
    `从 ${folder} 往上没有找到计划（plan 文件夹，里面是 YAML 文件）。\n到计划所在的文件夹里再运行，或用 --plan 文件夹 指明`,
  secondJournal: (other: string, own: string) =>
    `计划文件夹是链接：链接旁边有台账 ${other}，所用的却是计划旁边的 ${own}；并入用 ipplan journal merge ${other} --journal ${own}，然后移走前一个`,
  planMissing: (path: string) => `${path} 不是计划文件夹（要有 *.yaml 文件）`,
  writtenAllTheSame: (ids: readonly string[]) =>
    `已登记 ${ids.length} 条记录：${ids.join("、")}；只是结果没能输出，请勿重复登记`,
  invalidPlan: (errors: number) => `计划里有 ${errors} 个错误，改正之前不出结果；先看 ipplan check`,
  future: (flag: string, day: string, today: string) => `${flag} ${day} 在今天（${today}）之后；还没有发生的事不能登记`,
  whichYear: (flag: string, typed: string, due: string, day: string) =>
    `${flag} ${typed} 在原时限 ${due} 之前；如果是 ${day}，请写全年份；未作登记`,
  yearBefore: (flag: string, typed: string, day: string, planYear: number) =>
    `${flag} ${typed} 在 ${planYear} 年还没有到；如果是 ${day.slice(0, 4)} 年的，写全：${day}`,
  noIds: (command: string) => `请写明节点编号，例如 ipplan ${command} 10-1 --on 2017-06-21`,
  refused: (id: string, reason: RefusalReason, than: string) =>
    `${id} ${
      {
        "done already": "已经完成；先撤销完成记录再登记",
        cancelled: "已经取消",
        "not done": "还没有完成，不能销号",
        "no evidence": "缺佐证材料，不能销号；先用 ipplan done 编号 --evidence 补上",
        "not blocked": "没有受阻，不用解除",
        "before blocked": `是 ${than} 才受阻的，解除不能早于这一天`,
        "nothing said": "没有写说明；例：ipplan note 1-1 送市经信委会签",
        "not later": `延期要晚于原时限 ${than}`,
        "before done": `是 ${than} 才完成的，销号不能早于这一天`,
        "needs milestone": "是任务，这一项要写节点",
        "said twice": than === "" ? "写了两遍" : `写了两遍，前一处在 ${than}`,
        corrected: `已被 ${than} 更正；要撤销的是更正：ipplan undo ${than}`,
      }[reason]
    }`,
  unprovenAmong: (ids: readonly string[], others: number) =>
    `${ids.length} 个缺佐证材料，不能销号：${ids.join("、")}；未作登记。补上用 ipplan done 编号 --evidence${others === 0 ? "" : `；要先给其余 ${others} 个销号，加上 --except ${ids.join(",")}`}`,
  noName: "git 和系统里都没有登记人的名字；请加 --by 名字",
  notRecorded: "未作登记",
  emptyDay: (heading: string) => `${heading} 是空的；写完成的日期，没有完成就删去这一行；未作登记`,
  needsFlags: (command: string, flags: readonly string[]) => `${command} 要写明 ${flags.join("、")}`,
  noPercent: (ref: string) => `请写明进度，例如 ipplan progress ${ref} 80；写 0 到 100 的整数`,
  badPercent: (typed: string) => `进度“${typed}”读不懂；写 0 到 100 的整数，例如 80`,
  noIndicator: "请写明指标和数值，例如 ipplan reading 10/agencies 12 --on 2017-06-30；指标编号见 ipplan indicators",
  numberAmongIds: (typed: string) =>
    `${typed} 看不出是数值还是指标；一次只写一个数值，放在最后，各指标写全编号（10/agencies），各有各的数值就分几次或用 --file；未作登记`,
  unknownIndicator: (id: string) => `计划里没有 ${id} 这个指标；未作登记。指标编号见 ipplan indicators`,
  severalIndicators: (id: string) => `${id} 不止一个指标，请写明是哪一个；未作登记。`,
  badAmount: (typed: string, unit: string, isRank: boolean) => {
    // In 万元, 2.5万 is 2.5, not 25000.
    const example = `写一个数，例如 25000、25,000${/^[万亿]/.test(unit) ? "" : "、2.5万"}、-3`;
    return `填报值“${typed}”读不懂；${isRank ? "写名次，从 1 起的整数" : example}，单位是${unit}`;
  },
  shareOrPercent: (share: number, percent: number) =>
    `“${share}”看不出是 ${percent}% 还是 ${share}%；前者写 ${percent}，后者写“${share}%”；未作登记`,
  additionOrTotal: (typed: string, value: number) =>
    `“${typed}”看不出是新增数还是累计数；新增的写 ${value} 并加 --increment（文件里口径写“新增”），累计的只写 ${value}；未作登记`,
  bothModes: "--cumulative 和 --increment 只能用一个",
  sinceTooLate: (since: string, asOf: string) => `--since ${since} 要早于截至日 ${asOf}`,
  badDays: (flag: string, typed: string, least: number) => `${flag} 读不懂“${typed}”；写天数，${least} 到 366`,
  daysOrPeriod: "--days 和 --quarter、--month 只能用一样",
  unknownColumn: (place: string, column: string, known: readonly string[]) =>
    `${place} 不认识“${column}”这一列；可用：${known.join("、")}`,
  unreadColumns: (file: string, columns: readonly string[]) =>
    `${file} 这些列没有读（计划里已有）：${columns.join("、")}`,
  unusedColumns: (file: string, columns: readonly string[]) =>
    `${file} 这些列里填了所登记的事项不用的内容，没有登记：${columns.join("、")}`,
  openQuote: (place: string) =>
    `${place} 这一行里的双引号没有成对；单元格里的双引号写两个（""），不需要的删去；未作登记`,
  badLine: (place: string) => `${place} 这一行读不懂（CSV 要有表头，JSON Lines 一行一个对象）；未作登记`,
  sameColumns: (one: string, other: string) => `“${one}”和“${other}”说的是同一件事，只能写一处；未作登记`,
  columnTwice: (name: string) => `“${name}”写了两次，只能写一次；未作登记`,
  noHead: (file: string, head: string) => `${file} 的第一行要是表头（例如“编号”“完成日”），现在是：${head}；未作登记`,
  noIdColumn: (file: string) => `${file} 没有“编号”这一列，看不出各行登记的是什么；未作登记`,
  noRows: (file: string) =>
    `${file} 里没有要登记的行；CSV 第一行是表头（例如“编号”“完成日”），以下一行登记一项。未作登记`,
  rowsInWorkbook: (path: string) =>
    `${path} 是工作簿，不能直接读；Excel 里另存为“CSV UTF-8”。填好的填报表用 ipplan sheet --apply 登记`,
  notUtf8: (path: string, guess: string | null) =>
    `${path} 不是 UTF-8 文字${guess === null ? "" : `（推测是 ${guess} 编码）`}；Excel 里另存为“CSV UTF-8”，记事本里另存为时编码选 UTF-8`,
  addedBeforeTotal: (ref: string, day: string, total: string) =>
    `${ref} ${day} 的新增没有加进现在的数：${total} 已报累计数，当日及以前的都在里面`,
  extendedIntoPast: (ref: string, to: string) =>
    `${ref} 延至的 ${to} 已经过去，仍算逾期；如果写错了，用 --to 再登记一次`,
  notDoneYet: (ref: string) => `${ref} 进度 100% 不等于完成；已经完成的，再登记完成：ipplan done ${ref} --on 完成日`,
  lowerTotal: (ref: string, value: string, last: string, day: string) =>
    `${ref} 累计数 ${value}，比 ${day} 的 ${last}少；如果填的是新增数，先撤销，再加 --increment 登记（文件里口径写“新增”）`,
  negativeValue: (ref: string, value: string) => `${ref} 的填报值 ${value}是负数；如果写错了，再登记一次`,
  fractionValue: (ref: string, value: string) => `${ref} 的填报值 ${value}不是整数；如果写错了，再登记一次`,
  laterStands: (ref: string, day: string, later: string) =>
    `${ref} ${day} 的数没有改变现在的数：${later} 已有更晚的填报，以那一次为准`,
  laterOne: {
    progress: (ref: string, day: string, later: string) =>
      `${ref} ${day} 的进度没有改变现在的进度：${later} 已有更晚的登记，以那一次为准`,
    extend: (ref: string, day: string, later: string) =>
      `${ref} ${day} 的延期没有改变现在的时限：${later} 已有更晚的延期，以那一次为准`,
  },
  beforePlan: (ref: string, day: string, year: number) =>
    `${ref} 登记的日期 ${day} 在计划年度（${year} 年）之前；如果写错了，用 --on 再登记一次`,
  afterPlan: (ref: string, day: string, year: number) =>
    `${ref} 登记的日期 ${day} 在计划年度（${year} 年）之后；这份计划的工作确在这一天的，不用改；${year} 年内的，用 --on 再登记一次；${year + 1} 年的工作，撤销后登记到那一年的计划（--plan）`,
  badCells: (cells: number, expected: number) => `这一行有 ${cells} 格，表头有 ${expected} 格；未作登记`,
  explainAlone: (flags: readonly string[]) => `--explain 只显示一页说明，不能和 ${flags.join("、")} 一起写`,
  idsAndFile: "编号和 --file 只能写一样",
  flagsBesideFile: (flags: readonly string[]) =>
    `${flags.join("、")} 不能和 --file 一起写；请写成文件里的一列（发生日、说明、报送处室等），每行各写各的`,
  idsAndFilters: (flags: readonly string[]) => `编号（或 --file）和 ${flags.join("、")} 只能写一样；未作登记`,
  partsAsTasks: (ids: readonly string[], command: string) =>
    `${ids.join("、")} 不是任务编号，--task 指整个任务；是不是：${command}？未作登记`,
  nothingToAccept: "没有符合条件、等待销号的节点",
  othersJournal: (records: number) =>
    `像是别的计划（例如上一年）的台账：说到节点的 ${records} 条，没有一条的时段与这份计划相同；没有并入。换一份台账，或用 --plan 指定那份计划`,
  selfAccepted: (ids: string, by: string) => `注意：${ids} 由 ${by} 登记完成，又由 ${by} 销号；销号应由另一个人核实`,
  unknownMilestone: (id: string) => `计划里没有 ${id} 这个节点；未作登记`,
  /** An id with `@` names a period in which it does not occur. */
  repeating: (id: string, times: number) =>
    `${id.includes("@") ? `没有 ${id} 这一次；` : ""}${id.replace(/@.*/, "")} 一年有${times === 2 ? "两" : ` ${times} `}次，请写明是哪一次；未作登记。`,
  isTask: (id: string, milestones: number) =>
    milestones === 0
      ? `${id} 是任务，没有节点；情况用 ipplan note 登记。未作登记。`
      : `${id} 是任务，请写明是它的哪个节点；未作登记。`,
  example: (command: string) => `例：${command}`,
  unknownRecord: (id: string) => `台账里没有编号以 ${id} 开头的记录；编号见 ipplan log`,
  shortRecord: (id: string) => `${id} 太短，记录号至少写 4 位`,
  severalRecords: (id: string, ids: readonly string[]) => `编号以 ${id} 开头的记录不止一条：${ids.join("、")}`,
  nothingToUndo: (by: string) => `台账里没有 ${by} 登记的、可以撤销的记录；撤销别人的请写记录号`,
  milestoneGiven: (id: string, ids: readonly string[]) =>
    `撤销要写记录号，不是节点编号。${id} 现有记录：${ids.length === 0 ? "无" : ids.join("、")}`,
  badText: (flag: string) => `${flag} 里有换行或看不见的控制字符；请写成一行`,
  longText: (flag: string, most: number) => `${flag} 太长，最多 ${most} 个字`,
  emptyText: (flag: string) => `${flag} 不能是空的`,
  emptyArgument: "有一个参数是空的（例如变量没有值）；什么也没有做",
  badEvidence: (value: string) =>
    `--evidence 读不懂“${value}”；前面要写种类：doc:文号或名称、file:文件路径、link:网址${/[:：]/.test(value) ? "" : `，如 doc:${value}`}`,
  evidenceHere: (path: string, here: string) =>
    `佐证文件的路径从计划所在的文件夹写起；当前文件夹里的写 file:${here}，要的是那里的 ${path}，就到那里再登记`,
  badEvidencePath: (path: string) => `佐证文件 ${path} 不能用：须是计划所在文件夹里已有的普通文件，写相对路径`,
  badLink: (link: string) => `链接 ${link} 不能用：只收 http:// 或 https:// 开头、中间没有空格的网址`,
  unknownEnding: (path: string, endings: string) =>
    `从 ${path} 的结尾看不出格式；可用的结尾：${endings}，或另写 --format`,
  endingClash: (path: string, format: string) =>
    `${path} 的结尾和 --format ${format} 不是同一种格式；去掉 --format，或改用别的结尾`,
  formats: (format: string, formats: string) => `这个命令没有 ${format} 格式；可用：${formats}`,
  recordTooLong: (most: number) => `这条记录超过 ${most} 字节，写不下；请把说明写短些`,
  notMade: (year: number) => `做不出 ${year} 年的计划，没有写任何文件；错在：`,
  invalidSide: (name: string, errors: number) => `${name} 里的计划有 ${errors} 个错误，不能比较；先改正再比`,
  notAtRevision: (revision: string, folder: string) =>
    `${revision} 这个版本的 ${folder} 里没有计划；那时如在别的文件夹，写成 版本:文件夹`,
  gitRefused: (line: string) =>
    `git 没能回答，没有与 git 里的内容比较：${line}；先在这里运行 git status 看它怎么说：仓库属于别的用户的，按提示设 safe.directory；缺内容的（仓库损坏，或克隆时用了 --filter），换一份完整的克隆`,
  historyEmpty: (path: string, isCommitted: boolean) =>
    isCommitted
      ? `git 最近的提交里有 ${path}，历史里却一个版本也找不到，没有比较；运行 git log -- ${path} 看看`
      : `git 的提交里没有 ${path} 的任何版本，没有比较；台账刚换过文件名或文件夹的，提交以后再查`,
  noSuchSide: (name: string) => `${name} 既不是文件夹，也不是这份计划在 git 里的版本`,
  unexpected: (message: string) => `程序出了意外，计划和台账都没有改动：${message}\n这是 ipplan 的毛病，请报告`,
};

export type UsageTexts = typeof usage;
