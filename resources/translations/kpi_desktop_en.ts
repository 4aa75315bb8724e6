<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>第{years}年</source>
        <translation>Year {years}</translation>
    </message>
    <message>
        <source>{code} ← {year} {old}</source>
        <translation>{code} ← {year} {old}</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>{due}（延期{count}次）</source>
        <translation>{due} (extended {count}×)</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>no report</translation>
    </message>
    <message>
        <source>{share}，应达 {expected}</source>
        <translation>{share}, expected {expected}</translation>
    </message>
    <message>
        <source>{share}，{state}</source>
        <translation>{share}, {state}</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>现期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>{month} 月 {value} {unit}</source>
        <translation>Month {month} {value} {unit}</translation>
    </message>
    <message>
        <source>承担</source>
        <translation>Borne by</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>应达</source>
        <translation>Expected</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>审批表…</source>
        <translation>Approval form…</translation>
    </message>
    <message>
        <source>报送日期</source>
        <translation>Reported on</translation>
    </message>
    <message>
        <source>完成比例</source>
        <translation>Percent done</translation>
    </message>
    <message>
        <source>如 62% 或 0.62</source>
        <translation>Such as 62% or 0.62</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下步措施</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>报进展 · {title}</source>
        <translation>Report · {title}</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>进展没有报送</source>
        <translation>The report was not saved</translation>
    </message>
    <message>
        <source>整个事项</source>
        <translation>The whole item</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>证明什么</source>
        <translation>What it proves</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>文件复制进台账里保存，随台账一起备份；原文件删了也不影响。</source>
        <translation>The file is copied into the book and backed up with it; the original may be deleted.</translation>
    </message>
    <message>
        <source>附佐证 · {title}</source>
        <translation>Evidence · {title}</translation>
    </message>
    <message>
        <source>附上</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>佐证没有附上</source>
        <translation>The evidence was not attached</translation>
    </message>
    <message>
        <source>“{title}”没有未完成的节点</source>
        <translation>&quot;{title}&quot; has no open milestone</translation>
    </message>
    <message>
        <source>{title}（期限 {due}）</source>
        <translation>{title} (due {due})</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>定节点期限…</source>
        <translation>Set milestone dates…</translation>
    </message>
    <message>
        <source>节点完成 · {title}</source>
        <translation>Milestone done · {title}</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>节点没有登记</source>
        <translation>The milestone was not saved</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>定节点期限 · {title}</source>
        <translation>Milestone dates · {title}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>定期限 · {title}</source>
        <translation>Due date · {title}</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>延期原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>批准人或会议</source>
        <translation>Approved by (person or meeting)</translation>
    </message>
    <message>
        <source>如 管委会第 14 次主任办公会</source>
        <translation>Such as the 14th directors&apos; meeting</translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>现在的期限 {due}，原期限保留在经过里。</source>
        <translation>Now due {due}; the original date stays in the story.</translation>
    </message>
    <message>
        <source>延期 · {title}</source>
        <translation>Extend · {title}</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>期限没有保存</source>
        <translation>The due date was not saved</translation>
    </message>
    <message>
        <source>没有延期</source>
        <translation>Not extended</translation>
    </message>
    <message>
        <source>节点齐了，佐证也有。</source>
        <translation>Milestones are done and there is evidence.</translation>
    </message>
    <message>
        <source>还缺 {count} 项，补齐才能销号：
{lines}</source>
        <translation>Lacking before it can be closed: {count}
{lines}</translation>
    </message>
    <message>
        <source>确无佐证的，写明原因</source>
        <translation>If there is no evidence, say why</translation>
    </message>
    <message>
        <source>销号 · {title}</source>
        <translation>Close · {title}</translation>
    </message>
    <message>
        <source>节点…</source>
        <translation>Milestones…</translation>
    </message>
    <message>
        <source>佐证…</source>
        <translation>Evidence…</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还不能销号</source>
        <translation>It cannot be closed yet</translation>
    </message>
    <message>
        <source>没有申请销号</source>
        <translation>Closing was not requested</translation>
    </message>
    <message>
        <source>没有恢复</source>
        <translation>Not resumed</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Cancel task</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>文号、会议纪要或批示</source>
        <translation>Document, minutes or instruction</translation>
    </message>
    <message>
        <source>办理后不再亮灯、不计分，分值摊到同类其他项。</source>
        <translation>Afterwards no lights and no points; its points go to the others of its category.</translation>
    </message>
    <message>
        <source>{verb} · {title}</source>
        <translation>{verb} · {title}</translation>
    </message>
    <message>
        <source>没有{verb}</source>
        <translation>Not done: {verb}</translation>
    </message>
    <message>
        <source>每{word}</source>
        <translation>by {word}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>如 K46</source>
        <translation>Such as K46</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办部门</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>名称或编码，用、隔开</source>
        <translation>Names or codes, separated by 、</translation>
    </message>
    <message>
        <source>完成标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>报送周期</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>0 分：只督查，不计分</source>
        <translation>0 points: supervised, not scored</translation>
    </message>
    <message>
        <source>新增事项</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>立项</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>事项没有新增</source>
        <translation>The task was not created</translation>
    </message>
</context>
<context>
    <name>AdjustmentSource</name>
    <message>
        <source>否决不记分值</source>
        <translation>A veto has no points</translation>
    </message>
    <message>
        <source>只用于一票否决</source>
        <translation>For vetoes only</translation>
    </message>
</context>
<context>
    <name>Adjustments</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>超限不计</source>
        <translation>Over cap</translation>
    </message>
    <message>
        <source>计入总分</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>由来</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>督办单 {count} 张</source>
        <translation>Directives: {count}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>同一事项就高，这张不另扣</source>
        <translation>Only the largest of one item counts; this one does not</translation>
    </message>
    <message>
        <source>不计</source>
        <translation>none</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Partners</translation>
    </message>
</context>
<context>
    <name>AdjustmentsPage</name>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>在最后一行输入即新增 · 加分、扣分都填正数 · Ctrl+- 删除所选行 · Ctrl+V 粘贴 Excel 区域</source>
        <translation>Type in the last row to add · bonus and deduction are both positive · Ctrl+- deletes rows · Ctrl+V pastes from Excel</translation>
    </message>
    <message>
        <source>这条的影响</source>
        <translation>Effect of this entry</translation>
    </message>
    <message>
        <source>删除这条</source>
        <translation>Delete it</translation>
    </message>
    <message>
        <source>打印认定表</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>封顶与督办单扣分</source>
        <translation>Caps and directives</translation>
    </message>
    <message>
        <source>上限对录入和督办单一并起作用&#x3000;单位：分</source>
        <translation>The cap holds for entries and directives together  Unit: points</translation>
    </message>
    <message>
        <source>这里逐条登记加分、扣分和一票否决，各写事由和依据。先登记部门，在方案里设好类别。</source>
        <translation>Bonuses, deductions and vetoes are entered here one by one, each with reason and basis. Enter departments and set categories first.</translation>
    </message>
    <message>
        <source>设类别</source>
        <translation>Set categories</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>{year} 年还不能登记加减分</source>
        <translation>Adjustments cannot be entered for {year} yet</translation>
    </message>
    <message>
        <source>还没有加减分：在下面最后一行输入，或从 Excel 粘贴</source>
        <translation>No adjustments yet: type in the last row below, or paste from Excel</translation>
    </message>
    <message>
        <source>加分 {bonus} 条，扣分 {off} 条，一票否决 {veto} 条</source>
        <translation>Bonuses {bonus}, deductions {off}, vetoes {veto}</translation>
    </message>
    <message>
        <source>；{count} 条没有依据</source>
        <translation>; without basis {count}</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>节点“{title}”</source>
        <translation>Milestone &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>no report</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>欠什么</source>
        <translation>Lacks</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>第{years}年&#x3000;{count} 项&#x3000;{lights}</source>
        <translation>Year {years}: {count}  {lights}</translation>
    </message>
    <message>
        <source>{code} {title}：{year} 年立项，原期限 {due}</source>
        <translation>{code} {title}: begun in {year}, originally due {due}</translation>
    </message>
</context>
<context>
    <name>AppealPanel</name>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>处理…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>看这一项的得分</source>
        <translation>Show this item&apos;s score</translation>
    </message>
    <message>
        <source>打印复核表</source>
        <translation>Print the review form</translation>
    </message>
    <message>
        <source>撤回申诉</source>
        <translation>Withdraw the appeal</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>诉求 {day}</source>
        <translation>Claim {day}</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>对得分的影响</source>
        <translation>Effect on the score</translation>
    </message>
    <message>
        <source>没有加减分</source>
        <translation>No adjustment</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>提出日期</source>
        <translation>Raised on</translation>
    </message>
    <message>
        <source>新申诉</source>
        <translation>New appeal</translation>
    </message>
    <message>
        <source>登记申诉</source>
        <translation>Enter the appeal</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>处理依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>影响得分</source>
        <translation>Points changed</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>不影响得分的不填</source>
        <translation>Leave blank where the score does not change</translation>
    </message>
    <message>
        <source>处理日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>影响以一笔加减分计入，和处理结果一起保存、一起撤销。</source>
        <translation>The change counts as an adjustment, saved and undone together with the decision.</translation>
    </message>
    <message>
        <source>处理 {number}</source>
        <translation>Decide {number}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>不影响，或已改正数据</source>
        <translation>No change, or the data were corrected</translation>
    </message>
    <message>
        <source>计入“{category}”</source>
        <translation>In &quot;{category}&quot;</translation>
    </message>
</context>
<context>
    <name>Appeals</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>影响得分</source>
        <translation>Points changed</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>考核结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>AppealsPage</name>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>↑↓ 换一件，右侧处理 · Ctrl+Enter 保存 · Esc 收起</source>
        <translation>↑↓ another appeal, handled on the right · Ctrl+Enter saves · Esc closes</translation>
    </message>
    <message>
        <source>新申诉…</source>
        <translation>New appeal…</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>共 {count} 件，{open} 件待处理</source>
        <translation>Appeals: {count}, open: {open}</translation>
    </message>
    <message>
        <source>复核阶段，部门对结果有异议的在这里登记：对哪一项、要什么、怎么处理、影响多少分。</source>
        <translation>During the review, objections to the results are entered here: to which item, what is claimed, how it was decided, how many points it changes.</translation>
    </message>
    <message>
        <source>本年没有申诉</source>
        <translation>No appeals this year</translation>
    </message>
    <message>
        <source>年度已定稿；更正后的新一版里可以再登记。</source>
        <translation>The year is final; appeals can be entered in a corrected edition.</translation>
    </message>
    <message>
        <source>还没有申诉</source>
        <translation>No appeals yet</translation>
    </message>
    <message>
        <source>登记申诉</source>
        <translation>Enter the appeal</translation>
    </message>
    <message>
        <source>申诉没有登记</source>
        <translation>The appeal was not entered</translation>
    </message>
    <message>
        <source>处理没有保存</source>
        <translation>The decision was not saved</translation>
    </message>
    <message>
        <source>申诉没有撤回</source>
        <translation>The appeal was not withdrawn</translation>
    </message>
</context>
<context>
    <name>ApplyPanel</name>
    <message>
        <source>套到同办法的指标</source>
        <translation>Copy to indicators with this rule</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{code} {name}（已相同）</source>
        <translation>{code} {name} (same already)</translation>
    </message>
    <message>
        <source>{code} {name}</source>
        <translation>{code} {name}</translation>
    </message>
    <message>
        <source>参数改成：{params}</source>
        <translation>Parameters become: {params}</translation>
    </message>
    <message>
        <source>全部取默认值</source>
        <translation>all defaults</translation>
    </message>
    <message>
        <source>套用 {count} 项</source>
        <translation>Copy to {count}</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>台账管理</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>拖入工作簿即预览导入，拖入文件夹即收填报表 · 每一步都能撤销，历史里能单独撤销</source>
        <translation>Drop a workbook to preview its import, a folder to take forms in · every step can be undone, in the history one by one</translation>
    </message>
    <message>
        <source>导入导出</source>
        <translation>Import &amp; export</translation>
    </message>
    <message>
        <source>填报表</source>
        <translation>Fill-in forms</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>备份与恢复</source>
        <translation>Backup &amp; restore</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>最近进来的</source>
        <translation>Came in lately</translation>
    </message>
    <message>
        <source>点一行看它改了什么，也可以单独撤销</source>
        <translation>Click a row to see what it changed; it can be undone by itself</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>改动的行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{words} *</source>
        <translation>{words} *</translation>
    </message>
</context>
<context>
    <name>AwardPart</name>
    <message>
        <source>奖惩办法</source>
        <translation>Award rules</translation>
    </message>
    <message>
        <source>加一条</source>
        <translation>Add a rule</translation>
    </message>
    <message>
        <source>去掉这条</source>
        <translation>Take it out</translation>
    </message>
    <message>
        <source>恢复这条</source>
        <translation>Put it back</translation>
    </message>
    <message>
        <source>{name}（去掉）</source>
        <translation>{name} (out)</translation>
    </message>
    <message>
        <source>{name}（新加）</source>
        <translation>{name} (new)</translation>
    </message>
    <message>
        <source>副本里去掉了这条办法，不再兑现。</source>
        <translation>The copy leaves this rule out; it pays nothing.</translation>
    </message>
    <message>
        <source>{method}（{scope}）：{words}</source>
        <translation>{method} ({scope}): {words}</translation>
    </message>
</context>
<context>
    <name>Awards</name>
    <message>
        <source>总额</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>人均</source>
        <translation>Per head</translation>
    </message>
    <message>
        <source>贡献</source>
        <translation>Contrib.</translation>
    </message>
    <message>
        <source>超额</source>
        <translation>Excess</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>低分</source>
        <translation>Low score</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>黄红牌</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>奖励</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>扣罚</source>
        <translation>Penalties</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>本组合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>tbd</translation>
    </message>
    <message>
        <source>认定后重算</source>
        <translation>reckoned again when decided</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>横加 {across} 与竖加 {down} 不等</source>
        <translation>Across {across} and down {down} differ</translation>
    </message>
    <message>
        <source>横加 = 竖加 = {sum} 元&#x3000;{capital}</source>
        <translation>Across = down = {sum} yuan  {capital}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>怎么算</source>
        <translation>How it is reckoned</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>兑现</source>
        <translation>Paid out</translation>
    </message>
    <message>
        <source>其中本组</source>
        <translation>This group</translation>
    </message>
    <message>
        <source>未分</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>{name}未分 {amount} 元：{why}</source>
        <translation>{name}: {amount} yuan undistributed: {why}</translation>
    </message>
    <message>
        <source>有定额的：计划 {planned} = 兑现 {given} + 未分 {left}</source>
        <translation>With a fixed amount: planned {planned} = paid out {given} + undistributed {left}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>第 {rank} 名 · {grade} · {people} 人</source>
        <translation>Rank {rank} · {grade} · {people} people</translation>
    </message>
    <message>
        <source>（待定）</source>
        <translation>(undecided)</translation>
    </message>
    <message>
        <source>{year}年度考核奖惩兑现单&#x3000;{name}</source>
        <translation>Payout slip {year}  {name}</translation>
    </message>
    <message>
        <source>{at}. {name}：{amount} 元</source>
        <translation>{at}. {name}: {amount} yuan</translation>
    </message>
    <message>
        <source>奖励 {rewards} 元，扣罚 {penalties} 元，净额 {net} 元（{capital}）</source>
        <translation>Rewards {rewards} yuan, penalties {penalties} yuan, net {net} yuan ({capital})</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>比上年</source>
        <translation>On last year</translation>
    </message>
    <message>
        <source>&#x3000;其中未分</source>
        <translation>  of this undistributed</translation>
    </message>
    <message>
        <source>奖励合计</source>
        <translation>Rewards, sum</translation>
    </message>
    <message>
        <source>扣罚合计</source>
        <translation>Penalties, sum</translation>
    </message>
    <message>
        <source>净额合计</source>
        <translation>Net, sum</translation>
    </message>
</context>
<context>
    <name>AwardsPage</name>
    <message>
        <source>奖惩</source>
        <translation>Awards</translation>
    </message>
    <message>
        <source>点办法改参数 · 点部门看兑现单 · Ctrl+C 复制所选行 · Esc 收起</source>
        <translation>Click a rule to change it · a department for its slip · Ctrl+C copies rows · Esc closes</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>兑现</source>
        <translation>Payout</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>历年</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>在推演中改</source>
        <translation>Change in What-if</translation>
    </message>
    <message>
        <source>打印兑现汇总表</source>
        <translation>Print the summary</translation>
    </message>
    <message>
        <source>各部门兑现</source>
        <translation>Payout by department</translation>
    </message>
    <message>
        <source>列号即办法序号&#x3000;（ ）为扣罚&#x3000;– 为不适用&#x3000;单位：元</source>
        <translation>Column numbers are rule numbers  ( ) penalty  – does not apply  Unit: yuan</translation>
    </message>
    <message>
        <source>这里按顺序列奖惩办法，算出各部门奖多少、罚多少，钱从哪里来。先登记部门、分组和等次，再写第一条办法。</source>
        <translation>The award rules in order, and what each department gets or pays and where the money comes from. Enter departments, groups and grades first, then the first rule.</translation>
    </message>
    <message>
        <source>写第一条办法</source>
        <translation>Write the first rule</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>去定考核方案</source>
        <translation>To the scheme</translation>
    </message>
    <message>
        <source>{year} 年还没有奖惩办法</source>
        <translation>{year} has no award rules yet</translation>
    </message>
    <message>
        <source>还没有分组和参加考核的部门，先在“考核方案”里建立或导入工作簿</source>
        <translation>No groups and departments that take part yet; make them under Scheme or import a workbook</translation>
    </message>
    <message>
        <source>过程稿：{count} 家等次待定，认定前会变</source>
        <translation>Interim, undecided departments: {count}; deciding changes the money</translation>
    </message>
    <message>
        <source>过程稿：定稿前会变</source>
        <translation>Interim: may change until the year is final</translation>
    </message>
    <message>
        <source>选中 {name}&#x3000;奖励 {rewards}&#x3000;扣罚 {penalties}&#x3000;净额 {net} 元</source>
        <translation>{name} chosen  rewards {rewards}  penalties {penalties}  net {net} yuan</translation>
    </message>
    <message>
        <source>没有保存办法</source>
        <translation>The rule was not saved</translation>
    </message>
    <message>
        <source>已保存“{name}”</source>
        <translation>&quot;{name}&quot; is saved</translation>
    </message>
    <message>
        <source>各部门金额已按新办法重算</source>
        <translation>All amounts are reckoned again by the new rule</translation>
    </message>
    <message>
        <source>没有删除办法</source>
        <translation>The rule was not deleted</translation>
    </message>
    <message>
        <source>没有调整顺序</source>
        <translation>The order was not changed</translation>
    </message>
    <message>
        <source>没有打印兑现单</source>
        <translation>The slips were not printed</translation>
    </message>
</context>
<context>
    <name>AwardsTab</name>
    <message>
        <source>奖惩办法</source>
        <translation>Award rules</translation>
    </message>
    <message>
        <source>按顺序算；点一条到“奖惩”里改参数，看它让谁得多少</source>
        <translation>Reckoned in order; click one to change it under Awards and see who gets what</translation>
    </message>
    <message>
        <source>加一条办法</source>
        <translation>Add a rule</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>等次分布</source>
        <translation>Grades</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>来历</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>手动备份</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>关闭时</source>
        <translation>On closing</translation>
    </message>
    <message>
        <source>恢复前留存</source>
        <translation>Before a restore</translation>
    </message>
    <message>
        <source>另选的文件</source>
        <translation>Chosen file</translation>
    </message>
    <message>
        <source>发现</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>这份备份有问题，恢复会被拒绝：{first}。请改用更早的备份。</source>
        <translation>This backup is damaged and would be refused: {first}. Please use an earlier one.</translation>
    </message>
    <message>
        <source>能恢复：备份校验通过。</source>
        <translation>It can be restored: the backup passed its check.</translation>
    </message>
    <message>
        <source>但它不是这本台账的早先状态（操作日志接不上），请确认没有选错。</source>
        <translation>But it is no earlier state of this book (the journals do not meet); please make sure it is the right one.</translation>
    </message>
    <message>
        <source>它停在第 {number} 条操作（{at}），恢复会失去之后的 {count} 条操作。</source>
        <translation>It ends at operation {number} ({at}); restoring loses the {count} operations after it.</translation>
    </message>
    <message>
        <source>操作日志与现在的台账完全一致（{count} 条）。</source>
        <translation>Its journal is the same as the book&apos;s now ({count} entries).</translation>
    </message>
    <message>
        <source>有 {count} 个部门的总分不同，见下表。</source>
        <translation>Departments with other totals: {count}, see below.</translation>
    </message>
    <message>
        <source>各年度各部门的总分都相同。</source>
        <translation>All totals of all years are the same.</translation>
    </message>
    <message>
        <source>年度和部门</source>
        <translation>Year and department</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>{year} 年 · {count} 个部门</source>
        <translation>{year} · {count} departments</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>选别处的备份…</source>
        <translation>Choose another backup…</translation>
    </message>
    <message>
        <source>备份清单</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>校验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>校验台账</source>
        <translation>Verify the book</translation>
    </message>
    <message>
        <source>检查文件、表结构、操作日志的链条，把全部历史从头重放一遍，再核对得分和附件。</source>
        <translation>Checks the file, its tables and the chain of the journal, replays all history from the start, and compares scores and attachments.</translation>
    </message>
    <message>
        <source>校验发现的问题</source>
        <translation>What verifying found</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Restore drill</translation>
    </message>
    <message>
        <source>用它恢复…</source>
        <translation>Restore it…</translation>
    </message>
    <message>
        <source>备份与台账的得分</source>
        <translation>Scores in backup and book</translation>
    </message>
    <message>
        <source>存到 {folder}</source>
        <translation>Saved to {folder}</translation>
    </message>
    <message>
        <source>上次关闭时没有备份成：{why}</source>
        <translation>No backup was made at the last closing: {why}</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backups yet</translation>
    </message>
    <message>
        <source>点“立即备份”：复制出来的副本先通过校验，才会有名字。</source>
        <translation>Click &quot;Back up now&quot;: a copy gets its name only after it has passed its check.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复演练：打开一份复制件，校验并和现在的台账比对操作日志和各年度得分；两边都不动。</source>
        <translation>The drill opens a copy of the backup, verifies it and compares journal and scores with the book; neither is touched.</translation>
    </message>
    <message>
        <source>正在备份并校验</source>
        <translation>Backing up and verifying</translation>
    </message>
    <message>
        <source>没有备份</source>
        <translation>No backup was made</translation>
    </message>
    <message>
        <source>已备份，副本校验通过</source>
        <translation>Backed up; the copy passed its check</translation>
    </message>
    <message>
        <source>考核台账 (*);;所有文件 (*)</source>
        <translation>Books (*);;All files (*)</translation>
    </message>
    <message>
        <source>选一份备份</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>正在校验台账</source>
        <translation>Verifying the book</translation>
    </message>
    <message>
        <source>没有校验</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>没有发现问题：文件完好，操作日志的链条完整，每一行都与历史相符，定稿结果与重算一致。</source>
        <translation>No problem found: the file is sound, the chain of the journal complete, every row agrees with its history, final results with what is reckoned again.</translation>
    </message>
    <message>
        <source>发现 {count} 处问题。请先备份现状，再从没有问题的备份恢复。</source>
        <translation>Problems found: {count}. Back up the present state first, then restore a backup without problems.</translation>
    </message>
    <message>
        <source>演练没有做成</source>
        <translation>The drill was not done</translation>
    </message>
    <message>
        <source>确定恢复</source>
        <translation>Restore now</translation>
    </message>
    <message>
        <source>将用这份备份替换现在的台账，备份之后的改动不在其中。现在的台账会原样留在旁边（….before-restore-n），可以再恢复回来。再点一次“确定恢复”才会做。</source>
        <translation>This backup will replace the book; changes after the backup are not in it. The present book stays beside it (….before-restore-n) and can be restored again. Click &quot;Restore now&quot; once more to do it.</translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>没有恢复，台账没有动</source>
        <translation>Not restored; the book was not touched</translation>
    </message>
    <message>
        <source>原来的台账留在 {path}</source>
        <translation>The former book is kept in {path}</translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation>Restored</translation>
    </message>
