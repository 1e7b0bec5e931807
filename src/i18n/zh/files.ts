/** Messages for files and folders that cannot be opened, written or used. */
import type { AccessFault, AppendNotice, OutputFault } from "../../core/access-fault.ts";

/** Reasons by system error code why something cannot be opened. */
const UNOPENED: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件或文件夹",
  EACCES: "没有权限",
  EPERM: "没有权限",
  ENOTDIR: "路径中有一段不是文件夹",
  EISDIR: "是文件夹，不是文件",
  ELOOP: "是绕回原处的链接，请删去",
};
/** Reasons by system error code why something cannot be written. */
const UNWRITTEN: Readonly<Record<string, string>> = {
  ENOENT: "它所在的文件夹不存在",
  EACCES: "没有在那里写入的权限",
  EPERM: "没有在那里写入的权限",
  ENOTDIR: "它或它所在的文件夹其实是文件",
  EEXIST: "那里已有同名的文件",
  ENOTEMPTY: "另一个程序刚刚建好了这个文件夹",
  EROFS: "那里是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "磁盘配额已用完",
};

/** `：没有权限（EACCES）`; without the parts that are unknown. */
function because(reasons: Readonly<Record<string, string>>, code: string): string {
  const reason = Object.hasOwn(reasons, code) ? `：${reasons[code] ?? ""}` : "";
  return code === "" ? "" : `${reason}（${code}）`;
}

export const files = {
  cannotOpen: (path: string, code: string) => `打不开 ${path}${because(UNOPENED, code)}`,
  danglingLink: (path: string) => `打不开 ${path}：是符号链接，指向的文件不存在`,
  cannotWrite: (path: string, code: string) => `不能写到 ${path}${because(UNWRITTEN, code)}`,
  cannotPrint: (code: string) => `不能写到标准输出${because(UNWRITTEN, code)}`,
  outside: (path: string) => `${path} 在计划所在文件夹之外，不能用`,
  badOutput: (path: string, fault: OutputFault) =>
    `不能写到 ${path}：${
      {
        "no folder": "它所在的文件夹不存在",
        directory: "那里是文件夹",
        symlink: "那里是符号链接；为防写到别处，不跟随链接",
        "not a file": "那里不是普通文件（可能是管道或设备）",
        git: "那是 git 自己的文件夹",
        name: "这样的文件名有的系统不收",
        journal: "那是台账",
        "plan folder": "那个文件夹只放计划或台账的文件",
        exists: "那里刚有了一个同名的文件",
      }[fault]
    }`,
  alreadyThere: (folder: string, names: readonly string[]) =>
    `${folder === "." ? "当前文件夹" : `${folder} `}里已有 ${names.join("、")}；没有改动任何文件；另选一个文件夹，或先把已有的移走`,
  noRecordsIn: (path: string) => `${path} 里没有一条台账记录，像是别的文件；没有写入`,
  badJournal: (path: string) => `${path} 不能作台账：在计划文件夹或 git 的文件夹里，或文件名有的系统不收`,
  appendNotice: (notice: AppendNotice, path: string): string =>
    ({
      "hard link": `注意：${path} 另有别的文件名（硬链接），写进一处等于写进几处；请核对是否有意`,
      "no sync": `注意：${path} 所在的磁盘不能确认数据已落盘；突然断电时，刚登记的可能丢失`,
      "git at work": `注意：等了几秒，git 仍在改动文件（有 index.lock）；已写进 ${path}，但可能被 git 覆盖，请待 git 结束后用 ipplan log 核对；如没有 git 在运行，则是它中断时遗留的 index.lock，可删去`,
    })[notice],
  noJournal: (path: string, isExpected: boolean) =>
    `注意：没有 ${path} 这个台账，按空台账算${isExpected ? "；.gitattributes 里写有它，如系误删，请找回" : ""}`,
  newJournal: (path: string, isExpected: boolean) =>
    `新建台账 ${path}（原来没有）${isExpected ? "；.gitattributes 里写有它，如系误删，找回后用 ipplan journal merge 并入" : ""}`,
  access: (fault: AccessFault, path: string, code: string): string => {
    const reasons: Readonly<Record<AccessFault, string>> = {
      directory: "是文件夹，不是文件",
      symlink: "是符号链接；为防写到别处，不跟随链接",
      "not a file": "不是普通文件（可能是管道或设备）",
      "no access": "没有读写权限",
      "no space": "磁盘已满",
      "short write": "只写进了一部分（磁盘可能已满）；残行不影响其他记录",
      unstable: "正被别的程序反复替换，请稍后再试",
      other: `无法读写${code === "" ? "" : `（${code}）`}`,
    };
    return `${path} ${reasons[fault]}`;
  },
};

export type FileTexts = typeof files;
