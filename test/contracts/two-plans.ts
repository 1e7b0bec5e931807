/** Two plans with every kind of difference that `diff` reports. They are written as JSON, which is valid YAML. */

const HEAD = {
  title: "计划",
  year: 2017,
  timezone: "Asia/Shanghai",
  language: "en",
  issued: "2017-01-10",
  settled: [{ code: "W-EMPTY-SECTION", reason: "暂无任务" }],
  divisions: [
    { id: "a", name: "甲处" },
    { id: "b", name: "乙处" },
  ],
  districts: ["江北区"],
  themes: [
    { id: "t1", title: "一" },
    { id: "t2", title: "二" },
  ],
  sections: [
    { id: "s1", theme: "t1", title: "一" },
    { id: "s2", theme: "t1", title: "二" },
  ],
};

const TASK = {
  id: 1,
  title: "任务",
  divisions: ["a"],
  districts: ["all"],
  indicators: [{ id: "i", name: "指标", min: 1, unit: "个", basis: "flow" }],
  milestones: [
    { id: "1-1", when: "Q1", text: "办一件事。" },
    { id: "1-2", when: ["Q2", "Q4"], text: "办两次事。" },
  ],
};

/** The earlier plan, as files of a folder. */
export const EARLIER = {
  "plan.yaml": JSON.stringify(HEAD),
  "1.yaml": JSON.stringify({ section: "s1", tasks: [TASK, { id: 2, title: "不再办", divisions: ["b"] }] }),
};

/** The later plan. */
export const LATER = {
  "plan.yaml": JSON.stringify({
    ...HEAD,
    title: "新计划",
    issued: "2017-02-10",
    remarks: "调整稿",
    settled: [...HEAD.settled, { code: "W-GITATTRIBUTES", reason: "一人登记" }],
    policy: { dueSoonDays: 7 },
    divisions: [...HEAD.divisions.toReversed(), { id: "c", name: "丙处" }],
    districts: ["北碚区"],
    themes: HEAD.themes.map((theme) => ({ ...theme, title: `新${theme.title}` })),
    sections: HEAD.sections.map((section) => ({ ...section, theme: "t2" })),
  }),
  "1.yaml": JSON.stringify({
    section: "s2",
    tasks: [
      {
        ...TASK,
        settled: [{ code: "W-TWICE", reason: "各做一次" }],
        divisions: ["a", "c"],
        districts: ["北碚区", "related"],
        indicators: [{ ...TASK.indicators[0], min: 2, stretch: true }],
        milestones: [
          { id: "1-1", when: "Q2", text: "办好一件事。" },
          { id: "1-3", when: "every quarter", text: "每季度一次。" },
        ],
      },
    ],
  }),
};