</context>
<context>
    <name>BallotSource</name>
    <message>
        <source>去极值：去掉 {count} 票</source>
        <translation>Trimmed ballots: {count}</translation>
    </message>
    <message>
        <source>去 {count} 票</source>
        <translation>drops {count}</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>怎样排</source>
        <translation>How it is laid out</translation>
    </message>
    <message>
        <source>指标 × 月</source>
        <translation>Ind. × month</translation>
    </message>
    <message>
        <source>部门 × 月</source>
        <translation>Dept. × month</translation>
    </message>
    <message>
        <source>月 × 指标</source>
        <translation>Month × ind.</translation>
    </message>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>哪一个</source>
        <translation>Which one</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>哪些指标</source>
        <translation>Which indicators</translation>
    </message>
    <message>
        <source>经济指标</source>
        <translation>Economic</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>录入数</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>当月数</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>录入为</source>
        <translation>as</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>快报</source>
        <translation>Prelim.</translation>
    </message>
    <message>
        <source>逐个跳到</source>
        <translation>Step through</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>一季度</source>
        <translation>Q1</translation>
    </message>
    <message>
        <source>二季度</source>
        <translation>Q2</translation>
    </message>
    <message>
        <source>三季度</source>
        <translation>Q3</translation>
    </message>
    <message>
        <source>四季度</source>
        <translation>Q4</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>{shown} / {every} 行</source>
        <translation>{shown} / {every} rows</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>BatchCard</name>
    <message>
        <source>批量</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>批量做什么</source>
        <translation>What to make</translation>
    </message>
    <message>
        <source>批量存成什么</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>PDF，一份一个文件</source>
        <translation>PDF, a file each</translation>
    </message>
    <message>
        <source>PDF，合订成一个文件</source>
        <translation>PDF, all in one file</translation>
    </message>
    <message>
        <source>归档 PDF/A，一份一个文件</source>
        <translation>Archive PDF/A, a file each</translation>
    </message>
    <message>
        <source>Word，一份一个文件</source>
        <translation>Word, a file each</translation>
    </message>
    <message>
        <source>Excel，一份一个文件</source>
        <translation>Excel, a file each</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>换文件夹…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>批量清单</source>
        <translation>Batch list</translation>
    </message>
    <message>
        <source>到 {folder}</source>
        <translation>To {folder}</translation>
    </message>
    <message>
        <source>存到哪个文件夹</source>
        <translation>Folder to save to</translation>
    </message>
    <message>
        <source>做完手上这一份就停</source>
        <translation>Stops after the one at hand</translation>
    </message>
    <message>
        <source>将存 {count} 份</source>
        <translation>To save: {count}</translation>
    </message>
    <message>
        <source>正在做：{name}</source>
        <translation>Making {name}</translation>
    </message>
    <message>
        <source>全部存好</source>
        <translation>All saved</translation>
    </message>
    <message>
        <source>已停，做好的都在文件夹里</source>
        <translation>Stopped; the finished ones are in the folder</translation>
    </message>
    <message>
        <source>约还要 {left} 秒；可继续干别的</source>
        <translation>About {left} s to go; you can work on</translation>
    </message>
    <message>
        <source>可以继续干别的；取消时做好的留下。</source>
        <translation>You can work on; cancelling keeps what is finished.</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>saved</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>setting</translation>
    </message>
    <message>
        <source>没有做</source>
        <translation>not made</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>waiting</translation>
    </message>
</context>
<context>
    <name>BearersCard</name>
    <message>
        <source>还没有指标</source>
        <translation>No indicators yet</translation>
    </message>
    <message>
        <source>指标和计分办法在“考核方案”里登记</source>
        <translation>Indicators and rules are entered under Scheme</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>还没有部门承担：在最后一行选部门，再填目标和分值</source>
        <translation>No department bears it yet: choose one in the last row, then enter targets and points</translation>
    </message>
    <message>
        <source>{count} 个部门承担</source>
        <translation>Bearers: {count}</translation>
    </message>
    <message>
        <source>{count}；目标是比率或水平，不相加</source>
        <translation>{count}; rates or levels, not added up</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>合计：{parts}</source>
        <translation>Sum: {parts}</translation>
    </message>
</context>
<context>
    <name>BlankPanel</name>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>去填</source>
        <translation>Fill it</translation>
    </message>
    <message>
        <source>已有说明</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>说明原因…</source>
        <translation>Say why…</translation>
    </message>
    <message>
        <source>撤回说明</source>
        <translation>Withdraw it</translation>
    </message>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>这一处定稿时必须有结果，写了说明也要先认定。</source>
        <translation>This must have a result before the year is final; even explained it must be decided.</translation>
    </message>
    <message>
        <source>补上数据，或写明为什么空着：二者有一，才能进入下一步。</source>
        <translation>Fill it, or say why it is blank: one of both, before the next step.</translation>
    </message>
    <message>
        <source>改写说明…</source>
        <translation>Write it anew…</translation>
    </message>
    <message>
        <source>为什么空着</source>
        <translation>Why it is blank</translation>
    </message>
    <message>
        <source>说明人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>承担它的所有部门</source>
        <translation>All departments that bear it</translation>
    </message>
    <message>
        <source>对谁有效</source>
        <translation>Holds for</translation>
    </message>
    <message>
        <source>说明 {code}</source>
        <translation>Explain {code}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Blanks</name>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>空在哪里</source>
        <translation>What is blank</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>{name}&#x3000;{count} 处</source>
        <translation>{name}  {count}</translation>
    </message>
    <message>
        <source>{name}&#x3000;{count} 处，{said} 处已说明</source>
        <translation>{name}  {count}, explained {said}</translation>
    </message>
</context>
<context>
    <name>BlanksPage</name>
    <message>
        <source>督查</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>↑↓ 换一处，右侧去填或说明 · Ctrl+C 复制 · Alt+← 回到这里</source>
        <translation>↑↓ another blank, filled or explained on the right · Ctrl+C copies · Alt+← comes back here</translation>
    </message>
    <message>
        <source>看哪些</source>
        <translation>Which to show</translation>
    </message>
    <message>
        <source>逐个跳到</source>
        <translation>Step through</translation>
    </message>
    <message>
        <source>打印对表检查表</source>
        <translation>Print the check list</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>待处理 {count}</source>
        <translation>Open {count}</translation>
    </message>
    <message>
        <source>已说明 {count}</source>
        <translation>Explained {count}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>共 {count} 处空白，{said} 处已有说明，{open} 处待处理</source>
        <translation>Blanks {count}, explained {said}, open {open}</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>这里没有</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>换一个类型，或看全部空白。</source>
        <translation>Choose another kind, or show all blanks.</translation>
    </message>
    <message>
        <source>该填的都填了，该说明的都说明了。可以在顶上的年度进程里进入下一步。</source>
        <translation>Everything due is filled or explained. Go on to the next step in the course of the year at the top.</translation>
    </message>
    <message>
        <source>不留空白</source>
        <translation>Nothing is blank</translation>
    </message>
    <message>
        <source>这里列出还缺的数、进展、评分和依据，逐处填上或说明。先登记部门，把指标和任务落实下去。</source>
        <translation>Missing figures, reports, ratings and bases are listed here, to be filled or explained. Enter departments, indicators and tasks first.</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>去落实目标</source>
        <translation>To the targets</translation>
    </message>
    <message>
        <source>{year} 年还没有可核对的内容</source>
        <translation>{year} has nothing to check yet</translation>
    </message>
    <message>
        <source>说明没有保存</source>
        <translation>The explanation was not saved</translation>
    </message>
</context>
<context>
    <name>Blockers</name>
    <message>
        <source>另有提醒</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>{count} 家</source>
        <translation>{count} depts</translation>
    </message>
    <message>
        <source>逐个跳到</source>
        <translation>Step through</translation>
    </message>
    <message>
        <source>{year} 年度已定稿</source>
        <translation>{year} is final</translation>
    </message>
    <message>
        <source>本年已过 {gone} 天，余 {left} 天</source>
        <translation>{gone} d gone, {left} d left</translation>
    </message>
    <message>
        <source>没有挡住下一步的缺口。</source>
        <translation>No gap blocks the next step.</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>右边多出的 {count} 列没有粘贴</source>
        <translation>Columns beyond the right edge, not pasted: {count}</translation>
    </message>
    <message>
        <source>粘贴的内容比现有的行多 {count} 行</source>
        <translation>Rows that the table lacks: {count}</translation>
    </message>
    <message>
        <source>新增 {count} 行</source>
        <translation>Add rows: {count}</translation>
    </message>
    <message>
        <source>下面多出的 {count} 行没有粘贴，这里不能新增行</source>
        <translation>Rows beyond the end, not pasted: {count}; rows cannot be added here</translation>
    </message>
    <message>
        <source>粘贴了 {count} 行</source>
        <translation>Rows pasted: {count}</translation>
    </message>
    <message>
        <source>{count} 行还没有保存，先填有底色的格</source>
        <translation>Rows not saved yet: {count}; fill the marked cells first</translation>
    </message>
    <message>
        <source>{count} 格有误，未保存</source>
        <translation>Bad cells, not saved: {count}</translation>
    </message>
    <message>
        <source>{count} 格不能填，已跳过</source>
        <translation>Cells that cannot be filled, skipped: {count}</translation>
    </message>
    <message>
        <source>逐个跳到</source>
        <translation>Step through</translation>
    </message>
</context>
<context>
    <name>BookSource</name>
    <message>
        <source>没有打开台账</source>
        <translation>No book is open</translation>
    </message>
    <message>
        <source>{year} 年已定稿</source>
        <translation>{year} is final</translation>
    </message>
    <message>
        <source>台账以只读方式打开</source>
        <translation>The book is open for reading only</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>打开考核台账</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <source>考核台账和工作簿 (*.kpi *.db *.xlsx);;所有文件 (*)</source>
        <translation>Books and workbooks (*.kpi *.db *.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>导入工作簿，新建考核台账</source>
        <translation>Import a workbook into a new book</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>新建空白台账</source>
        <translation>New empty book</translation>
    </message>
    <message>
        <source>考核台账 (*.kpi)</source>
        <translation>Books (*.kpi)</translation>
    </message>
    <message>
        <source>正在新建 {name}</source>
        <translation>Making {name}</translation>
    </message>
    <message>
        <source>没有新建台账</source>
        <translation>The book was not made</translation>
    </message>
    <message>
        <source>正在准备示例区</source>
        <translation>Preparing the sample zone</translation>
    </message>
    <message>
        <source>示例区没有建成</source>
        <translation>The sample zone was not made</translation>
    </message>
    <message>
        <source>导入工作簿到当前台账</source>
        <translation>Import a workbook into this book</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx *.xlsm)</source>
        <translation>Workbooks (*.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>程序出错，原有的台账没有动。请把日志交给维护人员。</source>
        <translation>The program failed; the book was not touched. Please give the log to whoever maintains the program.</translation>
    </message>
    <message>
        <source>打开考核台账…</source>
        <translation>Open a book…</translation>
    </message>
    <message>
        <source>导入工作簿新建…</source>
        <translation>Import a workbook as a new book…</translation>
    </message>
    <message>
        <source>新建空白台账…</source>
        <translation>New empty book…</translation>
    </message>
    <message>
        <source>导入工作簿到当前台账…</source>
        <translation>Import a workbook into this book…</translation>
    </message>
    <message>
        <source>导出本年工作簿…</source>
        <translation>Export this year&apos;s workbook…</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>打开示例区</source>
        <translation>Open the sample zone</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>选一本 Excel 或 WPS 工作簿（.xlsx）；也可以把文件直接拖到窗口里。</source>
        <translation>Choose an Excel or WPS workbook (.xlsx), or drop the file on the window.</translation>
    </message>
    <message>
        <source>先给预览：哪些行新增、变更、相同，逐格列出原来和现在；这时什么也没有写。</source>
        <translation>First a preview: rows new, changed or the same, each cell before and after; nothing is written yet.</translation>
    </message>
    <message>
        <source>有错的格逐处列出，可另存一份标红并带批注的副本，发回去改。</source>
        <translation>Bad cells are listed one by one; a copy with red marks and comments can be saved and sent back.</translation>
    </message>
    <message>
        <source>确认后一次写入，全部成功或全部不写；按 Ctrl+Z 可整体撤销。</source>
        <translation>Confirmed, it is written at once, all or nothing; Ctrl+Z undoes all of it.</translation>
    </message>
    <message>
        <source>选择工作簿…</source>
        <translation>Choose a workbook…</translation>
    </message>
    <message>
        <source>导入工作簿，另建一本台账…</source>
        <translation>Import a workbook as another book…</translation>
    </message>
    <message>
        <source>导出工作簿</source>
        <translation>Export a workbook</translation>
    </message>
    <message>
        <source>把本年度全部内容写成一本交换工作簿：每张表一页，有下拉选项，表头注明必填。</source>
        <translation>Writes the whole year as one exchange workbook: a sheet each, with drop-down lists, required columns marked.</translation>
    </message>
    <message>
        <source>导出后原样再导入，什么也不会变；可在 Excel 里成批改好后导回来。</source>
        <translation>Imported again as it is, it changes nothing; edit many cells in Excel and bring them back.</translation>
    </message>
    <message>
        <source>佐证文件只导出目录和校验码，文件本身留在台账里。</source>
        <translation>Of evidence only the list and the checksums go out; the files stay in the book.</translation>
    </message>
    <message>
        <source>导出 {year} 年…</source>
        <translation>Export {year}…</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx *.xlsm)</source>
        <translation>Workbooks (*.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>正在导出 {year} 年</source>
        <translation>Exporting {year}</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>已导出</source>
        <translation>Exported</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在停下…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>程序出错，台账没有动。请把日志交给维护人员。</source>
        <translation>The program failed; the book was not touched. Please give the log to whoever maintains the program.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>督查日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>这一周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>上个月 PageUp</source>
        <translation>Previous month PageUp</translation>
    </message>
    <message>
        <source>下个月 PageDown</source>
        <translation>Next month PageDown</translation>
    </message>
    <message>
        <source>回到截至日</source>
        <translation>Back to the day</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation>{month} / {year}</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>还没办结 {count}</source>
        <translation>Open {count}</translation>
    </message>
    <message>
        <source>{first:%m-%d} 至 {last:%m-%d} 这一周</source>
        <translation>Week {first:%m-%d} to {last:%m-%d}</translation>
    </message>
    <message>
        <source>{day:%m-%d} {weekday}&#x3000;{count} 项</source>
        <translation>{day:%m-%d} {weekday}: {count}</translation>
    </message>
    <message>
        <source>这一周没有到期的</source>
        <translation>Nothing is due this week</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>蓝</source>
        <translation>B</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>红</source>
        <translation>R</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>总投资 {amount} 亿元</source>
        <translation>{amount} × 100 m yuan</translation>
    </message>
    <message>
        <source>还没签约</source>
        <translation>not signed yet</translation>
    </message>
    <message>
        <source>{stage} {day}</source>
        <translation>{stage} {day}</translation>
    </message>
    <message>
        <source>计划 {day}</source>
        <translation>Plan {day}</translation>
    </message>
    <message>
        <source>已投产 · 迟到 {days} 天</source>
        <translation>done · {days} d late</translation>
    </message>
    <message>
        <source>已投产 · 按期</source>
        <translation>done · in time</translation>
    </message>
    <message>
        <source>应{stage}</source>
        <translation>{stage}</translation>
    </message>
    <message>
        <source>应{stage} {day}</source>
        <translation>{stage} {day}</translation>
    </message>
    <message>
        <source>{stage}：计划 {planned}，到达 {reached} {mark}</source>
        <translation>{stage}: planned {planned}, reached {reached} {mark}</translation>
    </message>
    <message>
        <source>年内投资 {done}，计划 {plan}</source>
        <translation>Investment {done}, planned {plan}</translation>
    </message>
    <message>
        <source>名次变化</source>
        <translation>Ranks</translation>
    </message>
    <message>
        <source>奖励差额</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>净额，推演 − 现行</source>
        <translation>Net, what-if − current</translation>
    </message>
    <message>
        <source>不是钱的后果</source>
        <translation>Consequences</translation>
    </message>
    <message>
        <source>不变：评优资格、约谈、通报都与现行方案相同</source>
        <translation>No change: consequences are those of the current scheme</translation>
    </message>
    <message>
        <source>推演名次稳不稳</source>
        <translation>Stability of the ranks</translation>
    </message>
    <message>
        <source>{group} {count} 个部门；箭头指向推演名次</source>
        <translation>{group}, {count} departments; arrows point to the what-if rank</translation>
    </message>
    <message>
        <source>参数“折算”为否：分值直接来自各项，改类别分值不影响得分</source>
        <translation>&quot;Scaling&quot; is 否: points come from the items, a category&apos;s points do not change scores</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>第{year}年</source>
        <translation>Year {year}</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>新编码</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>原编码</source>
        <translation>Old code</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>年头</source>
        <translation>Year no.</translation>
    </message>
    <message>
        <source>原期限</source>
        <translation>Original due</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>终止依据</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>CarryOverPage</name>
    <message>
        <source>督查</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>在“新期限”里直接填日期，可成块粘贴 · 填了终止依据的不再办</source>
        <translation>Type dates into &quot;New due date&quot;, or paste a block · with a basis for cancelling it is dropped</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>按建议填期限</source>
        <translation>Take the proposed dates</translation>
    </message>
    <message>
        <source>打印结转清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>要结转的任务</source>
        <translation>Tasks to carry over</translation>
    </message>
    <message>
        <source>未达到目标的指标</source>
        <translation>Indicators below target</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carry-over</translation>
    </message>
    <message>
        <source>要结转 {count}</source>
        <translation>To carry {count}</translation>
    </message>
    <message>
        <source>未达标指标 {count}</source>
        <translation>Below target {count}</translation>
    </message>
    <message>
        <source>已终止 {count}</source>
        <translation>Cancelled {count}</translation>
    </message>
    <message>
        <source>已结转 {count}</source>
        <translation>Carried {count}</translation>
    </message>
    <message>
        <source>结转到 {year} 年（{count} 项）</source>
        <translation>Carry {count} to {year}</translation>
    </message>
    <message>
        <source>{year} 年已定稿，不能再结转进去；请先为它另开一版。</source>
        <translation>{year} is final and nothing can be carried into it; open another edition of it first.</translation>
    </message>
    <message>
        <source>没有要结转的任务。再结转一次也不会重复。</source>
        <translation>Nothing to carry over. Carrying again carries nothing twice.</translation>
    </message>
    <message>
        <source>{count} 项任务进入 {year} 年督查台账</source>
        <translation>Tasks that go into the {year} ledger: {count}</translation>
    </message>
    <message>
        <source>（{ages}）</source>
        <translation> ({ages})</translation>
    </message>
    <message>
        <source>{count} 项按依据终止</source>
        <translation>cancelled with a basis: {count}</translation>
    </message>
    <message>
        <source>{count} 项指标转为督查事项</source>
        <translation>indicators that become tasks: {count}</translation>
    </message>
    <message>
        <source>{count} 处还没有新期限，结转后列为空白</source>
        <translation>without a new due date and so blank: {count}</translation>
    </message>
    <message>
        <source>{sentence}。</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{year} 年将按 {old} 年的部门和方案新开。</source>
        <translation>{year} will be opened with departments and scheme of {old}.</translation>
    </message>
    <message>
        <source>{sentence}{next}</source>
        <translation>{sentence} {next}</translation>
    </message>
    <message>
        <source>{age} {count} 项</source>
        <translation>{age}: {count}</translation>
    </message>
    <message>
        <source>原期限和第几年自动带过去；没办完的节点一并带走，期限另定</source>
        <translation>Original due date and year number go along by themselves, open milestones too, their due dates to be set</translation>
    </message>
    <message>
        <source>可以转为下一年的督查事项：只督查，不重复计分</source>
        <translation>May become tasks of the next year: supervised, not scored again</translation>
    </message>
    <message>
        <source>已终止的任务</source>
        <translation>Cancelled tasks</translation>
    </message>
    <message>
        <source>不结转，依据在此</source>
        <translation>Not carried, for this reason</translation>
    </message>
    <message>
        <source>已结转的任务</source>
        <translation>Tasks carried over</translation>
    </message>
    <message>
        <source>在 {year} 年的台账里</source>
        <translation>In the book of {year}</translation>
    </message>
    <message>
        <source>没有要结转的任务</source>
        <translation>No tasks to carry over</translation>
    </message>
    <message>
        <source>本年的任务都已销号、终止，或已经结转。</source>
        <translation>All tasks of this year are closed, cancelled or carried over.</translation>
    </message>
    <message>
        <source>指标都达到了目标</source>
        <translation>All indicators reached their targets</translation>
    </message>
    <message>
        <source>没有可以转为督查事项的指标。</source>
        <translation>No indicator can become a task.</translation>
    </message>
    <message>
        <source>本年没有终止的任务</source>
        <translation>No task was cancelled this year</translation>
    </message>
    <message>
        <source>终止要在督查台账里写明依据。</source>
        <translation>Cancelling needs a basis, written in the ledger.</translation>
    </message>
    <message>
        <source>还没有结转</source>
        <translation>Nothing carried over yet</translation>
    </message>
    <message>
        <source>点右上角结转，未办完的任务就进入 {year} 年。</source>
        <translation>Click &quot;Carry&quot; at the top right and unfinished tasks go into {year}.</translation>
    </message>
    <message>
        <source>没有结转</source>
        <translation>Not carried over</translation>
    </message>
    <message>
        <source>已结转 {count} 项到 {year} 年</source>
        <translation>Carried to {year}: {count}</translation>
    </message>
    <message>
        <source>在年度里选 {year} 年就能看到；Ctrl+Z 撤销。</source>
        <translation>Choose {year} at the top to see them; Ctrl+Z undoes.</translation>
    </message>
</context>
<context>
    <name>CarrySource</name>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>应在 {year} 年或以后</source>
        <translation>must be in {year} or later</translation>
    </message>
    <message>
        <source>建议 {day}</source>
        <translation>Proposed {day}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>较上次改动</source>
        <translation>last change</translation>
    </message>
    <message>
        <source>较今天以前</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>较 7 天前</source>
        <translation>7 days ago</translation>
    </message>
    <message>
        <source>较第 {number} 条“{action}”之前</source>
        <translation>before no. {number} &quot;{action}&quot;</translation>
    </message>
    <message>
        <source>较 {day} 第 {number} 条之后</source>
        <translation>no. {number}, {day}</translation>
    </message>
</context>
<context>
    <name>ChangesOfYear</name>
    <message>
        <source>比较变动</source>
        <translation>Compare with</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>正在画“{name}”…</source>
        <translation>Drawing &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>画图：{name}</source>
        <translation>Drawing {name}</translation>
    </message>
    <message>
        <source>这一年还没有“{name}”要用的数据</source>
        <translation>This year has no data for &quot;{name}&quot; yet</translation>
    </message>
    <message>
        <source>没有画出“{name}”</source>
        <translation>&quot;{name}&quot; was not drawn</translation>
    </message>
    <message>
        <source>已复制“{name}”</source>
        <translation>&quot;{name}&quot; is copied</translation>
    </message>
    <message>
        <source>存图：{name}</source>
        <translation>Saving the chart {name}</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>没有存成：{why}</source>
        <translation>Not saved: {why}</translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>哪张图</source>
        <translation>Which chart</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制成图片，粘到 Word、WPS、微信</source>
        <translation>Copy as a picture, for Word, WPS or WeChat</translation>
    </message>
    <message>
        <source>存图…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>存成 PNG、SVG 或 PDF</source>
        <translation>Save as PNG, SVG or PDF</translation>
    </message>
    <message>
        <source>得分构成</source>
        <translation>Make-up of scores</translation>
    </message>
    <message>
        <source>完成率</source>
        <translation>Completion</translation>
    </message>
    <message>
        <source>逐月进度</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>部门 × 月</source>
        <translation>Dept. × month</translation>
    </message>
    <message>
        <source>贡献份额</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>奖惩</source>
        <translation>Awards</translation>
    </message>
    <message>
        <source>计分曲线</source>
        <translation>Rule curve</translation>
    </message>
    <message>
        <source>与报表里的图相同</source>
        <translation>The same chart as in the forms</translation>
    </message>
    <message>
        <source>PNG 图片 (*.png);;SVG 矢量图 (*.svg);;PDF (*.pdf)</source>
        <translation>PNG picture (*.png);;SVG drawing (*.svg);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>存图</source>
        <translation>Save the chart</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>方案检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>{bad} 处须改好才能进入执行，{warnings} 处提示不拦</source>
        <translation>Must be corrected before the year runs: {bad}; hints that do not block: {warnings}</translation>
    </message>
    <message>
        <source>没有必须改的；{warnings} 处提示不拦下一步</source>
        <translation>Nothing must be corrected; hints that do not block: {warnings}</translation>
    </message>
    <message>
        <source>没有必须改的，也没有提示</source>
        <translation>Nothing to correct and no hints</translation>
    </message>
    <message>
        <source>{words} ›</source>
        <translation>{words} ›</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重新读取并计算</source>
        <translation>Reckon again</translation>
    </message>
    <message>
        <source>年度进程：下一步还差什么</source>
        <translation>Course of the year: what the next step lacks</translation>
    </message>
    <message>
        <source>督查日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>今天的督办</source>
        <translation>Today&apos;s directives</translation>
    </message>
    <message>
        <source>打开考核台账</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <source>打开示例区</source>
        <translation>Open the sample zone</translation>
    </message>
    <message>
        <source>导入工作簿，新建考核台账</source>
        <translation>Import a workbook into a new book</translation>
    </message>
    <message>
        <source>新建空白台账</source>
        <translation>New empty book</translation>
    </message>
    <message>
        <source>新建年度</source>
        <translation>New year</translation>
    </message>
    <message>
        <source>浅色界面</source>
        <translation>Light appearance</translation>
    </message>
    <message>
        <source>深色界面</source>
        <translation>Dark appearance</translation>
    </message>
    <message>
        <source>界面明暗跟随系统</source>
        <translation>Appearance follows the system</translation>
    </message>
    <message>
        <source>取消后台任务</source>
        <translation>Cancel background jobs</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>回到上一页</source>
        <translation>Back to the page before</translation>
    </message>
    <message>
        <source>导入工作簿到当前台账</source>
        <translation>Import a workbook into this book</translation>
    </message>
    <message>
        <source>导出本年工作簿</source>
        <translation>Export this year&apos;s workbook</translation>
    </message>
    <message>
        <source>填报表：发出和收回</source>
        <translation>Fill-in forms: send and take in</translation>
    </message>
    <message>
        <source>操作历史</source>
        <translation>History of operations</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>校验台账、恢复演练</source>
        <translation>Verify the book, restore drill</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>{side} 实绩</source>
        <translation>{side} actual</translation>
    </message>
    <message>
        <source>{side} 满分</source>
        <translation>{side} full</translation>
    </message>
    <message>
        <source>{side} 得分</source>
        <translation>{side} score</translation>
    </message>
    <message>
        <source>{side} 得分率</source>
        <translation>{side} share</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>只在 A</source>
        <translation>only in A</translation>
    </message>
    <message>
        <source>只在 B</source>
        <translation>only in B</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>名</source>
        <translation>rank</translation>
    </message>
    <message>
        <source>加分</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>减分</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{one} {ours} 分（第 {rank} 名，{grade}），{other} {theirs} 分（第 {place} 名，{band}）</source>
        <translation>{one} {ours} points (rank {rank}, {grade}), {other} {theirs} points (rank {place}, {band})</translation>
    </message>
    <message>
        <source>加减分 {more}</source>
        <translation>adjustments {more}</translation>
    </message>
    <message>
        <source>{head}；A − B = {apart}：{parts}</source>
        <translation>{head}; A − B = {apart}: {parts}</translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>返回方案</source>
        <translation>Back to the scheme</translation>
    </message>
    <message>
        <source>与去年不同的地方</source>
        <translation>Differences to last year</translation>
    </message>
    <message>
        <source>{year} 年方案与 {other} 年对照</source>
        <translation>Scheme of {year} beside {other}</translation>
    </message>
    <message>
        <source>套用 {other} 年的 {count} 处</source>
        <translation>Take {count} from {other}</translation>
    </message>
    <message>
        <source>没有不同</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>一次写入，记一条日志，Ctrl+Z 一次撤销</source>
        <translation>Written at once as one entry; one Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>套用后左边“今年”变成右边“去年”。今年独有的分组、类别、指标和评委类别都保留；责任分解、任务、实绩不动；单位名称不套。</source>
        <translation>&quot;This year&quot; on the left becomes &quot;last year&quot; on the right. Groups, categories, indicators and rater classes only this year has are kept; targets, tasks and actuals are not touched; the unit&apos;s name is not taken.</translation>
    </message>
    <message>
        <source>今年没有 {new} 处，不同 {changed} 处，去年没有 {gone} 处，相同 {same} 处</source>
        <translation>Missing this year {new}, different {changed}, missing last year {gone}, same {same}</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>逐项比较</source>
        <translation>Item by item</translation>
    </message>
    <message>
        <source>A 的年度</source>
        <translation>Year of A</translation>
    </message>
    <message>
        <source>B 的年度</source>
        <translation>Year of B</translation>
    </message>
    <message>
        <source>A 部门</source>
        <translation>Department A</translation>
    </message>
    <message>
        <source>B 部门</source>
        <translation>Department B</translation>
    </message>
    <message>
        <source>A、B 对调</source>
        <translation>Swap A and B</translation>
    </message>
    <message>
        <source>还没有可以比较的部门</source>
        <translation>No departments to compare yet</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>不是钱的后果：{what}</source>
        <translation>Consequences other than money: {what}</translation>
    </message>
    <message>
        <source>不是钱的后果</source>
        <translation>Consequences</translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>方案副本</source>
        <translation>Copy of the scheme</translation>
    </message>
    <message>
        <source>类别分值</source>
        <translation>Points of categories</translation>
    </message>
    <message>
        <source>有效经济占比</source>
        <translation>Economic share</translation>
    </message>
    <message>
        <source>指标系数</source>
        <translation>Multipliers</translation>
    </message>
    <message>
        <source>只在类别内移动分值</source>
        <translation>moves points within a category only</translation>
    </message>
    <message>
        <source>谁的系数</source>
        <translation>Whose multiplier</translation>
    </message>
    <message>
        <source>计分参数</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>奖惩办法</source>
        <translation>Award rules</translation>
    </message>
    <message>
        <source>方案名称</source>
        <translation>Name of the scenario</translation>
    </message>
    <message>
        <source>给副本起个名，如 方案甲</source>
        <translation>Name the copy, such as Plan A</translation>
    </message>
    <message>
        <source>保存副本</source>
        <translation>Save copy</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>把改动写进考核方案，记入操作日志，可以撤销</source>
        <translation>Writes the changes to the scheme, with an entry in the history; can be undone</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>各部门一起改</source>
        <translation>all departments together</translation>
    </message>
    <message>
        <source>改动 {count} 处</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>与现行方案相同</source>
        <translation>The same as the current scheme</translation>
    </message>
    <message>
        <source>合计 {total}{mark}</source>
        <translation>Sum {total}{mark}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>{count} 定 · {waiting} 待定</source>
        <translation>{count} + {waiting} tbd</translation>
    </message>
    <message>
        <source>{count} / {room} 名</source>
        <translation>{count} / {room}</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>年度进程：%1</source>
        <translation>Course of the year: %1</translation>
    </message>
    <message>
        <source>{told}，点开看下一步</source>
        <translation>{told}; click for the next step</translation>
    </message>
</context>
<context>
    <name>CoursePanel</name>
    <message>
        <source>年度进程</source>
        <translation>Course of the year</translation>
    </message>
    <message>
        <source>下一步的清单</source>
        <translation>What the next step needs</translation>
    </message>
    <message>
        <source>已核对无误，定稿后本年度不能再改</source>
        <translation>Everything is checked; once final, this year can no longer be changed</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>另存表样…</source>
        <translation>Save the forms…</translation>
    </message>
    <message>
        <source>{year} 年度 · {state}</source>
        <translation>{year} · {state}</translation>
    </message>
    <message>
        <source>第 {now} 版，更正第 {old} 版：{reason}</source>
        <translation>Edition {now}, corrects edition {old}: {reason}</translation>
    </message>
    <message>
        <source>下一步是执行：目标任务定下来，各部门开始按期报送。</source>
        <translation>Next is the running year: targets and tasks are fixed, departments begin to report.</translation>
    </message>
    <message>
        <source>下一步是考核：年终自评、核定、评议，补齐全年数据。</source>
        <translation>Next is the assessment: self-scores, verdicts, panel ratings, and the data of the whole year.</translation>
    </message>
    <message>
        <source>下一步是复核：结果告知各部门，受理申诉，认定等次。</source>
        <translation>Next is the review: departments are told their results, appeals are heard, grades decided.</translation>
    </message>
    <message>
        <source>下一步是定稿：结果和全套表样照此留存，本年度从此不能改动；更正要另开一版。</source>
        <translation>Next is the final edition: results and all forms are kept as they are and the year can no longer be changed; a correction opens another edition.</translation>
    </message>
    <message>
        <source>定稿时的结果和表样原样留存，任何内容都不能改动。确需更正的，写明原因另开一版，原稿保留。</source>
        <translation>Results and forms are kept as they were when the year became final; nothing can be changed. A correction needs a reason and opens another edition; the original stays.</translation>
    </message>
    <message>
        <source>提醒，不挡下一步</source>
        <translation>Reminders, which do not block the next step</translation>
    </message>
    <message>
        <source>{kind} {count} 处</source>
        <translation>{kind}: {count}</translation>
    </message>
    <message>
        <source>留存表样 {count} 份</source>
        <translation>Forms kept: {count}</translation>
    </message>
    <message>
        <source>这一版没有留存表样，可在“报表”里打印</source>
        <translation>No forms were kept with this edition; print them under Reports</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Make final</translation>
    </message>
    <message>
        <source>进入{next}</source>
        <translation>Go on to {next}</translation>
    </message>
    <message>
        <source>更正，另开一版…</source>
        <translation>Correct in another edition…</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Go back…</translation>
    </message>
    <message>
        <source>{year} 年度已进入{state}</source>
        <translation>{year} is now in {state}</translation>
    </message>
    <message>
        <source>更正定稿</source>
        <translation>Correct the final edition</translation>
    </message>
    <message>
        <source>退回上一步</source>
        <translation>Back to an earlier step</translation>
    </message>
    <message>
        <source>原稿和表样原样保留，新的一版从所选的状态开始。</source>
        <translation>The original and its forms stay as they are; the new edition begins at the step you choose.</translation>
    </message>
    <message>
        <source>从哪一步重新开始</source>
        <translation>Begin again at</translation>
    </message>
    <message>
        <source>退回到</source>
        <translation>Back to</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>另开一版</source>
        <translation>Open the edition</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>这一步没有做完；已保存的内容不受影响，可以继续使用。</source>
        <translation>This step was not finished; what was saved is safe and you can go on working.</translation>
    </message>
    <message>
        <source>出错经过记在“{path}”，请把这个文件交给维护人员。</source>
        <translation>What went wrong is written down in &quot;{path}&quot;; please give this file to whoever maintains the program.</translation>
    </message>
    <message>
        <source>出错经过没能写到磁盘上。</source>
        <translation>What went wrong could not be written to the disk.</translation>
    </message>
    <message>
        <source>程序出错了</source>
        <translation>The program failed</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>曲线：值 {value}，得分率 {share}</source>
        <translation>Curve: value {value}, share {share}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>{number} 待回复：{title}</source>
        <translation>{number} awaits a reply: {title}</translation>
    </message>
    <message>
        <source>{title}（{item}）</source>
        <translation>{title} ({item})</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>逾 {days} 天</source>
        <translation>{days} d over</translation>
    </message>
</context>
<context>
    <name>DayChooser</name>
    <message>
        <source>截至日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>从日历选</source>
        <translation>Choose from a calendar</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>从日历选</source>
        <translation>Choose from a calendar</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>等次认定</source>
        <translation>Grade decision</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>认定等次</source>
        <translation>Decide the grade</translation>
    </message>
    <message>
        <source>认定依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>认定日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>写下会议的认定</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>{name}&#x3000;{total}&#x3000;{grade}</source>
        <translation>{name}  {total}  {grade}</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>会议名称、文号，为什么认定给它</source>
        <translation>Meeting or document, and why it is this department&apos;s</translation>
    </message>
    <message>
        <source>认定的部门先占名额，其余按名次再排；撤回后恢复计算的等次。待定没有认定完，不能定稿。</source>
        <translation>Decided departments take their room first, the others follow by rank; withdrawing brings the computed grade back. The year cannot be final while anyone is undecided.</translation>
    </message>
    <message>
        <source>没有写下认定</source>
        <translation>The decision was not recorded</translation>
    </message>
    <message>
        <source>{name}已认定为“{grade}”</source>
        <translation>{name} is decided as &quot;{grade}&quot;</translation>
    </message>
    <message>
        <source>还有 {count} 家待定</source>
        <translation>{count} still undecided</translation>
    </message>
    <message>
        <source>已没有待定</source>
        <translation>Nobody is undecided now</translation>
    </message>
    <message>
        <source>没有撤回认定</source>
        <translation>The decision was not withdrawn</translation>
    </message>
    <message>
        <source>本组已认定 {count} 家</source>
        <translation>Decided in this group: {count}</translation>
    </message>
    <message>
        <source>{name}&#x3000;{grade}</source>
        <translation>{name}  {grade}</translation>
    </message>
    <message>
        <source>依据：{basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Depts</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>折算人数</source>
        <translation>Payout</translation>
    </message>
    <message>
        <source>不参评</source>
        <translation>out</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>牵连</source>
        <translation>What depends on it</translation>
    </message>
    <message>
        <source>处</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>例如</source>
        <translation>Such as</translation>
    </message>
    <message>
        <source>{sheet} {count} 处</source>
        <translation>{sheet} {count}</translation>
    </message>
    <message>
        <source>还有{parts}牵连着它。请先改由别的部门承担；只是不再考核的，把“参评”改为否。</source>
        <translation>It still bears {parts}. Move these to other departments; to leave it out of the assessment only, set &quot;takes part&quot; to 否.</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>在最后一行输入即新增，编码自动给出 · Ctrl+V 粘贴 Excel 区域 · 有牵连的部门不能删除</source>
        <translation>Type in the last row to add, codes come by themselves · Ctrl+V pastes from Excel · what others depend on cannot be deleted</translation>
    </message>
    <message>
        <source>删除部门</source>
        <translation>Delete the department</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>各分组人数</source>
        <translation>Headcount by group</translation>
    </message>
    <message>
        <source>牵连</source>
        <translation>What depends on it</translation>
    </message>
    <message>
        <source>看目标任务</source>
        <translation>Show its targets</translation>
    </message>
    <message>
        <source>看考核表</source>
        <translation>Show its sheet</translation>
    </message>
    <message>
        <source>{count} 个部门，{assessed} 个参评</source>
        <translation>Departments {count}, taking part {assessed}</translation>
    </message>
    <message>
        <source>这里登记考核的责任单位：编码、名称、分组、人数。分组在“考核方案”里设。直接在下面的表里输入，或从 Excel 粘贴。</source>
        <translation>The departments to assess: code, name, group, headcount. Groups are set under Scheme. Type in the table below, or paste from Excel.</translation>
    </message>
    <message>
        <source>先设分组</source>
        <translation>Set groups first</translation>
    </message>
    <message>
        <source>沿用 {year} 年的部门</source>
        <translation>Take the departments of {year}</translation>
    </message>
    <message>
        <source>{year} 年还没有部门</source>
        <translation>{year} has no departments yet</translation>
    </message>
    <message>
        <source>有牵连，不能删除。确要删除，请先在上述各处改由别的部门承担或删去；只是不再考核的，把“参评”改为否。</source>
        <translation>Others depend on it, so it cannot be deleted. To delete it, move these to other departments or remove them; to leave it out of the assessment only, set &quot;takes part&quot; to 否.</translation>
    </message>
    <message>
        <source>没有指标、任务和其他记录牵连，可以删除。</source>
        <translation>Nothing depends on it; it can be deleted.</translation>
    </message>
    <message>
        <source>没有沿用部门</source>
        <translation>The departments were not taken over</translation>
    </message>
    <message>
        <source>没有删除{name}</source>
        <translation>{name} was not deleted</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>无任务</source>
        <translation>no jobs</translation>
    </message>
    <message>
        <source>后台：{what}</source>
        <translation>Background: {what}</translation>
    </message>
    <message>
        <source>正在读取 {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>复制位置</source>
        <translation>Copy the address</translation>
    </message>
    <message>
        <source>各列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>逐格对照</source>
        <translation>Cell by cell</translation>
    </message>
    <message>
        <source>在左边点一行，这里逐格列出原来和现在。</source>
        <translation>Click a row on the left: each cell before and after is listed here.</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>怎样改</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>这一行在工作簿里</source>
        <translation>The row in the workbook</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>复制图</source>
        <translation>Copy the chart</translation>
    </message>
    <message>
        <source>每月需要</source>
        <translation>Needed each month</translation>
    </message>
    <message>
        <source>这个月还没有数，填了数才能写</source>
        <translation>This month has no figure; enter one before writing</translation>
    </message>
    <message>
        <source>{words}&#x3000;用全区数</source>
        <translation>{words}  (zone&apos;s figure)</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>一季度</source>
        <translation>Q1</translation>
    </message>
    <message>
        <source>二季度</source>
        <translation>Q2</translation>
    </message>
    <message>
        <source>三季度</source>
        <translation>Q3</translation>
    </message>
    <message>
        <source>四季度</source>
        <translation>Q4</translation>
    </message>
    <message>
        <source>没有可按月折算的目标。{words}</source>
        <translation>No target that can be spread over months. {words}</translation>
    </message>
    <message>
        <source>{unit}，{way}</source>
        <translation>{unit}, {way}</translation>
    </message>
    <message>
        <source>季度目标 {targets}</source>
        <translation>Quarter targets {targets}</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>确保进度</source>
        <translation>Base pace</translation>
    </message>
    <message>
        <source>力争进度</source>
        <translation>Stretch pace</translation>
    </message>
    <message>
        <source>当月</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>Economy</name>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>占确保</source>
        <translation>% of base</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>比应达</source>
        <translation>Vs pace</translation>
    </message>
    <message>
        <source>由 {count} 个部门承担</source>
        <translation>Bearers: {count}</translation>
    </message>
    <message>
        <source>实绩 {actual}，全年应达 {due}，到此时应达 {pace}</source>
        <translation>Actual {actual}, due in the year {due}, expected by now {pace}</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>no report</translation>
    </message>
    <message>
        <source>不按进度</source>
        <translation>no pace</translation>
    </message>
    <message>
        <source>{count} 家落后</source>
        <translation>{count} late</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>even</translation>
    </message>
    <message>
        <source>快 {by}</source>
        <translation>+{by}</translation>
    </message>
    <message>
        <source>差 {by}</source>
        <translation>−{by}</translation>
    </message>
</context>
<context>
    <name>EconomyPage</name>
    <message>
        <source>经济指标</source>
        <translation>Economy</translation>
    </message>
    <message>
        <source>直接输入即替换 · Enter 向下 · Ctrl+V 粘贴 Excel 区域 · Ctrl+D 向下填充 · Ctrl+Z 撤销</source>
        <translation>Typing replaces · Enter down · Ctrl+V pastes from Excel · Ctrl+D fills down · Ctrl+Z undoes</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>实绩录入</source>
        <translation>Actuals</translation>
    </message>
    <message>
        <source>月调度</source>
        <translation>Monthly review</translation>
    </message>
    <message>
        <source>季分析</source>
        <translation>Quarterly analysis</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>导入月报</source>
        <translation>Import a monthly report</translation>
    </message>
    <message>
        <source>这里按月录入各部门承担的指标，对照序时进度，写分析和对策。先把指标落实到部门。</source>
        <translation>Months of the indicators that departments bear are entered here, set against the pace, analysed and countered. Lay indicators on departments first.</translation>
    </message>
    <message>
        <source>去落实目标</source>
        <translation>To the targets</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>{year} 年还没有指标落实到部门</source>
        <translation>{year} has no indicators laid on departments yet</translation>
    </message>
    <message>
        <source>季分析专报</source>
        <translation>Quarterly bulletin</translation>
    </message>
    <message>
        <source>月调度表</source>
        <translation>Monthly sheet</translation>
    </message>
    <message>
        <source>核定所选 {count} 个</source>
        <translation>Confirm {count} chosen</translation>
    </message>
    <message>
        <source>核定 {month} 月数</source>
        <translation>Confirm month {month}</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>把到 {month} 月的 {count} 个快报数改为核定</source>
        <translation>Confirms {count} preliminary figures up to month {month}</translation>
    </message>
    <message>
        <source>没有待核定的快报数</source>
        <translation>No preliminary figures to confirm</translation>
    </message>
    <message>
        <source>没有写入</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>已核定 {count} 个数</source>
        <translation>Figures confirmed: {count}</translation>
    </message>
    <message>
        <source>Ctrl+Z 可撤销</source>
        <translation>Ctrl+Z undoes</translation>
    </message>
    <message>
        <source>这个指标不按月录入</source>
        <translation>This indicator is not entered by month</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>“{column}”由程序算出或取自别处，只供查看</source>
        <translation>&quot;{column}&quot; is computed or comes from elsewhere; it can only be read</translation>
    </message>
    <message>
        <source>这一格不能填：{why}</source>
        <translation>This cell cannot be filled: {why}</translation>
    </message>
</context>
<context>
    <name>EffectPanel</name>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>这一条的影响</source>
        <translation>Effect of this entry</translation>
    </message>
    <message>
        <source>督办单扣分</source>
        <translation>Deductions by directives</translation>
    </message>
    <message>
        <source>看考核表</source>
        <translation>Show its sheet</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>没有这条</source>
        <translation>Without</translation>
    </message>
    <message>
        <source>有这条</source>
        <translation>With</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>选一条加减分，看它对总分、名次和等次的影响。</source>
        <translation>Choose an adjustment to see what it does to total, rank and grade.</translation>
    </message>
    <message>
        <source>督办单扣分 {count} 张，计入“{category}”</source>
        <translation>Directives that deduct: {count}, in &quot;{category}&quot;</translation>
    </message>
    <message>
        <source>没有扣分的督办单</source>
        <translation>No directive deducts</translation>
    </message>
    <message>
        <source>没有设督查扣分类别，督办单不扣分</source>
        <translation>No deduction category for directives is set; they deduct nothing</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>改变</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>兑现净额</source>
        <translation>Net pay</translation>
    </message>
    <message>
        <source>升 {count} 位</source>
        <translation>up {count}</translation>
    </message>
    <message>
        <source>降 {n} 位</source>
        <translation>down {n}</translation>
    </message>
    <message>
        <source>{grade} 待定</source>
        <translation>{grade}, undecided</translation>
    </message>
    <message>
        <source>该部门不参加考核，加减分不起作用。</source>
        <translation>This department does not take part; the entry has no effect.</translation>
    </message>
    <message>
        <source>{name}由{before}变为{after}</source>
        <translation>{name} from {before} to {after}</translation>
    </message>
    <message>
        <source>等 {count} 家</source>
        <translation> ({count} in all)</translation>
    </message>
    <message>
        <source>同时变动：{names}{rest}。</source>
        <translation>Others that move: {names}{rest}.</translation>
    </message>
    <message>
        <source>这一条没有改变总分。</source>
        <translation>This entry did not change the total.</translation>
    </message>
    <message>
        <source>第 {rank} 名{grade}</source>
        <translation>rank {rank} {grade}</translation>
    </message>
    <message>
        <source>本部门“{category}”合计 {claimed} 分</source>
        <translation>&quot;{category}&quot; of this department: {claimed} points</translation>
    </message>
    <message>
        <source>（录入 {entered}，督办单 {cards}）</source>
        <translation> (entries {entered}, directives {cards})</translation>
    </message>
    <message>
        <source>，没有上限。</source>
        <translation>, no cap.</translation>
    </message>
    <message>
        <source>，上限 {cap} 分，超限 {cut} 分不计。</source>
        <translation>, cap {cap} points, {cut} over it do not count.</translation>
    </message>
    <message>
        <source>，上限 {cap} 分，全部计入。</source>
        <translation>, cap {cap} points, all of it counts.</translation>
    </message>
</context>
<context>
    <name>EntryGrid</name>
    <message>
        <source>已还原未保存的内容</source>
        <translation>Unsaved text put back as it was</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {count} 处</source>
        <translation>{at} of {count}</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>{title} {text} 有误，未保存：{reason}</source>
        <translation>{title} {text} is bad and not saved: {reason}</translation>
    </message>
    <message>
        <source>空，应填</source>
        <translation>Blank, to be filled</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>未保存，原值 {text} 仍在；Esc 还原</source>
        <translation>Not saved, {text} is still in the book; Esc puts it back</translation>
    </message>
    <message>
        <source>未保存；Esc 清除</source>
        <translation>Not saved; Esc clears</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>经过</source>
        <translation>Story</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>得分说明</source>
        <translation>How it came about</translation>
    </message>
    <message>
        <source>复制说明</source>
        <translation>Copy the explanation</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Fill it</translation>
    </message>
    <message>
        <source>改核定…</source>
        <translation>Verdict…</translation>
    </message>
    <message>
        <source>等次认定…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous item</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next item</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>第 {place} / {count} 项</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>{full} 分</source>
        <translation>{full} points</translation>
    </message>
    <message>
        <source>点表中任一项看它的由来</source>
        <translation>Click any item of the sheet to see where it comes from</translation>
    </message>
    <message>
        <source>最省力的再得分</source>
        <translation>Least effort for more points</translation>
    </message>
    <message>
        <source>每一步取“再得 1 分”最省的一项：还差的量 ÷ 目标所需的量，越小越省。别的部门和加减分不变。</source>
        <translation>Each step takes the item with the least effort for 1 point more: what it lacks ÷ what its target needs. Other departments and adjustments stay as they are.</translation>
    </message>
    <message>
        <source>{name} 再得 {points} 分</source>
        <translation>{name}: {points} points more</translation>
    </message>
    <message>
        <source>点一项看它的由来</source>
        <translation>Click an item to see where it comes from</translation>
    </message>
    <message>
        <source>{what}：{author} {at}，{action}</source>
        <translation>{what}: {author} {at}, {action}</translation>
    </message>
    <message>
        <source>谁录入</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>系数 {value}</source>
        <translation>Multiplier {value}</translation>
    </message>
    <message>
        <source>到 {value} 得 {score} 分</source>
        <translation>{score} points at {value}</translation>
    </message>
    <message>
        <source>{value} → {score} 分</source>
        <translation>{value} → {score} points</translation>
    </message>
    <message>
        <source>自评 {share}</source>
        <translation>Self-score {share}</translation>
    </message>
    <message>
        <source>未自评</source>
        <translation>No self-score</translation>
    </message>
    <message>
        <source>已核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>未另行核定</source>
        <translation>no verdict</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>拖到这里，或点右边选文件</source>
        <translation>Drop it here, or choose a file</translation>
    </message>
    <message>
        <source>选文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>选佐证文件</source>
        <translation>Choose the evidence</translation>
    </message>
</context>
<context>
    <name>FillInForms</name>
    <message>
        <source>发出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>每个部门一本工作簿，只含它要报的内容；只有黄色的格能填，有下拉和范围检查。</source>
        <translation>A workbook for each department with what it has to report; only yellow cells can be filled, with lists and checks.</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>实绩填到</source>
        <translation>Actuals up to</translation>
    </message>
    <message>
        <source>收回的实绩记为</source>
        <translation>Actuals come in as</translation>
    </message>
    <message>
        <source>交回期限</source>
        <translation>Return by</translation>
    </message>
    <message>
        <source>导出到文件夹…</source>
        <translation>Export to a folder…</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>要报的内容</source>
        <translation>What to report</translation>
    </message>
    <message>
        <source>实绩：指标 × 月份，附分析和对策</source>
        <translation>Actuals by month, with notes</translation>
    </message>
    <message>
        <source>任务进展：未销号的牵头任务</source>
        <translation>Progress of open tasks it leads</translation>
    </message>
    <message>
        <source>自评：得分率和说明</source>
        <translation>Self-scores: share and note</translation>
    </message>
    <message>
        <source>全部 {count} 个部门</source>
        <translation>All {count} departments</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>快报</source>
        <translation>Preliminary</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>{year} 年已定稿，不再收填报表。</source>
        <translation>{year} is final and takes no more forms.</translation>
    </message>
    <message>
        <source>请至少选一项要报的内容。</source>
        <translation>Choose at least one thing to report.</translation>
    </message>
    <message>
        <source>填报表存到哪个文件夹</source>
        <translation>Folder for the fill-in forms</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>填报表没有全部导出</source>
        <translation>Not all forms were exported</translation>
    </message>
    <message>
        <source>已导出 {count} 份到 {folder}</source>
        <translation>Forms exported to {folder}: {count}</translation>
    </message>
    <message>
        <source>选定的内容里，这些部门没有要报的。</source>
        <translation>Of what was chosen these departments have nothing to report.</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>筛选 {title}</source>
        <translation>Filter {title}</translation>
    </message>
    <message>
        <source>含有的字、拼音首字母，或 &lt;95、&gt;=3、=二、空、非空</source>
        <translation>Words or pinyin initials it holds, or &lt;95, &gt;=3, =2, blank, filled</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>非空</source>
        <translation>filled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>本周到期</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>No report</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carried</translation>
    </message>
    <message>
        <source>拟发</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>待回复</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>红</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>绿灯</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>灰灯</source>
        <translation>Grey</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>在报表里找字</source>
        <translation>Find text in the form</translation>
    </message>
    <message>
        <source>找字 Ctrl+F</source>
        <translation>Find Ctrl+F</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>FindStrip</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>在表中查找</source>
        <translation>Find in the table</translation>
    </message>
    <message>
        <source>上一个（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一个（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>年度没有转入下一步</source>
        <translation>The year did not move to the next step</translation>
    </message>
    <message>
        <source>定稿 {year} 年度</source>
        <translation>Making {year} final</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正在生成留存表样 {done} / {total}：{name}</source>
        <translation>Making the forms to keep, {done} / {total}: {name}</translation>
    </message>
    <message>
        <source>已定稿</source>
        <translation>The year is final</translation>
    </message>
    <message>
        <source>结果和表样已留存，本年度不能再改动。</source>
        <translation>Results and forms are kept; this year can no longer be changed.</translation>
    </message>
    <message>
        <source>没有定稿</source>
        <translation>The year is not final</translation>
    </message>
    <message>
        <source>表样另存到</source>
        <translation>Save the forms to</translation>
    </message>
    <message>
        <source>表样另存为</source>
        <translation>Save the form as</translation>
    </message>
    <message>
        <source>没有全部存好</source>
        <translation>Not everything was saved</translation>
    </message>
    <message>
        <source>已另存 {count} 份</source>
        <translation>Forms saved: {count}</translation>
    </message>
</context>
<context>
    <name>FirstYear</name>
    <message>
        <source>“{name}”还没有年度</source>
        <translation>&quot;{name}&quot; has no year yet</translation>
    </message>
    <message>
        <source>先新建一个年度，再登记部门、写方案，或把工作簿导入进来。</source>
        <translation>Open a year first, then enter departments and write the scheme, or import a workbook.</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>新建年度</source>
        <translation>New year</translation>
    </message>
    <message>
        <source>“{text}”不是年度，请填四位数字，如 2021</source>
        <translation>&quot;{text}&quot; is not a year; enter four digits, such as 2021</translation>
    </message>
    <message>
        <source>没有新建年度</source>
        <translation>The year was not opened</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>编制</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>复核、定稿</source>
        <translation>Review, final</translation>
    </message>
</context>
<context>
    <name>GainRow</name>
    <message>
        <source>到 {value}</source>
        <translation>to {value}</translation>
    </message>
</context>
<context>
    <name>Gains</name>
    <message>
        <source>没有还能再得 1 分的指标</source>
        <translation>No indicator can gain another point</translation>
    </message>
    <message>
        <source>再得 {wanted} 分：只够 {reached} 分，从最省力的起</source>
        <translation>{wanted} points more: only {reached} possible, least effort first</translation>
    </message>
    <message>
        <source>再得 {wanted} 分，从最省力的起</source>
        <translation>{wanted} points more, least effort first</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <source>缺口</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>对表检查</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>{count} 处，点一行前往</source>
        <translation>{count}; click a row to go there</translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>没有定等次</source>
        <translation>No grades placed</translation>
    </message>
    <message>
        <source>{name} ≥ {minimum}</source>
        <translation>{name} ≥ {minimum}</translation>
    </message>
    <message>
        <source>{rule}，至多 {places} 名</source>
        <translation>{rule}, at most {places}</translation>
    </message>
    <message>
        <source>并列第 {rank} 的 {count} 家争“{band}”的名额</source>
        <translation>{count} at rank {rank} tie for &quot;{band}&quot;</translation>
    </message>
    <message>
        <source>认定前不能定稿：{names}总分、同分比较都相同</source>
        <translation>Not final until decided: {names} are equal in total and tie-breaks</translation>
    </message>
</context>
<context>
    <name>GradesCard</name>
    <message>
        <source>等次与名额</source>
        <translation>Grades and room</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>筛选本列</source>
        <translation>Filter this column</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
</context>
<context>
    <name>GroupHead</name>
    <message>
        <source>经济占比 {share}</source>
        <translation>Econ. share {share}</translation>
    </message>
</context>
<context>
    <name>GroupName</name>
    <message>
        <source>单独</source>
        <translation>Apart</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>变动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>Current</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>各类得分率</source>
        <translation>Shares by category</translation>
    </message>
    <message>
        <source>得分率 %</source>
        <translation>Share %</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>一页看全年：走到哪一步、下一步还差什么、谁亮灯、谁该报没报、名次如何。</source>
        <translation>The year on one page: the step it is at, what the next one lacks, whose lights are on, who has not reported, the ranking.</translation>
    </message>
    <message>
        <source>每个数字都能点，点了就到它数的那张清单；“逐个跳到”依次走完所有缺口。</source>
        <translation>Every number can be clicked and leads to the list it counts; &quot;Step through&quot; walks all gaps.</translation>
    </message>
    <message>
        <source>右上“截至”改成别的日子，亮灯、到期和缺口都按那一天算。</source>
        <translation>Change &quot;As of&quot; at the top right: lights, due items and gaps are judged on that day.</translation>
    </message>
    <message>
        <source>把指标和任务分到部门：左边选部门，右边直接在表里填。</source>
        <translation>Lay indicators and tasks on departments: choose one on the left, type in the table on the right.</translation>
    </message>
    <message>
        <source>最后一行输入即新增；可从 Excel、WPS 整块粘贴。“按指标”把一个指标一次分给各部门。</source>
        <translation>Typing in the last row adds one; paste blocks from Excel or WPS. &quot;By indicator&quot; lays one indicator on many departments.</translation>
    </message>
    <message>
        <source>系数只在同一类别里移动分值；要让经济指标更重，请改分组给经济类的分值。</source>
        <translation>The multiplier moves points within a category only; to make economic indicators weigh more, change the group&apos;s points for economic categories.</translation>
    </message>
    <message>
        <source>督查台账：所有任务和落后的指标，按灯排，灯后写明原因。</source>
        <translation>The ledger: all tasks, and the indicators behind, sorted by light with the reasons beside it.</translation>
    </message>
    <message>
        <source>选一行，右侧是它跨年的全过程；报进展、附佐证、延期、销号、暂缓、终止都在右侧。</source>
        <translation>Choose a row to see its story across the years; report, attach evidence, extend, close, suspend or cancel on the right.</translation>
    </message>
    <message>
        <source>虚线卡片是按规则建议发的督办单，点“起草”可改可发，编号自动接续。</source>
        <translation>A dashed card is a directive the rules propose; &quot;Draft&quot; lets you change and issue it, numbers run on by themselves.</translation>
    </message>
    <message>
        <source>“日历”把期限、节点和待回复排到每一天；PageUp、PageDown 翻月，点一条看经过。</source>
        <translation>&quot;Calendar&quot; lays due dates, milestones and awaited replies out by day; PageUp and PageDown turn the month, click an entry for its story.</translation>
    </message>
    <message>
        <source>年终对表检查：每一处空白列在部门名下，双击去填，或在右侧写明为什么空着。</source>
        <translation>Year-end check: every blank stands under its department; double-click to fill it, or say on the right why it is blank.</translation>
    </message>
    <message>
        <source>有一处没有填也没有说明，年度就不能往下走。</source>
        <translation>The year cannot go on while one place is neither filled nor explained.</translation>
    </message>
    <message>
        <source>把没办完的带进下一年：先看清单，填新期限；确实不再办的写明依据。</source>
        <translation>Take what was left undone into the next year: look through the list, enter new due dates; what is dropped needs a basis.</translation>
    </message>
    <message>
        <source>结转两次不会重复；结转后期限空着的，列为缺口。</source>
        <translation>Carrying over twice carries nothing twice; a due date left blank becomes a gap.</translation>
    </message>
    <message>
        <source>逐月录实绩：指标×月、部门×月或一个月一列地填，快报和核定分开标。</source>
        <translation>Enter actuals month by month: indicator × month, department × month or a month a column; preliminary and confirmed are marked apart.</translation>
    </message>
    <message>
        <source>下方折线对照进度，右侧写明到确保、力争每月还要多少。</source>
        <translation>The line below stands against the pace; on the right, what each month still needs to reach base and stretch.</translation>
    </message>
    <message>
        <source>“月调度”“季分析”填分析和对策，打印在专报里。</source>
        <translation>&quot;Monthly review&quot; and &quot;Quarterly analysis&quot; take analysis and countermeasures, which are printed in the bulletin.</translation>
    </message>
    <message>
        <source>重点项目按签约、落地、开工、投产四列挂图，误期的标红。</source>
        <translation>Key projects on a wall in four columns: signing, landing, start, opening; late ones in red.</translation>
    </message>
    <message>
        <source>卡片拖到下一列，或按 Ctrl+→，即登记已到；双击改日期和投资；“录入”是同一批项目的表格。</source>
        <translation>Drag a card to the next column, or press Ctrl+→, when it gets there; double-click for dates and investment; &quot;Entry&quot; is the same projects as a table.</translation>
    </message>
    <message>
        <source>四率随“截至”变，“各部门”逐家列出；误期的可以一步转为督查事项。</source>
        <translation>The four rates follow &quot;As of&quot;, &quot;Departments&quot; lists them one by one; a late project becomes a task in one step.</translation>
    </message>
    <message>
        <source>名次、考核表和每一分的来历：点一项，右侧从原始数据一步步算到得分，可以复制。</source>
        <translation>Ranks, sheets and where every point comes from: click an item and it is reckoned step by step from the raw data, ready to copy.</translation>
    </message>
    <message>
        <source>“还差多少再得一分”按曲线反算；并列争名额的在这里写明依据作出认定。</source>
        <translation>&quot;How much more for 1 point&quot; is read back from the curve; ties for the last place of a grade are decided here, with their basis.</translation>
    </message>
    <message>
        <source>“比较”把两个部门或两个年度逐项并列；“图表”与报表里的图相同，可以复制、存图。</source>
        <translation>&quot;Compare&quot; sets two departments or two years side by side; &quot;Charts&quot; are those of the forms, to copy or save.</translation>
    </message>
    <message>
        <source>评议分按评委×部门填，或按票数填；满 5 票去一个最高、一个最低，划线的就是。</source>
        <translation>Ratings are entered rater by department, or by number of ballots; with 5 or more the highest and the lowest are dropped and struck through.</translation>
    </message>
    <message>
        <source>评委不能评自己的部门；没有评分的类别不计权重，其余类别按比例补足。</source>
        <translation>Raters do not rate their own department; a class without ratings has no weight, the others make up for it in proportion.</translation>
    </message>
    <message>
        <source>自评与核定并排：核定要写依据，写了就代替计算的得分率，计算的仍看得到。</source>
        <translation>Self-score and verdict side by side: a verdict needs a basis and replaces the computed share, which stays visible.</translation>
    </message>
    <message>
        <source>加分、扣分、否决逐笔记，写明事由和依据；超过类别上限的部分不计。</source>
        <translation>Bonuses, deductions and vetoes one by one, with reason and basis; what exceeds the category&apos;s cap does not count.</translation>
    </message>
    <message>
        <source>督办单按颜色扣分，不用在这里再记。</source>
        <translation>Directives deduct by their colour; they need no entry here.</translation>
    </message>
    <message>
        <source>申诉一件一行：诉求、核查、结论和依据；采纳的影响记成一笔加减分，随结论一起写入。</source>
        <translation>One appeal a row: claim, check, decision and basis; what it changes is an adjustment, written together with the decision.</translation>
    </message>
    <message>
        <source>在方案的副本上试：改分值、系数、参数、等次、奖惩，名次和钱立即跟着变，台账不动。</source>
        <translation>Try on a copy of the scheme: change points, multipliers, parameters, grades or awards, and ranks and money follow; the book is not touched.</translation>
    </message>
    <message>
        <source>“稳不稳”写明改多少就会换位；可存成方案比较，“采用”才写入，一步可撤销。</source>
        <translation>&quot;Stability&quot; says how much change swaps places; keep copies as scenarios and compare; only &quot;Adopt&quot; writes, and one undo takes it back.</translation>
    </message>
    <message>
        <source>奖惩办法按序执行，每条读成一句话；点一格看这笔钱怎么来。</source>
        <translation>Award rules run in order, each read back as a sentence; click a cell to see where the money comes from.</translation>
    </message>
    <message>
        <source>横加等于竖加；计划减兑现就是未分，未分的原因写在旁边。</source>
        <translation>Across equals down; planned less paid out is undistributed, with the reason beside it.</translation>
    </message>
    <message>
        <source>二十二种报表，预览就是打印的样子；可存 PDF、Word、Excel,也可各部门成批。</source>
        <translation>Twenty-two forms, the preview is what is printed; PDF, Word, Excel, or a batch for all departments.</translation>
    </message>
    <message>
        <source>“版式”改单位名、红头、签字栏和自己的话，存在台账里。定稿前的结果报表带“过程稿”。</source>
        <translation>&quot;Layout&quot; changes the unit&apos;s name, red heading, signatures and your own words, kept in the book. Until the year is final, forms with results are marked interim.</translation>
    </message>
    <message>
        <source>考核办法的数字化：分组、类别、分值、指标和计分规则、等次、参数。</source>
        <translation>The rules of assessment as data: groups, categories, points, indicators and their rules, grades, settings.</translation>
    </message>
    <message>
        <source>选一个指标，右侧改规则，曲线随打字重画；“从去年套”整套搬来再改。</source>
        <translation>Choose an indicator and change its rule on the right, the curve is drawn as you type; &quot;Copy from last year&quot; brings the whole scheme to work on.</translation>
    </message>
    <message>
        <source>部门的编码、分组、人数；发钱另有折算人数时填折算人数。</source>
        <translation>Codes, groups and headcounts of departments; payout headcount where money uses another number.</translation>
    </message>
    <message>
        <source>有牵连的部门不能删，右侧列出牵着什么；不再考核的把“参评”改为否。</source>
        <translation>A department that something depends on cannot be deleted, the right side lists what; to leave one out, set &quot;takes part&quot; to 否.</translation>
    </message>
    <message>
        <source>台账是一个文件：导入导出、填报表收发、每一处改动的历史、备份与恢复都在这里。</source>
        <translation>A book is one file: import and export, fill-in forms, the history of every change, backup and restore are here.</translation>
    </message>
    <message>
        <source>不要在程序打开时直接复制台账文件，请用“备份”。</source>
        <translation>Do not copy the book&apos;s file while the program is open; use &quot;Backup&quot;.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>到处可用</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>帮助 · {page}</source>
        <translation>Help · {page}</translation>
    </message>
    <message>
        <source>本页按键：{keys}</source>
        <translation>Keys of this page: {keys}</translation>
    </message>
    <message>
        <source>搜索，拼音首字母也行，回车前往</source>
        <translation>Search, pinyin initials too</translation>
    </message>
    <message>
        <source>左侧导航的第几项</source>
        <translation>That page on the left</translation>
    </message>
    <message>
        <source>回到上一页</source>
        <translation>Back to the page before</translation>
    </message>
    <message>
        <source>换一行，说明随之换</source>
        <translation>Another row</translation>
    </message>
    <message>
        <source>打开所在的一行</source>
        <translation>Open the row</translation>
    </message>
    <message>
        <source>收起右侧说明、提示和搜索</source>
        <translation>Close panel or search</translation>
    </message>
    <message>
        <source>复制所选，可贴到 Excel、WPS</source>
        <translation>Copy for Excel and WPS</translation>
    </message>
    <message>
        <source>填报表格：修改、向下填充</source>
        <translation>Grid: edit, fill down</translation>
    </message>
    <message>
        <source>拖右下角</source>
        <translation>Drag the corner</translation>
    </message>
    <message>
        <source>填报表格：接着填，等差的往下排</source>
        <translation>Entry grid: fill, even steps go on</translation>
    </message>
    <message>
        <source>填报表格：删除行</source>
        <translation>Grid: delete rows</translation>
    </message>
    <message>
        <source>填报表格：查找、筛选本列</source>
        <translation>Grid: find, filter</translation>
    </message>
    <message>
        <source>打印所看的报表</source>
        <translation>Print the form</translation>
    </message>
    <message>
        <source>撤销 / 重做</source>
        <translation>Undo / redo</translation>
    </message>
    <message>
        <source>打开考核台账</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <source>重新读取并计算</source>
        <translation>Reckon again</translation>
    </message>
    <message>
        <source>灯用形状和文字区分：红是菱形，黄是三角，绿是圆点，灰是圆环。</source>
        <translation>Lights are told apart by shape and word: red is a diamond, yellow a triangle, green a dot, grey a ring.</translation>
    </message>
    <message>
        <source>“空”是没有数据，不是 0；没有数据的项暂按 0 分计入总分，并列入缺口。</source>
        <translation>&quot;Blank&quot; means no data, not 0; what has no data counts 0 points for now and is listed as a gap.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>按操作人</source>
        <translation>By operator</translation>
    </message>
    <message>
        <source>按表</source>
        <translation>By table</translation>
    </message>
    <message>
        <source>按内容</source>
        <translation>By content</translation>
    </message>
    <message>
        <source>内容、事由、编码…</source>
        <translation>Content, reason, code…</translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation>From</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>To</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Operations</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>再看更早的</source>
        <translation>Show earlier ones</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>逐格变化</source>
        <translation>Cell by cell</translation>
    </message>
    <message>
        <source>撤销这一条</source>
        <translation>Undo this one</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>All operators</translation>
    </message>
    <message>
        <source>所有表</source>
        <translation>All tables</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>{count} 条，从新到旧</source>
        <translation>{count}, newest first</translation>
    </message>
    <message>
        <source>最近 {count} 条，还有更早的</source>
        <translation>The latest {count}; there are earlier ones</translation>
    </message>
    <message>
        <source>没有符合筛选的操作</source>
        <translation>No operation matches the filter</translation>
    </message>
    <message>
        <source>已由第 {number} 条撤销。</source>
        <translation>Undone by operation {number}.</translation>
    </message>
    <message>
        <source>这一条撤销了第 {number} 条；再撤销它就是重做。</source>
        <translation>This one undid operation {number}; undoing it is a redo.</translation>
    </message>
    <message>
        <source>只撤销这一条，后来的保留；后来又改过同一行的，会说明原因。</source>
        <translation>Only this one is undone, later ones stay; if its rows were changed since, you are told why it cannot be.</translation>
    </message>
    <message>
        <source>没有撤销</source>
        <translation>Not undone</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>导入预览</source>
        <translation>Import preview</translation>
    </message>
    <message>
        <source>保存带批注的副本…</source>
        <translation>Save a copy with comments…</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>按状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>按表筛选</source>
        <translation>Filter by sheet</translation>
    </message>
    <message>
        <source>{year} 年 · </source>
        <translation>{year} · </translation>
    </message>
    <message>
        <source>全部表</source>
        <translation>All sheets</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>正在读取 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>没有导入“{name}”</source>
        <translation>&quot;{name}&quot; was not imported</translation>
    </message>
    <message>
        <source>建立新台账…</source>
        <translation>Make a new book…</translation>
    </message>
    <message>
        <source>导入 {count} 行</source>
        <translation>Import ({count})</translation>
    </message>
    <message>
        <source>带批注的副本存到哪里</source>
        <translation>Save the copy with comments to</translation>
    </message>
    <message>
        <source>工作簿 (*{suffix})</source>
        <translation>Workbooks (*{suffix})</translation>
    </message>
    <message>
        <source>正在标注 {name}</source>
        <translation>Marking {name}</translation>
    </message>
    <message>
        <source>副本没有存成</source>
        <translation>The copy was not saved</translation>
    </message>
    <message>
        <source>{path}。改好副本或原表后点“重新读取”，或直接导入副本。</source>
        <translation>{path}. Correct the copy or the original and click &quot;Read again&quot;, or import the copy itself.</translation>
    </message>
    <message>
        <source>带批注的副本已存好</source>
        <translation>The copy with comments is saved</translation>
    </message>
    <message>
        <source>正在写入 {name}</source>
        <translation>Writing {name}</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可把这次导入整体撤销。</source>
        <translation>{what}. Ctrl+Z undoes the whole import.</translation>
    </message>
    <message>
        <source>已{action}</source>
        <translation>Done: {action}</translation>
    </message>
    <message>
        <source>新台账存到哪里</source>
        <translation>Save the new book to</translation>
    </message>
    <message>
        <source>考核台账 (*.kpi)</source>
        <translation>Books (*.kpi)</translation>
    </message>
    <message>
        <source>“{path}”已经存在。</source>
        <translation>&quot;{path}&quot; exists already.</translation>
    </message>
    <message>
        <source>请换一个文件名，或直接打开它。</source>
        <translation>Choose another file name, or open it.</translation>
    </message>
    <message>
        <source>“{name}”在预览之后又有了错误。</source>
        <translation>&quot;{name}&quot; has new errors since the preview.</translation>
    </message>
    <message>
        <source>请重新读取。</source>
        <translation>Please read it again.</translation>
    </message>
    <message>
        <source>正在建立 {name}</source>
        <translation>Making {name}</translation>
    </message>
    <message>
        <source>没有建立“{name}”</source>
        <translation>&quot;{name}&quot; was not made</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>工作簿没有</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>略过的列</source>
        <translation>Ignored columns</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>工作簿里没有，台账里的保留</source>
        <translation>Not in the workbook; kept in the book</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>怎样改</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>相同的行</source>
        <translation>Rows that are the same</translation>
    </message>
    <message>
        <source>不认识的列或表，不导入</source>
        <translation>Unknown columns or sheets, not imported</translation>
    </message>
    <message>
        <source>有 {count} 处要先改正，改好之前什么也不写入。点一处看怎样改。</source>
        <translation>To correct first: {count}; nothing is written before. Click one for its remedy.</translation>
    </message>
    <message>
        <source>和台账完全相同，没有要写入的。</source>
        <translation>The same as the book; nothing to write.</translation>
    </message>
    <message>
        <source>将建成一本新台账，{what}。</source>
        <translation>A new book will be made: {what}.</translation>
    </message>
    <message>
        <source>台账里还没有 {year} 年，将新开。</source>
        <translation>The book has no {year} yet; it will be opened.</translation>
    </message>
    <message>
        <source>将{what}；写入后可用 Ctrl+Z 整体撤销。</source>
        <translation>To be written: {what}; Ctrl+Z undoes all of it.</translation>
    </message>
    <message>
        <source>新增 {count} 行</source>
        <translation>Add rows: {count}</translation>
    </message>
    <message>
        <source>更改 {count} 行</source>
        <translation>rows changed: {count}</translation>
    </message>
    <message>
        <source>移除 {count} 行</source>
        <translation>rows removed: {count}</translation>
    </message>
</context>
<context>
    <name>IndicatorsCard</name>
    <message>
        <source>看哪些指标</source>
        <translation>Which indicators</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>{count} 项；选一行，右边改规则</source>
        <translation>{count}; choose one, its rule is on the right</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>重点 {count}</source>
        <translation>Key {count}</translation>
    </message>
    <message>
        <source>有提示 {count}</source>
        <translation>With hints {count}</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>已登记{colour}色督办单 {number}</source>
        <translation>{colour} directive {number} is entered</translation>
    </message>
    <message>
        <source>督办单没有发出</source>
        <translation>The directive was not issued</translation>
    </message>
    <message>
        <source>督办单 · {title}</source>
        <translation>Directive · {title}</translation>
    </message>
    <message>
        <source>登记并打印</source>
        <translation>Enter and print</translation>
    </message>
    <message>
        <source>{colour}色</source>
        <translation>{colour}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>签发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>回复期限</source>
        <translation>Reply by</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>为什么暂不发</source>
        <translation>Why it is not issued now</translation>
    </message>
    <message>
        <source>说明人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>暂不发督办单 · {title}</source>
        <translation>Not issued now · {title}</translation>
    </message>
    <message>
        <source>保存说明</source>
        <translation>Save the note</translation>
    </message>
    <message>
        <source>说明没有保存</source>
        <translation>The explanation was not saved</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>回复日期</source>
        <translation>Replied on</translation>
    </message>
    <message>
        <source>回复内容</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>登记回复</source>
        <translation>Enter the reply</translation>
    </message>
    <message>
        <source>{colour}色督办单 {number}</source>
        <translation>{colour} directive {number}</translation>
    </message>
    <message>
        <source>回复没有登记</source>
        <translation>The reply was not entered</translation>
    </message>
    <message>
        <source>保存更正</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>督办单没有更正</source>
        <translation>The directive was not corrected</translation>
    </message>
    <message>
        <source>撤回原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>督办单没有撤回</source>
        <translation>The directive was not withdrawn</translation>
    </message>
    <message>
        <source>打不开“{file}”</source>
        <translation>&quot;{file}&quot; cannot be opened</translation>
    </message>
    <message>
        <source>已登记督办单 {count} 张，可用 Ctrl+Z 一次撤销</source>
        <translation>Directives entered: {count}; one Ctrl+Z undoes them</translation>
    </message>
</context>
<context>
    <name>LaidPart</name>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>还没有指标可选，先在“考核方案”里登记指标和计分办法</source>
        <translation>No indicators to choose; enter indicators and rules under Scheme first</translation>
    </message>
    <message>
        <source>不参评：不承担指标，不计分</source>
        <translation>Takes no part: bears no indicators, is not scored</translation>
    </message>
    <message>
        <source>协办 {count} 项（{names}{more}）</source>
        <translation>Partner in {count} ({names}{more})</translation>
    </message>
    <message>
        <source>不折算：分值须等于分组给的分值</source>
        <translation>No scaling: points must sum to the group&apos;s</translation>
    </message>
    <message>
        <source>指标 {count}</source>
        <translation>Indicators {count}</translation>
    </message>
    <message>
        <source>任务 {count}</source>
        <translation>Tasks {count}</translation>
    </message>
    <message>
        <source>{code} 的节点</source>
        <translation>Milestones of {code}</translation>
    </message>
    <message>
        <source>牵头 {lead}；协办 {partners}</source>
        <translation>Lead {lead}; partners {partners}</translation>
    </message>
    <message>
        <source>牵头 {lead}；没有协办部门</source>
        <translation>Lead {lead}; no partners</translation>
    </message>
</context>
<context>
    <name>Late</name>
    <message>
        <source>应{stage}</source>
        <translation>{stage}</translation>
    </message>
    <message>
        <source>迟 {days} 天</source>
        <translation>{days} d</translation>
    </message>
</context>
<context>
    <name>LateCard</name>
    <message>
        <source>误期的</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>转督查事项…</source>
        <translation>Make a task…</translation>
    </message>
    <message>
        <source>{count} 处，先看最久的</source>
        <translation>{count}, the longest first</translation>
    </message>
    <message>
        <source>没有误期的项目</source>
        <translation>No project is late</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>暂缓</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Cancel task</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{colour}灯</source>
        <translation>{colour}</translation>
    </message>
    <message>
        <source>最近报送</source>
        <translation>Last report</translation>
    </message>
    <message>
        <source>灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>距期限</source>
        <translation>To due</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>亮灯原因</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>未定分管领导</source>
        <translation>Leader not set</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>第{years}年</source>
        <translation>Year {years}</translation>
    </message>
    <message>
        <source>还没有期限</source>
        <translation>No due date yet</translation>
    </message>
    <message>
        <source>逾</source>
        <translation>over</translation>
    </message>
    <message>
        <source>余</source>
        <translation>left</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>no report</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>{days} 天前</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>已发{colour}</source>
        <translation>{colour} issued</translation>
    </message>
    <message>
        <source>拟发{colour}</source>
        <translation>{colour} proposed</translation>
    </message>
    <message>
        <source>{colour}色 {number}，{day} 发出</source>
        <translation>{colour} {number}, issued {day}</translation>
    </message>
    <message>
        <source>建议发{colour}色：{why}</source>
        <translation>{colour} proposed: {why}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>{count} 项 · 先红后黄，再按期限</source>
        <translation>{count} · red first, then yellow, then by due date</translation>
    </message>
    <message>
        <source>应达进度</source>
        <translation>Expected progress</translation>
    </message>
    <message>
        <source>拟发督办单</source>
        <translation>Proposed directive</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>红</source>
        <translation>R</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>G</translation>
    </message>
    <message>
        <source>灰</source>
        <translation>Gy</translation>
    </message>
    <message>
        <source>计</source>
        <translation>All</translation>
    </message>
    <message>
        <source>最重的原因</source>
        <translation>Worst reason</translation>
    </message>
    <message>
        <source>全部 {count} 家</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} d over</translation>
    </message>
</context>
<context>
    <name>LineSource</name>
    <message>
        <source>满分</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>占全区</source>
        <translation>Of zone</translation>
    </message>
    <message>
        <source>确保比上年</source>
        <translation>Base on prior</translation>
    </message>
    <message>
        <source>不参评</source>
        <translation>no part</translation>
    </message>
</context>
<context>
    <name>Lit</name>
    <message>
        <source>正常</source>
        <translation>fine</translation>
    </message>
</context>
<context>
    <name>MissedSource</name>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>转为督查事项</source>
        <translation>Make a task</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>先选转为督查事项</source>
        <translation>Say first that it becomes a task</translation>
    </message>
    <message>
        <source>只能填“是”，或空着</source>
        <translation>Only 是 (yes), or blank</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>完成比计划</source>
        <translation>Of plan</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>年内投资</source>
        <translation>Investment</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>亿元；竖线为今天应达 {share}</source>
        <translation>100 m yuan; tick: {share} today</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>还有 {count} 项</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{month}月1日</source>
        <translation>{month}-1</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>{month} 月 {value}</source>
        <translation>Month {month} {value}</translation>
    </message>
</context>
<context>
    <name>Months</name>
    <message>
        <source>还没有满月</source>
        <translation>no full month yet</translation>
    </message>
    <message>
        <source>{count} 处空白</source>
        <translation>blank: {count}</translation>
    </message>
    <message>
        <source>{count} 个快报待核定</source>
        <translation>preliminary: {count}</translation>
    </message>
    <message>
        <source>到 {month} 月已报齐</source>
        <translation>Complete to M{month}</translation>
    </message>
    <message>
        <source>到 {month} 月：{what}</source>
        <translation>To M{month}: {what}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>这个月还没有数，先填数，再写分析和对策</source>
        <translation>This month has no figure; enter it first, then analysis and countermeasure</translation>
    </message>
    <message>
        <source>没有写入</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>“{text}”是 {text}% 吗？是就写“{text}%”</source>
        <translation>Is &quot;{text}&quot; {text}%? Then write &quot;{text}%&quot;</translation>
    </message>
    <message>
        <source>缺报</source>
        <translation>not reported</translation>
    </message>
</context>
<context>
    <name>MonthsSource</name>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>应达</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>比应达</source>
        <translation>Vs pace</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>当月数由累计数得出，要改请切到“录入数”</source>
        <translation>The month&apos;s own figure comes from the figures to date; switch to &quot;As entered&quot; to change it</translation>
    </message>
    <message>
        <source>取自指标 {code}，请在那里录入</source>
        <translation>Comes from indicator {code}; enter it there</translation>
    </message>
    <message>
        <source>全区数：在这里输入，就成为本部门自己的数</source>
        <translation>The zone&apos;s figure: typing here makes it the department&apos;s own</translation>
    </message>
    <message>
        <source>快报，尚未核定</source>
        <translation>Preliminary, not confirmed</translation>
    </message>
    <message>
        <source>快</source>
        <translation>P</translation>
    </message>
    <message>
        <source>代表每个自己没有填数的承担部门</source>
        <translation>Stands for every bearer without a figure of its own</translation>
    </message>
    <message>
        <source>各部门合计</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>全年确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>全年力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>完成确保</source>
        <translation>Of base</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>考核督查台</source>
        <translation>KPI Desktop</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Unfold</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>全年结果</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>其后 {count} 次须达</source>
        <translation>Next {count} must reach</translation>
    </message>
    <message>
        <source>剩余 {count} 个月每月需要</source>
        <translation>Needed a month, {count} left</translation>
    </message>
    <message>
        <source>余量</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>近3期均</source>
        <translation>Last 3</translation>
    </message>
    <message>
        <source>近3月均</source>
        <translation>Last 3</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>每次至多</source>
        <translation>Max each</translation>
    </message>
    <message>
        <source>每次须达</source>
        <translation>Min each</translation>
    </message>
    <message>
        <source>每月变动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>每月至多</source>
        <translation>Max a month</translation>
    </message>
    <message>
        <source>每月需</source>
        <translation>A month</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>{month}月 {actual}</source>
        <translation>M{month} {actual}</translation>
    </message>
    <message>
        <source>，应达 {due}</source>
        <translation>, expected {due}</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>even</translation>
    </message>
    <message>
        <source>差 {by}</source>
        <translation>{by} behind</translation>
    </message>
    <message>
        <source>快 {by}</source>
        <translation>{by} ahead</translation>
    </message>
    <message>
        <source>优 {by}</source>
        <translation>{by} better</translation>
    </message>
    <message>
        <source>待报数</source>
        <translation>to report</translation>
    </message>
    <message>
        <source>已达到</source>
        <translation>reached</translation>
    </message>
    <message>
        <source>守住即可</source>
        <translation>hold it</translation>
    </message>
    <message>
        <source>可达</source>
        <translation>feasible</translation>
    </message>
    <message>
        <source>已不可能</source>
        <translation>impossible</translation>
    </message>
    <message>
        <source>已超</source>
        <translation>exceeded</translation>
    </message>
    <message>
        <source>未达到</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>无从比较</source>
        <translation>no comparison</translation>
    </message>
    <message>
        <source>须止升转降</source>
        <translation>must turn down</translation>
    </message>
    <message>
        <source>须止降转升</source>
        <translation>must turn up</translation>
    </message>
    <message>
        <source>须压降 {share}</source>
        <translation>must fall {share}</translation>
    </message>
    <message>
        <source>须提高 {share}</source>
        <translation>must rise {share}</translation>
    </message>
    <message>
        <source>须提速 {share}</source>
        <translation>must speed up {share}</translation>
    </message>
    <message>
        <source>要使全年平均为 {goal}，其后 {left} 次平均须为 {each}（到此平均 {so_far}）</source>
        <translation>For a mean of {goal} over the year, the next {left} must average {each} (mean so far {so_far})</translation>
    </message>
    <message>
        <source>（{goal} − {so_far}）÷ {left} 个月 = {each}</source>
        <translation>({goal} − {so_far}) ÷ {left} months = {each}</translation>
    </message>
    <message>
        <source>第 {place} 位（{count} 家）</source>
        <translation>Place {place} of {count}</translation>
    </message>
    <message>
        <source>上年实绩空缺</source>
        <translation>No figure of last year</translation>
    </message>
    <message>
        <source>上年 {prior}</source>
        <translation>Last year {prior}</translation>
    </message>
    <message>
        <source>上年 {prior}，现为上年的 {share}</source>
        <translation>Last year {prior}, now {share} of it</translation>
    </message>
</context>
<context>
    <name>NewYearPanel</name>
    <message>
        <source>新建年度</source>
        <translation>New year</translation>
    </message>
    <message>
        <source>沿用上一年的部门和方案</source>
        <translation>Departments and scheme of the year before</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>从什么开始</source>
        <translation>Begin with</translation>
    </message>
    <message>
        <source>沿用：部门、分组、类别、分值、指标、等次、奖惩和设置都带过来；责任分解、任务和实绩从空白开始。</source>
        <translation>Taken over: departments, groups, categories, points, indicators, grades, awards and settings; targets, tasks and actuals begin empty.</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>“{text}”不是年度，请填四位数字，如 2021</source>
        <translation>&quot;{text}&quot; is not a year; enter four digits, such as 2021</translation>
    </message>
    <message>
        <source>台账里没有 {year} 年，不能沿用；请选“空白”</source>
        <translation>The book has no {year} to take over; choose empty</translation>
    </message>
    <message>
        <source>没有新建年度</source>
        <translation>The year was not opened</translation>
    </message>
    <message>
        <source>已新建 {year} 年度</source>
        <translation>{year} is opened</translation>
    </message>
    <message>
        <source>Ctrl+Z 可以撤销</source>
        <translation>Ctrl+Z undoes</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>快了还是慢了，差在哪里，为什么</source>
        <translation>Faster or slower, where, and why</translation>
    </message>
    <message>
        <source>谁在什么时候做什么，补回多少</source>
        <translation>Who does what by when, and how much it makes up</translation>
    </message>
    <message>
        <source>分析</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>对策</source>
        <translation>Countermeasure</translation>
    </message>
    <message>
        <source>{when}分析</source>
        <translation>Analysis {when}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>范围与选项</source>
        <translation>Scope and options</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>PDF 存成归档格式（PDF/A-2b）</source>
        <translation>Save PDF for archives (PDF/A-2b)</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>存 PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>存 Word…</source>
        <translation>Word…</translation>
    </message>
    <message>
        <source>存 Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>最近有数的月</source>
        <translation>Latest month with data</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>{purpose}。{paper}。</source>
        <translation>{purpose}. {paper}.</translation>
    </message>
    <message>
        <source>缺 {missing}，以 {used} 代替</source>
        <translation>{missing} missing, {used} instead</translation>
    </message>
    <message>
        <source>缺 {missing}，没有可代替的字体</source>
        <translation>{missing} missing, no substitute</translation>
    </message>
    <message>
        <source>字体：{parts}。</source>
        <translation>Fonts: {parts}.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>点一行前往 · Enter 打开 · Alt+← 回到上一处</source>
        <translation>Click a row to go there · Enter opens · Alt+← comes back</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>打印报表</source>
        <translation>Print forms</translation>
    </message>
    <message>
        <source>看考核评分</source>
        <translation>Show the scores</translation>
    </message>
    <message>
        <source>今天的督办</source>
        <translation>Today&apos;s directives</translation>
    </message>
    <message>
        <source>部门亮灯</source>
        <translation>Lights by department</translation>
    </message>
    <message>
        <source>督查台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>主要经济指标</source>
        <translation>Key indicators</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All</translation>
    </message>
    <message>
        <source>还没有落实到部门的重点经济指标；在“目标任务”里分解后，这里对着应达进度看实绩。</source>
        <translation>No key economic indicators laid on departments yet; once they are, under Targets, actuals stand here against the pace.</translation>
    </message>
    <message>
        <source>本周到期</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>还没报的</source>
        <translation>Not reported yet</translation>
    </message>
    <message>
        <source>结转事项的年头</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>到期清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>未报清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>结转清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>{words} ›</source>
        <translation>{words} ›</translation>
    </message>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>今天的督办 {count}</source>
        <translation>Today&apos;s directives {count}</translation>
    </message>
    <message>
        <source>{count} 项任务；点数字看名单</source>
        <translation>Tasks: {count}; click a number</translation>
    </message>
    <message>
        <source>{where} · 竖线为 {month} 月底应达</source>
        <translation>{where} · tick: due by M{month}</translation>
    </message>
    <message>
        <source>{where} · 还没有实绩</source>
        <translation>{where} · no actuals yet</translation>
    </message>
    <message>
        <source>{departments} 家 {count} 处</source>
        <translation>depts: {departments}, reports: {count}</translation>
    </message>
    <message>
        <source>该报的都报了。</source>
        <translation>All due reports are in.</translation>
    </message>
    <message>
        <source>{count} 项，{open} 项还没办结</source>
        <translation>{count}, open {open}</translation>
    </message>
    <message>
        <source>没有从往年结转来的任务。</source>
        <translation>No tasks carried over from earlier years.</translation>
    </message>
    <message>
        <source>{first} 至 {last} · {count} 项</source>
        <translation>{first} to {last} · {count}</translation>
    </message>
    <message>
        <source>{first} 至 {last} 没有；接下来 {count} 项</source>
        <translation>None from {first} to {last}; next {count}</translation>
    </message>
    <message>
        <source>这一周没有到期的任务和节点。</source>
        <translation>No task or milestone is due this week.</translation>
    </message>
</context>
<context>
    <name>PaceChart</name>
    <message>
        <source>还没有实绩</source>
        <translation>No actuals yet</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>M{month}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>督查</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>督查台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>对表检查</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carry-over</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>目标任务</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>经济指标</source>
        <translation>Economy</translation>
    </message>
    <message>
        <source>项目作战图</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>排名与计分</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>评议</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>自评与核定</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>加减分</source>
        <translation>Adjustments</translation>
    </message>
    <message>
        <source>申诉复核</source>
        <translation>Appeals</translation>
    </message>
    <message>
        <source>方案推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>奖惩</source>
        <translation>Awards</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>考核方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>台账管理</source>
        <translation>Book</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>不能评议自己的部门</source>
        <translation>Raters do not rate their own department</translation>
    </message>
    <message>
        <source>{count} 票</source>
        <translation>ballots: {count}</translation>
    </message>
    <message>
        <source>去极值：去掉 {count} 票</source>
        <translation>Trimmed ballots: {count}</translation>
    </message>
    <message>
        <source>这位评委还没有保存：填好姓名、类别，打第一个分就保存</source>
        <translation>This rater is not saved yet: enter name and class; the first rating saves it</translation>
    </message>
    <message>
        <source>未存</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>加权均值</source>
        <translation>Weighted mean</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>未评</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>权重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>票</source>
        <translation>Ballots</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>均值</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>还没有人打分，这一项暂按 0 分计入总分。</source>
        <translation>No ratings yet; this item counts 0 points for now.</translation>
    </message>
    <message>
        <source>加权均值 {parts} ≈ {mean}</source>
        <translation>Weighted mean {parts} ≈ {mean}</translation>
    </message>
    <message>
        <source>（未评的类别不计，权重按已评的归一）</source>
        <translation> (classes without ratings have no weight, the others are scaled)</translation>
    </message>
    <message>
        <source>；得分 {full} × {share} → {score}</source>
        <translation>; score {full} × {share} → {score}</translation>
    </message>
    <message>
        <source>（已另行核定）</source>
        <translation> (replaced by a verdict)</translation>
    </message>
    <message>
        <source>{raters} 人 {given}/{owed}</source>
        <translation>raters: {raters}, {given}/{owed}</translation>
    </message>
    <message>
        <source>匿名 {count} 票</source>
        <translation>anonymous: {count}</translation>
    </message>
    <message>
        <source>缺 {count}</source>
        <translation>missing: {count}</translation>
    </message>
    <message>
        <source>事项经过</source>
        <translation>Story of the item</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>在台账里选一行，这里讲它的经过。</source>
        <translation>Choose a row of the ledger; its story is told here.</translation>
    </message>
    <message>
        <source>报进展</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>附佐证</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>填实绩</source>
        <translation>Enter actuals</translation>
    </message>
    <message>
        <source>看得分</source>
        <translation>Show score</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>更多…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>节点完成…</source>
        <translation>Milestone done…</translation>
    </message>
    <message>
        <source>申请销号</source>
        <translation>Request closing</translation>
    </message>
    <message>
        <source>暂缓…</source>
        <translation>Suspend…</translation>
    </message>
    <message>
        <source>终止…</source>
        <translation>Cancel task…</translation>
    </message>
    <message>
        <source>看考核得分</source>
        <translation>Show the score</translation>
    </message>
</context>
<context>
    <name>PanelPage</name>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>0—100 分 · 在最后一行新增评委 · Ctrl+V 粘贴 Excel 区域 · 划去的是极值 · Ctrl+- 删除评委</source>
        <translation>0–100 points · add raters in the last row · Ctrl+V pastes from Excel · struck through: trimmed · Ctrl+- deletes raters</translation>
    </message>
    <message>
        <source>评议指标</source>
        <translation>Panel indicator</translation>
    </message>
    <message>
        <source>怎样录入</source>
        <translation>How to enter</translation>
    </message>
    <message>
        <source>评委 × 部门</source>
        <translation>By rater</translation>
    </message>
    <message>
        <source>匿名票</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>评委类别</source>
        <translation>Rater class</translation>
    </message>
    <message>
        <source>打印空白票</source>
        <translation>Blank ballots</translation>
    </message>
    <message>
        <source>打印汇总表</source>
        <translation>Print summary</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>各部门评议结果</source>
        <translation>Results by department</translation>
    </message>
    <message>
        <source>各类别均值</source>
        <translation>By class</translation>
    </message>
    <message>
        <source>{year} 年还没有评议指标</source>
        <translation>{year} has no panel indicators yet</translation>
    </message>
    <message>
        <source>这里录入评委给各部门的打分，或按票数录入匿名票。先在方案里设评议指标，再落实到部门。</source>
        <translation>Ratings of departments are entered here, by rater or by number of anonymous ballots. Set panel indicators in the scheme first, then lay them on departments.</translation>
    </message>
    <message>
        <source>还没有评委类别</source>
        <translation>No rater classes yet</translation>
    </message>
    <message>
        <source>打分按评委类别加权：先设好类别和权重，如主要领导 40%、部门互评 20%。</source>
        <translation>Ratings are weighted by rater class: set classes and weights first, such as leaders 40 %, departments 20 %.</translation>
    </message>
    <message>
        <source>设评委类别</source>
        <translation>Set rater classes</translation>
    </message>
    <message>
        <source>去考核方案</source>
        <translation>To the scheme</translation>
    </message>
    <message>
        <source>落实到部门</source>
        <translation>Lay on departments</translation>
    </message>
    <message>
        <source>去极值：一类满 5 票去一最高一最低</source>
        <translation>Trimmed: 5 or more in a class drop the highest and the lowest</translation>
    </message>
    <message>
        <source>不去极值</source>
        <translation>Not trimmed</translation>
    </message>
</context>
<context>
    <name>PivotSource</name>
    <message>
        <source>快报数，尚未核定</source>
        <translation>Preliminary, not confirmed yet</translation>
    </message>
    <message>
        <source>快</source>
        <translation>P</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>报表预览</source>
        <translation>Preview of the form</translation>
    </message>
    <message>
        <source>上一页 PgUp</source>
        <translation>Previous page PgUp</translation>
    </message>
    <message>
        <source>下一页 PgDn</source>
        <translation>Next page PgDn</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>页宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>现在的大小</source>
        <translation>Size now</translation>
    </message>
    <message>
        <source>{page} / {count}</source>
        <translation>{page} / {count}</translation>
    </message>
</context>
<context>
    <name>PrintRun</name>
    <message>
        <source>正在打印第 {page} 页</source>
        <translation>Printing page {page}</translation>
    </message>
</context>
<context>
    <name>ProjectEntry</name>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>{stage}到达</source>
        <translation>{stage} reached</translation>
    </message>
    <message>
        <source>计划{stage}</source>
        <translation>{stage} planned</translation>
    </message>
    <message>
        <source>年度完成投资（亿元）</source>
        <translation>Invested this year (100 m yuan)</translation>
    </message>
    <message>
        <source>年度计划投资（亿元）</source>
        <translation>Planned this year (100 m yuan)</translation>
    </message>
    <message>
        <source>总投资（亿元）</source>
        <translation>Total investment (100 m yuan)</translation>
    </message>
    <message>
        <source>{code} · {department}</source>
        <translation>{code} · {department}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>项目没有保存</source>
        <translation>The project was not saved</translation>
    </message>
</context>
<context>
    <name>ProjectsPage</name>
    <message>
        <source>项目作战图</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>方向键换一张卡 · Enter 改日期和投资 · Ctrl+→ 登记已到下一阶段 · Esc 收起</source>
        <translation>Arrow keys choose a card · Enter edits dates and investment · Ctrl+→ next stage reached · Esc closes</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>作战图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>突出部门</source>
        <translation>Highlight a department</translation>
    </message>
    <message>
        <source>打印 A3</source>
        <translation>Print A3</translation>
    </message>
    <message>
        <source>卡片挂在已到的阶段，虚框还没签约；红边已误期；竖线为今天应达；拖到下一列即登记已到</source>
        <translation>A card hangs in the stage reached, dashed before signing; red edge: late; tick: expected today; drag to the next column when it gets there</translation>
    </message>
    <message>
        <source>总投资 {amount} 亿元</source>
        <translation>{amount} × 100 m yuan</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有这样的项目</source>
        <translation>No such projects</translation>
    </message>
    <message>
        <source>这一天没有项目符合上面的筛选。</source>
        <translation>No project matches the filter above on this day.</translation>
    </message>
    <message>
        <source>逐行录入，或从工作簿导入“项目”表；有了日期，卡片自己挂到已到的阶段。</source>
        <translation>Enter them row by row, or import the sheet 项目 of a workbook; with dates, cards hang themselves in the stage reached.</translation>
    </message>
    <message>
        <source>这一年还没有重点项目</source>
        <translation>This year has no key projects yet</translation>
    </message>
    <message>
        <source>去录入</source>
        <translation>Enter them</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>误期 {count}</source>
        <translation>Late {count}</translation>
    </message>
    <message>
        <source>本季应到 {count}</source>
        <translation>Due this quarter {count}</translation>
    </message>
    <message>
        <source>不突出部门</source>
        <translation>No highlight</translation>
    </message>
    <message>
        <source>没有登记</source>
        <translation>Not entered</translation>
    </message>
    <message>
        <source>{project} 已登记{stage}：{day}</source>
        <translation>{project}: {stage} on {day} entered</translation>
    </message>
    <message>
        <source>日期不对的，双击卡片改；Ctrl+Z 撤销。</source>
        <translation>Double-click the card if the date is wrong; Ctrl+Z undoes.</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>起草并打印</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>修改正文…</source>
        <translation>Edit the text…</translation>
    </message>
    <message>
        <source>暂不发，写说明</source>
        <translation>Not now, say why</translation>
    </message>
    <message>
        <source>改正文…</source>
        <translation>Edit text…</translation>
    </message>
    <message>
        <source>暂不发…</source>
        <translation>Not now…</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>警示</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>public notice</translation>
    </message>
    <message>
        <source>建议：发{colour}色督办单（{purpose}）</source>
        <translation>Proposed: a {colour} directive ({purpose})</translation>
    </message>
    <message>
        <source>回复时限 {day}</source>
        <translation>Reply by {day}</translation>
    </message>
    <message>
        <source>{author} {day} 说明暂不发：{text}</source>
        <translation>{author} on {day}, why not now: {text}</translation>
    </message>
    <message>
        <source>不扣分</source>
        <translation>no deduction</translation>
    </message>
    <message>
        <source>扣{department} {points} 分</source>
        <translation>{department} loses {points} points</translation>
    </message>
    <message>
        <source>、协办各 {points} 分</source>
        <translation>, partners {points} each</translation>
    </message>
    <message>
        <source>，同一事项就高</source>
        <translation>, largest of an item only</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>单位名称（全部报表）</source>
        <translation>Unit&apos;s name (all forms)</translation>
    </message>
    <message>
        <source>空着用台账里的单位名称</source>
        <translation>Left blank, the name in the book is used</translation>
    </message>
    <message>
        <source>红头文字（督办单、告知书）</source>
        <translation>Red heading (directives, notices)</translation>
    </message>
    <message>
        <source>单位标志（PNG 或 JPEG）</source>
        <translation>Unit&apos;s emblem (PNG or JPEG)</translation>
    </message>
    <message>
        <source>保留现有标志</source>
        <translation>Keep the emblem</translation>
    </message>
    <message>
        <source>去掉标志</source>
        <translation>Remove the emblem</translation>
    </message>
    <message>
        <source>现有标志</source>
        <translation>Emblem</translation>
    </message>
    <message>
        <source>（{form}）</source>
        <translation> ({form})</translation>
    </message>
    <message>
        <source>一行一个，如 编制、审核、审批</source>
        <translation>One a line, such as 编制, 审核, 审批</translation>
    </message>
    <message>
        <source>签字栏</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>一行一项，如 联系人：张三&#x3000;联系电话：0871-12345678；空着印横线</source>
        <translation>One a line, such as name and phone of the contact; blank prints rules</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>表末文字</source>
        <translation>Closing text</translation>
    </message>
    <message>
        <source>加在注后或正文末</source>
        <translation>Added after the notes or the text</translation>
    </message>
    <message>
        <source>读不到图片“{name}”。</source>
        <translation>The picture &quot;{name}&quot; cannot be read.</translation>
    </message>
    <message>
        <source>请核对位置后再选。</source>
        <translation>Check where it is and choose again.</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>加减</source>
        <translation>Adj.</translation>
    </message>
    <message>
        <source>变动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>并列</source>
        <translation>tied</translation>
    </message>
    <message>
        <source>新</source>
        <translation>new</translation>
    </message>
    <message>
        <source>原 {before} 分第 {rank} 名，现 {now} 分第 {place} 名</source>
        <translation>was {before} points, rank {rank}; now {now} points, rank {place}</translation>
    </message>
    <message>
        <source>会议认定：{basis}</source>
        <translation>Decided by a meeting: {basis}</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>与并列部门争“{band}”的名额，待定</source>
        <translation>Ties for the room of &quot;{band}&quot;, undecided</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>tbd</translation>
    </message>
    <message>
        <source>一票否决，奖励停发</source>
        <translation>Veto, rewards stopped</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>单独考核</source>
        <translation>Group apart</translation>
    </message>
    <message>
        <source>经济指标占比 {share}</source>
        <translation>Economic share {share}</translation>
    </message>
    <message>
        <source>= 并列</source>
        <translation>= tied</translation>
    </message>
    <message>
        <source>{name}占比 {share}</source>
        <translation>{name} share {share}</translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>排名</source>
        <translation>Ranks</translation>
    </message>
    <message>
        <source>变动与何时相比</source>
        <translation>Changes since when</translation>
    </message>
    <message>
        <source>{since}没有变动</source>
        <translation>No change since {since}</translation>
    </message>
</context>
<context>
    <name>RaterSource</name>
    <message>
        <source>评委</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>评委部门</source>
        <translation>Rater&apos;s dept</translation>
    </message>
    <message>
        <source>＋ 新增评委</source>
        <translation>+ New rater</translation>
    </message>
    <message>
        <source>不能评议自己的部门</source>
        <translation>Raters do not rate their own department</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>还没到期的</source>
        <translation>Not due yet</translation>
    </message>
</context>
<context>
    <name>RatesCard</name>
    <message>
        <source>四率</source>
        <translation>Four rates</translation>
    </message>
    <message>
        <source>到期应到的里实际到了多少</source>
        <translation>Reached of those due</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>各部门四率</source>
        <translation>Four rates by department</translation>
    </message>
    <message>
        <source>全区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>各部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>{words} ›</source>
        <translation>{words} ›</translation>
    </message>
    <message>
        <source>看{words}四率</source>
        <translation>Four rates: {words}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>{day} 销号</source>
        <translation>Closed {day}</translation>
    </message>
    <message>
        <source>申请销号，待核</source>
        <translation>Closing requested, to be checked</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Cancel task</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} d overdue</translation>
    </message>
    <message>
        <source>节点“{title}”逾期 {days} 天</source>
        <translation>Milestone &quot;{title}&quot; {days} d overdue</translation>
    </message>
    <message>
        <source>进度落后 {points} 点</source>
        <translation>{points} points behind</translation>
    </message>
    <message>
        <source>未定期限</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>未报数（{cadence}报）</source>
        <translation>No figures ({cadence})</translation>
    </message>
    <message>
        <source>未报 {days} 天（{cadence}报）</source>
        <translation>No report {days} d ({cadence})</translation>
    </message>
    <message>
        <source>落后全年目标 {lag}</source>
        <translation>{lag} behind the year&apos;s target</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Ctrl+P 打印 · Ctrl+S 存 PDF · Ctrl+F 找字 · PgDn 下一页</source>
        <translation>Ctrl+P prints · Ctrl+S saves PDF · Ctrl+F finds · PgDn next page</translation>
    </message>
    <message>
        <source>哪些报表</source>
        <translation>Which forms</translation>
    </message>
    <message>
        <source>预览即打印所得</source>
        <translation>What you see is what is printed</translation>
    </message>
    <message>
        <source>版式…</source>
        <translation>Layout…</translation>
    </message>
    <message>
        <source>单位名称、红头、标志、签字栏和表末文字</source>
        <translation>Unit&apos;s name, red heading, emblem, signatures and closing text</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>本阶段 {count}</source>
        <translation>This step {count}</translation>
    </message>
    <message>
        <source>{count} 种，按用的时候排</source>
        <translation>{count} forms, by when they are used</translation>
    </message>
    <message>
        <source>{year}年报表</source>
        <translation>Reports {year}</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Setting…</translation>
    </message>
    <message>
        <source>正在排版 {form}</source>
        <translation>Setting {form}</translation>
    </message>
    <message>
        <source>这一年还没有参评的部门，先登记部门再出表</source>
        <translation>No departments take part this year yet; enter them first</translation>
    </message>
    <message>
        <source>这一年还没有可出这种表的事项</source>
        <translation>Nothing this year that this form could show</translation>
    </message>
    <message>
        <source>没有排成</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>报表没有排成</source>
        <translation>The form was not set</translation>
    </message>
    <message>
        <source>程序出错，台账没有动。请把日志交给维护人员。</source>
        <translation>The program failed; the book was not touched. Please give the log to whoever maintains the program.</translation>
    </message>
    <message>
        <source>存在台账的 {year} 年度里，只改样子，不改数；空着就用程序原有的。</source>
        <translation>Kept in the book with {year}; changes the look, never a figure; blank means the program&apos;s own.</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>版式没有存成</source>
        <translation>The layout was not saved</translation>
    </message>
    <message>
        <source>存报表</source>
        <translation>Save the form</translation>
    </message>
    <message>
        <source>正在存 {name}</source>
        <translation>Saving {name}</translation>
    </message>
    <message>
        <source>已存 {name}</source>
        <translation>{name} is saved</translation>
    </message>
    <message>
        <source>没有存成</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>已送往打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>没有打印成</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>打印机没有响应，请检查后重试；文件可以先存成 PDF。</source>
        <translation>The printer does not answer; check it and try again, or save as PDF first.</translation>
    </message>
    <message>
        <source>{form} · {count} 份</source>
        <translation>{form} · {count}</translation>
    </message>
    <message>
        <source>全套报表 · {count} 份</source>
        <translation>All forms · {count}</translation>
    </message>
    <message>
        <source>批量存报表</source>
        <translation>Save forms in a batch</translation>
    </message>
    <message>
        <source>批量没有做完</source>
        <translation>The batch was not finished</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>搜索结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>收不收</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>带来</source>
        <translation>Brings</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>发出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>不能收</source>
        <translation>not possible</translation>
    </message>
    <message>
        <source>{count} 处错</source>
        <translation>errors: {count}</translation>
    </message>
    <message>
        <source>没有新内容</source>
        <translation>nothing new</translation>
    </message>
    <message>
        <source>先不收</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>待选定</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>收</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>有 {count} 处要先改正，这一份暂不收；改好后点“重新读取”。</source>
        <translation>To correct first: {count}, so this one is left out; correct them and click &quot;Read again&quot;.</translation>
    </message>
    <message>
        <source>部门没有填新内容。</source>
        <translation>The department filled in nothing new.</translation>
    </message>
    <message>
        <source>发出以后台账也改了这些内容，点“台账”或“填报表”一格选定用谁的。</source>
        <translation>The book changed here since the form was sent; click a cell of &quot;Book&quot; or &quot;Form&quot; to choose.</translation>
    </message>
    <message>
        <source>{count} 处和台账相同。</source>
        <translation>The same as in the book: {count}.</translation>
    </message>
    <message>
        <source>另有 {count} 条说明。</source>
        <translation>Notes: {count}.</translation>
    </message>
    <message>
        <source>和发出时相比，部门填了这些。</source>
        <translation>This is what the department filled in since it was sent.</translation>
    </message>
    <message>
        <source>{count} 个文件</source>
        <translation>files: {count}</translation>
    </message>
    <message>
        <source>{count} 个不能收</source>
        <translation>not possible: {count}</translation>
    </message>
    <message>
        <source>{count} 个有错</source>
        <translation>with errors: {count}</translation>
    </message>
    <message>
        <source>{count} 处冲突待选定</source>
        <translation>conflicts to decide: {count}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>发出时</source>
        <translation>As sent</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>填报表</source>
        <translation>Fill-in forms</translation>
    </message>
    <message>
        <source>用谁的</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>请选定</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>怎样改</source>
        <translation>Remedy</translation>
    </message>
</context>
<context>
    <name>ReturnedCard</name>
    <message>
        <source>收回</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>不收</source>
        <translation>Do not take in</translation>
    </message>
    <message>
        <source>收到的文件</source>
        <translation>Files received</translation>
    </message>
    <message>
        <source>冲突都用填报表的</source>
        <translation>Forms win all conflicts</translation>
    </message>
    <message>
        <source>冲突都用台账的</source>
        <translation>Book wins all conflicts</translation>
    </message>
    <message>
        <source>带来的内容</source>
        <translation>What it brings</translation>
    </message>
    <message>
        <source>放着交回的填报表的文件夹</source>
        <translation>Folder with the returned forms</translation>
    </message>
    <message>
        <source>正在读取 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>没有读取“{name}”</source>
        <translation>&quot;{name}&quot; was not read</translation>
    </message>
    <message>
        <source>部门交回的填报表放进一个文件夹，一次读入：每份带来什么、和台账有冲突的并排列出，逐处选定后一次写入。也可以把文件夹拖到窗口里。</source>
        <translation>Put the returned forms into one folder and read them all: what each brings, and conflicts with the book side by side; choose, then write at once. A folder can also be dropped on the window.</translation>
    </message>
    <message>
        <source>这一年已定稿，不再收填报表。</source>
        <translation>This year is final and takes no more forms.</translation>
    </message>
    <message>
        <source>还没有选择文件夹</source>
        <translation>No folder chosen yet</translation>
    </message>
    <message>
        <source>换文件夹…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>收 {files} 份、{cells} 处</source>
        <translation>Take in ({files} files, {cells} cells)</translation>
    </message>
    <message>
        <source>还有 {count} 处冲突没有选定</source>
        <translation>Conflicts not decided yet: {count}</translation>
    </message>
    <message>
        <source>这一份也收</source>
        <translation>Take this one in, too</translation>
    </message>
    <message>
        <source>这一份先不收</source>
        <translation>Leave this one for now</translation>
    </message>
    <message>
        <source>正在写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>填报表没有收进</source>
        <translation>The forms were not taken in</translation>
    </message>
    <message>
        <source>改动 {rows} 行。按 Ctrl+Z 可整体撤销。</source>
        <translation>Rows changed: {rows}. Ctrl+Z undoes all of it.</translation>
    </message>
    <message>
        <source>已{action}</source>
        <translation>Done: {action}</translation>
    </message>
</context>
<context>
    <name>ReviewSource</name>
    <message>
        <source>本季</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>当月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>到此</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>应达</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>比应达</source>
        <translation>Vs pace</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>为上年</source>
        <translation>Of last year</translation>
    </message>
    <message>
        <source>位次</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>分析</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>对策</source>
        <translation>Countermeasure</translation>
    </message>
    <message>
        <source>这个月还没有数，先在“实绩录入”填数</source>
        <translation>This month has no figure; enter it under &quot;Actuals&quot; first</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>试算用</source>
        <translation>Try with</translation>
    </message>
    <message>
        <source>试算用哪个部门</source>
        <translation>Which department to try with</translation>
    </message>
    <message>
        <source>曲线随打字重画；点曲线或表里的点试算</source>
        <translation>Click the curve or the table to try a value</translation>
    </message>
    <message>
        <source>落实到部门</source>
        <translation>Lay on departments</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>保存规则</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>试算 {code}</source>
        <translation>Try {code}</translation>
    </message>
    <message>
        <source>{name} {score} 分</source>
        <translation>{name} {score}</translation>
    </message>
    <message>
        <source>没有部门承担</source>
        <translation>No department bears it</translation>
    </message>
    <message>
        <source>{code} · {count} 个部门承担</source>
        <translation>{code} · bearers: {count}</translation>
    </message>
    <message>
        <source>改动 {count} 处</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>套到同办法的 {count} 项…</source>
        <translation>Copy to {count}…</translation>
    </message>
    <message>
        <source>已保存“{name}”的计分办法</source>
        <translation>The rule of &quot;{name}&quot; is saved</translation>
    </message>
    <message>
        <source>各部门得分已按新办法重算</source>
        <translation>All scores are reckoned again by the new rule</translation>
    </message>
    <message>
        <source>{count} 项指标的参数已改成一样</source>
        <translation>Indicators with the same parameters now: {count}</translation>
    </message>
    <message>
        <source>Ctrl+Z 一次撤销</source>
        <translation>one Ctrl+Z undoes it</translation>
    </message>
</context>
<context>
    <name>RuleCurve</name>
    <message>
        <source>{step} {gain} 个百分点</source>
        <translation>{step} {gain} pp</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>改奖惩办法</source>
        <translation>Change the award rule</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>读出来是</source>
        <translation>It reads</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>加一条办法</source>
        <translation>Add a rule</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>一般（不含单独考核）</source>
        <translation>General (without groups apart)</translation>
    </message>
    <message>
        <source>（不写）</source>
        <translation>(not given)</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>计分办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>去年 {text}</source>
        <translation>Last year {text}</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>奖惩办法</source>
        <translation>Award rules</translation>
    </message>
    <message>
        <source>按序执行，句子由参数生成；点一条改参数</source>
        <translation>Run in order; the sentences are made from the parameters, click one to change them</translation>
    </message>
    <message>
        <source>加一条…</source>
        <translation>Add a rule…</translation>
    </message>
    <message>
        <source>还没有奖惩办法。点“加一条…”写第一条，或从去年的方案复制（考核方案页），或导入工作簿的“奖惩”表。</source>
        <translation>No award rules yet. Click &quot;Add a rule…&quot;, copy last year&apos;s scheme (page Scheme), or import the sheet 奖惩 of a workbook.</translation>
    </message>
</context>
<context>
    <name>ScenariosCard</name>
    <message>
        <source>方案对比</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>保存的方案</source>
        <translation>Saved scenarios</translation>
    </message>
    <message>
        <source>打开为副本</source>
        <translation>Open as the copy</translation>
    </message>
    <message>
        <source>加入或移出对比</source>
        <translation>Add to or take from comparison</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>最多 {most} 个并排；都没有写进考核方案</source>
        <translation>Up to {most} side by side; none is written to the scheme</translation>
    </message>
    <message>
        <source>还没有保存的方案。在左边改好副本，起个名字点“保存副本”，这里就能把几个方案并排比。</source>
        <translation>No saved scenarios yet. Change the copy on the left, name it and click &quot;Save copy&quot;; scenarios are compared here side by side.</translation>
    </message>
    <message>
        <source>“{names}”改的内容在现行方案里已没有，不能推演。</source>
        <translation>What &quot;{names}&quot; changes is no longer in the scheme; it cannot be tried.</translation>
    </message>
</context>
<context>
    <name>Scheme</name>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>怎么算</source>
        <translation>How it is reckoned</translation>
    </message>
    <message>
        <source>方案检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>改分值</source>
        <translation>Change points</translation>
    </message>
    <message>
        <source>改奖惩办法</source>
        <translation>Change the award rule</translation>
    </message>
    <message>
        <source>改计分办法</source>
        <translation>Change the rule</translation>
    </message>
    <message>
        <source>改封顶</source>
        <translation>Change the cap</translation>
    </message>
    <message>
        <source>逐项看</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>看折算</source>
        <translation>See scaling</translation>
    </message>
    <message>
        <source>补期限</source>
        <translation>Fill due dates</translation>
    </message>
    <message>
        <source>补标准</source>
        <translation>Fill standards</translation>
    </message>
    <message>
        <source>去分组</source>
        <translation>To the groups</translation>
    </message>
    <message>
        <source>落实到部门</source>
        <translation>Lay on departments</translation>
    </message>
    <message>
        <source>看分解</source>
        <translation>See targets</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>栏</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>套用后</source>
        <translation>After taking</translation>
    </message>
    <message>
        <source>{title} {count} 处</source>
        <translation>{title}: {count}</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>有</source>
        <translation>there</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>频次</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>承担</source>
        <translation>Borne by</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>单独考核的分组自成一表，不在奖惩范围“一般”之内</source>
        <translation>A group apart has forms of its own and is outside the scope 一般</translation>
    </message>
    <message>
        <source>考核类别</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>计分类别要在“分值与指标”里给每组分值；上限只用于加分和扣分</source>
        <translation>Scored categories get points for each group under &quot;Indicators&quot;; caps are for bonus and deduction only</translation>
    </message>
    <message>
        <source>分组、类别被部门、指标、任务用到时不能删除；改名会连同用到它的地方一起检查。</source>
        <translation>Groups and categories in use cannot be deleted; a new name is checked wherever it is used.</translation>
    </message>
    <message>
        <source>用在哪里</source>
        <translation>Where it is used</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>从高分往下写；分组空着的用于没有自己等次的各组；系数用于兑现</source>
        <translation>From the highest down; bands without a group are for groups without bands of their own; the multiplier is for payouts</translation>
    </message>
    <message>
        <source>名额取比例和名额中小的；并列而名额不够的记为待定，认定前不能定稿。</source>
        <translation>Room is the smaller of share and number; when several equal in rank do not all fit they are undecided, and the year cannot be final.</translation>
    </message>
    <message>
        <source>照此各组评出</source>
        <translation>Grades by these bands</translation>
    </message>
    <message>
        <source>评委类别</source>
        <translation>Rater class</translation>
    </message>
    <message>
        <source>权重可写百分比；没有打分的类别，权重由其余类别按比例分担</source>
        <translation>Weights may be percentages; those of classes without ratings go to the others in proportion</translation>
    </message>
    <message>
        <source>评议指标的评委打分在“考核评分”的“评议”里录入。</source>
        <translation>Ratings of panel indicators are entered under Scores, Panel.</translation>
    </message>
    <message>
        <source>评议指标</source>
        <translation>Panel indicator</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequences</translation>
    </message>
    <message>
        <source>触发写“等次:不合格”或“督办:红”；内容写通报表扬、约谈、通报批评之类</source>
        <translation>Trigger: 等次:不合格 or 督办:红; content: commendation, talk, public criticism and the like</translation>
    </message>
    <message>
        <source>不是钱的奖惩，和金额一起列在兑现表里；等次待定的先不列。</source>
        <translation>Consequences other than money, listed with the amounts; not for undecided grades.</translation>
    </message>
    <message>
        <source>现在落到谁</source>
        <translation>Who it falls on now</translation>
    </message>
    <message>
        <source>单位和计分</source>
        <translation>Unit and scoring</translation>
    </message>
    <message>
        <source>印在各种表样上</source>
        <translation>Printed on all forms</translation>
    </message>
    <message>
        <source>得分、分值和加减分保留几位，0 到 4</source>
        <translation>Decimals of scores, points and adjustments, 0 to 4</translation>
    </message>
    <message>
        <source>同一类别各项的分值折算成分组给的分值；否：各项分值之和须正好等于它</source>
        <translation>Points of a category&apos;s items are scaled to the group&apos;s points; 否: they must sum to it exactly</translation>
    </message>
    <message>
        <source>部门没有某类指标任务时：缺口是失去这些分，折算是分到其他类别</source>
        <translation>A department without items in a category: 缺口 loses these points, 折算 spreads them over the others</translation>
    </message>
    <message>
        <source>协办部门按任务分值的多少计分；0 为不计</source>
        <translation>Part of a task&apos;s points that partners bear; 0 for none</translation>
    </message>
    <message>
        <source>逾期才完成的任务和节点按多少得分</source>
        <translation>Share for tasks and milestones finished late</translation>
    </message>
    <message>
        <source>排名和等次</source>
        <translation>Ranking and grades</translation>
    </message>
    <message>
        <source>总分相同时依次比较，经济得分或类别名，之间用、</source>
        <translation>Compared in turn when totals are equal: 经济得分 or categories, separated by 、</translation>
    </message>
    <message>
        <source>一票否决没有写明处理时定的等次；空着为最后一等</source>
        <translation>Grade after a veto that names none; blank: the last</translation>
    </message>
    <message>
        <source>比例乘以部门数有小数时怎样取整</source>
        <translation>How share × departments is rounded</translation>
    </message>
    <message>
        <source>比例大于 0 时至少给一个名额</source>
        <translation>At least one place where the share is above 0</translation>
    </message>
    <message>
        <source>低分扣罚没有写明及格线时用的分数</source>
        <translation>Pass mark for low-score penalties that name none</translation>
    </message>
    <message>
        <source>督查</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>督办单扣的分记入哪个扣分类别；空着为不扣分</source>
        <translation>Deduction category of directives; blank: they deduct nothing</translation>
    </message>
    <message>
        <source>每张蓝色督办单扣几分</source>
        <translation>Points off for a blue directive</translation>
    </message>
    <message>
        <source>每张黄色督办单扣几分</source>
        <translation>Points off for a yellow directive</translation>
    </message>
    <message>
        <source>每张红色督办单扣几分</source>
        <translation>Points off for a red directive</translation>
    </message>
    <message>
        <source>同一事项只计扣分最高的一张</source>
        <translation>Only the largest deduction on one item counts</translation>
    </message>
    <message>
        <source>牵头部门扣分时协办部门按多少扣</source>
        <translation>Part of the lead&apos;s deduction that partners bear</translation>
    </message>
    <message>
        <source>落后全年目标的多少亮黄灯</source>
        <translation>Behind the year&apos;s target by this much: yellow</translation>
    </message>
    <message>
        <source>落后全年目标的多少亮红灯</source>
        <translation>Behind the year&apos;s target by this much: red</translation>
    </message>
    <message>
        <source>兑现</source>
        <translation>Payout</translation>
    </message>
    <message>
        <source>金额算到元（1）、百元（100）或分（0.01）</source>
        <translation>Money to the yuan (1), hundred (100) or fen (0.01)</translation>
    </message>
    <message>
        <source>一个部门的扣罚合计不超过它的奖励</source>
        <translation>Penalties of a department never exceed its rewards</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Depts</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>加减分</source>
        <translation>Adjustments</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>最低分</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>评出</source>
        <translation>Placed</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>{group} · {count} 个部门</source>
        <translation>{group} · {count} departments</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>已有打分</source>
        <translation>Rated</translation>
    </message>
    <message>
        <source>各类评委都打了分时的权重</source>
        <translation>Weight when all classes have rated</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>现在没有</source>
        <translation>none now</translation>
    </message>
    <message>
        <source>若实绩为</source>
        <translation>If actual</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>得分率</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>若均分为</source>
        <translation>If mean</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>若名次为</source>
        <translation>If rank</translation>
    </message>
    <message>
        <source>若{what}为</source>
        <translation>If {what}</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>还没有部门承担，没有目标就画不出曲线。先到“目标任务”落实到部门。</source>
        <translation>No department bears it yet; without a target there is no curve. Lay it on departments under Targets.</translation>
    </message>
    <message>
        <source>缺项折到本部门其他类别</source>
        <translation>Points of a missing category go to the department&apos;s others</translation>
    </message>
    <message>
        <source>缺项的分值失去（可在设置里改为折算）</source>
        <translation>Points of a missing category are lost (see &quot;No line&quot; in the settings)</translation>
    </message>
    <message>
        <source>{name} {share}</source>
        <translation>{name} {share}</translation>
    </message>
    <message>
        <source>经济占比因此不同的：{names}</source>
        <translation>Another economic share because of it: {names}</translation>
    </message>
    <message>
        <source>{name}不封顶</source>
        <translation>{name} without cap</translation>
    </message>
    <message>
        <source>{name}至多 {cap} 分</source>
        <translation>{name} at most {cap} points</translation>
    </message>
</context>
<context>
    <name>SchemePage</name>
    <message>
        <source>考核方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Enter 下一行 · Tab 下一栏 · Ctrl+Z 撤销</source>
        <translation>Enter next row · Tab next column · Ctrl+Z undoes</translation>
    </message>
    <message>
        <source>方案的部分</source>
        <translation>Parts of the scheme</translation>
    </message>
    <message>
        <source>分值与指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>分组与类别</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grades</translation>
    </message>
    <message>
        <source>评议</source>
        <translation>Panel ratings</translation>
    </message>
    <message>
        <source>奖惩办法</source>
        <translation>Award rules</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequences</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>新建年度</source>
        <translation>New year</translation>
    </message>
    <message>
        <source>与去年对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>到推演里试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>从 {year} 年套</source>
        <translation>From {year}</translation>
    </message>
    <message>
        <source>这里定下考什么、怎么计分：分组和类别的分值、指标和计分办法、等次、奖惩、后果和各项设置。</source>
        <translation>What is assessed and how it is scored: points of groups and categories, indicators and rules, grades, awards, consequences and settings.</translation>
    </message>
    <message>
        <source>先写分组和类别</source>
        <translation>Write groups and categories first</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>{year} 年还没有考核方案</source>
        <translation>{year} has no scheme yet</translation>
    </message>
    <message>
        <source>没有套用</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>已套用 {year} 年的方案，改动 {count} 行</source>
        <translation>The scheme of {year} is taken, rows changed: {count}</translation>
    </message>
    <message>
        <source>记入操作日志一条，Ctrl+Z 一次撤销</source>
        <translation>One entry of the history; one Ctrl+Z undoes it</translation>
    </message>
</context>
<context>
    <name>ScorePage</name>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>点任一数字看由来，Esc 收起 · ↑↓ 换一项 · Ctrl+C 复制所选行</source>
        <translation>Click any number to see where it comes from, Esc closes · ↑↓ another item · Ctrl+C copies rows</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>计分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>没有画成图</source>
        <translation>The chart was not drawn</translation>
    </message>
    <message>
        <source>打印考核表</source>
        <translation>Print the sheet</translation>
    </message>
    <message>
        <source>这里排名、计分，并说明每一分的由来。先有参加考核的部门、分组和分值，再落实指标和任务。</source>
        <translation>Ranks, scores, and where every point comes from. It takes departments that take part, groups and points, then indicators and tasks.</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>去建部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>去定考核方案</source>
        <translation>To the scheme</translation>
    </message>
    <message>
        <source>{year} 年还没有参加考核的部门</source>
        <translation>{year} has no departments that take part yet</translation>
    </message>
    <message>
        <source>{name}不参加考核，没有考核表</source>
        <translation>{name} does not take part and has no sheet</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>搜索部门、任务、指标、报表、命令</source>
        <translation>Search departments, tasks, indicators, forms, commands</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>打不开“{name}”</source>
        <translation>&quot;{name}&quot; cannot be opened</translation>
    </message>
    <message>
        <source>这本台账还有人开着：{who}。两边写入的都会保存，回到窗口时会看到对方写入的内容。</source>
        <translation>Others have this book open: {who}. What either writes is saved; you see theirs when you come back to the window.</translation>
    </message>
    <message>
        <source>台账读不出来了</source>
        <translation>The book can no longer be read</translation>
    </message>
    <message>
        <source>计算 {year} 年度</source>
        <translation>Reckoning {year}</translation>
    </message>
    <message>
        <source>没有刷新</source>
        <translation>Not refreshed</translation>
    </message>
    <message>
        <source>示例数据，实绩为虚构</source>
        <translation>Sample data, actuals are made up</translation>
    </message>
    <message>
        <source>已保存 {at}</source>
        <translation>Saved {at}</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>操作人 {name}（只读）</source>
        <translation>Operator {name} (reading only)</translation>
    </message>
    <message>
        <source>操作人 {name}</source>
        <translation>Operator {name}</translation>
    </message>
    <message>
        <source>撤销或重做“{action}”</source>
        <translation>Undo or redo &quot;{action}&quot;</translation>
    </message>
    <message>
        <source>已取消，什么也没有改</source>
        <translation>Cancelled; nothing was changed</translation>
    </message>
    <message>
        <source>没有撤销</source>
        <translation>Not undone</translation>
    </message>
    <message>
        <source>没有写入</source>
        <translation>Not written</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>操作人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>操作人姓名</source>
        <translation>Name of the operator</translation>
    </message>
    <message>
        <source>写进每一条历史；空着时用电脑的登录名。</source>
        <translation>Written with every entry of the history; left blank, the login name is used.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>换文件夹…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>放在台账旁边</source>
        <translation>Beside the book</translation>
    </message>
    <message>
        <source>备份最好放在另一块盘或网络文件夹：硬盘坏了，旁边的备份也一起没有了。</source>
        <translation>Backups are best kept on another disk or a network folder: when the disk fails, those beside the book are gone with it.</translation>
    </message>
    <message>
        <source>关闭时自动备份（有改动才备份，保留最近 30 份）</source>
        <translation>Back up on closing (only after changes; the latest 30 are kept)</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>界面明暗</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>明暗在右上角也能换。</source>
        <translation>The appearance can also be changed at the top right.</translation>
    </message>
    <message>
        <source>界面的语言，下次打开程序时换。台账里的内容、得分说明、打印的表样和操作历史总是中文。</source>
        <translation>Language of the interface, changed at the next start. What the book holds, how scores are explained, printed forms and the history are always Chinese.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>备份放到哪个文件夹</source>
        <translation>Folder for backups</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>默认 {default}</source>
        <translation>Default {default}</translation>
    </message>
    <message>
        <source>默认空着</source>
        <translation>Blank by default</translation>
    </message>
    <message>
        <source>（空着）</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message>
        <source>现行</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>评议</source>
        <translation>rated</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>rank</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>确保</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>满分</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>得分率</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>贡献</source>
        <translation>Contrib.</translation>
    </message>
    <message>
        <source>再得 1 分</source>
        <translation>For 1 more</translation>
    </message>
    <message>
        <source>计算得分率</source>
        <translation>Computed share</translation>
    </message>
    <message>
        <source>自评</source>
        <translation>Self-score</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>核定依据</source>
        <translation>Basis of verdict</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>不计分的督查事项</source>
        <translation>Supervised, not scored</translation>
    </message>
    <message>
        <source>占各承担部门合计 {total} {unit} 的 {share}</source>
        <translation>{share} of the bearers&apos; sum {total} {unit}</translation>
    </message>
    <message>
        <source>{sentence}：到 {value} 得 {score} 分</source>
        <translation>{sentence}: {score} points at {value}</translation>
    </message>
    <message>
        <source>百分点</source>
        <translation>pp</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>第{years}年</source>
        <translation>Year {years}</translation>
    </message>
    <message>
        <source>{measure} {value}；实绩 {actual} {unit}</source>
        <translation>{measure} {value}; actual {actual} {unit}</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>parts</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>done</translation>
    </message>
    <message>
        <source>没有结果，暂按 0 分计入总分</source>
        <translation>No result; counts 0 points for now</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>加减分</source>
        <translation>Adjustments</translation>
    </message>
    <message>
        <source>{colour}色督办单 {number} {subject}</source>
        <translation>{colour} directive {number} {subject}</translation>
    </message>
    <message>
        <source>不计</source>
        <translation>none</translation>
    </message>
    <message>
        <source>就高不计</source>
        <translation>largest only</translation>
    </message>
    <message>
        <source>加分</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>减分</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>考核表的列</source>
        <translation>Columns of the sheet</translation>
    </message>
    <message>
        <source>考核表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>自评与核定</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>名次怎么来的</source>
        <translation>Where the rank comes from</translation>
    </message>
    <message>
        <source>等次怎么来的</source>
        <translation>Where the grade comes from</translation>
    </message>
    <message>
        <source>经济指标占比怎么来的</source>
        <translation>Where the economic share comes from</translation>
    </message>
    <message>
        <source>在哪几项上再得 5 分最省力</source>
        <translation>Where 5 points more take the least effort</translation>
    </message>
    <message>
        <source>看第一处空白</source>
        <translation>Show the first blank</translation>
    </message>
    <message>
        <source>最省的 5 分</source>
        <translation>Easiest 5 points</translation>
    </message>
    <message>
        <source>第 {rank} 名</source>
        <translation>Rank {rank}</translation>
    </message>
    <message>
        <source>{grade}（待定）</source>
        <translation>{grade} (undecided)</translation>
    </message>
    <message>
        <source>未定等次</source>
        <translation>no grade</translation>
    </message>
    <message>
        <source>经济占比 {share}</source>
        <translation>Econ. share {share}</translation>
    </message>
    <message>
        <source>{count} 处空白</source>
        <translation>blank: {count}</translation>
    </message>
</context>
<context>
    <name>SlipPanel</name>
    <message>
        <source>兑现单</source>
        <translation>Payout slip</translation>
    </message>
    <message>
        <source>收起 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>复制算式</source>
        <translation>Copy the reckoning</translation>
    </message>
    <message>
        <source>打印兑现单</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>人均净额</source>
        <translation>Net per head</translation>
    </message>
    <message>
        <source>{net} 元</source>
        <translation>{net} yuan</translation>
    </message>
    <message>
        <source>同时：{what}</source>
        <translation>Also: {what}</translation>
    </message>
    <message>
        <source>没有适用的奖惩办法</source>
        <translation>No award rule applies</translation>
    </message>
    <message>
        <source>人均净额（元/人）</source>
        <translation>Net per head (yuan)</translation>
    </message>
</context>
<context>
    <name>SlipPrint</name>
    <message>
        <source>正在排兑现单</source>
        <translation>Laying out the slips</translation>
    </message>
    <message>
        <source>奖惩兑现单 {code}</source>
        <translation>Payout slip {code}</translation>
    </message>
    <message>
        <source>兑现单已送打印机</source>
        <translation>The slips went to the printer</translation>
    </message>
    <message>
        <source>打印机没有响应，请检查后再打</source>
        <translation>The printer does not answer; check it and print again</translation>
    </message>
</context>
<context>
    <name>Slope</name>
    <message>
        <source>名次变化</source>
        <translation>Ranks</translation>
    </message>
    <message>
        <source>{name} 仍第 {rank}</source>
        <translation>{name} stays at rank {rank}</translation>
    </message>
    <message>
        <source>{name} 由第 {then} {way}第 {rank}</source>
        <translation>{name} from rank {then} {way} rank {rank}</translation>
    </message>
    <message>
        <source>升</source>
        <translation>up to</translation>
    </message>
    <message>
        <source>降</source>
        <translation>down to</translation>
    </message>
    <message>
        <source>现行方案</source>
        <translation>Current scheme</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>推演方案</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>位次</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>到目前的名次</source>
        <translation>Ranking so far</translation>
    </message>
    <message>
        <source>按已有数据计分</source>
        <translation>By the data there are</translation>
    </message>
    <message>
        <source>还没有得分，都从 0 分起</source>
        <translation>No scores yet, all begin at 0</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>tbd</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>状态栏</source>
        <translation>Status bar</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>节点“{title}”未定期限</source>
        <translation>Milestone &quot;{title}&quot; has no due date</translation>
    </message>
    <message>
        <source>节点“{title}”待完成</source>
        <translation>Milestone &quot;{title}&quot; open</translation>
    </message>
    <message>
        <source>已逾期 {days} 天</source>
        <translation>{days} d overdue</translation>
    </message>
    <message>
        <source>建议发{colour}色督办单</source>
        <translation>A {colour} directive is proposed</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>截至这一天</source>
        <translation>As of this day</translation>
    </message>
    <message>
        <source>报送进展</source>
        <translation>Progress reported</translation>
    </message>
    <message>
        <source>报送 {share}</source>
        <translation>Reported {share}</translation>
    </message>
    <message>
        <source>问题：{text}</source>
        <translation>Problem: {text}</translation>
    </message>
    <message>
        <source>下步：{text}</source>
        <translation>Next: {text}</translation>
    </message>
    <message>
        <source>{colour}色督办单 {number}</source>
        <translation>{colour} directive {number}</translation>
    </message>
    <message>
        <source>{day} 已回复：{text}</source>
        <translation>Replied {day}: {text}</translation>
    </message>
    <message>
        <source>应于 {due} 前回复，已超 {days} 天</source>
        <translation>Reply was due {due}, {days} d over</translation>
    </message>
    <message>
        <source>待回复，限 {due} 前</source>
        <translation>Reply due {due}</translation>
    </message>
    <message>
        <source>延期至 {due}</source>
        <translation>Extended to {due}</translation>
    </message>
    <message>
        <source>原期 {due}</source>
        <translation>Originally {due}</translation>
    </message>
    <message>
        <source>节点“{title}”完成</source>
        <translation>Milestone &quot;{title}&quot; done</translation>
    </message>
    <message>
        <source>应于 {due}，迟 {days} 天</source>
        <translation>Due {due}, {days} d late</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close task</translation>
    </message>
    <message>
        <source>结转自 {year} 年 {code}</source>
        <translation>Carried over from {year} {code}</translation>
    </message>
    <message>
        <source>未完节点 {count} 个；原期限 {due}</source>
        <translation>Open milestones {count}; originally due {due}</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>佐证 {file}</source>
        <translation>Evidence {file}</translation>
    </message>
    <message>
        <source>{month} 月 {value}</source>
        <translation>Month {month} {value}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>经济指标占比 {share}%</source>
        <translation>Economic share {share}%</translation>
    </message>
    <message>
        <source>还没有指标和任务</source>
        <translation>No indicators and tasks yet</translation>
    </message>
    <message>
        <source>经济指标占比</source>
        <translation>Economic share</translation>
    </message>
    <message>
        <source>分 · {count} 项</source>
        <translation>points · {count}</translation>
    </message>
</context>
<context>
    <name>SumBox</name>
    <message>
        <source>奖励 {0} 扣罚 {1} 净额 {2} {3}</source>
        <translation>Rewards {0} penalties {1} net {2} {3}</translation>
    </message>
    <message>
        <source>奖励</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>扣罚</source>
        <translation>Penalties</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>Net</translation>
    </message>
</context>
<context>
    <name>SumMark</name>
    <message>
        <source>合计 {total}</source>
        <translation>Sum {total}</translation>
    </message>
    <message>
        <source>差 {rest}</source>
        <translation>{rest} short</translation>
    </message>
    <message>
        <source>多 {rest}</source>
        <translation>{rest} over</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>督查</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Enter 打开 · F2 填进展 · Ctrl+D 起草督办单 · Esc 收起</source>
        <translation>Enter opens · F2 reports progress · Ctrl+D drafts a directive · Esc closes</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>按部门</source>
        <translation>Dept.</translation>
    </message>
    <message>
        <source>按领导</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>按亮灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>导入进展</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>打印台账</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>新增事项</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>起草拟发</source>
        <translation>Draft all</translation>
    </message>
    <message>
        <source>督查台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>筛事项、编号、领导</source>
        <translation>Item, code, leader</translation>
    </message>
    <message>
        <source>起草拟发 {count} 张</source>
        <translation>Draft {count}</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有符合的事项</source>
        <translation>No items match</translation>
    </message>
    <message>
        <source>这一天没有事项符合上面的筛选。</source>
        <translation>No item matches the filter above on this day.</translation>
    </message>
    <message>
        <source>在这里立项，或从工作簿导入“任务”表；指标落后于进度时也会列进来。</source>
        <translation>Create tasks here, or import the sheet 任务 of a workbook; indicators behind their pace appear here too.</translation>
    </message>
    <message>
        <source>还没有督查事项</source>
        <translation>Nothing to supervise yet</translation>
    </message>
    <message>
        <source>只看 {scope}，点一下看全部</source>
        <translation>Only {scope}; click to show all</translation>
    </message>
</context>
<context>
    <name>TableSource</name>
    <message>
        <source>这一行还没有保存：先填有底色的格</source>
        <translation>This row is not saved yet: fill the marked cells first</translation>
    </message>
    <message>
        <source>未存</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>＋ 在这里新增</source>
        <translation>+ Add</translation>
    </message>
    <message>
        <source>没有删除</source>
        <translation>Not deleted</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Ind.</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>单独</source>
        <translation>Apart</translation>
    </message>
    <message>
        <source>不参评</source>
        <translation>no part</translation>
    </message>
    <message>
        <source>{count} 家</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>未落实的指标</source>
        <translation>Indicators nobody bears</translation>
    </message>
    <message>
        <source>未落实</source>
        <translation>Nobody&apos;s</translation>
    </message>
    <message>
        <source>{category}还差 {points} 分</source>
        <translation>{category} {points} points short</translation>
    </message>
    <message>
        <source>{category}多 {points} 分</source>
        <translation>{category} {points} points over</translation>
    </message>
</context>
<context>
    <name>TargetsPage</name>
    <message>
        <source>目标任务</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>在最后一行输入即新增 · Enter 向下 · Tab 向右 · Ctrl+V 粘贴 Excel 区域 · Delete 清除</source>
        <translation>Type in the last row to add · Enter down · Tab right · Ctrl+V pastes from Excel · Delete clears</translation>
    </message>
    <message>
        <source>怎样看</source>
        <translation>How to look</translation>
    </message>
    <message>
        <source>按部门</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>按指标（全区）</source>
        <translation>By indicator (zone)</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>系数只在同一类别里移动分量；要让经济指标更重，请改分组给经济类的分值</source>
        <translation>The multiplier moves weight within a category only; to make economic indicators weigh more, change the group&apos;s points for economic categories</translation>
    </message>
    <message>
        <source>改权重</source>
        <translation>Change weights</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>打印分解表</source>
        <translation>Print the breakdown</translation>
    </message>
    <message>
        <source>这里把指标和任务落实到部门：两个目标、上年实绩、分值、系数，任务的标准、期限、节点和协办。先登记部门。</source>
        <translation>Indicators and tasks are laid on departments here: both targets, last year&apos;s actual, points, multiplier; standard, due date, milestones and partners of tasks. Enter departments first.</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>从 {year} 年结转任务</source>
        <translation>Carry tasks from {year}</translation>
    </message>
    <message>
        <source>{year} 年还没有部门</source>
        <translation>{year} has no departments yet</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
</context>
<context>
    <name>TaskSource</name>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>结转后</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>现期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>建议期限</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>终止依据（填了就不再办）</source>
        <translation>Basis for cancelling (if given, it is dropped)</translation>
    </message>
    <message>
        <source>已填终止依据</source>
        <translation>has a basis for cancelling</translation>
    </message>
    <message>
        <source>&#x3000;节点：{title}</source>
        <translation>  Milestone: {title}</translation>
    </message>
    <message>
        <source>终止依据填在任务一行</source>
        <translation>The basis for cancelling stands in the task&apos;s row</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{what}：{words}</source>
        <translation>{what}: {words}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>红</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>灰</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>节点严重滞后</source>
        <translation>Milestone late</translation>
    </message>
    <message>
        <source>严重落后于进度</source>
        <translation>Far behind</translation>
    </message>
    <message>
        <source>节点滞后</source>
        <translation>Milestone late</translation>
    </message>
    <message>
        <source>落后于进度</source>
        <translation>Behind pace</translation>
    </message>
    <message>
        <source>未按期报送</source>
        <translation>No report</translation>
    </message>
    <message>
        <source>没有期限</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>无结果</source>
        <translation>No result</translation>
    </message>
    <message>
        <source>缺项</source>
        <translation>No line</translation>
    </message>
    <message>
        <source>缺报</source>
        <translation>Not reported</translation>
    </message>
    <message>
        <source>无期限</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>无完成标准</source>
        <translation>No standard</translation>
    </message>
    <message>
        <source>督办未回复</source>
        <translation>No reply</translation>
    </message>
    <message>
        <source>未评议</source>
        <translation>Not rated</translation>
    </message>
    <message>
        <source>申诉未决</source>
        <translation>Appeal open</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>快报未核定</source>
        <translation>Preliminary</translation>
    </message>
    <message>
        <source>未落实</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>分值不符</source>
        <translation>Points differ</translation>
    </message>
    <message>
        <source>排名对象过少</source>
        <translation>Few to rank</translation>
    </message>
    <message>
        <source>评委未评齐</source>
        <translation>Partly rated</translation>
    </message>
    <message>
        <source>合计不符</source>
        <translation>Sums differ</translation>
    </message>
    <message>
        <source>签约</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>落地</source>
        <translation>Landing</translation>
    </message>
    <message>
        <source>开工</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>投产</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>签约率</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>落地率</source>
        <translation>Landed</translation>
    </message>
    <message>
        <source>开工率</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>投产率</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>未开展</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>推进中</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>申请销号</source>
        <translation>closing requested</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>suspended</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>周</source>
        <translation>week</translation>
    </message>
    <message>
        <source>月</source>
        <translation>month</translation>
    </message>
    <message>
        <source>季</source>
        <translation>quarter</translation>
    </message>
    <message>
        <source>年</source>
        <translation>year</translation>
    </message>
    <message>
        <source>快报</source>
        <translation>Preliminary</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>YTD</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>期末</source>
        <translation>last</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>总额分配</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>人均标准</source>
        <translation>Per head</translation>
    </message>
    <message>
        <source>贡献分配</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>超额奖励</source>
        <translation>Excess</translation>
    </message>
    <message>
        <source>名次奖励</source>
        <translation>By rank</translation>
    </message>
    <message>
        <source>低分扣罚</source>
        <translation>Low score</translation>
    </message>
    <message>
        <source>等次扣罚</source>
        <translation>By grade</translation>
    </message>
    <message>
        <source>黄红牌扣罚</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>未完成扣罚</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>考核年度</source>
        <translation>Assessment year</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>权重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>责任分解</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>实绩</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Directive</translation>
    </message>
    <message>
        <source>评议</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>评委类别</source>
        <translation>Rater class</translation>
    </message>
    <message>
        <source>自评</source>
        <translation>Self-score</translation>
    </message>
    <message>
        <source>加减分</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>等次认定</source>
        <translation>Grade decision</translation>
    </message>
    <message>
        <source>奖惩</source>
        <translation>Award rule</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>定稿表样</source>
        <translation>Final form</translation>
    </message>
    <message>
        <source>推演方案</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>参评</source>
        <translation>Takes part</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>折算人数</source>
        <translation>Payout heads</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>分管领导</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>单独考核</source>
        <translation>Apart</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>经济</source>
        <translation>Economic</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>计分办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>累计方式</source>
        <translation>Accumulation</translation>
    </message>
    <message>
        <source>报送周期</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Data source</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>指标编码</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>部门编码</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>确保目标</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>力争目标</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>上年实绩</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>系数</source>
        <translation>Multiplier</translation>
    </message>
    <message>
        <source>一季度目标</source>
        <translation>Q1 target</translation>
    </message>
    <message>
        <source>半年目标</source>
        <translation>Half-year</translation>
    </message>
    <message>
        <source>三季度目标</source>
        <translation>Q3 target</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>口径</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>分析</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>对策</source>
        <translation>Countermeasure</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办部门</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>完成标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>交办日期</source>
        <translation>Assigned on</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>结转自</source>
        <translation>Carried from</translation>
    </message>
    <message>
        <source>结转次数</source>
        <translation>Carried ×</translation>
    </message>
    <message>
        <source>原年度</source>
        <translation>Orig. year</translation>
    </message>
    <message>
        <source>原期限</source>
        <translation>Original due</translation>
    </message>
    <message>
        <source>任务编码</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>完成比例</source>
        <translation>Percent done</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下步措施</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>回复期限</source>
        <translation>Reply by</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>回复日期</source>
        <translation>Replied on</translation>
    </message>
    <message>
        <source>回复内容</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>评委</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>评委部门</source>
        <translation>Rater&apos;s dept</translation>
    </message>
    <message>
        <source>分数</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>票数</source>
        <translation>Ballots</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>得分率</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Treatment</translation>
    </message>
    <message>
        <source>停发</source>
        <translation>Stops pay</translation>
    </message>
    <message>
        <source>总投资</source>
        <translation>Total inv.</translation>
    </message>
    <message>
        <source>年度计划投资</source>
        <translation>Planned inv.</translation>
    </message>
    <message>
        <source>年度完成投资</source>
        <translation>Invested</translation>
    </message>
    <message>
        <source>计划签约</source>
        <translation>Signing plan</translation>
    </message>
    <message>
        <source>签约日期</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>计划落地</source>
        <translation>Landing plan</translation>
    </message>
    <message>
        <source>落地日期</source>
        <translation>Landed</translation>
    </message>
    <message>
        <source>计划开工</source>
        <translation>Start plan</translation>
    </message>
    <message>
        <source>开工日期</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>计划投产</source>
        <translation>Opening plan</translation>
    </message>
    <message>
        <source>投产日期</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>最低分</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>比例上限</source>
        <translation>Share limit</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>触发</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>说明人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>处理依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>提出日期</source>
        <translation>Raised on</translation>
    </message>
    <message>
        <source>处理日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Unit&apos;s name</translation>
    </message>
    <message>
        <source>分数小数位</source>
        <translation>Decimals</translation>
    </message>
    <message>
        <source>折算</source>
        <translation>Scaling</translation>
    </message>
    <message>
        <source>否决等次</source>
        <translation>Veto grade</translation>
    </message>
    <message>
        <source>名额取整</source>
        <translation>Place rounding</translation>
    </message>
    <message>
        <source>名额至少一</source>
        <translation>At least one</translation>
    </message>
    <message>
        <source>同分比较</source>
        <translation>Tie-breaks</translation>
    </message>
    <message>
        <source>督查扣分类别</source>
        <translation>Directives in</translation>
    </message>
    <message>
        <source>蓝单扣分</source>
        <translation>Blue deduction</translation>
    </message>
    <message>
        <source>黄单扣分</source>
        <translation>Yellow deduction</translation>
    </message>
    <message>
        <source>红单扣分</source>
        <translation>Red deduction</translation>
    </message>
    <message>
        <source>督查扣分就高</source>
        <translation>Largest only</translation>
    </message>
    <message>
        <source>协办扣分比例</source>
        <translation>Partner part</translation>
    </message>
    <message>
        <source>协办分值比例</source>
        <translation>Partner share</translation>
    </message>
    <message>
        <source>迟延得分率</source>
        <translation>Late share</translation>
    </message>
    <message>
        <source>进度黄线</source>
        <translation>Yellow line</translation>
    </message>
    <message>
        <source>进度红线</source>
        <translation>Red line</translation>
    </message>
    <message>
        <source>兑现单位</source>
        <translation>Payout unit</translation>
    </message>
    <message>
        <source>及格线</source>
        <translation>Pass mark</translation>
    </message>
    <message>
        <source>扣罚以奖励为限</source>
        <translation>Penalty limit</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>各页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>第 {page} 页</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>时间轴</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>节点“{title}”，期限 {day}，迟延完成</source>
        <translation>Milestone &quot;{title}&quot;, due {day}, done late</translation>
    </message>
    <message>
        <source>节点“{title}”，期限 {day}，已完成</source>
        <translation>Milestone &quot;{title}&quot;, due {day}, done</translation>
    </message>
    <message>
        <source>节点“{title}”，期限 {day}，已逾期</source>
        <translation>Milestone &quot;{title}&quot;, due {day}, overdue</translation>
    </message>
    <message>
        <source>节点“{title}”，期限 {day}</source>
        <translation>Milestone &quot;{title}&quot;, due {day}</translation>
    </message>
    <message>
        <source>{day} 报送</source>
        <translation>Reported {day}</translation>
    </message>
    <message>
        <source>{day} 发出</source>
        <translation>Issued {day}</translation>
    </message>
    <message>
        <source>{day} 建议发出</source>
        <translation>Proposed {day}</translation>
    </message>
    <message>
        <source>期限 {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>原期限 {day}</source>
        <translation>Originally due {day}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>考核年度</source>
        <translation>Assessment year</translation>
    </message>
    <message>
        <source>撤销 Ctrl+Z</source>
        <translation>Undo Ctrl+Z</translation>
    </message>
    <message>
        <source>重做 Ctrl+Y</source>
        <translation>Redo Ctrl+Y</translation>
    </message>
    <message>
        <source>帮助 F1</source>
        <translation>Help F1</translation>
    </message>
    <message>
        <source>界面明暗</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>%1 年度</source>
        <translation>Year %1</translation>
    </message>
    <message>
        <source>考核台账</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>台账 %1</source>
        <translation>Book %1</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>选中 {count} 块</source>
        <translation>Blocks: {count}</translation>
    </message>
    <message>
        <source>选中 {rows} × {columns} 格</source>
        <translation>{rows} × {columns} cells</translation>
    </message>
    <message>
        <source>计数 {count}</source>
        <translation>Count {count}</translation>
    </message>
    <message>
        <source>合计 {sum}</source>
        <translation>Sum {sum}</translation>
    </message>
    <message>
        <source>平均 {mean}</source>
        <translation>Mean {mean}</translation>
    </message>
    <message>
        <source>最大 {high}</source>
        <translation>Max {high}</translation>
    </message>
    <message>
        <source>最小 {low}</source>
        <translation>Min {low}</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>试算的数</source>
        <translation>Value to try</translation>
    </message>
    <message>
        <source>试算点</source>
        <translation>Trial point</translation>
    </message>
    <message>
        <source>每个百分点</source>
        <translation>per pp</translation>
    </message>
    <message>
        <source>位</source>
        <translation>place</translation>
    </message>
    <message>
        <source>每{unit}</source>
        <translation>per {unit}</translation>
    </message>
    <message>
        <source>{words} {unit}</source>
        <translation>{words} {unit}</translation>
    </message>
</context>
<context>
    <name>Undecided</name>
    <message>
        <source>等次认定…</source>
        <translation>Decide…</translation>
    </message>
</context>
<context>
    <name>VerdictSource</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>指标、任务</source>
        <translation>Indicator, task</translation>
    </message>
    <message>
        <source>满分</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>计算得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>自评</source>
        <translation>Self-score</translation>
    </message>
    <message>
        <source>自评得分</source>
        <translation>Own score</translation>
    </message>
    <message>
        <source>自评差</source>
        <translation>Own − comp.</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>核定得分</source>
        <translation>Verd. score</translation>
    </message>
    <message>
        <source>核定依据</source>
        <translation>Basis of verdict</translation>
    </message>
    <message>
        <source>自评说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>牵头部门的核定，协办部门没有自己的核定时随它：{basis}</source>
        <translation>The lead&apos;s verdict, which holds for partners without one of their own: {basis}</translation>
    </message>
    <message>
        <source>随牵头部门的核定</source>
        <translation>as the lead&apos;s verdict</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>计算没有结果，自评却有</source>
        <translation>Nothing computed, but a self-score</translation>
    </message>
    <message>
        <source>自评比计算{more} {points} 分</source>
        <translation>Self-score {points} points {more} than computed</translation>
    </message>
    <message>
        <source>多</source>
        <translation>more</translation>
    </message>
    <message>
        <source>少</source>
        <translation>less</translation>
    </message>
    <message>
        <source>还没有保存：得分率和依据要都填上</source>
        <translation>Not saved yet: it takes both share and basis</translation>
    </message>
    <message>
        <source>先填自评得分率</source>
        <translation>Enter the self-score first</translation>
    </message>
    <message>
        <source>未存</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>先填自评得分率，说明还没有保存</source>
        <translation>Enter the self-score first, the note is not saved yet</translation>
    </message>
    <message>
        <source>核定要写依据，得分率还没有保存</source>
        <translation>A verdict needs a basis, the share is not saved yet</translation>
    </message>
    <message>
        <source>先填核定得分率，依据还没有保存</source>
        <translation>Enter the verdict&apos;s share first, the basis is not saved yet</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>自评与计算不同</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>未自评</source>
        <translation>None</translation>
    </message>
    <message>
        <source>已核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>Differ</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
</context>
<context>
    <name>VerdictsPage</name>
    <message>
        <source>考核评分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>填得分率，如 85% · 核定要写依据才保存 · 清空得分率即撤回 · Ctrl+V 粘贴 Excel 区域</source>
        <translation>Enter shares such as 85% · a verdict is saved with its basis · clearing the share withdraws it · Ctrl+V pastes from Excel</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>计算过程</source>
        <translation>Reckoning</translation>
    </message>
    <message>
        <source>打印考核表</source>
        <translation>Print the sheet</translation>
    </message>
    <message>
        <source>这里逐项填部门自评和考核组核定的得分率，和计算的并排看。先把指标和任务落实到部门。</source>
        <translation>Self-scores and verdicts are entered here item by item, beside what is computed. Lay indicators and tasks on departments first.</translation>
    </message>
    <message>
        <source>去落实目标</source>
        <translation>To the targets</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>{year} 年还没有可核定的项目</source>
        <translation>{year} has nothing to judge yet</translation>
    </message>
    <message>
        <source>没有这样的项目</source>
        <translation>No such projects</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>自评、核定为得分率（满分的百分之几）；核定代替计算，计算值仍留作对照</source>
        <translation>Shares of full marks; a verdict replaces the computed share, which stays for comparison</translation>
    </message>
    <message>
        <source>第 {rank} 名 · {grade} · 总分 {total}；核定代替计算，计算值仍留作对照</source>
        <translation>Rank {rank} · {grade} · total {total}; a verdict replaces the computed share, which stays for comparison</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>项目墙</source>
        <translation>Project wall</translation>
    </message>
    <message>
        <source>{count} 个</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{name} {rate}</source>
        <translation>{name} {rate}</translation>
    </message>
    <message>
        <source>迟 {days} 天</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>年内投资</source>
        <translation>Investment</translation>
    </message>
    <message>
        <source>接下来要{stage}的</source>
        <translation>Next: {stage}</translation>
    </message>
    <message>
        <source>其余 {count} 个更晚</source>
        <translation>{count} more, later</translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>分组与分值</source>
        <translation>Groups and points</translation>
    </message>
    <message>
        <source>加分组…</source>
        <translation>Add a group…</translation>
    </message>
    <message>
        <source>加类别…</source>
        <translation>Add a category…</translation>
    </message>
    <message>
        <source>&#x3000;考核分组</source>
        <translation>  Group</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Depts</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>分值构成</source>
        <translation>Make-up</translation>
    </message>
    <message>
        <source>经济占比 %</source>
        <translation>Econ. %</translation>
    </message>
    <message>
        <source>{group} {category} 分值</source>
        <translation>{group} {category} points</translation>
    </message>
    <message>
        <source>经济成果的份量由“{economic}”这一栏定；系数只在类别内移动</source>
        <translation>What economic results weigh is the column &quot;{economic}&quot;; the multiplier moves within a category</translation>
    </message>
    <message>
        <source>还没有经济类别：在“分组与类别”里把一个计分类别的“经济”改为是</source>
        <translation>No economic category yet: set &quot;Economic&quot; of a scored category to 是 under &quot;Groups&quot;</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>考核督查台</source>
        <translation>KPI Desktop</translation>
    </message>
    <message>
        <source>一年的目标、督查、评分和奖惩都在一本台账里：一个文件，存在本机，随时可以备份。</source>
        <translation>A year&apos;s targets, supervision, scores and awards are in one book: a single file on this machine, backed up at any time.</translation>
    </message>
    <message>
        <source>也可以把台账或工作簿文件拖到这个窗口里。</source>
        <translation>A book or a workbook can also be dropped on this window.</translation>
    </message>
    <message>
        <source>打开示例区</source>
        <translation>Open the sample zone</translation>
    </message>
    <message>
        <source>高新区 2020 年：20 个部门、一整年。目标为公开数据，实绩为虚构。</source>
        <translation>High-tech zone 2020, 20 departments; actuals made up.</translation>
    </message>
    <message>
        <source>打开考核台账…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>打开已有的台账文件，接着做。</source>
        <translation>Open an existing book and go on.</translation>
    </message>
    <message>
        <source>导入工作簿新建…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>把 Excel 或 WPS 里的部门、指标、任务一次导入，建成新台账。</source>
        <translation>From an Excel or WPS workbook, as a new book.</translation>
    </message>
    <message>
        <source>新建空白台账…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>从空白开始，在窗口里逐项录入或粘贴。</source>
        <translation>Begin with an empty book, type or paste in the window.</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>各异</source>
        <translation>mixed</translation>
    </message>
    <message>
        <source>不能空着</source>
        <translation>cannot be blank</translation>
    </message>
    <message>
        <source>不能是负数</source>
        <translation>cannot be negative</translation>
    </message>
    <message>
        <source>应为整数</source>
        <translation>must be a whole number</translation>
    </message>
    <message>
        <source>新</source>
        <translation>new</translation>
    </message>
    <message>
        <source>改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>最低分</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>比例上限</source>
        <translation>Share limit</translation>
    </message>
    <message>
        <source>系数</source>
        <translation>Coefficient</translation>
    </message>
    <message>
        <source>全部、一般，或分组名，几个用顿号连接</source>
        <translation>全部, 一般, or groups separated by 、</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>本组合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>? 表示等次待定</source>
        <translation>? means undecided</translation>
    </message>
    <message>
        <source>新增 {names}</source>
        <translation>New: {names}</translation>
    </message>
    <message>
        <source>不再有 {names}</source>
        <translation>No longer: {names}</translation>
    </message>
    <message>
        <source>并列解开，无须会议认定</source>
        <translation>the tie is gone, nothing to decide</translation>
    </message>
    <message>
        <source>须会议认定</source>
        <translation>to be decided</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>{0} → {1} 个&#x3000;{2}</source>
        <translation>{0} → {1}  {2}</translation>
    </message>
    <message>
        <source>相邻两位</source>
        <translation>Neighbours</translation>
    </message>
    <message>
        <source>分差</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>最先使其互换的改动</source>
        <translation>First change that swaps them</translation>
    </message>
    <message>
        <source>最小变动</source>
        <translation>Least change</translation>
    </message>
    <message>
        <source>稳健度</source>
        <translation>Stability</translation>
    </message>
    <message>
        <source>改后的次序</source>
        <translation>Order after</translation>
    </message>
    <message>
        <source>单项分值 ±{reach} 分内没有</source>
        <translation>none within ±{reach} points of a category</translation>
    </message>
    <message>
        <source>±{reach} 分内不互换</source>
        <translation>no swap within ±{reach}</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>no change</translation>
    </message>
    <message>
        <source>{category} {now} → {then}</source>
        <translation>{category} {now} → {then}</translation>
    </message>
    <message>
        <source>{name}升第 {rank}</source>
        <translation>{name} to rank {rank}</translation>
    </message>
    <message>
        <source>●●● 稳固</source>
        <translation>●●● firm</translation>
    </message>
    <message>
        <source>●○○ 脆弱</source>
        <translation>●○○ weak</translation>
    </message>
    <message>
        <source>●●○ 一般</source>
        <translation>●●○ fair</translation>
    </message>
    <message>
        <source>任何一类分值改动 {reach} 分以内，名次都不变</source>
        <translation>No change of a category&apos;s points within {reach} moves a rank</translation>
    </message>
    <message>
        <source>最先动的是第 {rank} 位：{category}改 {change} 分，{lower}就超过{upper}</source>
        <translation>First to move is rank {rank}: {category} by {change} points, and {lower} overtakes {upper}</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>处</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>名次变动</source>
        <translation>Ranks moved</translation>
    </message>
    <message>
        <source>个</source>
        <translation>depts</translation>
    </message>
    <message>
        <source>等次变动</source>
        <translation>Grades moved</translation>
    </message>
    <message>
        <source>奖励移动</source>
        <translation>Money moved</translation>
    </message>
    <message>
        <source>本组经济占比</source>
        <translation>Econ. share of the group</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>✓ 在比</source>
        <translation>✓ compared</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>{name} 名次</source>
        <translation>{name} rank</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>方案推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>↑↓ 增减数值 · 什么都不会保存，直到“采用”</source>
        <translation>↑↓ changes a number · nothing is saved until &quot;Adopt&quot;</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to show</translation>
    </message>
    <message>
        <source>从去年方案套</source>
        <translation>From last year</translation>
    </message>
    <message>
        <source>复制对比</source>
        <translation>Copy the comparison</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>改左边任何一项，名次、等次和奖励就跟着变；什么都不会保存，直到“采用”</source>
        <translation>Change anything on the left; ranks, grades and rewards follow; nothing is saved until &quot;Adopt&quot;</translation>
    </message>
    <message>
        <source>全区名次变动 {ranks} 个部门&#x3000;等次变动 {grades} 个&#x3000;奖励移动 {money:,} 元</source>
        <translation>Ranks that move in the zone: {ranks}  grades: {grades}  money moved: {money:,} yuan</translation>
    </message>
    <message>
        <source>推演名次稳健度</source>
        <translation>Stability of what-if ranks</translation>
    </message>
    <message>
        <source>方案对比 {count}</source>
        <translation>Scenarios {count}</translation>
    </message>
    <message>
        <source>方案对比</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>稳不稳</source>
        <translation>Stability</translation>
    </message>
    <message>
        <source>这里在方案的副本上试改分值、规则、等次和奖惩，看名次和兑现怎么变。先有分组和参评的部门。</source>
        <translation>Points, rules, grades and awards can be tried on a copy of the scheme, to see how ranks and money change. It takes groups and departments that take part.</translation>
    </message>
    <message>
        <source>登记部门</source>
        <translation>Enter departments</translation>
    </message>
    <message>
        <source>去定考核方案</source>
        <translation>To the scheme</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>{year} 年还没有可推演的方案</source>
        <translation>{year} has no scheme to try on yet</translation>
    </message>
    <message>
        <source>没有可用的指标或等次，不能加“{name}”</source>
        <translation>No indicator or grade to use; &quot;{name}&quot; cannot be added</translation>
    </message>
    <message>
        <source>先在“考核方案”里建好指标和等次。</source>
        <translation>Make indicators and grades under Scheme first.</translation>
    </message>
    <message>
        <source>已套用 {year} 年的分值、参数、等次和奖惩办法</source>
        <translation>Points, parameters, grades and award rules of {year} are taken</translation>
    </message>
    <message>
        <source>与今年不同的有 {count} 处，只在副本上</source>
        <translation>Differences to this year: {count}, on the copy only</translation>
    </message>
    <message>
        <source>没有保存副本</source>
        <translation>The copy was not saved</translation>
    </message>
    <message>
        <source>已保存“{name}”</source>
        <translation>&quot;{name}&quot; is saved</translation>
    </message>
    <message>
        <source>考核方案没有变</source>
        <translation>The scheme did not change</translation>
    </message>
    <message>
        <source>没有采用</source>
        <translation>Not adopted</translation>
    </message>
    <message>
        <source>已采用“{name}”，各处分数、等次和金额已重算</source>
        <translation>&quot;{name}&quot; is adopted; scores, grades and amounts are reckoned again</translation>
    </message>
    <message>
        <source>记入操作日志一条，Ctrl+Z 可以撤销</source>
        <translation>One entry of the history; Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>没有放弃方案</source>
        <translation>The scenario was not dropped</translation>
    </message>
    <message>
        <source>已放弃“{name}”</source>
        <translation>&quot;{name}&quot; is dropped</translation>
    </message>
    <message>
        <source>Ctrl+Z 可以撤销</source>
        <translation>Ctrl+Z undoes</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <source>拟发的督办单</source>
        <translation>Proposed directives</translation>
    </message>
    <message>
        <source>逾期未回复</source>
        <translation>Replies overdue</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>今天的督办</source>
        <translation>Today&apos;s directives</translation>
    </message>
    <message>
        <source>{count} 张拟发，点一行看经过、改正文；全部发出时按顺序编号。</source>
        <translation>Proposed: {count}; click one for its story and text. All issued together are numbered in order.</translation>
    </message>
    <message>
        <source>今天没有要发的督办单。</source>
        <translation>No directives to issue today.</translation>
    </message>
    <message>
        <source>全部发出 {count} 张</source>
        <translation>Issue all {count}</translation>
    </message>
    <message>
        <source>逾期未回复 {count} 份</source>
        <translation>Replies overdue: {count}</translation>
    </message>
    <message>
        <source>已发 {colours}</source>
        <translation>{colours} issued</translation>
    </message>
    <message>
        <source>超 {days} 天</source>
        <translation>{days} d over</translation>
    </message>
</context>
<context>
    <name>Year</name>
    <message>
        <source>“{next}”前已无缺口</source>
        <translation>No gaps before &quot;{next}&quot;</translation>
    </message>
    <message>
        <source>离“{next}”还差 {count} 处</source>
        <translation>Gaps before &quot;{next}&quot;: {count}</translation>
    </message>
</context>
<context>
    <name>YearsView</name>
    <message>
        <source>历年兑现，按办法</source>
        <translation>Payouts over the years, by rule</translation>
    </message>
    <message>
        <source>历年净额，按部门</source>
        <translation>Net amounts over the years, by department</translation>
    </message>
    <message>
        <source>台账里没有更早的年度</source>
        <translation>The book has no earlier years</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
</context>
</TS>
