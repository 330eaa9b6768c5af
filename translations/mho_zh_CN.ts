<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;h2&gt;Mho Studio %1&lt;/h2&gt;&lt;p&gt;Compresses neural networks for memristor crossbars and shows what every choice costs.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Mho Studio %1&lt;/h2&gt;&lt;p&gt;为忆阻器交叉阵列压缩神经网络，并显示每个选择的代价。&lt;/p&gt;&lt;p&gt;依据 GNU 通用公共许可证第 3 版或更高版本发布的自由软件，不提供任何担保。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>组成部分及其许可证</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>尚未加载</translation>
    </message>
    <message>
        <source>Built with %1</source>
        <translation>使用 %1 构建</translation>
    </message>
    <message>
        <source>About Mho Studio</source>
        <translation>关于 Mho Studio</translation>
    </message>
</context>
<context>
    <name>AxisScale</name>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
</context>
<context>
    <name>ChartStyle</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Copy the project to another file and go on there</source>
        <translation>将项目复制到另一个文件并在其中继续</translation>
    </message>
    <message>
        <source>&amp;Export Crossbar Figure…</source>
        <translation>导出交叉阵列图(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the crossbars as SVG, PDF or PNG</source>
        <translation>将交叉阵列写为 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>&amp;Close Project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>Go back to the start page</source>
        <translation>回到起始页</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤回上一次编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do the edit again that was taken back</source>
        <translation>再次执行撤回的编辑</translation>
    </message>
    <message>
        <source>&amp;Constraints of Layer…</source>
        <translation>层的约束(&amp;C)…</translation>
    </message>
    <message>
        <source>Edit constraints and levels of the selected layer</source>
        <translation>编辑所选层的约束和量化级</translation>
    </message>
    <message>
        <source>&amp;Lock or Unlock Layers</source>
        <translation>锁定或解锁层(&amp;L)</translation>
    </message>
    <message>
        <source>Edits and budgets leave locked layers as they are</source>
        <translation>编辑和预算不会改动已锁定的层</translation>
    </message>
    <message>
        <source>Spread a &amp;Budget…</source>
        <translation>分配预算(&amp;B)…</translation>
    </message>
    <message>
        <source>Spread a ratio or a number of crossbars of the whole network over its layers</source>
        <translation>将全网的压缩率或交叉阵列数分配到各层</translation>
    </message>
    <message>
        <source>&amp;Keep Design Point</source>
        <translation>保留设计点(&amp;K)</translation>
    </message>
    <message>
        <source>Keep plan, hardware and what they give, to compare</source>
        <translation>保留方案、硬件及其结果以便比较</translation>
    </message>
    <message>
        <source>Put plan and hardware of the selected point into the editor</source>
        <translation>将所选设计点的方案和硬件放入编辑器</translation>
    </message>
    <message>
        <source>Re&amp;name Design Point…</source>
        <translation>重命名设计点(&amp;N)…</translation>
    </message>
    <message>
        <source>Give the selected design point another name</source>
        <translation>为所选设计点取另一个名称</translation>
    </message>
    <message>
        <source>Delete the selected design points; studies keep theirs</source>
        <translation>删除所选设计点；研究保留自己的设计点</translation>
    </message>
    <message>
        <source>&amp;Tune</source>
        <translation>调节(&amp;T)</translation>
    </message>
    <message>
        <source>Layers, crossbars and cost side by side</source>
        <translation>层、交叉阵列和成本并排显示</translation>
    </message>
    <message>
        <source>Cross&amp;bars</source>
        <translation>交叉阵列(&amp;B)</translation>
    </message>
    <message>
        <source>The crossbars as large as they can be</source>
        <translation>尽可能大地显示交叉阵列</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>The run and its curves</source>
        <translation>运行及其曲线</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Design points beside each other</source>
        <translation>并排显示设计点</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>Put the panels of this perspective where they stand at first</source>
        <translation>将此视图布局的面板放回初始位置</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Start the run, or go on with the unfinished one</source>
        <translation>开始运行，或继续未完成的运行</translation>
    </message>
    <message>
        <source>Stop and &amp;Keep</source>
        <translation>停止并保留(&amp;K)</translation>
    </message>
    <message>
        <source>End the run here as if it were finished and keep the result</source>
        <translation>在此结束运行，视同完成，并保留结果</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop now; the last checkpoint stays, so that the run can be resumed</source>
        <translation>立即停止；最后的检查点会保留，以便继续运行</translation>
    </message>
    <message>
        <source>Start &amp;Anew</source>
        <translation>重新开始(&amp;A)</translation>
    </message>
    <message>
        <source>Start a run from the beginning; an unfinished one is dropped</source>
        <translation>从头开始运行；丢弃未完成的运行</translation>
    </message>
    <message>
        <source>&amp;Data Folder…</source>
        <translation>数据文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Where the data set of the project lies</source>
        <translation>项目数据集所在位置</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a command by its name and do it</source>
        <translation>按名称查找命令并执行</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>See and change the keys of every command</source>
        <translation>查看和更改每个命令的按键</translation>
    </message>
    <message>
        <source>&amp;What&apos;s This?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Click on a part of the window to read what it is</source>
        <translation>点击窗口的某个部分，了解其含义</translation>
    </message>
    <message>
        <source>&amp;About Mho Studio</source>
        <translation>关于 Mho Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Crossbars Panel</source>
        <translation>交叉阵列面板</translation>
    </message>
    <message>
        <source>Cost Panel</source>
        <translation>成本面板</translation>
    </message>
    <message>
        <source>Conductances Panel</source>
        <translation>电导面板</translation>
    </message>
    <message>
        <source>Run Panel</source>
        <translation>运行面板</translation>
    </message>
    <message>
        <source>Compare Panel</source>
        <translation>比较面板</translation>
    </message>
    <message>
        <source>Mask Panel</source>
        <translation>掩码面板</translation>
    </message>
    <message>
        <source>ADC Panel</source>
        <translation>ADC 面板</translation>
    </message>
    <message>
        <source>Constraints Panel</source>
        <translation>约束面板</translation>
    </message>
    <message>
        <source>Hardware Panel</source>
        <translation>硬件面板</translation>
    </message>
    <message>
        <source>Data Panel</source>
        <translation>数据面板</translation>
    </message>
    <message>
        <source>Journal Panel</source>
        <translation>日志面板</translation>
    </message>
    <message>
        <source>What was done, each with the command that does it again</source>
        <translation>做过的操作，每项附有可重做它的命令</translation>
    </message>
    <message>
        <source>Hardware Bar</source>
        <translation>硬件栏</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Read what the panel with the focus is for, and how it is used</source>
        <translation>了解焦点所在面板的用途和用法</translation>
    </message>
    <message>
        <source>L&amp;oad Design Point</source>
        <translation>载入设计点(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the run where it is, or let it go on; nothing is lost</source>
        <translation>将运行停在当前位置，或让其继续；不会丢失任何内容</translation>
    </message>
    <message>
        <source>Add to &amp;Queue</source>
        <translation>加入队列(&amp;Q)</translation>
    </message>
    <message>
        <source>A run of the present design, after those that go on and wait</source>
        <translation>当前设计的一次运行，排在进行中和等待的运行之后</translation>
    </message>
    <message>
        <source>&amp;Revert to Earlier Point…</source>
        <translation>恢复到较早的时刻(&amp;V)…</translation>
    </message>
    <message>
        <source>Write designs as PDF, HTML, LaTeX, Markdown, CSV or JSON</source>
        <translation>将设计写为 PDF、HTML、LaTeX、Markdown、CSV 或 JSON</translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation>导出报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Delete Design &amp;Points</source>
        <translation>删除设计点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;System Theme</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>与桌面一致的浅色或深色</translation>
    </message>
    <message>
        <source>Li&amp;ght Theme</source>
        <translation>浅色(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Viridis Colours</source>
        <translation>&amp;Viridis 颜色</translation>
    </message>
    <message>
        <source>Colours of crossbars from dark blue to yellow</source>
        <translation>交叉阵列的颜色从深蓝到黄</translation>
    </message>
    <message>
        <source>C&amp;ividis Colours</source>
        <translation>C&amp;ividis 颜色</translation>
    </message>
    <message>
        <source>Colours of crossbars that look nearly the same to people who do not see red or green</source>
        <translation>交叉阵列的颜色，红绿色盲者看来几乎相同</translation>
    </message>
    <message>
        <source>S&amp;ort by This Column</source>
        <translation>按此列排序(&amp;O)</translation>
    </message>
    <message>
        <source>Sort the layers by the column of the selected cell: rising, then falling, then in the order of the network</source>
        <translation>按所选单元格的列对层排序：先升序，再降序，再按网络顺序</translation>
    </message>
    <message>
        <source>Start &amp;First of Queue</source>
        <translation>启动队列中的第一个(&amp;F)</translation>
    </message>
    <message>
        <source>Start the first run that waits; the others follow</source>
        <translation>启动第一个等待的运行；其余随后进行</translation>
    </message>
    <message>
        <source>&amp;Remove from Queue</source>
        <translation>从队列中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation>将所选运行移出队列</translation>
    </message>
    <message>
        <source>New from Network &amp;File…</source>
        <translation>从网络文件新建(&amp;F)…</translation>
    </message>
    <message>
        <source>A project of a trained network: an ONNX file, or weights of PyTorch, safetensors or NumPy</source>
        <translation>由训练好的网络建立项目：ONNX 文件，或 PyTorch、safetensors、NumPy 的权重</translation>
    </message>
    <message>
        <source>Export Net&amp;work…</source>
        <translation>导出网络(&amp;W)…</translation>
    </message>
    <message>
        <source>Write the compressed network, its masks and crossbars for other tools</source>
        <translation>将压缩后的网络、掩码和交叉阵列写出供其他工具使用</translation>
    </message>
    <message>
        <source>Copy Co&amp;mmands</source>
        <translation>复制命令(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the command lines of the acts selected in the journal, or of all</source>
        <translation>复制日志中所选操作的命令行，未选则复制全部</translation>
    </message>
    <message>
        <source>Crossbars of Layer or &amp;Network</source>
        <translation>层或网络的交叉阵列(&amp;N)</translation>
    </message>
    <message>
        <source>Show the crossbars of the selected layer, or of the whole network</source>
        <translation>显示所选层或整个网络的交叉阵列</translation>
    </message>
    <message>
        <source>Compare with D&amp;ense Network</source>
        <translation>与稠密网络比较(&amp;E)</translation>
    </message>
    <message>
        <source>Show the crossbars of the uncompressed network left of a divider</source>
        <translation>在分隔线左侧显示未压缩网络的交叉阵列</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <source>Measure the present design on the test images, without training</source>
        <translation>在测试图像上测量当前设计，不训练</translation>
    </message>
    <message>
        <source>A project of a trained network whose weights are NPY files in one folder</source>
        <translation>由一个文件夹中的 NPY 权重文件所构成的已训练网络的项目</translation>
    </message>
    <message>
        <source>&amp;System Language</source>
        <translation>系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>The language of the desktop, where Mho speaks it; else English</source>
        <translation>桌面的语言；若 Mho 不支持则为英语</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>简体中文 (&amp;Z)</source>
        <translation>简体中文(&amp;Z)</translation>
    </message>
    <message>
        <source>New from Folder of Arra&amp;ys…</source>
        <translation>从数组文件夹新建(&amp;Y)…</translation>
    </message>
    <message>
        <source>Stages Panel</source>
        <translation>阶段面板</translation>
    </message>
    <message>
        <source>S&amp;tages…</source>
        <translation>阶段(&amp;T)…</translation>
    </message>
    <message>
        <source>How the next run trains: epochs, rates and penalties of each stage</source>
        <translation>下一次运行如何训练：各阶段的轮数、学习率和惩罚</translation>
    </message>
    <message>
        <source>Put plan, hardware and stages back to what they were after an earlier edit; that can be undone</source>
        <translation>将方案、硬件和阶段恢复到较早编辑之后的状态；可以撤销</translation>
    </message>
</context>
<context>
    <name>CompareMetrics</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy, top-1</source>
        <translation>准确率，top-1</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>压缩率</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>占用率</translation>
    </message>
    <message>
        <source>Occupancy: programmed cells / cells of the crossbars</source>
        <translation>占用率：已编程单元 / 交叉阵列的单元</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>ADC bits</source>
        <translation>ADC 位数</translation>
    </message>
</context>
<context>
    <name>CompareProperties</name>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Run of %1, seed %2</source>
        <translation>运行 %1，种子 %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>, stopped and kept</source>
        <translation>，停止并保留</translation>
    </message>
    <message>
        <source>, not trained</source>
        <translation>，未训练</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>SHA-256 of the graph and the weights behind the masks</source>
        <translation>掩码所依据的计算图和权重的 SHA-256</translation>
    </message>
    <message>
        <source>Accuracy is</source>
        <translation>准确率为</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>Crossbars, dense</source>
        <translation>交叉阵列，稠密</translation>
    </message>
    <message>
        <source>%1: constraints</source>
        <translation>%1：约束</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密</translation>
    </message>
    <message>
        <source>%1: levels</source>
        <translation>%1：量化级</translation>
    </message>
    <message>
        <source>float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>%1: penalty factor</source>
        <translation>%1：惩罚因子</translation>
    </message>
    <message>
        <source>Hardware: %1</source>
        <translation>硬件：%1</translation>
    </message>
    <message>
        <source>%1: ratio</source>
        <translation>%1：压缩率</translation>
    </message>
    <message>
        <source>Study %1, point %2</source>
        <translation>研究 %1，点 %2</translation>
    </message>
    <message>
        <source>Setting: %1</source>
        <translation>设置：%1</translation>
    </message>
</context>
<context>
    <name>CompareSet</name>
    <message>
        <source>Ratio of layer %1</source>
        <translation>层 %1 的压缩率</translation>
    </message>
    <message>
        <source>one shot, on held-out training images</source>
        <translation>一次性，在留出的训练图像上</translation>
    </message>
    <message>
        <source>estimated, one shot on held-out training images</source>
        <translation>估计，一次性，在留出的训练图像上</translation>
    </message>
    <message>
        <source>estimated, after training</source>
        <translation>估计，训练后</translation>
    </message>
    <message>
        <source>measured on test images</source>
        <translation>在测试图像上测得</translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The hardware preset %1 states no times, and some of its powers follow from energy and time, so the power is not known.</source>
        <translation>硬件预设 %1 没有给出时间，而其部分功率由能量和时间推出，因此功率未知。</translation>
    </message>
    <message>
        <source>The hardware preset %1 states no times, so the energy of an inference is not known.</source>
        <translation>硬件预设 %1 没有给出时间，因此每次推理的能量未知。</translation>
    </message>
</context>
<context>
    <name>CrossbarView</name>
    <message>
        <source>%1: occupancy of its crossbars</source>
        <translation>%1：交叉阵列的占用率</translation>
    </message>
    <message>
        <source>block of word lines</source>
        <translation>字线块</translation>
    </message>
    <message>
        <source>block of bit lines</source>
        <translation>位线块</translation>
    </message>
    <message>
        <source>programmed cells (%)</source>
        <translation>已编程单元 (%)</translation>
    </message>
    <message>
        <source>%1: crossbar %2, %3 (%4)</source>
        <translation>%1：交叉阵列 %2，%3（%4）</translation>
    </message>
    <message>
        <source>both signs</source>
        <translation>两种符号</translation>
    </message>
    <message>
        <source>positive weights</source>
        <translation>正权重</translation>
    </message>
    <message>
        <source>negative weights</source>
        <translation>负权重</translation>
    </message>
    <message>
        <source>word line</source>
        <translation>字线</translation>
    </message>
    <message>
        <source>bit line</source>
        <translation>位线</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>未编程</translation>
    </message>
    <message>
        <source>Crossbar %1, %2: %3 % of its cells are programmed</source>
        <translation>交叉阵列 %1，%2：%3 % 的单元已编程</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Apply Constraints of %1 to All Layers</source>
        <translation>将 %1 的约束应用到所有层</translation>
    </message>
    <message>
        <source>Change %1 of the Crossbar</source>
        <translation>更改交叉阵列的%1</translation>
    </message>
    <message>
        <source>Change %1 Ratio of %2</source>
        <translation>更改 %2 的 %1 压缩率</translation>
    </message>
    <message>
        <source>Change Constraints of %1</source>
        <translation>更改 %1 的约束</translation>
    </message>
    <message>
        <source>Change Hardware</source>
        <translation>更改硬件</translation>
    </message>
    <message>
        <source>Change Levels of %1</source>
        <translation>更改 %1 的量化级</translation>
    </message>
    <message>
        <source>Change Penalty of %1</source>
        <translation>更改 %1 的惩罚</translation>
    </message>
    <message>
        <source>Spread a Budget of %1 by %2</source>
        <translation>按 %2 分配预算 %1</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>将 %1 添加到 %2</translation>
    </message>
    <message>
        <source>Remove %1 from %2</source>
        <translation>从 %2 移除 %1</translation>
    </message>
    <message>
        <source>Move %1 of %2</source>
        <translation>移动 %2 的 %1</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>载入 %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>Finish run</source>
        <translation>完成运行</translation>
    </message>
    <message>
        <source>Set plan</source>
        <translation>设置方案</translation>
    </message>
    <message>
        <source>Set hardware</source>
        <translation>设置硬件</translation>
    </message>
    <message>
        <source>Set data folder</source>
        <translation>设置数据文件夹</translation>
    </message>
    <message>
        <source>Keep design point</source>
        <translation>保留设计点</translation>
    </message>
    <message>
        <source>Rename design point</source>
        <translation>重命名设计点</translation>
    </message>
    <message>
        <source>Delete design point</source>
        <translation>删除设计点</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>更改 %2 的 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 改为 %2</translation>
    </message>
    <message>
        <source>%1 Rule</source>
        <translation>%1 规则</translation>
    </message>
    <message>
        <source>%1 Ratio</source>
        <translation>%1 压缩率</translation>
    </message>
    <message numerus="yes">
        <source>%n Layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Crossbars</source>
        <translation>
            <numerusform>%n 个交叉阵列</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert to &quot;%1&quot;</source>
        <translation>恢复到“%1”</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Set locks</source>
        <translation>设置锁定</translation>
    </message>
    <message>
        <source>Set plan and hardware</source>
        <translation>设置方案和硬件</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n Design Points</source>
        <translation>
            <numerusform>%n 个设计点</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue run</source>
        <translation>运行排队</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>导出网络</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Resume run</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>%1: Set %2</source>
        <translation>%1：设置%2</translation>
    </message>
    <message>
        <source>Set stages</source>
        <translation>设置阶段</translation>
    </message>
    <message>
        <source>Set design</source>
        <translation>设置设计</translation>
    </message>
</context>
<context>
    <name>FigureMenu</name>
    <message>
        <source>Save Figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>Figures (*.svg *.pdf *.png)</source>
        <translation>图 (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <source>Copy Figure</source>
        <translation>复制图</translation>
    </message>
    <message>
        <source>Save Figure As…</source>
        <translation>图另存为…</translation>
    </message>
</context>
<context>
    <name>MaskView</name>
    <message>
        <source>%1: weights</source>
        <translation>%1：权重</translation>
    </message>
    <message>
        <source>%1: kept weights</source>
        <translation>%1：保留的权重</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>已剪枝</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>column of the weight matrix (channel, kernel position)</source>
        <translation>权重矩阵的列（通道，核位置）</translation>
    </message>
    <message>
        <source>input channel of the group</source>
        <translation>组内输入通道</translation>
    </message>
    <message>
        <source>input channel</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>filter %1, channel %2</source>
        <translation>滤波器 %1，通道 %2</translation>
    </message>
    <message>
        <source>kernel row %1, column %2</source>
        <translation>核行 %1，列 %2</translation>
    </message>
    <message>
        <source>weight column %1</source>
        <translation>权重列 %1</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>量化级 %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>之前 %1</translation>
    </message>
    <message>
        <source>pruned or elsewhere</source>
        <translation>已剪枝或在别处</translation>
    </message>
</context>
<context>
    <name>NetworkCrossbars</name>
    <message>
        <source>Occupancy</source>
        <translation>占用率</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Conductance</source>
        <translation>电导</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>量化级</translation>
    </message>
    <message>
        <source>Column non-zeros</source>
        <translation>列非零数</translation>
    </message>
    <message>
        <source>Wire drop</source>
        <translation>导线压降</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n crossbars</source>
        <translation>
            <numerusform>%1 · %n 个交叉阵列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 copies</source>
        <translation>%1，%2 个副本</translation>
    </message>
    <message>
        <source>crossbar %1, %2</source>
        <translation>交叉阵列 %1，%2</translation>
    </message>
    <message>
        <source>slice %1 of %2</source>
        <translation>位片 %1，共 %2</translation>
    </message>
    <message>
        <source>positive weights</source>
        <translation>正权重</translation>
    </message>
    <message>
        <source>negative weights</source>
        <translation>负权重</translation>
    </message>
    <message>
        <source>not
programmed</source>
        <translation>未
编程</translation>
    </message>
    <message>
        <source>programmed</source>
        <translation>已编程</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2 bit</source>
        <translation>%1 · %2 位</translation>
    </message>
    <message>
        <source>programmed cells (%)</source>
        <translation>已编程单元 (%)</translation>
    </message>
    <message>
        <source>programmed or not</source>
        <translation>已编程或未编程</translation>
    </message>
    <message>
        <source>conductance (µS)</source>
        <translation>电导 (µS)</translation>
    </message>
    <message>
        <source>mean conductance of programmed cells (µS)</source>
        <translation>已编程单元的平均电导 (µS)</translation>
    </message>
    <message>
        <source>level of the cell</source>
        <translation>单元的量化级</translation>
    </message>
    <message>
        <source>mean level of programmed cells</source>
        <translation>已编程单元的平均量化级</translation>
    </message>
    <message>
        <source>programmed cells of a bit line</source>
        <translation>位线的已编程单元数</translation>
    </message>
    <message>
        <source>most programmed cells of a bit line</source>
        <translation>位线的最多已编程单元数</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>no crossbar here</source>
        <translation>此处没有交叉阵列</translation>
    </message>
    <message>
        <source>%1 of %2 cells programmed (%3 %)</source>
        <translation>%2 个单元中有 %1 个已编程 (%3 %)</translation>
    </message>
    <message>
        <source>mean %1 µS</source>
        <translation>平均 %1 µS</translation>
    </message>
    <message>
        <source>fullest bit line %1</source>
        <translation>最满位线 %1</translation>
    </message>
    <message>
        <source>unused line</source>
        <translation>未使用的线</translation>
    </message>
    <message>
        <source>filter %1, weight column %2</source>
        <translation>滤波器 %1，权重列 %2</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>未编程</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>量化级 %1</translation>
    </message>
    <message>
        <source>bit line %1</source>
        <translation>位线 %1</translation>
    </message>
    <message>
        <source>word line %1, bit line %2</source>
        <translation>字线 %1，位线 %2</translation>
    </message>
    <message>
        <source>Crossbars, dense: %1</source>
        <translation>交叉阵列，稠密：%1</translation>
    </message>
    <message>
        <source>dense: %1</source>
        <translation>稠密：%1</translation>
    </message>
    <message>
        <source>Crossbars, design: %1</source>
        <translation>交叉阵列，设计：%1</translation>
    </message>
    <message>
        <source>Crossbars, design: %1 (kept lines closed up)</source>
        <translation>交叉阵列，设计：%1（保留的线已靠拢）</translation>
    </message>
    <message>
        <source>design: %1</source>
        <translation>设计：%1</translation>
    </message>
    <message>
        <source>solved: %1
of %2</source>
        <translation>已求解：%1
共 %2</translation>
    </message>
    <message>
        <source>not solved
yet</source>
        <translation>尚未
求解</translation>
    </message>
    <message>
        <source>voltage lost in wires (%)</source>
        <translation>导线损失的电压（%）</translation>
    </message>
    <message>
        <source>most voltage lost in wires (%)</source>
        <translation>导线损失电压的最大值（%）</translation>
    </message>
    <message>
        <source>wire drop not solved yet</source>
        <translation>导线压降尚未求解</translation>
    </message>
    <message>
        <source>wires take at most %1 % of the voltage</source>
        <translation>导线最多占去电压的 %1 %</translation>
    </message>
    <message>
        <source>wires take %1 % of the voltage</source>
        <translation>导线占去电压的 %1 %</translation>
    </message>
    <message>
        <source>cells a read: %1, ADC: %2 bit</source>
        <translation>每次读取的单元：%1，ADC：%2 位</translation>
    </message>
</context>
<context>
    <name>PlanAccuracy</name>
    <message>
        <source>The network is not trained yet.</source>
        <translation>网络尚未训练。</translation>
    </message>
    <message>
        <source>No data set is known.</source>
        <translation>没有已知的数据集。</translation>
    </message>
    <message>
        <source>Not measured one shot while a run is going on.</source>
        <translation>运行期间不做一次性测量。</translation>
    </message>
    <message>
        <source>one shot</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测得</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>one shot, estimated</source>
        <translation>一次性，估计</translation>
    </message>
    <message>
        <source> Such estimates were off by %1 points (root mean square).</source>
        <translation> 此类估计的误差为 %1 个百分点（均方根）。</translation>
    </message>
    <message>
        <source>Being measured with masks and levels put in at once.</source>
        <translation>正在测量：掩码和量化级一次加入。</translation>
    </message>
    <message>
        <source>Top-1 on the test images, of the finished run under this plan and hardware.</source>
        <translation>测试图像上的 top-1，来自此方案和硬件下完成的运行。</translation>
    </message>
    <message>
        <source>Top-1 after training, estimated from sensitivities and finished runs.</source>
        <translation>训练后的 top-1，由敏感度和已完成的运行估计。</translation>
    </message>
    <message>
        <source>Top-1 without training, estimated from sensitivities.</source>
        <translation>未训练的 top-1，由敏感度估计。</translation>
    </message>
    <message>
        <source>Top-1 on held-out training images (at most 1,000) with masks and levels put in at once; a run ends higher.</source>
        <translation>留出训练图像（最多 1,000 张）上的 top-1，掩码和量化级一次加入；运行结束时会更高。</translation>
    </message>
</context>
<context>
    <name>ProjectPlace</name>
    <message>
        <source>Mho projects (*.mho)</source>
        <translation>Mho 项目 (*.mho)</translation>
    </message>
    <message>
        <source>%1 is there already. A project is not written over another file: choose another name, or remove that file first.</source>
        <translation>%1 已存在。项目不会覆盖其他文件：请选择其他名称，或先删除该文件。</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再训练</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation>渐进</translation>
    </message>
    <message>
        <source>Straight-Through</source>
        <translation>直通</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>training accuracy %1 %</source>
        <translation>训练准确率 %1 %</translation>
    </message>
    <message>
        <source>%1, epoch %2: %3</source>
        <translation>%1，周期 %2：%3</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>less is better</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>帕累托前沿</translation>
    </message>
    <message>
        <source>Hollow: not measured</source>
        <translation>空心：未测得</translation>
    </message>
</context>
<context>
    <name>TableMenu</name>
    <message>
        <source>Save Table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>表格 (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save Table As…</source>
        <translation>表格另存为…</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>FORMS at 32 nm, fragment of 8 rows (Yuan et al., ISCA 2021): MCU, tile and chip of its Tables III and IV</source>
        <translation>FORMS，32 nm，8 行片段（Yuan 等，ISCA 2021）：其表 III 和表 IV 的 MCU、Tile 和芯片</translation>
    </message>
    <message>
        <source>FORMS&apos; 4-bit ADC is one bit under what 8 rows of 2-bit cells can sum to (24 levels), so sums can clip; it prices 2.1 GS/s as 1.28 GS/s. Input and output register of the MCU are left out of Table III: ISAAC&apos;s make its power add up (12 MCUs 280.05 mW), its areas do not add up in print. The tile&apos;s digital part is one figure, so buffers, bus and router take energy by time, not by bits. Skipping of zero input bits (its skip logic) is priced but saves nothing here.</source>
        <translation>FORMS 的 4 位 ADC 比 8 行 2 位单元之和（24 级）所需少一位，因此和可能被截断；它按 1.28 GS/s 计 2.1 GS/s 的价。表 III 未列 MCU 的输入输出寄存器：加上 ISAAC 的寄存器后功率相符（12 个 MCU 280.05 mW），面积在原文中不相符。Tile 的数字部分只有一个数值，因此缓冲、总线和路由器按时间而不是按位消耗能量。跳过零输入位（其跳过逻辑）已计价，但这里没有节省。</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>DAC</source>
        <translation>DAC</translation>
    </message>
    <message>
        <source>S&amp;H</source>
        <translation>S&amp;H</translation>
    </message>
    <message>
        <source>crossbar</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>S&amp;A</source>
        <translation>S&amp;A</translation>
    </message>
    <message>
        <source>registers</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>skip logic</source>
        <translation>跳过逻辑</translation>
    </message>
    <message>
        <source>sign indicator</source>
        <translation>符号指示</translation>
    </message>
    <message>
        <source>tile units</source>
        <translation>Tile 单元</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>ISAAC at 32 nm (Shafiee et al., ISCA 2016): IMA, tile and chip of its Table I</source>
        <translation>ISAAC，32 nm（Shafiee 等，ISCA 2016）：其表 I 的 IMA、Tile 和芯片</translation>
    </message>
    <message>
        <source>Priced by published totals per component: no leakage apart, no data dependence. An idle ADC is free in the energy but not in the power. Energies per bit of eDRAM, bus and router and per shift-and-add come from another source (hwcomponents-library). ISAAC&apos;s unit column takes an ADC&apos;s time but is not counted into the cycle.</source>
        <translation>按已发表的各元件总值计价：不单列漏电，不依赖数据。空闲的 ADC 不耗能量但计入功率。eDRAM、总线和路由器每位的能量以及移位加的能量来自其他来源 (hwcomponents-library)。ISAAC 的单位列占用 ADC 的时间，但不计入周期。</translation>
    </message>
    <message>
        <source>eDRAM</source>
        <translation>eDRAM</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>总线</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>MNSIM-like, 130 nm: MNSIM 2.0&apos;s shipped configuration, 256x256 arrays of 1-bit cells, 6-bit ADCs</source>
        <translation>类 MNSIM，130 nm：MNSIM 2.0 的随附配置，1 位单元的 256x256 阵列，6 位 ADC</translation>
    </message>
    <message>
        <source>A conversion is given (bits + 2) / rate seconds, so its ADC energy is about ten times ISAAC&apos;s. Rows of its ADC table come from different papers; its own shipped choice (6 bit, 1650 um2) is larger than its 8-bit one and is not in the ADC law, whose 6-bit row has 580 um2. The area of buffers, links and digital parts and the energy of buffers are calibrated on one network. MNSIM adds buffer and bus times to a layer&apos;s latency, which this does not. ADCs and DACs do not shrink with bits in MNSIM itself.</source>
        <translation>一次转换计 (位数 + 2) / 速率 秒，因此 ADC 能量约为 ISAAC 的十倍。其 ADC 表各行来自不同论文；随附的选择（6 位，1650 um2）比 8 位的还大，且不在 ADC 模型中，模型的 6 位行为 580 um2。缓冲、链路和数字部分的面积以及缓冲的能量按一个网络校准。MNSIM 把缓冲和总线时间计入层的延迟，这里没有。MNSIM 中的 ADC 和 DAC 本身不随位数缩小。</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>数字部分</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>NeuroSim-like, 22 nm RRAM, 2-bit cells, flash ADC: DNN+NeuroSim V1.3, calibrated on its VGG-8</source>
        <translation>类 NeuroSim，22 nm RRAM，2 位单元，Flash ADC：DNN+NeuroSim V1.3，按其 VGG-8 校准</translation>
    </message>
    <message>
        <source>Calibrated on NeuroSim&apos;s printed totals for one network (its VGG-8, dense), spread evenly over sub-arrays, conversions and array reads: other networks, buses and buffers do not change the price of a unit. NeuroSim follows the data bit by bit; here the mean column current of that run stands for all. Latency is the run&apos;s mean time a step: NeuroSim speeds small layers up by copies of their weights, here only replication does. The 5-bit ADC drops low bits of the sum (128 rows of 2-bit cells need 9).</source>
        <translation>按 NeuroSim 对一个网络（其 VGG-8，稠密）给出的总值校准，平均分配到子阵列、转换和阵列读取：其他网络、总线和缓冲不改变单位价格。NeuroSim 逐位跟踪数据；这里以那次运行的平均列电流代表全部。延迟为该次运行每步的平均时间：NeuroSim 通过复制权重加速小的层，这里只有副本才如此。5 位 ADC 丢弃和的低位（128 行 2 位单元需要 9 位）。</translation>
    </message>
    <message>
        <source>column current</source>
        <translation>列电流</translation>
    </message>
    <message>
        <source>accumulation</source>
        <translation>累加</translation>
    </message>
    <message>
        <source>links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>other periphery</source>
        <translation>其他外围</translation>
    </message>
    <message>
        <source>NeuroSim-like, 32 nm RRAM, 1-bit cells, SAR ADC: DNN+NeuroSim V1.4, calibrated on its VGG-8</source>
        <translation>类 NeuroSim，32 nm RRAM，1 位单元，SAR ADC：DNN+NeuroSim V1.4，按其 VGG-8 校准</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>PUMA at 32 nm, 1 GHz (Ankit et al., ASPLOS 2019): core, tile and node of its Table 3, its MVMU split by puma-simulator</source>
        <translation>PUMA，32 nm，1 GHz（Ankit 等，ASPLOS 2019）：其表 3 的核、Tile 和节点，其 MVMU 按 puma-simulator 拆分</translation>
    </message>
    <message>
        <source>PUMA&apos;s core is a programmable processor: control, memories and vector units take power for as long as a layer works, whatever the instructions. Table 3 prices an MVMU whole; its ADCs, DACs, S&amp;H and arrays are puma-simulator&apos;s, what is left is one line. Printed totals do not add up (core area, tile power and area). Its ADC law keeps the area of 1200 um2 at all bits.</source>
        <translation>PUMA 的核是可编程处理器：只要层在工作，控制、存储器和向量单元就消耗功率，与指令无关。表 3 对整个 MVMU 计价；其 ADC、DAC、S&amp;H 和阵列取自 puma-simulator，剩余为一行。给出的总值不相符（核面积、Tile 的功率和面积）。其 ADC 模型在所有位数下保持 1200 um2 的面积。</translation>
    </message>
    <message>
        <source>MVMU rest</source>
        <translation>MVMU 其余部分</translation>
    </message>
    <message>
        <source>control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>instruction memory</source>
        <translation>指令存储器</translation>
    </message>
    <message>
        <source>vector units</source>
        <translation>向量单元</translation>
    </message>
    <message>
        <source>attribute memory</source>
        <translation>属性存储器</translation>
    </message>
    <message>
        <source>receive buffer</source>
        <translation>接收缓冲</translation>
    </message>
    <message>
        <source>S0 at 45 nm (ISLPED 2019), calibrated per array on S1&apos;s printed areas and powers</source>
        <translation>S0，45 nm（ISLPED 2019），每阵列按 S1 给出的面积和功率校准</translation>
    </message>
    <message>
        <source>S0 prints reductions only, no watts or areas: absolute figures are S1&apos;s, which has the same array, cells, node and tools. One price per array, periphery included, by least squares over arrays counted on masks of ours (uniform filter pruning; S1&apos;s masks are not published): residuals of the seven rows -20 to +19 % of the area, -20 to +24 % of the power. No ADC bits, no times, no energy: S0 and S1 print none, so ADC savings do not show.</source>
        <translation>S0 只给出降幅，没有瓦数或面积：绝对数值取自 S1，其阵列、单元、节点和工具相同。每个阵列（含外围）一个价格，对在我们的掩码上数得的阵列做最小二乘（均匀滤波器剪枝；S1 的掩码未公开）：七行的残差为面积的 -20 至 +19 %，功率的 -20 至 +24 %。没有 ADC 位数、时间和能量：S0 和 S1 没有给出，因此显示不出 ADC 的节省。</translation>
    </message>
    <message>
        <source>array with periphery</source>
        <translation>含外围的阵列</translation>
    </message>
    <message>
        <source>S1 at 45 nm (ASP-DAC 2020), calibrated per array on its seven printed areas and powers</source>
        <translation>S1，45 nm（ASP-DAC 2020），每阵列按其给出的七个面积和功率校准</translation>
    </message>
    <message>
        <source>One price per array, periphery included, by least squares over arrays counted on masks of ours (uniform filter pruning; S1&apos;s masks are not published): residuals of the seven rows -20 to +19 % of the area, -20 to +24 % of the power. No ADC bits, no times, no energy: S0 and S1 print none, so ADC savings do not show.</source>
        <translation>每个阵列（含外围）一个价格，对在我们的掩码上数得的阵列做最小二乘（均匀滤波器剪枝；S1 的掩码未公开）：七行的残差为面积的 -20 至 +19 %，功率的 -20 至 +24 %。没有 ADC 位数、时间和能量：S0 和 S1 没有给出，因此显示不出 ADC 的节省。</translation>
    </message>
    <message>
        <source>Regression over the Murmann survey (Accelergy ADC plug-in, hwcomponents-adc): best-case energy and area of a converter of given bits, rate and node</source>
        <translation>对 Murmann 综述的回归（Accelergy ADC 插件，hwcomponents-adc）：给定位数、速率和节点的转换器的最佳能量和面积</translation>
    </message>
    <message>
        <source>Optimistic in energy by its authors&apos; word, yet its area is far above ISAAC&apos;s (6469 against 1200 um2 at 8 bits, 1.28 GS/s). Below 7 bits it is nearly flat. Nominal bits are taken for effective bits.</source>
        <translation>作者自称能量乐观，但面积远大于 ISAAC（8 位、1.28 GS/s 时 6469 对 1200 um2）。7 位以下几乎平坦。标称位数视为有效位数。</translation>
    </message>
    <message>
        <source>Plain doubling with each bit, from ISAAC&apos;s 8-bit ADC at 32 nm</source>
        <translation>以 ISAAC 的 32 nm 8 位 ADC 为基准，每增加一位加倍</translation>
    </message>
    <message>
        <source>No part of a converter but the capacitive DAC and a flash ADC&apos;s comparators doubles with each bit; below 8 bits the law is far too cheap, above far too dear.</source>
        <translation>转换器中除电容 DAC 和 Flash ADC 的比较器外，没有部分随每位加倍；8 位以下此模型过于便宜，以上过于昂贵。</translation>
    </message>
    <message>
        <source>SAR ADC of ISAAC and FORMS at 32 nm: voltage buffer, memory and clock grow linearly with bits, the capacitive DAC exponentially; 0.4 b/8 + 0.6 2^(b-8) of the 8-bit ADC&apos;s power and area</source>
        <translation>ISAAC 和 FORMS 的 32 nm SAR ADC：电压缓冲、存储器和时钟随位数线性增长，电容 DAC 指数增长；为 8 位 ADC 功率和面积的 0.4 b/8 + 0.6 2^(b-8)</translation>
    </message>
    <message>
        <source>Fitted to two converters of unlike rate (8 bit 1.28 GS/s, 4 bit 2.1 GS/s) as if power did not depend on the rate; everything but 4 and 8 bits is interpolated or extrapolated.</source>
        <translation>拟合两个速率不同的转换器（8 位 1.28 GS/s，4 位 2.1 GS/s），视功率与速率无关；除 4 位和 8 位外均为内插或外推。</translation>
    </message>
    <message>
        <source>MNSIM 2.0&apos;s table of published ADCs (choices 7, 4, 2 and 1: 4, 6, 8 and 10 bits), priced as MNSIM does: (b + 2) / rate seconds a conversion</source>
        <translation>MNSIM 2.0 的已发表 ADC 表（选项 7、4、2 和 1：4、6、8 和 10 位），按 MNSIM 计价：每次转换 (b + 2) / 速率 秒</translation>
    </message>
    <message>
        <source>Rows from different papers and nodes. A conversion is given (b + 2) sample periods, so ISAAC&apos;s 1.28 GS/s ADC costs 15.6 pJ, ten times ISAAC&apos;s own 1.56 pJ. Left out: choices 3 and 5 (8 bit, 1650 um2, 4 mW, 1.1 GS/s: 36.4 pJ), 6 (6 bit, 1650 um2, more than the 8-bit one), 8 (1-bit sense amplifier), 9 (8 bits in one file, 6 in another).</source>
        <translation>各行来自不同论文和节点。一次转换计 (b + 2) 个采样周期，因此 ISAAC 的 1.28 GS/s ADC 为 15.6 pJ，是 ISAAC 自身 1.56 pJ 的十倍。未列：选项 3 和 5（8 位，1650 um2，4 mW，1.1 GS/s：36.4 pJ）、6（6 位，1650 um2，比 8 位的大）、8（1 位读出放大器）、9（一个文件中为 8 位，另一个中为 6 位）。</translation>
    </message>
    <message>
        <source>NeuroSim V1.3&apos;s multilevel sense amplifier (flash ADC, current mode): 2^b - 1 comparators and an encoder, 130 to 7 nm, both roadmaps, with the power of the column it reads</source>
        <translation>NeuroSim V1.3 的多级读出放大器（Flash ADC，电流模式）：2^b - 1 个比较器和一个编码器，130 至 7 nm，两种路线图，含其读取列的功率</translation>
    </message>
    <message>
        <source>V1.4 replaced the power by tables over the column&apos;s resistance and shrank the 22 nm 5-bit ADC from 378.8 to 52.5 um2 without notice. The conversion takes 1 ns, NeuroSim&apos;s least: at 32 nm LSTP and above its own time depends on the column and lies between 1 and 10 ns, so the energy there is a lower bound. The encoder&apos;s switching energy is not counted.</source>
        <translation>V1.4 用列电阻的表替换了功率，并在没有说明的情况下把 22 nm 5 位 ADC 从 378.8 缩小到 52.5 um2。转换用时 1 ns，即 NeuroSim 的最小值：在 32 nm LSTP 及以上，其自身时间取决于列，介于 1 和 10 ns 之间，因此那里的能量是下界。未计编码器的开关能量。</translation>
    </message>
    <message>
        <source>NeuroSim&apos;s SAR ADC, 130 to 7 nm, low-standby-power and high-performance roadmap, with the power of the column it reads</source>
        <translation>NeuroSim 的 SAR ADC，130 至 7 nm，低待机功耗和高性能路线图，含其读取列的功率</translation>
    </message>
    <message>
        <source>A fit to circuit simulations that are not published; power linear in bits, so no capacitive DAC. Without the column term it is 10 times below ISAAC at 8 bits. The area counts minimum transistors and is stated for planar nodes (22 nm and above) only.</source>
        <translation>对未公开的电路仿真的拟合；功率随位数线性，因此没有电容 DAC。不计列项时在 8 位下比 ISAAC 低 10 倍。面积按最小晶体管计，仅对平面节点（22 nm 及以上）给出。</translation>
    </message>
    <message>
        <source>Newton&apos;s 9-bit SAR ADC at 32 nm and 1.2 GS/s that stops after fewer bits: power linear in bits, the area stays the 9-bit ADC&apos;s</source>
        <translation>Newton 的 32 nm 1.2 GS/s 9 位 SAR ADC，较少位数后停止：功率随位数线性，面积保持 9 位 ADC 的面积</translation>
    </message>
    <message>
        <source>Linear in bits is Newton&apos;s assumption, not a measurement. The converter is a 9-bit one at all times, so fewer bits save no area.</source>
        <translation>随位数线性是 Newton 的假设，不是测量。转换器始终是 9 位的，因此减少位数不节省面积。</translation>
    </message>
    <message>
        <source>PUMA&apos;s ADC table at 32 nm: power and latency both linear in bits, area constant</source>
        <translation>PUMA 的 32 nm ADC 表：功率和延迟均随位数线性，面积不变</translation>
    </message>
    <message>
        <source>The area is the 8-bit ADC&apos;s 0.0012 mm2 for all bits, so fewer bits save none. The program lists 1 to 9 and 16 bits; 10 to 15 follow from the same line.</source>
        <translation>所有位数下面积均为 8 位 ADC 的 0.0012 mm2，因此减少位数不节省面积。程序列出 1 至 9 位和 16 位；10 至 15 位由同一直线得出。</translation>
    </message>
    <message>
        <source>ISAAC&apos;s 8-bit SAR ADC at 32 nm and 1.2 GS/s, scaled to 4 to 10 bits by a capacitive-DAC analysis (Saberi et al.)</source>
        <translation>ISAAC 的 32 nm 1.2 GS/s 8 位 SAR ADC，按电容 DAC 分析（Saberi 等）缩放到 4 至 10 位</translation>
    </message>
    <message>
        <source>The table is hwcomponents-library&apos;s; the analysis behind it covers the capacitive DAC, and 8 bits is ISAAC&apos;s own converter. No entry below 4 or above 10 bits.</source>
        <translation>此表取自 hwcomponents-library；其依据的分析涵盖电容 DAC，8 位为 ISAAC 自身的转换器。没有 4 位以下或 10 位以上的条目。</translation>
    </message>
    <message>
        <source>Walden&apos;s figure of merit, energy FOM 2^b, with the figure of ISAAC&apos;s 8-bit ADC at 32 nm</source>
        <translation>Walden 品质因数，能量 FOM 2^b，取 ISAAC 的 32 nm 8 位 ADC 的数值</translation>
    </message>
    <message>
        <source>One figure of merit for all bits is a definition, not a finding: FORMS&apos; 4-bit ADC has 14.1 fJ a step where ISAAC&apos;s 8-bit one has 6.5. Nominal bits are taken for effective bits. No area.</source>
        <translation>所有位数用同一个品质因数是定义而不是结论：FORMS 的 4 位 ADC 每步 14.1 fJ，而 ISAAC 的 8 位为 6.5。标称位数视为有效位数。没有面积。</translation>
    </message>
    <message>
        <source>ZigZag-IMC&apos;s SAR ADC at 28 nm, fitted to three published analog in-memory macros</source>
        <translation>ZigZag-IMC 的 28 nm SAR ADC，拟合三个已发表的模拟存内计算宏</translation>
    </message>
    <message>
        <source>For 28 nm SRAM macros at 0.9 V; no scaling to other nodes. Settling is counted by the array&apos;s rows, not by wire or cell resistance.</source>
        <translation>用于 0.9 V 的 28 nm SRAM 宏；不缩放到其他节点。建立时间按阵列行数计，而不是按线电阻或单元电阻。</translation>
    </message>
    <message>
        <source>LeNet-5 on the built-in synthetic digits: the plan of lenet5-mnist with a short schedule, no files needed</source>
        <translation>LeNet-5，内置合成数字：lenet5-mnist 的方案，短训练计划，不需要文件</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 17.89x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 17.89x，全部采用 5 位电导级（S0，ISLPED 2019）</translation>
    </message>
    <message>
        <source>ConvNet on CIFAR-10: convolutions 2.93x by filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>ConvNet，CIFAR-10：卷积层按滤波器形状压缩 2.93x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 105.52x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 105.52x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 17.69x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 17.69x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 37.06x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 37.06x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>ResNet-18 on CIFAR-10: convolutions without shortcuts 20.88x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>ResNet-18，CIFAR-10：不含捷径的卷积层按滤波器和滤波器形状压缩 20.88x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>VGG-16 on CIFAR-10: convolutions 29.81x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>VGG-16，CIFAR-10：卷积层按滤波器和滤波器形状压缩 29.81x，全部采用 5 位电导级（S0，ISLPED 2019，表 I）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 231.82x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 231.82x，含净化，蒸馏到 8 位级（S1，ASP-DAC 2020，表 1）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 39.23x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 39.23x，含净化，蒸馏到 8 位级（S1，ASP-DAC 2020，表 1）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 87.93x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5，MNIST：卷积层按滤波器和滤波器形状压缩 87.93x，含净化，蒸馏到 8 位级（S1，ASP-DAC 2020，表 1）</translation>
    </message>
    <message>
        <source>ResNet-18 on CIFAR-10: convolutions with shortcuts 59.84x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>ResNet-18，CIFAR-10：含捷径的卷积层按滤波器和滤波器形状压缩 59.84x，含净化，蒸馏到 8 位级（S1，ASP-DAC 2020，表 1）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: convolutions 2x by filters and filter shapes with purification, distilled onto 8-bit levels (S1&apos;s method)</source>
        <translation>ResNet-20，CIFAR-10：卷积层按滤波器和滤波器形状压缩 2x，含净化，蒸馏到 8 位级（S1 的方法）</translation>
    </message>
    <message>
        <source>VGG-16 on CIFAR-10: convolutions 50.02x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>VGG-16，CIFAR-10：卷积层按滤波器和滤波器形状压缩 50.02x，含净化，蒸馏到 8 位级（S1，ASP-DAC 2020，表 1）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: 85x over the whole network, weight by weight, then equal-interval levels of 3 and 4 bits, step by step (S2, ASPLOS 2019)</source>
        <translation>LeNet-5，MNIST：全网逐权重压缩 85x，然后逐步采用 3 位和 4 位的等间隔级（S2，ASPLOS 2019）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: 4x over the whole network, weight by weight (S2&apos;s method)</source>
        <translation>ResNet-20，CIFAR-10：全网逐权重压缩 4x（S2 的方法）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: at most 10 non-zeros of 2-bit cells in each crossbar column, whose sums 5 ADC bits hold (S3, DATE 2021)</source>
        <translation>LeNet-5，MNIST：每个交叉阵列列中最多 10 个 2 位单元的非零数，其和由 5 个 ADC 位容纳（S3，DATE 2021）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: at most 32 non-zeros in each column of 128 rows, so that 7 ADC bits are lossless (S3&apos;s method)</source>
        <translation>ResNet-20，CIFAR-10：128 行的每列最多 32 个非零数，使 7 个 ADC 位无损（S3 的方法）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: blocks of convolution and linear layers pruned 10x under a reweighted group lasso (S4&apos;s method, with the reweighting of BLK-REW)</source>
        <translation>LeNet-5，MNIST：卷积层和线性层的块在重加权组套索下剪枝 10x（S4 的方法，采用 BLK-REW 的重加权）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: convolutions 4x, kernel positions punched out of blocks of 8 filters and 4 channels (S4&apos;s method, YOLObile&apos;s blocks)</source>
        <translation>ResNet-20，CIFAR-10：卷积层 4x，从 8 个滤波器 × 4 个通道的块中打掉核位置（S4 的方法，YOLObile 的块）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: as s5-lenet5-21x with a plain group lasso, the ablation of weight penalty clipping (S5, AAAI 2020)</source>
        <translation>LeNet-5，MNIST：同 s5-lenet5-21x，但用普通组套索，即权重惩罚裁剪的消融实验（S5，AAAI 2020）</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: PE-wise groups pruned under weight penalty clipping while weights become ternary (S5, AAAI 2020)</source>
        <translation>LeNet-5，MNIST：在权重惩罚裁剪下按 PE 组剪枝，同时权重变为三值（S5，AAAI 2020）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: PE-wise groups pruned under weight penalty clipping while weights become ternary (S5&apos;s method)</source>
        <translation>ResNet-20，CIFAR-10：在权重惩罚裁剪下按 PE 组剪枝，同时权重变为三值（S5 的方法）</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: ternary weights in all layers, trained through the quantiser (S5&apos;s ternarisation)</source>
        <translation>ResNet-20，CIFAR-10：所有层采用三值权重，通过量化器训练（S5 的三值化）</translation>
    </message>
    <message>
        <source>Calibrated on NeuroSim&apos;s printed totals for one network (its VGG-8, dense), spread evenly over sub-arrays, conversions and array reads: other networks, buses and buffers do not change the price of a unit. NeuroSim follows the data bit by bit; here the mean column current of that run stands for all. Latency is the run&apos;s mean time a step: NeuroSim speeds small layers up by copies of their weights, here only replication does. The 5-bit ADC drops low bits of the sum (128 rows of 1-bit cells need 8). V1.4&apos;s printed area is its arrays&apos; bounding boxes: five parts sum to 249.8 of 999.5 mm2, the rest stands here as white space. The energy beside the ADCs rests on a total of 81 uJ that is taken to be this run&apos;s; leakage is not stated.</source>
        <translation>按 NeuroSim 对一个网络（其 VGG-8，稠密）给出的总值校准，平均分配到子阵列、转换和阵列读取：其他网络、总线和缓冲不改变单位价格。NeuroSim 逐位跟踪数据；这里以那次运行的平均列电流代表全部。延迟为该次运行每步的平均时间：NeuroSim 通过复制权重加速小的层，这里只有副本才如此。5 位 ADC 丢弃和的低位（128 行 1 位单元需要 8 位）。V1.4 给出的面积是阵列的外接矩形：五部分之和为 999.5 mm2 中的 249.8，其余在此作为空白。ADC 以外的能量基于视为该次运行的总值 81 uJ；漏电未给出。</translation>
    </message>
</context>
<context>
    <name>mho</name>
    <message>
        <source>The folder holds %1, but the recipe is for %2; choose that one&apos;s folder</source>
        <translation>文件夹中是 %1，但配方用于 %2；请选择后者的文件夹</translation>
    </message>
    <message>
        <source>These values cannot be used; correct them:%1</source>
        <translation>这些值不能使用；请更正：%1</translation>
    </message>
    <message>
        <source>The program cannot be started: %1</source>
        <translation>无法启动程序：%1</translation>
    </message>
    <message>
        <source>No pipe to a program can be made: %1</source>
        <translation>无法创建到程序的管道：%1</translation>
    </message>
    <message>
        <source>There is no entry &quot;%1&quot; in %2; there are: %3</source>
        <translation>%2 中没有条目“%1”；有：%3</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>无法打开文件：%1</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read</source>
        <translation>文件有 %1 字节；最多读取 %2</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1. Choose another folder or free space</source>
        <translation>无法写入文件：%1。请选择其他文件夹或释放空间</translation>
    </message>
    <message>
        <source>there is no option &quot;%1&quot;; this kind has: %2</source>
        <translation>没有选项“%1”；此种类有：%2</translation>
    </message>
    <message>
        <source>%1 is not %2 from %3 to %4</source>
        <translation>%1 不是 %3 至 %4 的%2</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>this kind has no rule of a paper&apos;s own; leave it out or give &quot;euclidean&quot;</source>
        <translation>此种类没有论文自己的规则；请省略或给出 &quot;euclidean&quot;</translation>
    </message>
    <message>
        <source>a ratio of %1 cannot be; give a number of at least 1</source>
        <translation>压缩率不能为 %1；请给出至少为 1 的数</translation>
    </message>
    <message>
        <source>this kind has no ratio; its options say how much is kept</source>
        <translation>此种类没有压缩率；其选项决定保留多少</translation>
    </message>
    <message>
        <source>a ratio of %1 would empty the layer; at most %2 can be asked for</source>
        <translation>压缩率 %1 会清空该层；最多可要求 %2</translation>
    </message>
    <message>
        <source>There is no constraint &quot;%1&quot;; there are: %2</source>
        <translation>没有约束“%1”；有：%2</translation>
    </message>
    <message>
        <source>Filters of a block</source>
        <translation>块的滤波器数</translation>
    </message>
    <message>
        <source>Input channels of a block</source>
        <translation>块的输入通道数</translation>
    </message>
    <message>
        <source>Keeps kernel positions over whole blocks of filters and channels</source>
        <translation>在整块滤波器和通道上保留核位置</translation>
    </message>
    <message>
        <source>this kind is for convolutions; a linear layer can have &quot;block-row-column&quot;</source>
        <translation>此种类用于卷积；线性层可用 &quot;block-row-column&quot;</translation>
    </message>
    <message>
        <source>filters of each group</source>
        <translation>每组滤波器</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>channels a filter sees</source>
        <translation>滤波器所见的通道</translation>
    </message>
    <message>
        <source>Rows (filters) of a block</source>
        <translation>块的行（滤波器）数</translation>
    </message>
    <message>
        <source>Columns of a block</source>
        <translation>块的列数</translation>
    </message>
    <message>
        <source>What goes inside a block: 0 = its columns, 1 = its rows</source>
        <translation>块内去掉什么：0 = 列，1 = 行</translation>
    </message>
    <message>
        <source>Keeps rows or columns inside blocks of the weight matrix</source>
        <translation>保留权重矩阵块内的行或列</translation>
    </message>
    <message>
        <source>rows of each group</source>
        <translation>每组的行</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Keeps whole input channels (all their kernel positions)</source>
        <translation>保留整个输入通道（其所有核位置）</translation>
    </message>
    <message>
        <source>Keeps at most so many weights in each physical crossbar column, so that smaller ADCs read it (TinyADC)</source>
        <translation>每个物理交叉阵列列中最多保留这么多权重，使较小的 ADC 能读取 (TinyADC)</translation>
    </message>
    <message>
        <source>Most non-zero weights of a filter in one array</source>
        <translation>一个阵列中一个滤波器的最多非零权重数</translation>
    </message>
    <message>
        <source>Keeps whole filters (rows of the weight matrix)</source>
        <translation>保留整个滤波器（权重矩阵的行）</translation>
    </message>
    <message>
        <source>Keeps kernel positions of input channels in all filters alike (columns of the weight matrix)</source>
        <translation>在所有滤波器中一致地保留输入通道的核位置（权重矩阵的列）</translation>
    </message>
    <message>
        <source>blocks of %1 do not divide the %2 %3; give &quot;%4&quot; one of %5</source>
        <translation>大小为 %1 的块不能整除 %2 个%3；请将 &quot;%4&quot; 设为 %5 之一</translation>
    </message>
    <message>
        <source>Keeps 5 weights of each 3 x 3 kernel, in one of 13 patterns</source>
        <translation>每个 3 x 3 核保留 5 个权重，取 13 种图样之一</translation>
    </message>
    <message>
        <source>this kind is for convolutions of 3 x 3 kernels, and this layer&apos;s are %1 x %2; take it from this layer</source>
        <translation>此种类用于 3 x 3 核的卷积，而该层的核为 %1 x %2；请从该层去掉</translation>
    </message>
    <message>
        <source>this kind is for convolutions of 3 x 3 kernels, and this layer is none; take it from this layer</source>
        <translation>此种类用于 3 x 3 核的卷积，而该层不是卷积；请从该层去掉</translation>
    </message>
    <message>
        <source>Filters the processing elements handle in one pass (Tm)</source>
        <translation>处理单元一趟处理的滤波器数 (Tm)</translation>
    </message>
    <message>
        <source>Input channels they handle in one pass (Tn)</source>
        <translation>处理单元一趟处理的输入通道数 (Tn)</translation>
    </message>
    <message>
        <source>Keeps whole groups of filters and channels that one pass of the processing elements handles</source>
        <translation>保留处理单元一趟处理的整组滤波器和通道</translation>
    </message>
    <message>
        <source>Filters / filters kept; 1 keeps all</source>
        <translation>滤波器数 / 保留的滤波器数；1 表示全部保留</translation>
    </message>
    <message>
        <source>Columns of the weight matrix / columns kept; 1 keeps all</source>
        <translation>权重矩阵列数 / 保留的列数；1 表示全部保留</translation>
    </message>
    <message>
        <source>a filter_ratio of %1 would leave no filter; at most %2 can be asked for</source>
        <translation>filter_ratio 为 %1 时不会剩下滤波器；最多可要求 %2</translation>
    </message>
    <message>
        <source>a shape_ratio of %1 would leave no column; at most %2 can be asked for</source>
        <translation>shape_ratio 为 %1 时不会剩下列；最多可要求 %2</translation>
    </message>
    <message>
        <source>Keeps one sign in each fragment of a crossbar column, so that one array holds both signs (FORMS)</source>
        <translation>在交叉阵列列的每个片段中只保留一种符号，使一个阵列容纳两种符号 (FORMS)</translation>
    </message>
    <message>
        <source>Word lines of a fragment; a multiple of those the hardware reads at once, or a whole column</source>
        <translation>片段的字线数；为硬件一次读取字线数的整数倍，或整列</translation>
    </message>
    <message>
        <source>fragments of %1 word lines may leave both signs on %2 lines that the hardware reads at once (crossbar.fragment_rows); give &quot;rows&quot; a multiple of %3, or at least the %4 of an array</source>
        <translation>%1 条字线的片段可能在硬件一次读取的 %2 条线上留下两种符号 (crossbar.fragment_rows)；请将 &quot;rows&quot; 设为 %3 的整数倍，或至少为阵列的 %4</translation>
    </message>
    <message>
        <source>Keeps whole crossbar tiles, as the mapper cuts them</source>
        <translation>保留整个交叉阵列分块，按映射器的切分</translation>
    </message>
    <message>
        <source>Keeps single weights, anywhere in the layer</source>
        <translation>保留单个权重，可在层中任意位置</translation>
    </message>
    <message>
        <source>The network to put back has other layers than the small network, or no weights</source>
        <translation>要放回的网络与小网络的层不同，或没有权重</translation>
    </message>
    <message>
        <source>%1 bits with g_min/g_max = %2 give no levels; use 2..9 bits and 0 &lt;= g_min/g_max &lt; 1</source>
        <translation>%1 位且 g_min/g_max = %2 得不到量化级；请用 2..9 位且 0 &lt;= g_min/g_max &lt; 1</translation>
    </message>
    <message>
        <source>%1 bits cannot be for &quot;%2&quot; levels; give 0 (float weights) or %3</source>
        <translation>%1 位不能用于“%2”量化级；请给出 0（浮点权重）或 %3</translation>
    </message>
    <message>
        <source>%1 bits need cells of %2 bits, but device.cell_bits is %3; ask for at most %4 bits</source>
        <translation>%1 位需要 %2 位的单元，而 device.cell_bits 为 %3；最多要求 %4 位</translation>
    </message>
    <message>
        <source>constraint &quot;%1&quot; stands twice; give it once</source>
        <translation>约束“%1”出现两次；请只给一次</translation>
    </message>
    <message>
        <source>a factor of %1 on the penalty cannot be; give a number above 0</source>
        <translation>惩罚的因子不能为 %1；请给出大于 0 的数</translation>
    </message>
    <message>
        <source>network %1 has no weight layer of this name; remove it from the plan or rename it</source>
        <translation>网络 %1 没有此名称的权重层；请从方案中移除或重命名</translation>
    </message>
    <message>
        <source>the layer stands twice in the plan; give it once</source>
        <translation>该层在方案中出现两次；请只给一次</translation>
    </message>
    <message>
        <source>the plan lacks this layer; add it, without constraints if it shall stay dense</source>
        <translation>方案缺少该层；请添加，若要保持稠密则不带约束</translation>
    </message>
    <message>
        <source>LAYER.KEY=VALUE is needed, for example conv2.filter=4</source>
        <translation>需要 层.键=值，例如 conv2.filter=4</translation>
    </message>
    <message>
        <source>network %1 has no such weight layer; there are: %2</source>
        <translation>网络 %1 没有这样的权重层；有：%2</translation>
    </message>
    <message>
        <source>pruned weight %1 is not zero</source>
        <translation>被剪枝的权重 %1 不为零</translation>
    </message>
    <message>
        <source>constraint %1 does not hold on the mapped arrays</source>
        <translation>约束 %1 在映射后的阵列上不成立</translation>
    </message>
    <message>
        <source>the mask keeps more weights than constraint %1 lets the mapped arrays hold</source>
        <translation>掩码保留的权重多于约束 %1 允许映射后的阵列容纳的数量</translation>
    </message>
    <message>
        <source>Purification would cut the output off from the input: no filter of %1 sees it any more. Lower its thresholds</source>
        <translation>净化会切断输出与输入的联系：%1 的滤波器不再接触输入。请降低其阈值</translation>
    </message>
    <message>
        <source>%1 is outside %2</source>
        <translation>%1 超出 %2</translation>
    </message>
    <message>
        <source>0..1 (1 excluded)</source>
        <translation>0..1（不含 1）</translation>
    </message>
    <message>
        <source>0 and above</source>
        <translation>0 及以上</translation>
    </message>
    <message>
        <source>%1 is outside 0..1</source>
        <translation>%1 超出 0..1</translation>
    </message>
    <message>
        <source>Purification by energy needs a network with weights; train it first</source>
        <translation>按能量净化需要带权重的网络；请先训练</translation>
    </message>
    <message>
        <source>There are no &quot;%1&quot; levels of %2 bits; give %3</source>
        <translation>没有 %2 位的“%1”量化级；请给出 %3</translation>
    </message>
    <message>
        <source>There are no levels &quot;%1&quot;; there are: %2</source>
        <translation>没有量化级“%1”；有：%2</translation>
    </message>
    <message>
        <source>+a and -a, a the mean magnitude of the layer&apos;s weights (XNOR-Net)</source>
        <translation>+a 和 -a，a 为该层权重的平均绝对值 (XNOR-Net)</translation>
    </message>
    <message>
        <source>Conductance levels of one cell, symmetric, without zero; the middle of each state&apos;s interval</source>
        <translation>单个单元的电导级，对称，不含零；取每个状态区间的中点</translation>
    </message>
    <message>
        <source>Multiples +-1 to +-(2^(b-1) - 1) of a step of least squared error, without zero (ADMM-NN)</source>
        <translation>平方误差最小的步长的 +-1 至 +-(2^(b-1) - 1) 倍，不含零 (ADMM-NN)</translation>
    </message>
    <message>
        <source>Signed fixed point: multiples of a power of two of least squared error, zero included</source>
        <translation>有符号定点：平方误差最小的 2 的幂的倍数，含零</translation>
    </message>
    <message>
        <source>Zero and signed powers of two: b bits in a memory, whole numbers of 2^(b-1) bits in cells</source>
        <translation>零和有符号的 2 的幂：存储器中 b 位，单元中为 2^(b-1) 位整数</translation>
    </message>
    <message>
        <source>-a, 0 and +a; zero below 0.05 of the largest magnitude, a the mean of the others (AAAI 2020)</source>
        <translation>-a、0 和 +a；低于最大绝对值的 0.05 为零，a 为其余的平均值 (AAAI 2020)</translation>
    </message>
    <message>
        <source>%1 bits cannot be for a relative index; give 1 to %2, or 0 for each layer&apos;s best</source>
        <translation>相对索引不能为 %1 位；请给出 1 至 %2，或 0 表示各层最佳</translation>
    </message>
    <message>
        <source>%1 conversions a second are above its range of %2</source>
        <translation>每秒 %1 次转换超出其范围 %2</translation>
    </message>
    <message>
        <source>%1 is not 0 or more</source>
        <translation>%1 不是 0 或更大</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be above 0</source>
        <translation>常数“%1”为 %2，但必须大于 0</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be a whole number from 0 to %3</source>
        <translation>常数“%1”为 %2，但必须是 0 至 %3 的整数</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be from 0 to 1</source>
        <translation>常数“%1”为 %2，但必须在 0 至 1 之间</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; must have a whole number from 1 to %2 after &quot;%3&quot;</source>
        <translation>常数“%1”在“%3”之后必须是 1 至 %2 的整数</translation>
    </message>
    <message>
        <source>The formula uses no constant &quot;%1&quot;; correct the name or remove it</source>
        <translation>公式不使用常数“%1”；请更正名称或移除</translation>
    </message>
    <message>
        <source>There is no ADC formula &quot;%1&quot;; there are: %2</source>
        <translation>没有 ADC 公式“%1”；有：%2</translation>
    </message>
    <message>
        <source>its table has no %1 bits, only %2</source>
        <translation>其表中没有 %1 位，只有 %2</translation>
    </message>
    <message>
        <source>it has no %1 nm node in its %2 table, only %3</source>
        <translation>其 %2 表中没有 %1 nm 节点，只有 %3</translation>
    </message>
    <message>
        <source>%1 is not from %2 to %3 %4</source>
        <translation>%1 不在 %2 至 %3 %4</translation>
    </message>
    <message>
        <source>%1 is not above 0 and at most %2 V</source>
        <translation>%1 不大于 0 或超过 %2 V</translation>
    </message>
    <message>
        <source>%1 is not from 1 to %2</source>
        <translation>%1 不在 1 至 %2</translation>
    </message>
    <message>
        <source>%1 bits are outside its range of %2 bits</source>
        <translation>%1 位超出其 %2 位的范围</translation>
    </message>
    <message>
        <source>The ADC law &quot;%1&quot; cannot be used: %2; choose another law</source>
        <translation>不能使用 ADC 模型“%1”：%2；请选择其他模型</translation>
    </message>
    <message>
        <source>The range is %1 to %2 bits; it must be 1 or more and not be empty</source>
        <translation>范围为 %1 至 %2 位；它必须从 1 起且不能为空</translation>
    </message>
    <message>
        <source>The ADC law cannot be read: %1</source>
        <translation>无法读取 ADC 模型：%1</translation>
    </message>
    <message>
        <source>is in %1 but must be in %2</source>
        <translation>单位为 %1，但必须为 %2</translation>
    </message>
    <message>
        <source>the constant is missing; add it with value, unit and source</source>
        <translation>缺少该常数；请连同值、单位和来源添加</translation>
    </message>
    <message>
        <source>%1 is not above 0</source>
        <translation>%1 不大于 0</translation>
    </message>
    <message>
        <source>%1 is not a whole number, 1..2^20</source>
        <translation>%1 不是 1..2^20 的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is unknown; there are: %2</source>
        <translation>“%1”未知；有：%2</translation>
    </message>
    <message>
        <source>no component uses this constant; is its name right?</source>
        <translation>没有元件使用此常数；名称正确吗？</translation>
    </message>
    <message>
        <source>the action of an ADC is &quot;conversion&quot;</source>
        <translation>ADC 的动作是 &quot;conversion&quot;</translation>
    </message>
    <message>
        <source>the ADC law gives an ADC&apos;s energy; remove the constant</source>
        <translation>ADC 的能量由 ADC 模型给出；请移除该常数</translation>
    </message>
    <message>
        <source>the component has no action this energy could belong to</source>
        <translation>该元件没有此能量所属的动作</translation>
    </message>
    <message>
        <source>the constant is missing, and power and read cycle do not replace it</source>
        <translation>缺少该常数，且功率和读周期不能替代它</translation>
    </message>
    <message>
        <source>there must be one at least, the one that holds the arrays</source>
        <translation>必须至少有一个容纳阵列的层级</translation>
    </message>
    <message>
        <source>there are ADCs but no law that prices them</source>
        <translation>有 ADC 但没有为其计价的模型</translation>
    </message>
    <message>
        <source>allocation &quot;tiles&quot; needs a level above the cores</source>
        <translation>分配方式 &quot;tiles&quot; 需要核之上的层级</translation>
    </message>
    <message>
        <source>hardware.%1 is &quot;%2&quot;; there are: %3</source>
        <translation>hardware.%1 为“%2”；有：%3</translation>
    </message>
    <message>
        <source>the component stands twice; remove one</source>
        <translation>该元件出现两次；请移除一个</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; must be a whole number, 0..2^40</source>
        <translation>常数“%1”必须是 0..2^40 的整数</translation>
    </message>
    <message>
        <source>The component file cannot be read: %1</source>
        <translation>无法读取元件文件：%1</translation>
    </message>
    <message>
        <source>the source is missing; name paper, section or table</source>
        <translation>缺少来源；请写明论文、章节或表</translation>
    </message>
    <message>
        <source>the unit is missing; write &quot;1&quot; for a plain number</source>
        <translation>缺少单位；纯数请写 &quot;1&quot;</translation>
    </message>
    <message>
        <source>%1 is not a finite number</source>
        <translation>%1 不是有限数</translation>
    </message>
    <message>
        <source>the constant stands twice</source>
        <translation>该常数出现两次</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; has no number as its value</source>
        <translation>常数“%1”的值不是数</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is missing; add it with value, unit and source</source>
        <translation>缺少常数“%1”；请连同值、单位和来源添加</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is in %2 but must be in %3</source>
        <translation>常数“%1”的单位为 %2，但必须为 %3</translation>
    </message>
    <message>
        <source>This preset prices arrays whole, ADCs included: the ADC law &quot;%1&quot; has nothing to price</source>
        <translation>此预设对整个阵列（含 ADC）计价：ADC 模型“%1”没有可计价的内容</translation>
    </message>
    <message>
        <source>layer %1: %2</source>
        <translation>层 %1：%2</translation>
    </message>
    <message>
        <source>The engine kind &quot;%1&quot; is not known; take one of %2</source>
        <translation>引擎种类“%1”未知；请取 %2 之一</translation>
    </message>
    <message>
        <source>The engine file must name its kind as &quot;engine&quot;: %1</source>
        <translation>引擎文件必须用 &quot;engine&quot; 写明其种类：%1</translation>
    </message>
    <message>
        <source>%1 %2 is not in %3%4..%5</source>
        <translation>%1 %2 不在 %3%4..%5</translation>
    </message>
    <message>
        <source>%1 is not a whole number in %2..%3</source>
        <translation>%1 不是 %2..%3 的整数</translation>
    </message>
    <message>
        <source>%1 are needed, there are %2; take smaller tiles or fewer lanes</source>
        <translation>需要 %1，只有 %2；请用更小的分块或更少的通道</translation>
    </message>
    <message>
        <source>its levels have %1 bits, the engine&apos;s weights %2; raise weights.bits</source>
        <translation>其量化级为 %1 位，引擎的权重为 %2 位；请提高 weights.bits</translation>
    </message>
    <message>
        <source>weights of %1 bits need multipliers; only 1 (binary) and 2 (ternary) do not</source>
        <translation>%1 位权重需要乘法器；只有 1（二值）和 2（三值）不需要</translation>
    </message>
    <message>
        <source>No sparse PE of %1 mm2 fits into the area of %2 dense ones; raise dense.pes</source>
        <translation>%2 个稠密 PE 的面积放不下 %1 mm2 的稀疏 PE；请提高 dense.pes</translation>
    </message>
    <message>
        <source>%1 ohm is out of range; give 0 (ideal wire) or a positive number</source>
        <translation>%1 欧姆超出范围；请给出 0（理想导线）或正数</translation>
    </message>
    <message>
        <source>there are %1 values; %2 word lines x %3 bit lines need %4</source>
        <translation>有 %1 个值；%2 条字线 x %3 条位线需要 %4 个</translation>
    </message>
    <message>
        <source>%1 S is out of range; give 0 (no cell) or a positive number</source>
        <translation>%1 S 超出范围；请给出 0（无单元）或正数</translation>
    </message>
    <message>
        <source>%1 more values are out of range</source>
        <translation>还有 %1 个值超出范围</translation>
    </message>
    <message>
        <source>%1 word lines; at least 1 is needed</source>
        <translation>%1 条字线；至少需要 1 条</translation>
    </message>
    <message>
        <source>%1 bit lines; at least 1 is needed</source>
        <translation>%1 条位线；至少需要 1 条</translation>
    </message>
    <message>
        <source>%1 x %2 cells; more than %3 (1024 x 1024) are refused, because factorising their matrix would take gigabytes; split the array</source>
        <translation>%1 x %2 个单元；拒绝超过 %3 (1024 x 1024)，因为分解其矩阵需要数 GB 内存；请拆分阵列</translation>
    </message>
    <message>
        <source>%1 V is not a finite number</source>
        <translation>%1 V 不是有限数</translation>
    </message>
    <message>
        <source>%1 is not in %2..%3</source>
        <translation>%1 不在 %2..%3</translation>
    </message>
    <message>
        <source>%1 %2 is not above 0</source>
        <translation>%1 %2 不大于 0</translation>
    </message>
    <message>
        <source>%1 conductances for %2 states of %3-bit cells</source>
        <translation>%3 位单元有 %2 个状态，却有 %1 个电导</translation>
    </message>
    <message>
        <source>the conductances must rise from state to state</source>
        <translation>电导必须逐状态递增</translation>
    </message>
    <message>
        <source>a conductance is not in g_min_S..g_max_S, %1 to %2 S</source>
        <translation>有电导不在 g_min_S..g_max_S，即 %1 至 %2 S</translation>
    </message>
    <message>
        <source>&quot;flipped&quot; needs a unit column, which sign scheme %1 has not; choose &quot;offset&quot;</source>
        <translation>&quot;flipped&quot; 需要单位列，而符号方案 %1 没有；请选择 &quot;offset&quot;</translation>
    </message>
    <message>
        <source>a weight takes %1 bit lines, but an array has %2</source>
        <translation>一个权重占 %1 条位线，但阵列只有 %2 条</translation>
    </message>
    <message>
        <source>the layer&apos;s name is missing</source>
        <translation>缺少层的名称</translation>
    </message>
    <message>
        <source>%1 S is not above g_min_S, which is %2 S</source>
        <translation>%1 S 不大于 g_min_S，即 %2 S</translation>
    </message>
    <message>
        <source>There is no choice &quot;%1&quot;</source>
        <translation>没有选项“%1”</translation>
    </message>
    <message>
        <source>Each slice in an array of its own (S0: high and low nibble arrays)</source>
        <translation>每个位片在各自的阵列中（S0：高、低半字节阵列）</translation>
    </message>
    <message>
        <source>Slices on neighbouring bit lines of one array (ISAAC, NeuroSim)</source>
        <translation>位片在同一阵列的相邻位线上（ISAAC、NeuroSim）</translation>
    </message>
    <message>
        <source>The weight matrix as it is, channel first on word lines (S0, section 3)</source>
        <translation>权重矩阵原样，字线上通道优先（S0，第 3 节）</translation>
    </message>
    <message>
        <source>One sub-array a kernel position, word lines are channels (NeuroSim)</source>
        <translation>每个核位置一个子阵列，字线为通道 (NeuroSim)</translation>
    </message>
    <message>
        <source>Zeros take cells like any weight</source>
        <translation>零与其他权重一样占用单元</translation>
    </message>
    <message>
        <source>Filters and columns that are zero all over the layer are left out (S0)</source>
        <translation>整层为零的滤波器和列被略去 (S0)</translation>
    </message>
    <message>
        <source>Also the columns that are zero for all filters that share bit lines</source>
        <translation>对共享位线的所有滤波器为零的列也被略去</translation>
    </message>
    <message>
        <source>Every sum that an array can give: ceil(log2(l (2^v - 1)(2^w - 1) + 1))</source>
        <translation>阵列能给出的每个和：ceil(log2(l (2^v - 1)(2^w - 1) + 1))</translation>
    </message>
    <message>
        <source>ceil(log2 l) + v + w, one less where v = 1 or w = 1 (ISAAC, equations 1 and 2)</source>
        <translation>ceil(log2 l) + v + w，当 v = 1 或 w = 1 时减一（ISAAC，式 1 和 2）</translation>
    </message>
    <message>
        <source>Columns of large sum stored flipped, a bit less (ISAAC); needs a unit column</source>
        <translation>和大的列取反存储，少一位 (ISAAC)；需要单位列</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>阵列</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Weights on the arrays</source>
        <translation>阵列上的权重</translation>
    </message>
    <message>
        <source>ADCs</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Copies of layers</source>
        <translation>层的副本</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Cutting</source>
        <translation>docs/crossbars.md, Cutting</translation>
    </message>
    <message>
        <source>docs/crossbars.md, ADC bits</source>
        <translation>docs/crossbars.md, ADC bits</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The file of components that prices the arrays: energy, power, area and time of each, with their sources. Its name, or the path of a copy.</source>
        <translation>为阵列计价的元件文件：各元件的能量、功率、面积和时间及其来源。填写其名称，或副本的路径。</translation>
    </message>
    <message>
        <source>docs/presets.md</source>
        <translation>docs/presets.md</translation>
    </message>
    <message>
        <source>Lowest conductance</source>
        <translation>最低电导</translation>
    </message>
    <message>
        <source>No cell is programmed below it. It must be below the highest conductance.</source>
        <translation>单元编程不低于此值。必须小于最高电导。</translation>
    </message>
    <message>
        <source>S0, section 4: 0.1 µS</source>
        <translation>S0，第 4 节：0.1 µS</translation>
    </message>
    <message>
        <source>Highest conductance</source>
        <translation>最高电导</translation>
    </message>
    <message>
        <source>No cell is programmed above it.</source>
        <translation>单元编程不高于此值。</translation>
    </message>
    <message>
        <source>S0, section 4: 1 µS</source>
        <translation>S0，第 4 节：1 µS</translation>
    </message>
    <message>
        <source>Bits of a cell</source>
        <translation>单元位数</translation>
    </message>
    <message>
        <source>A cell holds one of 2^bits states. Weights of more bits take several cells, their slices.</source>
        <translation>一个单元保存 2^位数 个状态之一。位数更多的权重占用多个单元，即其位片。</translation>
    </message>
    <message>
        <source>S0, section 4: 4 bits</source>
        <translation>S0，第 4 节：4 位</translation>
    </message>
    <message>
        <source>Read voltage</source>
        <translation>读电压</translation>
    </message>
    <message>
        <source>Voltage on a word line for an input bit of 1.</source>
        <translation>输入位为 1 时字线上的电压。</translation>
    </message>
    <message>
        <source>Measured states</source>
        <translation>实测状态</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Conductance of each state, rising, 2^bits of them between the lowest and the highest. None: each state is the middle of its interval.</source>
        <translation>各状态的电导，递增，共 2^位数 个，介于最低与最高之间。无：每个状态取其区间的中点。</translation>
    </message>
    <message>
        <source>S0, section 3.1</source>
        <translation>S0，第 3.1 节</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Word lines of an array: the inputs it takes at once.</source>
        <translation>阵列的字线：一次接收的输入数。</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Symbols; S0: 128</source>
        <translation>docs/crossbars.md, Symbols；S0：128</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Bit lines of an array for weights; the unit column of a sign scheme comes on top.</source>
        <translation>阵列中用于权重的位线；符号方案的单位列另计。</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Symbols; S0: 64</source>
        <translation>docs/crossbars.md, Symbols；S0：64</translation>
    </message>
    <message>
        <source>Bits of an input</source>
        <translation>输入位数</translation>
    </message>
    <message>
        <source>Bits of an activation, fed one DAC step after the other.</source>
        <translation>激活的位数，按 DAC 步依次送入。</translation>
    </message>
    <message>
        <source>Bits of a DAC</source>
        <translation>DAC 位数</translation>
    </message>
    <message>
        <source>Input bits that a DAC puts on a word line at once.</source>
        <translation>DAC 一次送到字线上的输入位数。</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>权重位数</translation>
    </message>
    <message>
        <source>Bits, sign included, of weights that have no levels, and of the dense reference that savings are held against.</source>
        <translation>没有量化级的权重以及作为节省基准的稠密参考的位数，含符号。</translation>
    </message>
    <message>
        <source>S0, section 4: dense reference of 9 bits</source>
        <translation>S0，第 4 节：9 位稠密参考</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>How cells, whose conductance is above zero, hold negative weights.</source>
        <translation>电导大于零的单元如何保存负权重。</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Signs</source>
        <translation>docs/crossbars.md, Signs</translation>
    </message>
    <message>
        <source>Rows of a fragment</source>
        <translation>片段行数</translation>
    </message>
    <message>
        <source>Word lines read at a time where the sign scheme works by fragments; others leave it alone.</source>
        <translation>符号方案按片段工作时一次读取的字线数；其他方案不用它。</translation>
    </message>
    <message>
        <source>FORMS: 4 to 16</source>
        <translation>FORMS：4 至 16</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>位片</translation>
    </message>
    <message>
        <source>Where the cells lie that hold one weight&apos;s groups of bits.</source>
        <translation>保存一个权重各位组的单元位于何处。</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Which weights share an array.</source>
        <translation>哪些权重共享一个阵列。</translation>
    </message>
    <message>
        <source>Compaction</source>
        <translation>压紧</translation>
    </message>
    <message>
        <source>What is left out of the arrays before the matrix is cut.</source>
        <translation>切分矩阵之前从阵列中略去什么。</translation>
    </message>
    <message>
        <source>ADC rule</source>
        <translation>ADC 规则</translation>
    </message>
    <message>
        <source>How many bits a layer&apos;s ADCs get; l = most cells that pass current in one bit line, v = bits of a DAC, w = bits of a cell.</source>
        <translation>层的 ADC 取多少位；l = 一条位线中通过电流的最多单元数，v = DAC 位数，w = 单元位数。</translation>
    </message>
    <message>
        <source>Bits of an ADC</source>
        <translation>ADC 位数</translation>
    </message>
    <message>
        <source>by the rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>The same ADC for all layers; 0 lets the rule give each layer its own.</source>
        <translation>所有层使用同一 ADC；0 表示由规则为各层决定。</translation>
    </message>
    <message>
        <source>ADC law</source>
        <translation>ADC 模型</translation>
    </message>
    <message>
        <source>the preset&apos;s own</source>
        <translation>预设自身的</translation>
    </message>
    <message>
        <source>How an ADC&apos;s energy and area follow from its bits.</source>
        <translation>ADC 的能量和面积如何由其位数得出。</translation>
    </message>
    <message>
        <source>docs/adc-laws.md</source>
        <translation>docs/adc-laws.md</translation>
    </message>
    <message>
        <source>Positions of a copy</source>
        <translation>每副本位置数</translation>
    </message>
    <message>
        <source>no copies</source>
        <translation>无副本</translation>
    </message>
    <message>
        <source>Layers with more output positions get ceil(positions / this) copies of their arrays, so that the pipeline keeps pace.</source>
        <translation>输出位置更多的层得到 ceil(位置数 / 此值) 份阵列副本，使流水线保持同步。</translation>
    </message>
    <message>
        <source>Copies by hand</source>
        <translation>手动副本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Copies of the arrays of the layers named, in place of those that the positions ask for. They take arrays and save steps.</source>
        <translation>所列层的阵列副本数，替代由位置数要求的副本。它们占用阵列并节省步数。</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Counts</source>
        <translation>docs/crossbars.md, Counts</translation>
    </message>
    <message>
        <source>A weight of %1 bits takes %2 bit lines, but an array has %3; raise crossbar.columns or device.cell_bits, or put slices into arrays of their own</source>
        <translation>%1 位的权重占 %2 条位线，但阵列只有 %3 条；请提高 crossbar.columns 或 device.cell_bits，或将位片放入各自的阵列</translation>
    </message>
    <message>
        <source>the network has no weight layer &quot;%1&quot;</source>
        <translation>网络没有权重层“%1”</translation>
    </message>
    <message>
        <source>The conductances and resistances lie too far apart for double precision; give 0 ohm for wires that hardly resist and 0 S for cells that hardly conduct</source>
        <translation>电导和电阻相差过大，超出双精度；几乎无电阻的导线请给 0 欧姆，几乎不导通的单元请给 0 S</translation>
    </message>
    <message>
        <source>layer %1 has %2 levels, but the device&apos;s table has %3; quantise to as many levels, or leave this off</source>
        <translation>层 %1 有 %2 级，但器件表有 %3 级；请量化到同样多的级，或不使用此项</translation>
    </message>
    <message>
        <source>Measured conductances of the states, not evenly spaced</source>
        <translation>实测的状态电导，非均匀间隔</translation>
    </message>
    <message>
        <source>Conductances fall with time by a power law whose exponent differs from device to device</source>
        <translation>电导随时间按幂律下降，指数因器件而异</translation>
    </message>
    <message>
        <source>Each state&apos;s conductance is off by a factor that all cells of an array share</source>
        <translation>每个状态的电导偏差一个因子，阵列的所有单元相同</translation>
    </message>
    <message>
        <source>Finite on/off ratio: cells of zero weights and of the other sign leak</source>
        <translation>有限开关比：零权重和另一符号的单元漏电</translation>
    </message>
    <message>
        <source>Conductances fluctuate afresh at each read (normal)</source>
        <translation>电导在每次读取时波动（正态）</translation>
    </message>
    <message>
        <source>Cells that stay at g_max or g_min whatever is programmed</source>
        <translation>无论如何编程都停在 g_max 或 g_min 的单元</translation>
    </message>
    <message>
        <source>Programmed conductances scatter from device to device (log-normal or normal)</source>
        <translation>编程电导因器件而散布（对数正态或正态）</translation>
    </message>
    <message>
        <source>Voltage drops on wires, as attenuation of each cell with all word lines on</source>
        <translation>导线上的电压降，按所有字线导通时每个单元的衰减计</translation>
    </message>
    <message>
        <source>The study was stopped before its first run was finished</source>
        <translation>研究在第一次运行完成之前被停止</translation>
    </message>
    <message>
        <source>%1 is not in 1 to %2</source>
        <translation>%1 不在 1 至 %2</translation>
    </message>
    <message>
        <source>an accuracy needs images with labels, at least one</source>
        <translation>准确率需要带标签的图像，至少一张</translation>
    </message>
    <message>
        <source>%1%2 is not in %3 to %4%5</source>
        <translation>%1%2 不在 %3 至 %4%5</translation>
    </message>
    <message>
        <source>%1 and stuck_off %2 add up to more than 1</source>
        <translation>%1 与 stuck_off %2 之和超过 1</translation>
    </message>
    <message>
        <source>%1 s is not above 0 s and at most %2 s</source>
        <translation>%1 s 不大于 0 s 或超过 %2 s</translation>
    </message>
    <message>
        <source>the device has no table of conductances; give device.levels_S, or leave this off</source>
        <translation>器件没有电导表；请给出 device.levels_S，或不使用此项</translation>
    </message>
    <message>
        <source>Positive and negative weights in arrays of their own, subtracted after the ADC (S0; PRIME)</source>
        <translation>正负权重在各自的阵列中，在 ADC 之后相减（S0；PRIME）</translation>
    </message>
    <message>
        <source>Positive and negative cell on neighbouring bit lines, subtracted before one signed ADC</source>
        <translation>正负单元在相邻位线上，在一个有符号 ADC 之前相减</translation>
    </message>
    <message>
        <source>Weights stored with a bias of 2^(b-1), which a unit column takes off again (ISAAC)</source>
        <translation>权重加偏置 2^(b-1) 存储，由单位列再减去 (ISAAC)</translation>
    </message>
    <message>
        <source>Weights stored with a bias that a shared reference column takes off before the ADC (NeuroSim)</source>
        <translation>权重加偏置存储，由共享参考列在 ADC 之前减去 (NeuroSim)</translation>
    </message>
    <message>
        <source>Magnitudes only; all weights of a fragment share one sign, kept beside the array (FORMS)</source>
        <translation>仅绝对值；片段内所有权重同号，符号存于阵列旁 (FORMS)</translation>
    </message>
    <message>
        <source>Differential mapping in which a zero weight sets both cells to the top, for stuck-on faults (ISQED 2021)</source>
        <translation>差分映射，零权重将两个单元设为最高，用于应对固定导通故障 (ISQED 2021)</translation>
    </message>
    <message>
        <source>There is no sign scheme &quot;%1&quot;; choose one of %2</source>
        <translation>没有符号方案“%1”；请选择 %2 之一</translation>
    </message>
    <message>
        <source>The simulation was cancelled</source>
        <translation>仿真已取消</translation>
    </message>
    <message>
        <source>The layer&apos;s inputs can be negative, and 1 bit has no room for a sign; raise crossbar.input_bits</source>
        <translation>该层的输入可能为负，而 1 位放不下符号；请提高 crossbar.input_bits</translation>
    </message>
    <message>
        <source>%1 is not above 50 and at most 100</source>
        <translation>%1 不大于 50 或超过 100</translation>
    </message>
    <message>
        <source>a clipping ADC has steps of one unit, so there is nothing to calibrate; choose rounding, or the full range</source>
        <translation>截断式 ADC 的步长为一个单位，因此没有可校准的；请选择舍入或全范围</translation>
    </message>
    <message>
        <source>it has no weights; train it, or give a file of weights</source>
        <translation>它没有权重；请训练，或给出权重文件</translation>
    </message>
    <message>
        <source>at least one image is needed to calibrate on and one to simulate</source>
        <translation>至少需要一张图像用于校准、一张用于仿真</translation>
    </message>
    <message>
        <source>Filter %1 has weights of both signs on word lines %2 to %3 of a tile, one fragment; polarise the weights in fragments of %4 first, or choose another crossbar.sign_scheme</source>
        <translation>滤波器 %1 在分块的字线 %2 至 %3（一个片段）上有两种符号的权重；请先按 %4 的片段极化权重，或选择其他 crossbar.sign_scheme</translation>
    </message>
    <message>
        <source>The packed data are damaged (%1); fetch the file again</source>
        <translation>压缩数据已损坏 (%1)；请重新获取文件</translation>
    </message>
    <message>
        <source>The file ends here but its header promises more; fetch the file again</source>
        <translation>文件在此结束，但其文件头声明还有更多；请重新获取文件</translation>
    </message>
    <message>
        <source>The header promises %1 bytes from here, more than the file can hold; fetch the file again</source>
        <translation>文件头声明从此处起有 %1 字节，超过文件所能容纳；请重新获取文件</translation>
    </message>
    <message>
        <source>The data should end here but the file goes on; fetch the file again</source>
        <translation>数据应在此结束，但文件还有内容；请重新获取文件</translation>
    </message>
    <message>
        <source>The file ends within a record: its size must be a multiple of %1 bytes; fetch it again</source>
        <translation>文件在一条记录中间结束：其大小必须是 %1 字节的整数倍；请重新获取</translation>
    </message>
    <message>
        <source>The label is %1 but must be in 0..%2</source>
        <translation>标签为 %1，但必须在 0..%2</translation>
    </message>
    <message>
        <source>%1 of %2 training images cannot be held out; hold out at most half of them</source>
        <translation>%2 张训练图像中不能留出 %1 张；最多留出一半</translation>
    </message>
    <message>
        <source>The magic number is %1 but must be %2; this is not the IDX file its name says</source>
        <translation>魔数为 %1，但必须为 %2；这不是其名称所说的 IDX 文件</translation>
    </message>
    <message>
        <source>The label is %1 but no image has label %2; the labels are damaged or not numbered from 0</source>
        <translation>标签为 %1，但没有图像的标签为 %2；标签已损坏或不从 0 编号</translation>
    </message>
    <message>
        <source>The file holds no images</source>
        <translation>文件中没有图像</translation>
    </message>
    <message>
        <source>The images are %1 x %2 pixels; both must be in 1..%3</source>
        <translation>图像为 %1 x %2 像素；两者都必须在 1..%3</translation>
    </message>
    <message>
        <source>There are %1 labels but %2 images in %3; take both files from one data set</source>
        <translation>有 %1 个标签，但 %3 中有 %2 张图像；请取自同一数据集</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>无法读取图片：%1</translation>
    </message>
    <message>
        <source>The picture is %1 x %2 pixels but the others are %3 x %4; scale all to one size</source>
        <translation>图片为 %1 x %2 像素，其他为 %3 x %4；请统一缩放</translation>
    </message>
    <message>
        <source>The folder has more than %1 entries; use fewer pictures</source>
        <translation>文件夹的条目超过 %1 个；请使用较少的图片</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation>无法读取文件夹：%1</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; has no folder below train/; add it or remove it here</source>
        <translation>类别“%1”在 train/ 下没有文件夹；请添加或在此移除</translation>
    </message>
    <message>
        <source>There are no pictures CLASS/*.png, *.jpg or *.jpeg in this folder</source>
        <translation>此文件夹中没有图片 类别/*.png、*.jpg 或 *.jpeg</translation>
    </message>
    <message>
        <source>There are %1 pictures; at most %2 are read</source>
        <translation>有 %1 张图片；最多读取 %2 张</translation>
    </message>
    <message>
        <source>The pictures need more than 16 GiB of memory; use fewer or smaller ones</source>
        <translation>图片需要超过 16 GiB 内存；请使用较少或较小的图片</translation>
    </message>
    <message>
        <source>The data set lacks %1 (plain or .gz); put it beside the others</source>
        <translation>数据集缺少 %1（原样或 .gz）；请放在其他文件旁</translation>
    </message>
    <message>
        <source>Its images have another size than those of %1; take both from one data set</source>
        <translation>其图像大小与 %1 的不同；请取自同一数据集</translation>
    </message>
    <message>
        <source>There is no such folder; give the folder that holds the data set</source>
        <translation>没有这样的文件夹；请给出存放数据集的文件夹</translation>
    </message>
    <message>
        <source>No data set is in this folder. Looked for: train-images-idx3-ubyte[.gz] (MNIST family), data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100), train/CLASS/*.png|jpg with test/CLASS</source>
        <translation>此文件夹中没有数据集。查找的是：train-images-idx3-ubyte[.gz]（MNIST 系列）、data_batch_1.bin (CIFAR-10)、train.bin (CIFAR-100)、train/类别/*.png|jpg 及 test/类别</translation>
    </message>
    <message>
        <source>The synthetic digits need at least 50 training images, not %1</source>
        <translation>合成数字至少需要 50 张训练图像，而不是 %1</translation>
    </message>
    <message>
        <source>With the layers below their break-even left dense at least %1 %2 are kept, but the plan keeps %3; ask for higher ratios where a layer can pay, or allow higher ones. %4</source>
        <translation>低于盈亏平衡的层保持稠密时，至少保留 %1 %2，但方案保留 %3；请在值得的层要求更高的压缩率，或允许更高的压缩率。%4</translation>
    </message>
    <message>
        <source>There is no budget &quot;%1&quot;; there are: %2</source>
        <translation>没有预算“%1”；有：%2</translation>
    </message>
    <message>
        <source>%1 cannot be; give a number of at least 1</source>
        <translation>不能为 %1；请给出至少为 1 的数</translation>
    </message>
    <message>
        <source>Not a result of a run: %1</source>
        <translation>不是运行结果：%1</translation>
    </message>
    <message>
        <source>Not a list of estimates and their outcomes: %1</source>
        <translation>不是估计及其结果的列表：%1</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>搜索已取消</translation>
    </message>
    <message>
        <source>The sensitivity measurement was cancelled; the same call goes on where it was left</source>
        <translation>敏感度测量已取消；同样的调用会从中断处继续</translation>
    </message>
    <message>
        <source>%1 held-out images and %2 others were asked for, the training set has %3; hold out at most half of it</source>
        <translation>要求留出 %1 张图像和另外 %2 张，训练集有 %3 张；最多留出一半</translation>
    </message>
    <message>
        <source>A Pareto front needs at least one metric</source>
        <translation>帕累托前沿至少需要一个指标</translation>
    </message>
    <message>
        <source>Design point %1 needs %2 finite metrics</source>
        <translation>设计点 %1 需要 %2 个有限指标</translation>
    </message>
    <message>
        <source>Not a plan, a list of plans or a search&apos;s result: %1</source>
        <translation>不是方案、方案列表或搜索结果：%1</translation>
    </message>
    <message>
        <source>The list holds no plan</source>
        <translation>列表中没有方案</translation>
    </message>
    <message>
        <source>There is no metric &quot;%1&quot;; choose one of %2</source>
        <translation>没有指标“%1”；请选择 %2 之一</translation>
    </message>
    <message>
        <source>No plan keeps the rise of the loss at or below %1; the least is %2</source>
        <translation>没有方案能使损失上升不超过 %1；最小为 %2</translation>
    </message>
    <message>
        <source>No plan needs as little as %1 (%2); the least is %3</source>
        <translation>没有方案能低至 %1 (%2)；最小为 %3</translation>
    </message>
    <message>
        <source>give either a limit on the loss (or accuracy) or one on the metric</source>
        <translation>请给出损失（或准确率）的限制或指标的限制之一</translation>
    </message>
    <message>
        <source>%1 must be at least 0</source>
        <translation>%1 必须至少为 0</translation>
    </message>
    <message>
        <source>%1 must be above 0</source>
        <translation>%1 必须大于 0</translation>
    </message>
    <message>
        <source>%1 must be at least 1</source>
        <translation>%1 必须至少为 1</translation>
    </message>
    <message>
        <source>%1 must be at least 4</source>
        <translation>%1 必须至少为 4</translation>
    </message>
    <message>
        <source>The hardware preset states no times, so energy is not known; search for area, crossbars or ADC bits, or choose another preset</source>
        <translation>硬件预设没有给出时间，因此能量未知；请按面积、交叉阵列或 ADC 位数搜索，或选择其他预设</translation>
    </message>
    <message>
        <source>At least one plan must be asked for</source>
        <translation>至少要求一个方案</translation>
    </message>
    <message>
        <source>%1 different plans of a space of %2 are too many; ask for at most half of it</source>
        <translation>在 %2 个方案的空间中要求 %1 个不同方案太多；最多要求一半</translation>
    </message>
    <message>
        <source>Its levels have no measured sensitivity, so nothing can be foretold of it</source>
        <translation>其量化级没有测得的敏感度，因此无法预测</translation>
    </message>
    <message>
        <source>The sensitivities are of a network with layer %1, which this one has not; measure them for this network</source>
        <translation>敏感度来自含有层 %1 的网络，而此网络没有该层；请为此网络测量</translation>
    </message>
    <message>
        <source>It is locked at a ratio of %1 with %2 bits, which was not measured; measure such ratios and bits too</source>
        <translation>它锁定在压缩率 %1、%2 位，未曾测量；请一并测量这样的压缩率和位数</translation>
    </message>
    <message>
        <source>%1 must be above 1 and above the one before it</source>
        <translation>%1 必须大于 1 且大于前一个</translation>
    </message>
    <message>
        <source>%1 must be above %2 and above the value before it</source>
        <translation>%1 必须大于 %2 且大于前一个值</translation>
    </message>
    <message>
        <source>give ratios or level_bits to try</source>
        <translation>请给出要尝试的 ratios 或 level_bits</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 必须至少为 %2</translation>
    </message>
    <message>
        <source>%1 has no weights; train it first (a run whose plan leaves all layers as they are), or give it trained ones</source>
        <translation>%1 没有权重；请先训练（方案不改动任何层的运行），或给出已训练的权重</translation>
    </message>
    <message>
        <source>The plan has no constraint whose ratio can be moved, and no bits are to be tried; give each layer a constraint with a ratio above 1</source>
        <translation>方案中没有可移动压缩率的约束，也没有要尝试的位数；请为每层设置压缩率大于 1 的约束</translation>
    </message>
    <message>
        <source>A unit names no layer; measure again</source>
        <translation>一个单元没有指明层；请重新测量</translation>
    </message>
    <message>
        <source>A probe names a point that the table has not; measure again</source>
        <translation>一个探测点不在表中；请重新测量</translation>
    </message>
    <message>
        <source>Not a table of sensitivities: %1; measure again</source>
        <translation>不是敏感度表：%1；请重新测量</translation>
    </message>
    <message>
        <source>Slurm is not installed here (there is no %1); call this on a machine that submits to the cluster, or use --engine local</source>
        <translation>此处没有安装 Slurm（没有 %1）；请在可向集群提交的机器上调用，或使用 --engine local</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <translation>%1 报告：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a character that no Slurm option has</source>
        <translation>“%1”含有 Slurm 选项不允许的字符</translation>
    </message>
    <message>
        <source>No layer that is not locked can have the constraint %1; choose another kind</source>
        <translation>没有未锁定的层能采用约束 %1；请选择其他种类</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1 has nothing to take away here</source>
        <translation>%1 在此没有可去掉的</translation>
    </message>
    <message>
        <source>No sensitivities are known</source>
        <translation>没有已知的敏感度</translation>
    </message>
    <message>
        <source>The sensitivities are of %1 with other weights</source>
        <translation>敏感度来自权重不同的 %1</translation>
    </message>
    <message>
        <source>No sensitivities of %1 are known</source>
        <translation>没有 %1 的敏感度</translation>
    </message>
    <message>
        <source>Every layer that could have %1 shares channels with one that stays as it is</source>
        <translation>可采用 %1 的每一层都与保持不变的层共享通道</translation>
    </message>
    <message>
        <source>No ratio of %1 on these layers makes the network smaller by %2; the most is %3</source>
        <translation>这些层上 %1 的任何压缩率都不能使网络缩小 %2；最大为 %3</translation>
    </message>
    <message>
        <source>No ratio of %1 on these layers needs as few as %2 crossbars; the fewest are %3</source>
        <translation>这些层上 %1 的任何压缩率都不能少至 %2 个交叉阵列；最少为 %3</translation>
    </message>
    <message>
        <source>shares channels with %1, which stays as it is</source>
        <translation>与保持不变的 %1 共享通道</translation>
    </message>
    <message>
        <source>%1 has no ratio that a budget could set; choose another kind</source>
        <translation>%1 没有可由预算设置的压缩率；请选择其他种类</translation>
    </message>
    <message>
        <source>%1 must be a whole number of crossbars</source>
        <translation>%1 必须是交叉阵列的整数个数</translation>
    </message>
    <message>
        <source>The spreading of the budget was cancelled</source>
        <translation>预算分配已取消</translation>
    </message>
    <message>
        <source>Not a file of a study: %1; take it away, or start the study in another folder</source>
        <translation>不是研究的文件：%1；请移走，或在其他文件夹开始研究</translation>
    </message>
    <message>
        <source>The folder holds another study; name another folder, or take the old one away</source>
        <translation>文件夹中是另一个研究；请指定其他文件夹，或移走旧的研究</translation>
    </message>
    <message>
        <source>The folder cannot be made: %1; name another one</source>
        <translation>无法创建文件夹：%1；请指定其他文件夹</translation>
    </message>
    <message>
        <source>At least one metric is needed</source>
        <translation>至少需要一个指标</translation>
    </message>
    <message>
        <source>The metric %1 is named twice</source>
        <translation>指标 %1 出现两次</translation>
    </message>
    <message>
        <source>%1 values are needed, one for each metric</source>
        <translation>需要 %1 个值，每个指标一个</translation>
    </message>
    <message>
        <source>Its values must be finite</source>
        <translation>其值必须有限</translation>
    </message>
    <message>
        <source>No finished point of the study states all of %1</source>
        <translation>研究中没有完成的点给出全部 %1</translation>
    </message>
    <message>
        <source>A study&apos;s mode is preview or run, not &quot;%1&quot;</source>
        <translation>研究的模式为 preview 或 run，而不是“%1”</translation>
    </message>
    <message>
        <source>A point&apos;s state is open, done or failed, not %1</source>
        <translation>点的状态为 open、done 或 failed，而不是 %1</translation>
    </message>
    <message>
        <source>Not a study: %1</source>
        <translation>不是研究：%1</translation>
    </message>
    <message>
        <source>A point&apos;s result is no JSON object</source>
        <translation>点的结果不是 JSON 对象</translation>
    </message>
    <message>
        <source>Weights / weights kept</source>
        <translation>权重数 / 保留的权重数</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>Energy of an inference</source>
        <translation>一次推理的能量</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Inferences per second</source>
        <translation>每秒推理数</translation>
    </message>
    <message>
        <source>ADC bits, most of all layers</source>
        <translation>ADC 位数，各层最大值</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>There is no field below it</source>
        <translation>其下没有字段</translation>
    </message>
    <message>
        <source>it names no field</source>
        <translation>没有指明字段</translation>
    </message>
    <message>
        <source>the field %1 is named twice</source>
        <translation>字段 %1 出现两次</translation>
    </message>
    <message>
        <source>%1 has no values</source>
        <translation>%1 没有值</translation>
    </message>
    <message>
        <source>there is no point; give fields with their values</source>
        <translation>没有点；请给出字段及其值</translation>
    </message>
    <message>
        <source>%1 points are more than %2</source>
        <translation>%1 个点多于 %2</translation>
    </message>
    <message>
        <source>A number is missing; write 0 where there is nothing</source>
        <translation>缺少一个数；没有内容处请写 0</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number; numbers need a decimal point, titles a # before them</source>
        <translation>“%1”不是有限数；数需用小数点，标题前加 #</translation>
    </message>
    <message>
        <source>The line has %1 numbers, the lines before it have %2</source>
        <translation>此行有 %1 个数，前面的行有 %2 个</translation>
    </message>
    <message>
        <source>There are no numbers in this file</source>
        <translation>此文件中没有数</translation>
    </message>
    <message>
        <source>%1 bytes should stand here; the file is cut or damaged</source>
        <translation>此处应有 %1 字节；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>The file cannot be read to its end</source>
        <translation>文件无法读到末尾</translation>
    </message>
    <message>
        <source>%1 bytes should stand here but only %2 are left; the file is cut or damaged</source>
        <translation>此处应有 %1 字节，但只剩 %2；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>There are more than %1 values, too many for a file of weights</source>
        <translation>值超过 %1 个，对权重文件来说太多</translation>
    </message>
    <message>
        <source>A value is missing; the file is damaged</source>
        <translation>缺少一个值；文件已损坏</translation>
    </message>
    <message>
        <source>A mark is missing; the file is damaged</source>
        <translation>缺少一个标记；文件已损坏</translation>
    </message>
    <message>
        <source>The file asks for %1, which is neither a tensor nor a plain container, so it is not read; save the network&apos;s state_dict() alone</source>
        <translation>文件要求 %1，它既不是张量也不是普通容器，因此不读取；请只保存网络的 state_dict()</translation>
    </message>
    <message>
        <source>An item is appended to something that is not a list; the file is damaged</source>
        <translation>向非列表追加了一项；文件已损坏</translation>
    </message>
    <message>
        <source>An entry is put into something that is not a dictionary; the file is damaged</source>
        <translation>向非字典放入了一项；文件已损坏</translation>
    </message>
    <message>
        <source>Value %1 is used before it is made; the file is damaged</source>
        <translation>值 %1 在创建之前被使用；文件已损坏</translation>
    </message>
    <message>
        <source>A name has no end; the file is cut or damaged</source>
        <translation>名称没有结尾；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>Pickle protocol %1 cannot be read; 2 to 5 can</source>
        <translation>无法读取 Pickle 协议 %1；可读取 2 至 5</translation>
    </message>
    <message>
        <source>A class&apos;s name is not a text; the file is damaged</source>
        <translation>类的名称不是文本；文件已损坏</translation>
    </message>
    <message>
        <source>Something that is not a function is called; the file is damaged</source>
        <translation>调用了非函数的对象；文件已损坏</translation>
    </message>
    <message>
        <source>Attributes are given to something that is not a dictionary; save the network&apos;s state_dict() alone</source>
        <translation>给非字典设置了属性；请只保存网络的 state_dict()</translation>
    </message>
    <message>
        <source>No pickle of protocol 2 to 5 starts here; the file is cut or damaged</source>
        <translation>此处不是协议 2 至 5 的 pickle；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>Values are left at the end; the file is damaged</source>
        <translation>末尾还剩有值；文件已损坏</translation>
    </message>
    <message>
        <source>The pickle operation 0x%1 has no place in a file of tensors; the file is damaged or holds more than weights</source>
        <translation>Pickle 操作 0x%1 不应出现在张量文件中；文件已损坏或含有权重以外的内容</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep</source>
        <translation>值的嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>This is not a file of torch.save; neither a zip archive nor a pickle starts it</source>
        <translation>这不是 torch.save 的文件；开头既不是 zip 也不是 pickle</translation>
    </message>
    <message>
        <source>The file holds a %1, not a dictionary of tensors; save the network&apos;s state_dict()</source>
        <translation>文件中是 %1，而不是张量字典；请保存网络的 state_dict()</translation>
    </message>
    <message>
        <source>The file holds no dictionary of tensors, neither by itself nor as state_dict, model or model_state_dict</source>
        <translation>文件中没有张量字典，无论是其本身还是 state_dict、model 或 model_state_dict</translation>
    </message>
    <message>
        <source>A name has %1 bytes, too many for a parameter</source>
        <translation>名称有 %1 字节，对参数来说太长</translation>
    </message>
    <message>
        <source>The file names the tensor &quot;%1&quot; twice</source>
        <translation>文件两次出现张量“%1”</translation>
    </message>
    <message>
        <source>The storage %1 belongs to no tensor, so its size is unknown; the file is damaged</source>
        <translation>存储 %1 不属于任何张量，大小未知；文件已损坏</translation>
    </message>
    <message>
        <source>%1 elements of type %2 should stand here; the file is cut or damaged</source>
        <translation>此处应有 %1 个 %2 类型的元素；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>The storage %1 stands twice</source>
        <translation>存储 %1 出现两次</translation>
    </message>
    <message>
        <source>The storage %1 is missing; the file is damaged</source>
        <translation>缺少存储 %1；文件已损坏</translation>
    </message>
    <message>
        <source>The file is a pickle, but not one of torch.save</source>
        <translation>文件是 pickle，但不是 torch.save 的</translation>
    </message>
    <message>
        <source>The version of the file is not %1, the only one there is</source>
        <translation>文件版本不是唯一的版本 %1</translation>
    </message>
    <message>
        <source>The list of storages is missing; the file is damaged</source>
        <translation>缺少存储列表；文件已损坏</translation>
    </message>
    <message>
        <source>A size, stride or offset is not a whole number of 0 or more</source>
        <translation>大小、步长或偏移不是 0 或更大的整数</translation>
    </message>
    <message>
        <source>A tensor&apos;s sizes or strides are not a tuple of at most %1 numbers</source>
        <translation>张量的大小或步长不是最多 %1 个数的元组</translation>
    </message>
    <message>
        <source>A tensor has no storage; the file is damaged</source>
        <translation>张量没有存储；文件已损坏</translation>
    </message>
    <message>
        <source>A tensor has %1 sizes but %2 strides</source>
        <translation>张量有 %1 个大小但有 %2 个步长</translation>
    </message>
    <message>
        <source>A tensor has more elements than its storage of %1; save a copy of it (contiguous(), clone())</source>
        <translation>张量的元素多于其存储 %1；请保存其副本（contiguous()、clone()）</translation>
    </message>
    <message>
        <source>A tensor reaches beyond its storage of %1 elements; the file is damaged</source>
        <translation>张量超出其 %1 个元素的存储；文件已损坏</translation>
    </message>
    <message>
        <source>%1 is called with unknown arguments</source>
        <translation>以未知参数调用了 %1</translation>
    </message>
    <message>
        <source>A tensor is conjugated or negated lazily; save a copy of it (resolve_conj(), resolve_neg())</source>
        <translation>张量被延迟共轭或取负；请保存其副本（resolve_conj()、resolve_neg()）</translation>
    </message>
    <message>
        <source>An object outside the pickle is not a storage that can be read</source>
        <translation>pickle 之外的对象不是可读取的存储</translation>
    </message>
    <message>
        <source>A storage of %1 elements cannot be</source>
        <translation>不可能有 %1 个元素的存储</translation>
    </message>
    <message>
        <source>The storage %1 stands twice with different types or sizes</source>
        <translation>存储 %1 以不同类型或大小出现两次</translation>
    </message>
    <message>
        <source>A part of a storage is not (key, start, elements)</source>
        <translation>存储的一部分不是（键，起点，元素数）</translation>
    </message>
    <message>
        <source>A part of a storage reaches beyond its %1 elements</source>
        <translation>存储的一部分超出其 %1 个元素</translation>
    </message>
    <message>
        <source>The tensors have %1 elements on storages of %2; save copies of them (clone())</source>
        <translation>张量在 %2 的存储上有 %1 个元素；请保存其副本 (clone())</translation>
    </message>
    <message>
        <source>The byte order is neither &quot;little&quot; nor &quot;big&quot;</source>
        <translation>字节序既不是 &quot;little&quot; 也不是 &quot;big&quot;</translation>
    </message>
    <message>
        <source>The zip archive lacks data.pkl, so it is not a file of torch.save</source>
        <translation>zip 中缺少 data.pkl，因此不是 torch.save 的文件</translation>
    </message>
    <message>
        <source>It has %1 bytes, too many for a file of weights</source>
        <translation>它有 %1 字节，对权重文件来说太大</translation>
    </message>
    <message>
        <source>The header names the tensor &quot;%1&quot; twice</source>
        <translation>文件头两次出现张量“%1”</translation>
    </message>
    <message>
        <source>The header is not a JSON object; this is not a safetensors file</source>
        <translation>文件头不是 JSON 对象；这不是 safetensors 文件</translation>
    </message>
    <message>
        <source>The header is not JSON (%1); this is not a safetensors file, or it is damaged</source>
        <translation>文件头不是 JSON (%1)；这不是 safetensors 文件，或已损坏</translation>
    </message>
    <message>
        <source>Its entry needs dtype, shape and two data_offsets</source>
        <translation>其条目需要 dtype、shape 和两个 data_offsets</translation>
    </message>
    <message>
        <source>Its type &quot;%1&quot; is unknown</source>
        <translation>其类型“%1”未知</translation>
    </message>
    <message>
        <source>Its shape is not a list of whole numbers of a size that can be</source>
        <translation>其形状不是大小可行的整数列表</translation>
    </message>
    <message>
        <source>Its data_offsets are not whole numbers from 0</source>
        <translation>其 data_offsets 不是从 0 起的整数</translation>
    </message>
    <message>
        <source>Its data_offsets %1 and %2 do not span the %3 bytes of its type and shape</source>
        <translation>其 data_offsets %1 和 %2 与其类型和形状的 %3 字节不符</translation>
    </message>
    <message>
        <source>Its data start at %1 but the tensor before ends at %2</source>
        <translation>其数据从 %1 开始，但前一个张量在 %2 结束</translation>
    </message>
    <message>
        <source>The header describes %1 bytes of data but the file has %2; it is cut or damaged</source>
        <translation>文件头描述了 %1 字节数据，但文件有 %2；被截断或已损坏</translation>
    </message>
    <message>
        <source>The file has %1 bytes, too few for a safetensors file</source>
        <translation>文件有 %1 字节，对 safetensors 文件来说太小</translation>
    </message>
    <message>
        <source>The header should have %1 bytes; this is not a safetensors file, or it is cut</source>
        <translation>文件头应有 %1 字节；这不是 safetensors 文件，或被截断</translation>
    </message>
    <message>
        <source>The header&apos;s %1 is not a table of texts</source>
        <translation>文件头的 %1 不是文本表</translation>
    </message>
    <message>
        <source>The tensor&apos;s name &quot;%1&quot; is taken; choose another</source>
        <translation>张量名“%1”已被占用；请另选</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has no values; train the network first</source>
        <translation>张量“%1”没有值；请先训练网络</translation>
    </message>
    <message>
        <source>A name or text is not UTF-8: %1</source>
        <translation>名称或文本不是 UTF-8：%1</translation>
    </message>
    <message>
        <source>The zip archive cannot be read (%1); it is cut or damaged</source>
        <translation>无法读取 zip (%1)；被截断或已损坏</translation>
    </message>
    <message>
        <source>The archive has %1 entries, too many for a file of weights</source>
        <translation>压缩包有 %1 个条目，对权重文件来说太多</translation>
    </message>
    <message>
        <source>Entry %1 of the archive cannot be read (%2); it is damaged</source>
        <translation>无法读取压缩包的条目 %1 (%2)；已损坏</translation>
    </message>
    <message>
        <source>The archive names this entry twice</source>
        <translation>压缩包中此条目出现两次</translation>
    </message>
    <message>
        <source>The entry is encrypted; save the weights without a password</source>
        <translation>条目已加密；请不设密码保存权重</translation>
    </message>
    <message>
        <source>The entry is packed by method %1; stored and deflated ones can be read</source>
        <translation>条目以方法 %1 压缩；可读取仅存储和 deflate 的条目</translation>
    </message>
    <message>
        <source>The entry promises %1 bytes, more than the file can hold; it is cut or damaged</source>
        <translation>条目声明 %1 字节，超过文件所能容纳；被截断或已损坏</translation>
    </message>
    <message>
        <source>The entries up to here unpack to %1 bytes, too many for a file of %2; save it anew without packing</source>
        <translation>到此为止的条目解压后为 %1 字节，对 %2 的文件来说太多；请不压缩重新保存</translation>
    </message>
    <message>
        <source>The archive lacks this entry; it is cut or damaged</source>
        <translation>压缩包缺少此条目；被截断或已损坏</translation>
    </message>
    <message>
        <source>The entry cannot be read (%1); it is damaged</source>
        <translation>无法读取条目 (%1)；已损坏</translation>
    </message>
    <message>
        <source>The entry has not the %1 bytes that the archive promises; it is damaged</source>
        <translation>条目没有压缩包声明的 %1 字节；已损坏</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another plan; start the run anew</source>
        <translation>检查点属于另一个方案；请重新开始运行</translation>
    </message>
    <message>
        <source>rho %1 is not 0 or more</source>
        <translation>rho %1 不是 0 或更大</translation>
    </message>
    <message>
        <source>the regulariser&apos;s strength %1 is not 0 or more</source>
        <translation>正则项强度 %1 不是 0 或更大</translation>
    </message>
    <message>
        <source>the clip ratio %1 is not above 0</source>
        <translation>裁剪比 %1 不大于 0</translation>
    </message>
    <message>
        <source>the gradient limit %1 is not 0 or more</source>
        <translation>梯度限制 %1 不是 0 或更大</translation>
    </message>
    <message>
        <source>the temperature %1 is not above 0</source>
        <translation>温度 %1 不大于 0</translation>
    </message>
    <message>
        <source>the mix %1 is not in 0..1</source>
        <translation>混合系数 %1 不在 0..1</translation>
    </message>
    <message>
        <source>there is no teacher</source>
        <translation>没有教师网络</translation>
    </message>
    <message>
        <source>the teacher %1 has no weights</source>
        <translation>教师网络 %1 没有权重</translation>
    </message>
    <message>
        <source>the teacher %1 maps %2 to %3, the student %4 to %5</source>
        <translation>教师网络 %1 将 %2 映射到 %3，学生网络将 %4 映射到 %5</translation>
    </message>
    <message>
        <source>%1 entries for %2 weight layers</source>
        <translation>%2 个权重层却有 %1 个条目</translation>
    </message>
    <message>
        <source>the teacher&apos;s normalisation has %1 means and %2 deviations for %3 channels</source>
        <translation>教师网络的归一化对 %3 个通道有 %1 个均值和 %2 个标准差</translation>
    </message>
    <message>
        <source>the teacher&apos;s normalisation needs finite means and deviations above 0</source>
        <translation>教师网络的归一化需要有限的均值和大于 0 的标准差</translation>
    </message>
    <message>
        <source>%1: %2 has only %3 weight layers, counted from 0</source>
        <translation>%1：%2 只有 %3 个权重层，从 0 编号</translation>
    </message>
    <message>
        <source>%1: %2 entries where %3 are needed</source>
        <translation>%1：有 %2 个条目，需要 %3 个</translation>
    </message>
    <message>
        <source>The images are %1 but the network takes %2; choose a data set that fits</source>
        <translation>图像为 %1，但网络接收 %2；请选择合适的数据集</translation>
    </message>
    <message>
        <source>The data set has %1 classes but the network tells only %2 apart</source>
        <translation>数据集有 %1 个类别，但网络只能区分 %2 个</translation>
    </message>
    <message>
        <source>No CUDA device can be used by this build of LibTorch; use --device cpu</source>
        <translation>此 LibTorch 不能使用 CUDA 设备；请用 --device cpu</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another network; start the run anew</source>
        <translation>检查点属于另一个网络；请重新开始运行</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 不符合：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; use cpu or cuda</source>
        <translation>“%1”未知；请用 cpu 或 cuda</translation>
    </message>
    <message>
        <source>in 0..1024 (0 = all cores)</source>
        <translation>在 0..1024（0 = 所有核心）</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>大于 0</translation>
    </message>
    <message>
        <source>in 0 &lt;= m &lt; 1</source>
        <translation>在 0 &lt;= m &lt; 1</translation>
    </message>
    <message>
        <source>in 0 &lt;= b &lt; 1</source>
        <translation>在 0 &lt;= b &lt; 1</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 或更大</translation>
    </message>
    <message>
        <source>in 0 &lt; f &lt;= 1</source>
        <translation>在 0 &lt; f &lt;= 1</translation>
    </message>
    <message>
        <source>in 0 &lt; w &lt; 1</source>
        <translation>在 0 &lt; w &lt; 1</translation>
    </message>
    <message>
        <source>in 0..1</source>
        <translation>在 0..1</translation>
    </message>
    <message>
        <source>in 0..100000</source>
        <translation>在 0..100000</translation>
    </message>
    <message>
        <source>in 1..65536</source>
        <translation>在 1..65536</translation>
    </message>
    <message>
        <source>An input shape of %1 cannot be used</source>
        <translation>不能使用 %1 的输入形状</translation>
    </message>
    <message>
        <source>Each node needs a name of its own</source>
        <translation>每个节点都需要自己的名称</translation>
    </message>
    <message>
        <source>The node reads a node that does not come before it</source>
        <translation>节点读取了不在其之前的节点</translation>
    </message>
    <message>
        <source>The network has no node &quot;%1&quot;</source>
        <translation>网络没有节点“%1”</translation>
    </message>
    <message>
        <source>The node has no parameter &quot;%1&quot;</source>
        <translation>节点没有参数“%1”</translation>
    </message>
    <message>
        <source>Parameter &quot;%1&quot; is %2 but must be %3</source>
        <translation>参数“%1”为 %2，但必须为 %3</translation>
    </message>
    <message>
        <source>The activation &quot;%1&quot; is not known</source>
        <translation>激活“%1”未知</translation>
    </message>
    <message>
        <source>The pooling &quot;%1&quot; is not known</source>
        <translation>池化“%1”未知</translation>
    </message>
    <message>
        <source>The graph has too many nodes</source>
        <translation>图的节点太多</translation>
    </message>
    <message>
        <source>The operation &quot;%1&quot; is not known</source>
        <translation>运算“%1”未知</translation>
    </message>
    <message>
        <source>The graph cannot be read: %1</source>
        <translation>无法读取图：%1</translation>
    </message>
    <message>
        <source>An extent of %1 is outside 1..%2</source>
        <translation>尺寸 %1 超出 1..%2</translation>
    </message>
    <message>
        <source>The input must be channels x height x width but is %1</source>
        <translation>输入必须为 通道 x 高 x 宽，但为 %1</translation>
    </message>
    <message>
        <source>A padding of %1 cannot be used</source>
        <translation>不能使用 %1 的填充</translation>
    </message>
    <message>
        <source>The kernel %1x%2 does not fit on the input %3</source>
        <translation>核 %1x%2 放不进输入 %3</translation>
    </message>
    <message>
        <source>%1 groups do not divide %2 channels and %3 filters</source>
        <translation>%1 组不能整除 %2 个通道和 %3 个滤波器</translation>
    </message>
    <message>
        <source>The weight %1 is larger than Mho can hold</source>
        <translation>权重 %1 大于 Mho 所能容纳</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be joined along channels</source>
        <translation>形状 %1 和 %2 不能沿通道拼接</translation>
    </message>
    <message>
        <source>A sum needs at least two inputs</source>
        <translation>求和至少需要两个输入</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be added</source>
        <translation>形状 %1 和 %2 不能相加</translation>
    </message>
    <message>
        <source>The operation reads one input but is given %1</source>
        <translation>该运算读取一个输入，但给了 %1 个</translation>
    </message>
    <message>
        <source>A linear layer takes a flat vector but gets %1; flatten first</source>
        <translation>线性层接收一维向量，但得到 %1；请先展平</translation>
    </message>
    <message>
        <source>A shortcut cannot shrink %1 channels to %2</source>
        <translation>捷径不能把 %1 个通道缩减为 %2 个</translation>
    </message>
    <message>
        <source>A shortcut cannot put %1 of %2 added channels before its input</source>
        <translation>捷径不能把 %2 个新增通道中的 %1 个放在其输入之前</translation>
    </message>
    <message>
        <source>LeNet-5, 20-50-500-10, for 28x28 digits (Caffe&apos;s layout with a ReLU after each layer)</source>
        <translation>LeNet-5，20-50-500-10，用于 28x28 数字（Caffe 的结构，每层后加 ReLU）</translation>
    </message>
    <message>
        <source>ConvNet of S0 and S1: 4 convolutions and a linear layer; widths are ours</source>
        <translation>S0 和 S1 的 ConvNet：4 个卷积层和一个线性层；宽度由我们设定</translation>
    </message>
    <message>
        <source>AlexNet for ImageNet, torchvision&apos;s one-tower form</source>
        <translation>用于 ImageNet 的 AlexNet，torchvision 的单塔形式</translation>
    </message>
    <message>
        <source>VGG-8 of NeuroSim for 32x32 images</source>
        <translation>NeuroSim 的 VGG-8，用于 32x32 图像</translation>
    </message>
    <message>
        <source>VGG-16 with batch norm and one linear layer for CIFAR-10</source>
        <translation>用于 CIFAR-10 的 VGG-16，带批归一化和一个线性层</translation>
    </message>
    <message>
        <source>VGG-16 for ImageNet (Simonyan and Zisserman 2015, configuration D)</source>
        <translation>用于 ImageNet 的 VGG-16（Simonyan 和 Zisserman 2015，配置 D）</translation>
    </message>
    <message>
        <source>ResNet-18 with a 3x3 stem for CIFAR-10</source>
        <translation>用于 CIFAR-10 的 ResNet-18，首层为 3x3</translation>
    </message>
    <message>
        <source>ResNet-18 for ImageNet (He et al. 2016)</source>
        <translation>用于 ImageNet 的 ResNet-18（He 等 2016）</translation>
    </message>
    <message>
        <source>ResNet-50 for ImageNet, stride at the 3x3 convolutions (torchvision)</source>
        <translation>用于 ImageNet 的 ResNet-50，步长在 3x3 卷积上 (torchvision)</translation>
    </message>
    <message>
        <source>ResNet-20 for CIFAR-10 with option A shortcuts (He et al. 2016, section 4.2)</source>
        <translation>用于 CIFAR-10 的 ResNet-20，A 型捷径（He 等 2016，第 4.2 节）</translation>
    </message>
    <message>
        <source>There is no zoo network &quot;%1&quot;; there are: %2</source>
        <translation>没有内置网络“%1”；有：%2</translation>
    </message>
    <message>
        <source>Not the result of a design point: %1</source>
        <translation>不是设计点的结果：%1</translation>
    </message>
    <message>
        <source>The project has no document &quot;%1&quot;; go back to a copy</source>
        <translation>项目没有文档“%1”；请回到备份</translation>
    </message>
    <message>
        <source>There is no project file of this name; check the name and the folder</source>
        <translation>没有此名称的项目文件；请检查名称和文件夹</translation>
    </message>
    <message>
        <source>The project is open in another program, or was left by a crash; open it itself or close it there</source>
        <translation>项目在另一个程序中打开，或因崩溃遗留；请直接打开它或在那里关闭</translation>
    </message>
    <message>
        <source>The project has no finished run; run it to its end first</source>
        <translation>项目没有完成的运行；请先运行到底</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>The project cannot be made here: %1. Choose a folder that exists and where you may write</source>
        <translation>无法在此创建项目：%1。请选择存在且可写的文件夹</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another name or remove it</source>
        <translation>已有此名称的文件；请另取名称或移除它</translation>
    </message>
    <message>
        <source>A design point needs a name of at most %1 bytes</source>
        <translation>设计点需要最多 %1 字节的名称</translation>
    </message>
    <message>
        <source>The project has no design point %1 any more</source>
        <translation>项目中已没有设计点 %1</translation>
    </message>
    <message>
        <source>The project file is damaged: the array &quot;%1&quot; does not have the shape %2; go back to a copy</source>
        <translation>项目文件已损坏：数组“%1”的形状不是 %2；请回到备份</translation>
    </message>
    <message>
        <source>The project file is damaged: its locked layers are not a list of different names; go back to a copy</source>
        <translation>项目文件已损坏：其锁定的层不是互不相同的名称列表；请回到备份</translation>
    </message>
    <message>
        <source>The project has no run yet; start one</source>
        <translation>项目还没有运行；请开始一次</translation>
    </message>
    <message>
        <source>The file cannot be made: %1. Choose another folder</source>
        <translation>无法创建文件：%1。请选择其他文件夹</translation>
    </message>
    <message>
        <source>Another program is running this project; wait for its end, or cancel it there</source>
        <translation>另一个程序正在运行此项目；请等待其结束，或在那里取消</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Mho project; choose a .mho file</source>
        <translation>这是 SQLite 数据库，但不是 Mho 项目；请选择 .mho 文件</translation>
    </message>
    <message>
        <source>The project has format version %1; this Mho reads up to %2. Open it with a newer Mho</source>
        <translation>项目的格式版本为 %1；此 Mho 最高读取 %2。请用更新的 Mho 打开</translation>
    </message>
    <message>
        <source>The project file is damaged (%1); go back to a copy, or save what is left with &quot;sqlite3 FILE .recover&quot;</source>
        <translation>项目文件已损坏 (%1)；请回到备份，或用 &quot;sqlite3 FILE .recover&quot; 抢救剩余内容</translation>
    </message>
    <message>
        <source>There is no space left on the disk; free space and try again. The project is as it was before this change</source>
        <translation>磁盘上没有剩余空间；请释放空间后重试。项目保持此更改之前的状态</translation>
    </message>
    <message>
        <source>The project may not be written (%1); copy it to a folder where you may write</source>
        <translation>项目不可写 (%1)；请复制到可写的文件夹</translation>
    </message>
    <message>
        <source>The project cannot be opened here (%1); check that the folder exists and that you may write in it</source>
        <translation>无法在此打开项目 (%1)；请检查文件夹是否存在且可写</translation>
    </message>
    <message>
        <source>Another program is writing to the project (%1); wait for it or close it, then try again</source>
        <translation>另一个程序正在写入项目 (%1)；请等待或关闭它，然后重试</translation>
    </message>
    <message>
        <source>This is not a Mho project (%1); choose a .mho file</source>
        <translation>这不是 Mho 项目 (%1)；请选择 .mho 文件</translation>
    </message>
    <message>
        <source>The project does not have the content that its format demands (%1); go back to a copy</source>
        <translation>项目没有其格式要求的内容 (%1)；请回到备份</translation>
    </message>
    <message>
        <source>The project cannot be read or written: %1. Check the disk and try again</source>
        <translation>无法读写项目：%1。请检查磁盘后重试</translation>
    </message>
    <message>
        <source>The project file is damaged: the array &quot;%1&quot; is not complete; go back to a copy, or run again</source>
        <translation>项目文件已损坏：数组“%1”不完整；请回到备份，或重新运行</translation>
    </message>
    <message>
        <source>Ratio, convolutions</source>
        <translation>压缩率，卷积层</translation>
    </message>
    <message>
        <source>Ratio, convolutions without 1x1 shortcuts</source>
        <translation>压缩率，不含 1x1 捷径的卷积层</translation>
    </message>
    <message>
        <source>Ratio, whole network</source>
        <translation>压缩率，全网</translation>
    </message>
    <message>
        <source>Ratio before purification, convolutions</source>
        <translation>净化前的压缩率，卷积层</translation>
    </message>
    <message>
        <source>Storage against 32 bits, without indices</source>
        <translation>相对 32 位的存储，不含索引</translation>
    </message>
    <message>
        <source>Storage against 32 bits, with indices and scales</source>
        <translation>相对 32 位的存储，含索引和比例因子</translation>
    </message>
    <message>
        <source>Accuracy, original</source>
        <translation>准确率，原始</translation>
    </message>
    <message>
        <source>Accuracy, projected, not retrained</source>
        <translation>准确率，投影后，未再训练</translation>
    </message>
    <message>
        <source>Accuracy, purified, not retrained</source>
        <translation>准确率，净化后，未再训练</translation>
    </message>
    <message>
        <source>Accuracy, pruned</source>
        <translation>准确率，剪枝后</translation>
    </message>
    <message>
        <source>Accuracy, quantised</source>
        <translation>准确率，量化后</translation>
    </message>
    <message>
        <source>Points lost, pruned against original</source>
        <translation>损失百分点，剪枝相对原始</translation>
    </message>
    <message>
        <source>Points lost, quantised against pruned</source>
        <translation>损失百分点，量化相对剪枝</translation>
    </message>
    <message>
        <source>Points lost, final against original</source>
        <translation>损失百分点，最终相对原始</translation>
    </message>
    <message>
        <source>Accuracy through the crossbars, on the images simulated</source>
        <translation>经由交叉阵列的准确率，仿真图像上</translation>
    </message>
    <message>
        <source>Images that the crossbars and integer arithmetic give the same outputs</source>
        <translation>交叉阵列与整数运算输出相同的图像</translation>
    </message>
    <message>
        <source>Training, the longest run</source>
        <translation>训练，最长的运行</translation>
    </message>
    <message>
        <source>There is no measure &quot;%1&quot;; there are: %2</source>
        <translation>没有度量“%1”；有：%2</translation>
    </message>
    <message>
        <source>an object is needed</source>
        <translation>需要一个对象</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>需要文本</translation>
    </message>
    <message>
        <source>a number of %1 or more is needed</source>
        <translation>需要 %1 或更大的数</translation>
    </message>
    <message>
        <source>a whole number in 0..1000000 is needed</source>
        <translation>需要 0..1000000 的整数</translation>
    </message>
    <message>
        <source>a list is needed</source>
        <translation>需要列表</translation>
    </message>
    <message>
        <source>this key is not known</source>
        <translation>此键未知</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a measure</source>
        <translation>“%1”不是度量</translation>
    </message>
    <message>
        <source>one of at_least, at_most and above is needed</source>
        <translation>需要 at_least、at_most 和 above 之一</translation>
    </message>
    <message>
        <source>only a bar of at_most can be of so many threads</source>
        <translation>只有 at_most 的界限可以指定线程数</translation>
    </message>
    <message>
        <source>at least one is needed</source>
        <translation>至少需要一个</translation>
    </message>
    <message>
        <source>a measure with a number is needed</source>
        <translation>需要带数值的度量</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice</source>
        <translation>“%1”出现两次</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the papers</source>
        <translation>“%1”不是所列论文之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not another row</source>
        <translation>“%1”不是另一行</translation>
    </message>
    <message>
        <source>The file is not JSON: %1</source>
        <translation>文件不是 JSON：%1</translation>
    </message>
    <message>
        <source>A result file is named ROW.seedN.json; rename it or take it away</source>
        <translation>结果文件命名为 ROW.seedN.json；请重命名或移走</translation>
    </message>
    <message>
        <source>There is no published row &quot;%1&quot;; rename the file or take it away</source>
        <translation>没有已发表的行“%1”；请重命名文件或移走</translation>
    </message>
    <message>
        <source>The file holds seed %1, its name says %2</source>
        <translation>文件中的种子为 %1，其名称为 %2</translation>
    </message>
    <message>
        <source>Layer %1 is not that of the network %2</source>
        <translation>层 %1 不是网络 %2 的层</translation>
    </message>
    <message>
        <source>The run&apos;s weights break its plan, so it reproduces nothing; take the file away</source>
        <translation>运行的权重违反其方案，因此没有复现任何结果；请移走该文件</translation>
    </message>
    <message>
        <source>The run was not finished; take the file away and run it again</source>
        <translation>运行没有完成；请移走文件并重新运行</translation>
    </message>
    <message>
        <source>The file holds a run of recipe %1, not of %2</source>
        <translation>文件中是配方 %1 的运行，而不是 %2 的</translation>
    </message>
    <message>
        <source>The file is not the result of a run: %1</source>
        <translation>文件不是运行结果：%1</translation>
    </message>
    <message>
        <source>This array of the saved result is missing; run again</source>
        <translation>缺少已保存结果的此数组；请重新运行</translation>
    </message>
    <message>
        <source>This array of the saved result has %1 values instead of %2; run again</source>
        <translation>已保存结果的此数组有 %1 个值而不是 %2 个；请重新运行</translation>
    </message>
    <message>
        <source>This mask of the saved result has values other than 0 and 1; run again</source>
        <translation>已保存结果的此掩码含有 0 和 1 以外的值；请重新运行</translation>
    </message>
    <message>
        <source>The levels of this layer in the saved result cannot be: %1; run again</source>
        <translation>已保存结果中该层的量化级不可能：%1；请重新运行</translation>
    </message>
    <message>
        <source>a run leaves both signs on %1 word lines that the hardware reads at once (crossbar.sign_scheme &quot;%2&quot;); add the constraint &quot;%3&quot;, or choose another sign scheme</source>
        <translation>运行会在硬件一次读取的 %1 条字线上留下两种符号（crossbar.sign_scheme“%2”）；请添加约束“%3”，或选择其他符号方案</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: FIELD=VALUE is needed, for example crossbar.rows=64</source>
        <translation>“%1”：需要 字段=值，例如 crossbar.rows=64</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such field; `mho preset --fields` lists them</source>
        <translation>“%1”：没有这样的字段；`mho preset --fields` 可列出</translation>
    </message>
    <message>
        <source>the weights of teacher %1 are needed</source>
        <translation>需要教师网络 %1 的权重</translation>
    </message>
    <message>
        <source>%1 takes %2 and gives %3, the network takes %4 and gives %5</source>
        <translation>%1 接收 %2 并给出 %3，而网络接收 %4 并给出 %5</translation>
    </message>
    <message>
        <source>%1 numbers, but images have %2 channels</source>
        <translation>%1 个数，但图像有 %2 个通道</translation>
    </message>
    <message>
        <source>The unfinished run was started with other settings; resume it with the same recipe, seed, threads and device, or start anew</source>
        <translation>未完成的运行以其他设置开始；请用相同的配方、种子、线程数和设备继续，或重新开始</translation>
    </message>
    <message>
        <source>The unfinished run was started with other data; point Mho at the same data set, or start anew</source>
        <translation>未完成的运行以其他数据开始；请指定相同的数据集，或重新开始</translation>
    </message>
    <message>
        <source>The component file has changed since the run was started; put the old one back, or start anew</source>
        <translation>元件文件自运行开始后已更改；请放回旧文件，或重新开始</translation>
    </message>
    <message>
        <source>The unfinished run was started from other weights; give it the same ones, or start anew</source>
        <translation>未完成的运行从其他权重开始；请给出相同的权重，或重新开始</translation>
    </message>
    <message>
        <source>The unfinished run learns from another teacher; give it the same weights, or start anew</source>
        <translation>未完成的运行向另一个教师网络学习；请给出相同的权重，或重新开始</translation>
    </message>
    <message>
        <source>resuming at stage %1, round %2, epoch %3</source>
        <translation>从阶段 %1、第 %2 轮、第 %3 个周期继续</translation>
    </message>
    <message>
        <source>the given weights are taken as trained on pixels normalised as usual for %1 (%2); where they were not, give mean and deviation</source>
        <translation>所给权重视为在按 %1 常用方式归一化的像素上训练 (%2)；若不是，请给出 mean 和 deviation</translation>
    </message>
    <message>
        <source>the teacher %1 is taken as trained on pixels normalised as the network&apos;s (%2); where it was not, give teacher_mean and teacher_deviation</source>
        <translation>教师网络 %1 视为在与网络相同归一化的像素上训练 (%2)；若不是，请给出 teacher_mean 和 teacher_deviation</translation>
    </message>
    <message>
        <source>%1: both residuals are at most %2 after round %3</source>
        <translation>%1：第 %3 轮后两个残差均不超过 %2</translation>
    </message>
    <message>
        <source>The training diverged in stage %1, round %2: losses, residuals or weights are no numbers any more; lower its learning rate or rho. The last checkpoint stands</source>
        <translation>训练在阶段 %1 第 %2 轮发散：损失、残差或权重不再是数；请降低学习率或 rho。最后的检查点仍有效</translation>
    </message>
    <message>
        <source>This is not valid JSON; correct it: %1</source>
        <translation>这不是有效的 JSON；请更正：%1</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is given twice in one object; remove one</source>
        <translation>键“%1”在一个对象中出现两次；请移除一个</translation>
    </message>
    <message>
        <source>%1 is not one of %2.%3</source>
        <translation>%1 不是 %2 之一。%3</translation>
    </message>
    <message>
        <source>This key is not known.%1%2</source>
        <translation>此键未知。%1%2</translation>
    </message>
    <message>
        <source>%1 is neither 0 (float) nor in %2..%3</source>
        <translation>%1 既不是 0（浮点），也不在 %2..%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2.%3</source>
        <translation>“%1”不是 %2 之一。%3</translation>
    </message>
    <message>
        <source>A name of a layer is needed</source>
        <translation>需要层的名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named twice; join the two entries</source>
        <translation>“%1”出现两次；请合并两个条目</translation>
    </message>
    <message>
        <source>%1 is below 1, which keeps all groups</source>
        <translation>%1 小于 1，而 1 已保留所有组</translation>
    </message>
    <message>
        <source>in 1..100000</source>
        <translation>在 1..100000</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>大于 0 的数</translation>
    </message>
    <message>
        <source>a number of 1 or more</source>
        <translation>1 或更大的数</translation>
    </message>
    <message>
        <source>in 0 &lt;= t &lt; 1</source>
        <translation>在 0 &lt;= t &lt; 1</translation>
    </message>
    <message>
        <source>a number of 0 or more</source>
        <translation>0 或更大的数</translation>
    </message>
    <message>
        <source>in 0 &lt; s &lt;= 1</source>
        <translation>在 0 &lt; s &lt;= 1</translation>
    </message>
    <message>
        <source>teacher_mean and teacher_deviation need as many numbers as images have channels, or none</source>
        <translation>teacher_mean 和 teacher_deviation 的个数须与图像通道数相同，或都不给</translation>
    </message>
    <message>
        <source>every deviation must be above 0</source>
        <translation>每个标准差必须大于 0</translation>
    </message>
    <message>
        <source>there is no &quot;teacher&quot; that it is for; the network&apos;s own original is normalised as the network</source>
        <translation>没有它所属的 &quot;teacher&quot;；网络自身的原始网络按网络归一化</translation>
    </message>
    <message>
        <source>A network&apos;s name is needed, e.g. &quot;lenet5&quot;</source>
        <translation>需要网络名称，例如 &quot;lenet5&quot;</translation>
    </message>
    <message>
        <source>A data set&apos;s name is needed, e.g. &quot;synthetic-digits&quot;</source>
        <translation>需要数据集名称，例如 &quot;synthetic-digits&quot;</translation>
    </message>
    <message>
        <source>&quot;prune&quot;: &quot;group-regularizer&quot; needs a constraint over groups (filter, channel, pe-group, ...) in each layer that is pruned</source>
        <translation>&quot;prune&quot;: &quot;group-regularizer&quot; 要求每个被剪枝的层有组约束（filter、channel、pe-group, ...）</translation>
    </message>
    <message>
        <source>mean and deviation need as many numbers as images have channels, or none</source>
        <translation>mean 和 deviation 的个数须与图像通道数相同，或都不给</translation>
    </message>
    <message>
        <source>mean: %1 numbers, but images have %2 channels</source>
        <translation>mean：%1 个数，但图像有 %2 个通道</translation>
    </message>
    <message>
        <source>The images are %1, but the network takes %2; choose other data</source>
        <translation>图像为 %1，但网络接收 %2；请选择其他数据</translation>
    </message>
    <message>
        <source>There are %1 classes, but the network tells %2 apart; choose other data</source>
        <translation>有 %1 个类别，但网络区分 %2 个；请选择其他数据</translation>
    </message>
    <message>
        <source>The checkpoint lacks the array %1; start the run anew</source>
        <translation>检查点缺少数组 %1；请重新开始运行</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s stage is not known; start the run anew</source>
        <translation>检查点的阶段未知；请重新开始运行</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s state cannot be read (%1); start the run anew</source>
        <translation>无法读取检查点的状态 (%1)；请重新开始运行</translation>
    </message>
    <message>
        <source>The result of a run cannot be read: %1</source>
        <translation>无法读取运行结果：%1</translation>
    </message>
    <message>
        <source>Figures are written as .svg, .pdf or .png; choose one of these endings</source>
        <translation>图以 .svg、.pdf 或 .png 写出；请选择其中一种扩展名</translation>
    </message>
    <message>
        <source>The study does not tell its recipe, so its points cannot be loaded</source>
        <translation>研究没有给出其配方，因此无法载入其点</translation>
    </message>
    <message>
        <source>The recipe needs the %1 data; choose its folder (Run, Data Folder)</source>
        <translation>配方需要 %1 数据；请选择其文件夹（运行，数据文件夹）</translation>
    </message>
    <message>
        <source>%1 could be kept: %2</source>
        <translation>未能保留%1：%2</translation>
    </message>
    <message>
        <source>LibTorch runs on the reference BLAS: training is about 30 times slower; install libopenblas0-openmp</source>
        <translation>LibTorch 使用参考 BLAS：训练约慢 30 倍；请安装 libopenblas0-openmp</translation>
    </message>
    <message>
        <source>no record of the estimate</source>
        <translation>估计记录</translation>
    </message>
    <message>
        <source>no design point</source>
        <translation>设计点</translation>
    </message>
    <message>
        <source>Its brackets are nested deeper than %1 levels; nothing that Mho reads needs that</source>
        <translation>其括号嵌套超过 %1 层；Mho 读取的内容都不需要这样</translation>
    </message>
    <message>
        <source>The plan cuts the output off from the input: no filter of %1 sees it any more. Each constraint can be met, but together they keep nothing there; ask for lower ratios in the first of these layers</source>
        <translation>方案切断了输出与输入的联系：%1 的滤波器不再接触输入。每个约束单独可行，但合在一起在那里什么也不保留；请在这些层的第一层要求较低的压缩率</translation>
    </message>
    <message>
        <source>Weights must be finite numbers, but value %1 of the tensor &quot;%2&quot; is %3</source>
        <translation>权重必须是有限数，但张量“%2”的第 %1 个值为 %3</translation>
    </message>
    <message>
        <source>The project file is damaged: its queue of runs is not a list; go back to a copy</source>
        <translation>项目文件已损坏：其运行队列不是列表；请回到备份</translation>
    </message>
    <message>
        <source>%1, %2: %3 % of %4 test images</source>
        <translation>%1，%2：%4 张测试图像的 %3 %</translation>
    </message>
    <message>
        <source>The module cannot be loaded: %1</source>
        <translation>无法加载模块：%1</translation>
    </message>
    <message>
        <source>The file is not a module of this version</source>
        <translation>该文件不是此版本的模块</translation>
    </message>
    <message>
        <source>The module %1 is not installed; build Mho with %2=ON. Looked for:%3</source>
        <translation>没有安装模块 %1；请以 %2=ON 构建 Mho。查找过：%3</translation>
    </message>
    <message>
        <source>The folder cannot be made: %1. Choose another name or another place</source>
        <translation>无法创建文件夹：%1。请选择其他名称或位置</translation>
    </message>
    <message>
        <source>There is something of this name already, which is kept; choose another name or an empty folder</source>
        <translation>已有此名称的内容，将予保留；请选择其他名称或空文件夹</translation>
    </message>
    <message>
        <source>This is no valid ONNX model: %1</source>
        <translation>这不是有效的 ONNX 模型：%1</translation>
    </message>
    <message>
        <source>A map of %1 is larger than Mho can hold</source>
        <translation>大小为 %1 的特征图大于 Mho 所能容纳</translation>
    </message>
    <message>
        <source>This is no file that can be read; give the model&apos;s own file</source>
        <translation>这不是可读取的文件；请给出模型自身的文件</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>The file cannot be mapped into memory: %1</source>
        <translation>无法将文件映射到内存：%1</translation>
    </message>
    <message>
        <source>A text or a part of the model is a number</source>
        <translation>模型的文本或一部分是数</translation>
    </message>
    <message>
        <source>A whole number is something else</source>
        <translation>应为整数处是其他内容</translation>
    </message>
    <message>
        <source>A list is longer than in any network that Mho can hold</source>
        <translation>列表长于 Mho 所能容纳的任何网络</translation>
    </message>
    <message>
        <source>No graph stands in the file</source>
        <translation>文件中没有图</translation>
    </message>
    <message>
        <source>A number is cut</source>
        <translation>有数被截断</translation>
    </message>
    <message>
        <source>A number has too many bytes</source>
        <translation>有数的字节过多</translation>
    </message>
    <message>
        <source>%1; the file is damaged, cut, or no ONNX model</source>
        <translation>%1；文件已损坏、被截断或不是 ONNX 模型</translation>
    </message>
    <message>
        <source>A field is longer than what it is in</source>
        <translation>字段长于其所在的内容</translation>
    </message>
    <message>
        <source>A field is of no known kind</source>
        <translation>字段的种类未知</translation>
    </message>
    <message>
        <source>A field has no number</source>
        <translation>字段没有编号</translation>
    </message>
    <message>
        <source>A list of whole numbers holds something else</source>
        <translation>整数列表含有其他内容</translation>
    </message>
    <message>
        <source>A list of floats holds something else</source>
        <translation>浮点数列表含有其他内容</translation>
    </message>
    <message>
        <source>The graph is too large even without its weights</source>
        <translation>图即使不含权重也太大</translation>
    </message>
    <message>
        <source>The model names no version of ONNX&apos;s operators</source>
        <translation>模型没有写明 ONNX 运算符的版本</translation>
    </message>
    <message>
        <source>The model is of opset %1; Mho reads %2 to %3. Export it anew with one of these, or convert it (onnx.version_converter)</source>
        <translation>模型的 opset 为 %1；Mho 读取 %2 至 %3。请用其中之一重新导出，或转换 (onnx.version_converter)</translation>
    </message>
    <message>
        <source>The model has %1 inputs (%2); Mho takes networks of one. Bind the others as constants</source>
        <translation>模型有 %1 个输入 (%2)；Mho 接受单输入网络。请将其他输入绑定为常数</translation>
    </message>
    <message>
        <source>The input %1 is no array of float32 numbers; export the network with such an input</source>
        <translation>输入 %1 不是 float32 数组；请以这样的输入导出网络</translation>
    </message>
    <message>
        <source>The input %1 has extents that the model leaves open; fix all but the number of images</source>
        <translation>输入 %1 有模型未定的尺寸；除图像数外请全部固定</translation>
    </message>
    <message>
        <source>The input %1 has an extent of %2; Mho takes %3 at most</source>
        <translation>输入 %1 的尺寸为 %2；Mho 最多接受 %3</translation>
    </message>
    <message>
        <source>The model has %1 outputs (%2); Mho takes networks of one. Export that one alone</source>
        <translation>模型有 %1 个输出 (%2)；Mho 接受单输出网络。请只导出该输出</translation>
    </message>
    <message>
        <source>The model holds sparse weights; export them as full arrays</source>
        <translation>模型含有稀疏权重；请导出为完整数组</translation>
    </message>
    <message>
        <source>Mho cannot open this network; change these nodes before it is exported:%1</source>
        <translation>Mho 无法打开此网络；请在导出之前更改这些节点：%1</translation>
    </message>
    <message>
        <source>The tensor %1</source>
        <translation>张量 %1</translation>
    </message>
    <message>
        <source>The tensor holds whole numbers; float32 is needed</source>
        <translation>张量中是整数；需要 float32</translation>
    </message>
    <message>
        <source>The network has no weights to write; train it first</source>
        <translation>网络没有可写出的权重；请先训练</translation>
    </message>
    <message>
        <source>The network takes %1 bytes; a file of ONNX has 2 GiB at most</source>
        <translation>网络需要 %1 字节；ONNX 文件最多 2 GiB</translation>
    </message>
    <message>
        <source>The padding &quot;%1&quot; is not known</source>
        <translation>填充“%1”未知</translation>
    </message>
    <message>
        <source>A product needs two inputs</source>
        <translation>乘积需要两个输入</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be multiplied</source>
        <translation>形状 %1 和 %2 不能相乘</translation>
    </message>
    <message>
        <source>%1 cannot be cut into %2</source>
        <translation>%1 不能切分为 %2</translation>
    </message>
    <message>
        <source>The order of axes %1 does not fit the input %2</source>
        <translation>轴的顺序 %1 不适合输入 %2</translation>
    </message>
    <message>
        <source>Alpha, beta and bias must be finite numbers</source>
        <translation>alpha、beta 和偏置必须是有限数</translation>
    </message>
    <message>
        <source>An average pooling has no dilation</source>
        <translation>平均池化没有膨胀</translation>
    </message>
    <message>
        <source>The input %1 has no axis %2</source>
        <translation>输入 %1 没有轴 %2</translation>
    </message>
    <message>
        <source>The journal has no edit %1 to go back to</source>
        <translation>日志中没有可恢复到的编辑 %1</translation>
    </message>
    <message>
        <source>Beside this name lies the log (-wal) of a project that was moved or deleted; choose another name, or put the project back</source>
        <translation>此名称旁有被移走或删除的项目的日志 (-wal)；请另取名称，或放回该项目</translation>
    </message>
    <message>
        <source>The project file is not where it was opened: it was moved, deleted or replaced. Put it back, or save the project under another name</source>
        <translation>项目文件已不在打开时的位置：它被移走、删除或替换。请放回，或以其他名称保存项目</translation>
    </message>
    <message>
        <source>The bibliography cannot be read: %1</source>
        <translation>无法读取参考文献：%1</translation>
    </message>
    <message>
        <source>The bibliography is missing; install Mho&apos;s resources or set MHO_RESOURCE_DIR</source>
        <translation>缺少参考文献；请安装 Mho 的资源或设置 MHO_RESOURCE_DIR</translation>
    </message>
    <message>
        <source>Projected at once</source>
        <translation>一次投影</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>There is no quantity &quot;%1&quot;; there are: energy, power, area</source>
        <translation>没有物理量“%1”；有：energy、power、area</translation>
    </message>
    <message>
        <source>The preset %1 states no times, so its %2 is not known; choose the area or another preset</source>
        <translation>预设 %1 没有给出时间，因此其 %2 未知；请选择面积或其他预设</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>压缩后</translation>
    </message>
    <message>
        <source>Epoch of the run</source>
        <translation>运行的周期</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前沿</translation>
    </message>
    <message>
        <source>Accuracy lost</source>
        <translation>损失的准确率</translation>
    </message>
    <message>
        <source>There is no palette &quot;%1&quot;; there are: %2</source>
        <translation>没有调色板“%1”；有：%2</translation>
    </message>
    <message>
        <source>The network has no weights, so the cells of its crossbars are not known; train it first</source>
        <translation>网络没有权重，因此其交叉阵列的单元未知；请先训练</translation>
    </message>
    <message>
        <source>There is no weight layer &quot;%1&quot;; there are: %2</source>
        <translation>没有权重层“%1”；有：%2</translation>
    </message>
    <message>
        <source>The layer has %1 x %2 blocks of crossbars, %3 slice(s) and %4 sign(s), counted from 0; choose one of them</source>
        <translation>该层有 %1 x %2 块交叉阵列、%3 个位片和 %4 个符号，从 0 编号；请从中选择</translation>
    </message>
    <message>
        <source>Word line</source>
        <translation>字线</translation>
    </message>
    <message>
        <source>Bit line</source>
        <translation>位线</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>未编程</translation>
    </message>
    <message>
        <source>Conductance</source>
        <translation>电导</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Input channel and kernel position</source>
        <translation>输入通道和核位置</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>已剪枝</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>levels of the device</source>
        <translation>器件的级</translation>
    </message>
    <message>
        <source>The folder cannot be written: %1. Choose another folder or free space</source>
        <translation>无法写入文件夹：%1。请选择其他文件夹或释放空间</translation>
    </message>
    <message>
        <source>There is no report format &quot;%1&quot;; there are: %2</source>
        <translation>没有报告格式“%1”；有：%2</translation>
    </message>
    <message>
        <source>The project has no finished run; start one with mho run, or report its plan (--points plan)</source>
        <translation>项目没有完成的运行；请用 mho run 开始一次，或报告其方案 (--points plan)</translation>
    </message>
    <message>
        <source>There is no design point &quot;%1&quot;; there are: run, plan, all%2</source>
        <translation>没有设计点“%1”；有：run、plan、all%2</translation>
    </message>
    <message>
        <source>Arrays of type %1 cannot be read; float16, float32, float64, int8 to int64, uint8 and bool can</source>
        <translation>无法读取类型为 %1 的数组;可读取 float16、float32、float64、int8 至 int64、uint8 和 bool</translation>
    </message>
    <message>
        <source>The folder has more than %1 NPY files, too many for weights</source>
        <translation>文件夹中的 NPY 文件超过 %1 个,对权重而言过多</translation>
    </message>
    <message>
        <source>The folder has no NPY file (NAME.npy)</source>
        <translation>文件夹中没有 NPY 文件 (NAME.npy)</translation>
    </message>
    <message>
        <source>The header has the entry &quot;%1&quot;, which it should not have, or not twice</source>
        <translation>文件头含有不应有或不应重复的条目“%1”</translation>
    </message>
    <message>
        <source>The header lacks descr, fortran_order or shape</source>
        <translation>文件头缺少 descr、fortran_order 或 shape</translation>
    </message>
    <message>
        <source>Something stands behind the header</source>
        <translation>文件头之后还有多余内容</translation>
    </message>
    <message>
        <source>The header should have &quot;%1&quot; here; the file is damaged</source>
        <translation>文件头此处应为“%1”;文件已损坏</translation>
    </message>
    <message>
        <source>The header should have a text in quotes here; the file is damaged</source>
        <translation>文件头此处应为带引号的文本;文件已损坏</translation>
    </message>
    <message>
        <source>A bracket of the header does not close</source>
        <translation>文件头中有括号未闭合</translation>
    </message>
    <message>
        <source>fortran_order is neither True nor False</source>
        <translation>fortran_order 既不是 True 也不是 False</translation>
    </message>
    <message>
        <source>The shape is not a list of whole numbers of a size that can be</source>
        <translation>形状不是大小合理的整数列表</translation>
    </message>
    <message>
        <source>The shape is not a list of at most %1 whole numbers</source>
        <translation>形状不是至多 %1 个整数的列表</translation>
    </message>
    <message>
        <source>This is no NPY file of NumPy</source>
        <translation>这不是 NumPy 的 NPY 文件</translation>
    </message>
    <message>
        <source>Version %1.%2 of the NPY format cannot be read; 1.0, 2.0 and 3.0 can</source>
        <translation>无法读取 NPY 格式的 %1.%2 版;可读取 1.0、2.0 和 3.0</translation>
    </message>
    <message>
        <source>The header should have %1 bytes; the file is cut or damaged</source>
        <translation>文件头应有 %1 字节;文件被截断或已损坏</translation>
    </message>
    <message>
        <source>Type and shape need %1 bytes but %2 are there; the file is cut or damaged</source>
        <translation>类型和形状需要 %1 字节,但只有 %2 字节;文件被截断或已损坏</translation>
    </message>
    <message>
        <source>The archive has no NPY file (NAME.npy), so it is not an NPZ file</source>
        <translation>压缩包中没有 NPY 文件 (NAME.npy),因此不是 NPZ 文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is bfloat16, which NumPy&apos;s files do not know</source>
        <translation>“%1”是 bfloat16,NumPy 的文件不支持该类型</translation>
    </message>
    <message>
        <source>An object is made from something that is not a dictionary of its attributes, so it is not read</source>
        <translation>某个对象不是由其属性的字典构成,因此不予读取</translation>
    </message>
    <message>
        <source>This is a TorchScript archive but what it holds is no module; save the network&apos;s state_dict()</source>
        <translation>这是 TorchScript 归档,但其内容不是模块;请保存网络的 state_dict()</translation>
    </message>
    <message>
        <source>The TorchScript program has no tensors as attributes; one of torch.jit.freeze has lost the names of its weights. Save the network before freezing, or its state_dict()</source>
        <translation>TorchScript 程序没有作为属性的张量;经 torch.jit.freeze 处理的程序已丢失权重名称。请在冻结之前保存网络,或保存其 state_dict()</translation>
    </message>
    <message>
        <source>The modules of the TorchScript program are nested too deep or too many for a network</source>
        <translation>TorchScript 程序的模块嵌套过深或过多,不可能是网络</translation>
    </message>
    <message>
        <source>This is no file of weights that Mho reads: safetensors, a state dictionary of torch.save, TorchScript, NPZ, or a folder of NPY files</source>
        <translation>这不是 Mho 可读取的权重文件:safetensors、torch.save 的状态字典、TorchScript、NPZ 或 NPY 文件夹</translation>
    </message>
    <message>
        <source>A name has %1 bytes, too many for an archive</source>
        <translation>某个名称有 %1 字节,对归档而言过长</translation>
    </message>
    <message>
        <source>The network has no layer of weights of this name</source>
        <translation>网络中没有该名称的权重层</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as a safetensors file</source>
        <translation>权重、掩码、量化级编码和缩放系数,safetensors 文件</translation>
    </message>
    <message>
        <source>Conductances of each crossbar in siemens as CSV, with an index; a folder</source>
        <translation>各交叉阵列的电导(西门子),CSV 并附索引;一个文件夹</translation>
    </message>
    <message>
        <source>Conductances of each crossbar in siemens as an NPZ file, with an index</source>
        <translation>各交叉阵列的电导(西门子),NPZ 文件并附索引</translation>
    </message>
    <message>
        <source>Network and weights for DNN+NeuroSim V1.3 and V1.4; a folder</source>
        <translation>供 DNN+NeuroSim V1.3 和 V1.4 使用的网络和权重;一个文件夹</translation>
    </message>
    <message>
        <source>One crossbar with its wires as a netlist for ngspice</source>
        <translation>一个交叉阵列及其导线,ngspice 网表</translation>
    </message>
    <message>
        <source>There is no export format &quot;%1&quot;; there are: %2</source>
        <translation>没有导出格式“%1”;可用格式:%2</translation>
    </message>
    <message>
        <source>The network has no weights to export; train it or give it a file of weights</source>
        <translation>网络没有可导出的权重;请训练网络或提供权重文件</translation>
    </message>
    <message>
        <source>NeuroSim&apos;s table of a network has no place for groups, dilation, or a stride that differs between directions</source>
        <translation>NeuroSim 的网络表无法表示分组、膨胀或两个方向不同的步长</translation>
    </message>
    <message>
        <source>A netlist is of one crossbar; name its layer</source>
        <translation>网表只对应一个交叉阵列;请指定其层</translation>
    </message>
    <message>
        <source>There is no crossbar %1 (row block, column block, slice, sign); the last one is %2</source>
        <translation>没有交叉阵列 %1(行块、列块、位片、符号);最后一个是 %2</translation>
    </message>
    <message>
        <source>a ratio of %1 would empty the layer; it has %2 weights</source>
        <translation>压缩率 %1 会清空该层；它有 %2 个权重</translation>
    </message>
    <message>
        <source>A plan is needed, and this is a recipe; give its list &quot;plan&quot; alone, in a file</source>
        <translation>这里需要方案，而这是配方；请只把其中的列表“plan”单独放入文件</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; cannot stand in an archive: it is not UTF-8, or holds control characters</source>
        <translation>名称“%1”不能放入归档文件：它不是 UTF-8 文本，或含有控制字符</translation>
    </message>
    <message>
        <source>An entry holds no plan and no hardware where it must</source>
        <translation>某条记录在应有方案或硬件之处没有内容</translation>
    </message>
    <message>
        <source>%1 by components</source>
        <translation>%1，按元件</translation>
    </message>
    <message>
        <source>%1 by layers</source>
        <translation>%1，按层</translation>
    </message>
    <message>
        <source>%1, primal</source>
        <translation>%1，原始</translation>
    </message>
    <message>
        <source>%1, dual</source>
        <translation>%1，对偶</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>Designs compared</source>
        <translation>设计比较</translation>
    </message>
    <message>
        <source>Sensitivity of layers</source>
        <translation>各层的敏感度</translation>
    </message>
    <message>
        <source>%1: crossbar (%2, %3), slice %4, sign %5</source>
        <translation>%1：交叉阵列 (%2, %3)，位片 %4，符号 %5</translation>
    </message>
    <message>
        <source>%1: mask</source>
        <translation>%1：掩码</translation>
    </message>
    <message>
        <source>%1: conductances</source>
        <translation>%1：电导</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;; there are: en, de, zh_CN</source>
        <translation>没有语言“%1”；可用：en、de、zh_CN</translation>
    </message>
    <message>
        <source>No font with Chinese letters is installed; install one (Debian: fonts-noto-cjk or fonts-wqy-microhei)</source>
        <translation>没有安装含中文字符的字体；请安装一种（Debian：fonts-noto-cjk 或 fonts-wqy-microhei）</translation>
    </message>
    <message>
        <source>%1 %2 is above %3 %2</source>
        <translation>%1 %2 大于 %3 %2</translation>
    </message>
    <message>
        <source>CiMLoop, ISAAC&apos;s cell: 0.2 V, after PRIME</source>
        <translation>CiMLoop，ISAAC 的单元：0.2 V，依据 PRIME</translation>
    </message>
    <message>
        <source>ISAAC, section V: 16-bit inputs</source>
        <translation>ISAAC，第 V 节：16 位输入</translation>
    </message>
    <message>
        <source>ISAAC, section V: 1 bit a cycle</source>
        <translation>ISAAC，第 V 节：每周期 1 位</translation>
    </message>
    <message>
        <source>ISAAC, section IV</source>
        <translation>ISAAC，第 IV 节</translation>
    </message>
    <message>
        <source>The design point %1 was not deleted from this project, so it cannot be put back</source>
        <translation>设计点 %1 不是从此项目中删除的，因此无法放回</translation>
    </message>
    <message>
        <source>Signed conductance</source>
        <translation>带符号电导</translation>
    </message>
    <message>
        <source>No folder for a copy of the project can be made; free space in %1</source>
        <translation>无法为项目副本创建文件夹；请在 %1 中腾出空间</translation>
    </message>
    <message>
        <source>Another window works on this copy; go on there</source>
        <translation>另一个窗口正在使用此副本；请在那里继续</translation>
    </message>
    <message>
        <source>The crossbar panel shows no figure that could be written; select a layer with crossbars</source>
        <translation>交叉阵列面板没有可写出的图；请选择一个有交叉阵列的层</translation>
    </message>
    <message>
        <source>The copy is not there any more, or its folder cannot be written</source>
        <translation>副本已不存在，或其文件夹不可写</translation>
    </message>
    <message>
        <source>the layer is locked; unlock it first: Edit ▸ Lock or Unlock Layers</source>
        <translation>该层已锁定；请先解锁：编辑 ▸ 锁定或解锁层</translation>
    </message>
    <message>
        <source>The file lacks weights that %1 needs: %2</source>
        <translation>文件缺少 %1 所需的权重：%2</translation>
    </message>
    <message>
        <source>The file lacks weights that %1 needs: %2. Without a place: %3</source>
        <translation>文件缺少 %1 所需的权重：%2。没有位置的：%3</translation>
    </message>
    <message>
        <source>Three 3x3 convolutions without pooling and two linear layers for 28x28 digits (an example of burn, tracel-ai)</source>
        <translation>三个 3x3 卷积层（无池化）和两个线性层，用于 28x28 数字（burn 的示例，tracel-ai）</translation>
    </message>
    <message>
        <source>No network that Mho knows by name has these weights, nor are they those of a plain chain of layers. Nearest is %1; it needs: %2; without a place: %3. Give the network as an ONNX file, or name its tensors as `mho inspect %1` does</source>
        <translation>Mho 已知的网络中没有具有这些权重的网络，它们也不构成简单的层链。最接近的是 %1；它需要：%2；没有位置的：%3。请以 ONNX 文件给出网络，或按 `mho inspect %1` 的方式命名其张量</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as a file of torch.save; its state_dict has the weights alone</source>
        <translation>权重、掩码、量化级编码和缩放系数，torch.save 文件；其 state_dict 只含权重</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as an NPZ file of NumPy</source>
        <translation>权重、掩码、量化级编码和缩放系数，NumPy 的 NPZ 文件</translation>
    </message>
    <message>
        <source>Names tell nothing; by shapes in their order the network is taken for %1</source>
        <translation>名称不说明任何内容；按形状的顺序，将网络视为 %1</translation>
    </message>
    <message>
        <source>Assumed are the order %1, a ReLU behind each layer but the last, and inputs of %2</source>
        <translation>假设：顺序为 %1，除最后一层外每层后有一个 ReLU，输入为 %2</translation>
    </message>
    <message>
        <source>convolutions with outputs as large as their inputs</source>
        <translation>卷积的输出与输入同样大小</translation>
    </message>
    <message>
        <source>convolutions without padding</source>
        <translation>卷积无填充</translation>
    </message>
    <message>
        <source>2x2 max pooling behind each convolution</source>
        <translation>每个卷积后有 2x2 最大池化</translation>
    </message>
    <message>
        <source>no pooling</source>
        <translation>无池化</translation>
    </message>
    <message>
        <source>Assumed are the order %1, a ReLU behind each layer but the last, images of %2, %3, and %4</source>
        <translation>假设：顺序为 %1，除最后一层外每层后有一个 ReLU，图像为 %2，%3，%4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; tells no step of a run: it is written STAGE:ROUND:STEP, e.g. retrain:0:1170, with a stage of train, admm, retrain, quantize, progressive, straight-through, finetune</source>
        <translation>“%1”不是运行中的一步：应写作 STAGE:ROUND:STEP，例如 retrain:0:1170，阶段为 train、admm、retrain、quantize、progressive、straight-through、finetune 之一</translation>
    </message>
    <message>
        <source>no entry of the journal</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>There are more than %1 values, too many for what this text should be</source>
        <translation>值多于 %1 个，对该文本应有的内容而言过多</translation>
    </message>
    <message>
        <source>The network with its weights as an ONNX model; masks, level codes and scales in NAME.masks.npz beside it</source>
        <translation>网络及其权重（ONNX 模型）；掩码、量化级编码和缩放系数在旁边的 NAME.masks.npz 中</translation>
    </message>
    <message>
        <source>%1 more problems are not listed; correct these first</source>
        <translation>另有 %1 个问题未列出；请先改正这些</translation>
    </message>
    <message>
        <source>%1 entries are too many; all lists of a text together may have %2</source>
        <translation>%1 个条目过多；一段文本中的所有列表合计最多 %2 个</translation>
    </message>
    <message>
        <source>Keeps filters and columns of the weight matrix in multiples of the crossbar&apos;s sides (FORMS); locally optimal</source>
        <translation>按交叉阵列边长的整数倍保留权重矩阵的滤波器和列 (FORMS)；局部最优</translation>
    </message>
    <message>
        <source>a filter_ratio of %1 would leave fewer filters than the %2 that an array holds; at most %3 can be asked for</source>
        <translation>filter_ratio 为 %1 时剩下的滤波器少于一个阵列可容纳的 %2 个；最多可要求 %3</translation>
    </message>
    <message>
        <source>a shape_ratio of %1 would leave fewer columns than the %2 that an array holds; at most %3 can be asked for</source>
        <translation>shape_ratio 为 %1 时剩下的列少于一个阵列可容纳的 %2 列；最多可要求 %3</translation>
    </message>
    <message>
        <source>Keeps whole filters and kernel positions of all filters, chosen together (rows and columns of the weight matrix); locally optimal</source>
        <translation>保留整个滤波器和所有滤波器的核位置，一起选择（权重矩阵的行和列）；局部最优</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Prune by ADMM</source>
        <translation>用 ADMM 剪枝</translation>
    </message>
    <message>
        <source>Prune by a group regulariser</source>
        <translation>用组正则化剪枝</translation>
    </message>
    <message>
        <source>Purify</source>
        <translation>净化</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再训练</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Of all that is random. With the same seed, threads and device a run on a processor gives the same bits.</source>
        <translation>用于一切随机过程。种子、线程数和设备相同时，处理器上的运行逐位相同。</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>How the pruning stage comes to its masks: by ADMM, or by a group regulariser. Both end in the hard projection onto the plan.</source>
        <translation>剪枝阶段如何得到掩码：用 ADMM，或用组正则化。两者都以投影到方案的硬投影结束。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where it is computed: cpu or cuda.</source>
        <translation>计算所在：cpu 或 cuda。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Compute threads.</source>
        <translation>计算线程数。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>Of convolutions and products; weights stay float32. Automatic: bfloat16 on processors with AVX-512 BF16, else float32.</source>
        <translation>卷积和乘积的精度；权重保持 float32。automatic：在具有 AVX-512 BF16 的处理器上为 bfloat16，否则为 float32。</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>Memory format of images and of convolution weights; pays for 3 x 3 networks.</source>
        <translation>图像和卷积权重的内存格式；对 3 x 3 网络有利。</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Trains given weights further before all else.</source>
        <translation>先对给定的权重继续训练。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Passes over the training images; 0 leaves the stage out.</source>
        <translation>遍历训练图像的次数；0 表示略去该阶段。</translation>
    </message>
    <message>
        <source>Epochs of a step</source>
        <translation>每步轮数</translation>
    </message>
    <message>
        <source>Passes over the training images after each step.</source>
        <translation>每步之后遍历训练图像的次数。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Images of a step; the last step of an epoch takes what is left.</source>
        <translation>每步的图像数；一轮的最后一步取余下的图像。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>SGD with momentum, or Adam.</source>
        <translation>带动量的 SGD，或 Adam。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The highest rate; the schedule says how it changes.</source>
        <translation>最高学习率；其变化由调度决定。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Of SGD; beta 1 of Adam.</source>
        <translation>SGD 的动量；Adam 的 beta 1。</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Of Adam.</source>
        <translation>Adam 的参数。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>L2 term in the gradient of weights, not of biases and batch norms.</source>
        <translation>权重梯度中的 L2 项，不含偏置和批归一化。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>阶跃系数</translation>
    </message>
    <message>
        <source>Schedule step: the rate is multiplied by it at each milestone.</source>
        <translation>step 调度：在每个里程碑处学习率乘以此数。</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Schedule one-cycle: share of the steps in which the rate rises.</source>
        <translation>one-cycle 调度：学习率上升的步数所占份额。</translation>
    </message>
    <message>
        <source>Weight noise</source>
        <translation>权重噪声</translation>
    </message>
    <message>
        <source>Sigma of the log-normal variation of weights that each step sees; 0 = none.</source>
        <translation>每步所见权重的对数正态变化的 sigma；0 = 无。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>W-steps with projection and dual update, at most; 0 leaves the rounds out.</source>
        <translation>W 步（含投影和对偶更新）的最大次数；0 表示略去。</translation>
    </message>
    <message>
        <source>Epochs of a round</source>
        <translation>每回合轮数</translation>
    </message>
    <message>
        <source>Passes over the training images in a W-step; the rate&apos;s schedule starts anew in each.</source>
        <translation>一个 W 步中遍历训练图像的次数；学习率调度在每步中重新开始。</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>Penalty of the first round; a layer&apos;s own rho in the plan is a factor on it.</source>
        <translation>第一回合的惩罚；方案中层自己的 rho 是其倍数。</translation>
    </message>
    <message>
        <source>rho factor</source>
        <translation>rho 系数</translation>
    </message>
    <message>
        <source>rho is multiplied by it.</source>
        <translation>rho 乘以此数。</translation>
    </message>
    <message>
        <source>rho every</source>
        <translation>rho 间隔</translation>
    </message>
    <message>
        <source>Rounds between two multiplications of rho.</source>
        <translation>rho 两次相乘之间的回合数。</translation>
    </message>
    <message>
        <source>Rescale duals</source>
        <translation>重新缩放对偶</translation>
    </message>
    <message>
        <source>The scaled duals shrink by what rho grows, so that their pull does not jump (Boyd et al. 2011, 3.4.1).</source>
        <translation>缩放后的对偶随 rho 的增大而缩小，使其牵引不致突变（Boyd 等 2011，3.4.1）。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Rounds end once primal and dual residual are at most this; 0 = never early.</source>
        <translation>原始残差和对偶残差均不大于此值时结束；0 = 从不提前。</translation>
    </message>
    <message>
        <source>Levels take part</source>
        <translation>电平参与</translation>
    </message>
    <message>
        <source>Sparsity and levels together (S0, S1); otherwise sparsity alone, levels later (ADMM-NN).</source>
        <translation>稀疏与电平一起（S0、S1）；否则仅稀疏，电平在后（ADMM-NN）。</translation>
    </message>
    <message>
        <source>Not looked at: this stage is about levels.</source>
        <translation>不予考虑：本阶段就是关于电平的。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>Group lasso; clipped (weight penalty clipping, S5); or reweighted (S4).</source>
        <translation>组 lasso；截断（weight penalty clipping，S5）；或重加权（S4）。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>lambda of the penalty.</source>
        <translation>惩罚的 lambda。</translation>
    </message>
    <message>
        <source>Clip ratio</source>
        <translation>截断比</translation>
    </message>
    <message>
        <source>Clipped: delta over the mean norm of a layer&apos;s groups.</source>
        <translation>截断：delta 与层内各组平均范数之比。</translation>
    </message>
    <message>
        <source>Pull through clip</source>
        <translation>穿过截断牵引</translation>
    </message>
    <message>
        <source>Clipped: the gradient flows through delta too.</source>
        <translation>截断：梯度也流过 delta。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Reweighted: beta = 1 / (norm^2 + epsilon).</source>
        <translation>重加权：beta = 1 /（范数^2 + epsilon）。</translation>
    </message>
    <message>
        <source>Refresh epochs</source>
        <translation>更新轮数</translation>
    </message>
    <message>
        <source>Reweighted: beta is renewed every so many epochs.</source>
        <translation>重加权：每隔这么多轮更新 beta。</translation>
    </message>
    <message>
        <source>The levels of the plan are trained at the same time (S5).</source>
        <translation>方案的电平同时训练（S5）。</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Otherwise only paths without effect go.</source>
        <translation>否则只去掉没有作用的通路。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>在何之后</translation>
    </message>
    <message>
        <source>projection: between the hard projection and retraining; retrain: after that, with no retraining behind it (S1 as published).</source>
        <translation>projection：在硬投影与再训练之间；retrain：在再训练之后，其后不再训练（S1 所发表的做法）。</translation>
    </message>
    <message>
        <source>Empty column</source>
        <translation>空列</translation>
    </message>
    <message>
        <source>Th1: a column with less energy than this share of the layer&apos;s mean counts as empty.</source>
        <translation>Th1：能量低于层平均值此份额的列视为空。</translation>
    </message>
    <message>
        <source>Column share</source>
        <translation>列份额</translation>
    </message>
    <message>
        <source>Th2: a channel goes where fewer of its columns are not empty, and Th3 holds too.</source>
        <translation>Th2：通道中非空列的份额低于此值且 Th3 成立时去掉该通道。</translation>
    </message>
    <message>
        <source>Channel energy</source>
        <translation>通道能量</translation>
    </message>
    <message>
        <source>Th3: the mean energy of the channel&apos;s columns is below it.</source>
        <translation>Th3：通道各列的平均能量低于此值。</translation>
    </message>
    <message>
        <source>Filter energy</source>
        <translation>滤波器能量</translation>
    </message>
    <message>
        <source>Th4: a filter below it goes.</source>
        <translation>Th4：低于此值的滤波器去掉。</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Teacher&apos;s share</source>
        <translation>教师份额</translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s loss; 0 = no teacher.</source>
        <translation>教师损失所占份额；0 = 无教师。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>T of both softened outputs, the teacher&apos;s and the network&apos;s.</source>
        <translation>教师和网络两者软化输出的 T。</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Name of the teaching network, whose weights mho run --teacher gives; empty: the run&apos;s own original network.</source>
        <translation>教师网络的名称，其权重由 mho run --teacher 给出；空：运行自己的原始网络。</translation>
    </message>
    <message>
        <source>Teacher&apos;s mean</source>
        <translation>教师均值</translation>
    </message>
    <message>
        <source>Mean that the named teacher was trained with, per channel; empty: as the network.</source>
        <translation>所指教师训练时所用的各通道均值；空：与网络相同。</translation>
    </message>
    <message>
        <source>a number for each channel, or none</source>
        <translation>每通道一个数，或不填</translation>
    </message>
    <message>
        <source>Teacher&apos;s deviation</source>
        <translation>教师标准差</translation>
    </message>
    <message>
        <source>Deviation that the named teacher was trained with, per channel; empty: as the network.</source>
        <translation>所指教师训练时所用的各通道标准差；空：与网络相同。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How often weights move onto their levels, with a training after each; 0 leaves the stage out.</source>
        <translation>权重移到电平上的次数，每次之后训练；0 表示略去该阶段。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Of the free weights of each level that move in a step, rounded up.</source>
        <translation>每步中各电平的自由权重移动的份额，向上取整。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: FIELD=VALUE is needed, for example retrain.epochs=20</source>
        <translation>“%1”：需要“字段=值”，例如 retrain.epochs=20</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such field; `mho plan show --stages` lists them</source>
        <translation>“%1”：没有这样的字段；`mho plan show --stages` 列出所有字段</translation>
    </message>
    <message>
        <source>a share of all epochs, above 0 and below 1</source>
        <translation>占全部轮数的份额，大于 0 且小于 1</translation>
    </message>
    <message>
        <source>0..1</source>
        <translation>0..1</translation>
    </message>
    <message>
        <source>pruned weights that were trained: %1</source>
        <translation>被训练了的已剪权重：%1</translation>
    </message>
    <message>
        <source>%1 of pruned filters that was trained: %2</source>
        <translation>已剪滤波器中被训练的 %1：%2</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation>渐进</translation>
    </message>
    <message>
        <source>Straight-Through</source>
        <translation>直通</translation>
    </message>
    <message>
        <source>Passes over the training images; with 0 the hard projection alone prunes.</source>
        <translation>遍历训练图像的次数；为 0 时仅由硬投影剪枝。</translation>
    </message>
    <message>
        <source>W-steps with projection and dual update, at most; with 0 the hard projection alone prunes.</source>
        <translation>W 步（含投影和对偶更新）的最大次数；为 0 时仅由硬投影剪枝。</translation>
    </message>
    <message>
        <source>Of the rate, over the whole stage, in ADMM over a round, in progressive quantisation over a step: constant; cosine, down to 0; one-cycle, up and then down; step, down at the milestones.</source>
        <translation>学习率在整个阶段（ADMM 中为一回合，渐进量化中为一步）内的变化：constant 恒定；cosine 降至 0；one-cycle 先升后降；step 在里程碑处下降。</translation>
    </message>
    <message>
        <source>Schedule step: when, as shares of the epochs that the schedule spans.</source>
        <translation>step 调度：时刻，以占调度所跨轮数的份额表示。</translation>
    </message>
    <message>
        <source>0..1 (1 excluded); absolute: 0 and above</source>
        <translation>0..1（不含 1）；绝对值：0 及以上</translation>
    </message>
    <message>
        <source>Energies are sums of squared weights, as published; otherwise shares of the layer&apos;s mean.</source>
        <translation>能量为权重平方和，如所发表；否则为占层平均值的份额。</translation>
    </message>
    <message>
        <source>the weights of teacher %1 are given on the command line only (mho run --teacher); empty it here, and the original network teaches</source>
        <translation>教师 %1 的权重只能在命令行给出（mho run --teacher）；此处留空则由原始网络担任教师</translation>
    </message>
</context>
<context>
    <name>mho::AdcView</name>
    <message>
        <source>bit lines</source>
        <translation>位线</translation>
    </message>
    <message>
        <source>the layer&apos;s ADC</source>
        <translation>该层的 ADC</translation>
    </message>
    <message>
        <source>programmed cells of a bit line in one read</source>
        <translation>一次读取中位线的已编程单元数</translation>
    </message>
    <message>
        <source>ADC bits needed</source>
        <translation>所需 ADC 位数</translation>
    </message>
    <message>
        <source>Non-zeros of bit lines against ADC bits</source>
        <translation>位线非零数与 ADC 位数</translation>
    </message>
    <message>
        <source>Select a layer to see what its ADCs must hold.</source>
        <translation>选择一层，查看其 ADC 必须容纳的内容。</translation>
    </message>
    <message>
        <source>No weight of this layer is kept: it has no bit lines.</source>
        <translation>该层没有保留任何权重，因此没有位线。</translation>
    </message>
    <message>
        <source>The layer&apos;s ADC holds the kept weights of a filter on word lines read at once, whatever their sign. Where positive and negative weights lie in arrays of their own, a bit line has fewer.</source>
        <translation>该层的 ADC 容纳同时读取的字线上一个滤波器保留的权重，不论符号。若正负权重位于各自的阵列中，则一条位线上更少。</translation>
    </message>
    <message>
        <source>%1: ADCs of %2 bit, cells at most %3. Bit lines: %4, cells of the fullest: %5, %6 bit</source>
        <translation>%1：%2 位 ADC，单元最多 %3 个。位线：%4 条，最满的一条：%5 个单元，%6 位</translation>
    </message>
</context>
<context>
    <name>mho::BudgetDialog</name>
    <message>
        <source>Spread a Budget</source>
        <translation>分配预算</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Ratio of the whole network, at least</source>
        <translation>全网压缩率，至少</translation>
    </message>
    <message>
        <source>Crossbars of the whole network, at most</source>
        <translation>全网交叉阵列数，至多</translation>
    </message>
    <message>
        <source>Least ratio of the whole network</source>
        <translation>全网的最小压缩率</translation>
    </message>
    <message>
        <source>Weights / weights kept</source>
        <translation>权重数 / 保留的权重数</translation>
    </message>
    <message>
        <source>Most crossbars of the whole network</source>
        <translation>全网的最多交叉阵列数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Layers that are not locked get this constraint in place of those they have; their levels stay.</source>
        <translation>未锁定的层用此约束替换现有约束；其量化级保持不变。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Layers with this budget</source>
        <translation>采用此预算的各层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>With the budget</source>
        <translation>采用预算后</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>保持不变：%1</translation>
    </message>
    <message>
        <source>Spread by sensitivity; no plan of the ratios tried loses less.</source>
        <translation>按敏感度分配；在尝试过的压缩率中没有损失更小的方案。</translation>
    </message>
    <message>
        <source>Spread by sensitivity; the best plan found.</source>
        <translation>按敏感度分配；找到的最佳方案。</translation>
    </message>
    <message>
        <source>Estimated rise of the loss by these layers: %1 nats, before training.</source>
        <translation>这些层引起的估计损失上升：%1 nats，训练之前。</translation>
    </message>
    <message>
        <source>One ratio of %1 for all layers.</source>
        <translation>所有层采用同一压缩率 %1。</translation>
    </message>
    <message>
        <source>Not by sensitivity: %1.</source>
        <translation>未按敏感度：%1。</translation>
    </message>
    <message>
        <source>The network keeps one weight of %1. Crossbars: %2.</source>
        <translation>网络每 %1 个权重保留一个。交叉阵列：%2 个。</translation>
    </message>
</context>
<context>
    <name>mho::ColourBar</name>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>固定范围</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>对数着色</translation>
    </message>
    <message>
        <source>Logarithmic colours, at most three decades</source>
        <translation>对数着色，最多三个数量级</translation>
    </message>
</context>
<context>
    <name>mho::CommandPalette</name>
    <message>
        <source>Find Command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command, network, recipe, example or project</source>
        <translation>命令、网络、配方、示例或项目</translation>
    </message>
</context>
<context>
    <name>mho::CompareDock</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Shows the points of the studies that were collected into the project beside</source>
        <translation>同时显示收集到项目中的研究的设计点</translation>
    </message>
    <message>
        <source>Kept as &quot;%1&quot;</source>
        <translation>已保留为“%1”</translation>
    </message>
    <message>
        <source>Keep Design Point</source>
        <translation>保留设计点</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>No design point yet: Keep Design Point (%1) keeps the present plan; each finished run is kept by itself.</source>
        <translation>还没有设计点：“保留设计点”(%1) 保留当前方案；每次完成的运行会自动保留。</translation>
    </message>
    <message>
        <source>The project has studies: tick Studies to see their points.</source>
        <translation>项目含有研究：勾选“研究”可查看其设计点。</translation>
    </message>
    <message>
        <source>Rename Design Point</source>
        <translation>重命名设计点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit ▸ Undo</source>
        <translation>编辑 ▸ 撤消</translation>
    </message>
    <message numerus="yes">
        <source>%n design point(s) deleted; %1 brings them back</source>
        <translation>
            <numerusform>已删除 %n 个设计点；%1 可将其恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ComparePanel</name>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>x 轴对数刻度</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>y 轴对数刻度</translation>
    </message>
    <message>
        <source>Design point under the pointer</source>
        <translation>指针下的设计点</translation>
    </message>
    <message>
        <source>&amp;y</source>
        <translation>&amp;y</translation>
    </message>
    <message>
        <source>&amp;x</source>
        <translation>&amp;x</translation>
    </message>
    <message>
        <source>Metric of the x axis</source>
        <translation>x 轴指标</translation>
    </message>
    <message>
        <source>Metric of the y axis</source>
        <translation>y 轴指标</translation>
    </message>
    <message>
        <source>No design point has both of these metrics. Choose another one.</source>
        <translation>没有同时具有这两个指标的设计点。请另选一个。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without these metrics</source>
        <translation>
            <numerusform>%n 个没有这些指标</numerusform>
        </translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>%1 · in the editor</source>
        <translation>%1 · 编辑器中</translation>
    </message>
</context>
<context>
    <name>mho::CompareTable</name>
    <message>
        <source>Differences only</source>
        <translation>仅差异</translation>
    </message>
    <message>
        <source>Selected only</source>
        <translation>仅所选</translation>
    </message>
    <message>
        <source>Hides properties that all points shown have in common</source>
        <translation>隐藏所有显示的点共有的属性</translation>
    </message>
    <message>
        <source>Shows the points that are selected here or in the charts</source>
        <translation>显示在此处或图表中选中的点</translation>
    </message>
    <message>
        <source>Properties of design points</source>
        <translation>设计点的属性</translation>
    </message>
</context>
<context>
    <name>mho::CompareTableModel</name>
    <message>
        <source>%1: the design in the editor</source>
        <translation>%1：编辑器中的设计</translation>
    </message>
</context>
<context>
    <name>mho::ConstantTableModel</name>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintDock</name>
    <message>
        <source>Constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>No layer was changed.
%1</source>
        <translation>没有更改任何层。
%1</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintEditor</name>
    <message>
        <source>Apply to All Layers</source>
        <translation>应用到所有层</translation>
    </message>
    <message>
        <source>Give every layer these constraints and levels, as one step to undo; each keeps its penalty</source>
        <translation>为每一层设置这些约束和量化级，作为一个可撤销的步骤；各层保留自己的惩罚</translation>
    </message>
    <message>
        <source>No layer is selected.</source>
        <translation>没有选择层。</translation>
    </message>
    <message>
        <source>%1 and another selected layer</source>
        <translation>%1 和另一个所选层</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other selected layers</source>
        <translation>
            <numerusform>%1 和另外 %n 个所选层</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ConstraintList</name>
    <message>
        <source>No constraint: every weight stays.</source>
        <translation>无约束：保留所有权重。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add a constraint</source>
        <translation>添加约束</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintRow</name>
    <message>
        <source>Up: constraints hold in this order</source>
        <translation>上移：约束按此顺序生效</translation>
    </message>
    <message>
        <source>Down: constraints hold in this order</source>
        <translation>下移：约束按此顺序生效</translation>
    </message>
    <message>
        <source>Remove this constraint</source>
        <translation>移除此约束</translation>
    </message>
    <message>
        <source>Kind of constraint</source>
        <translation>约束种类</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>压缩率</translation>
    </message>
    <message>
        <source>Groups / groups kept; 1 keeps all</source>
        <translation>组数 / 保留的组数；1 表示全部保留</translation>
    </message>
    <message>
        <source>%1 (%2 to %3, default %4)</source>
        <translation>%1（%2 至 %3，默认 %4）</translation>
    </message>
    <message>
        <source>Paper&apos;s rule</source>
        <translation>论文规则</translation>
    </message>
    <message>
        <source>Choose what stays as the kind&apos;s paper does; otherwise the nearest point (Euclidean) is taken</source>
        <translation>按该种类论文的方式选择保留项；否则取最近点（欧氏距离）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
</context>
<context>
    <name>mho::CostView</name>
    <message>
        <source>Energy per inference</source>
        <translation>每次推理的能量</translation>
    </message>
    <message>
        <source>Power, all in use</source>
        <translation>功率，全部工作</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>物理量</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>压缩后</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>稠密</translation>
    </message>
    <message numerus="yes">
        <source>%n other</source>
        <translation>
            <numerusform>其他 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Dense → compressed, and the change</source>
        <translation>稠密 → 压缩后，以及变化</translation>
    </message>
    <message>
        <source>by component</source>
        <translation>按组件</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>ADC laws: %1 to %2</source>
        <translation>ADC 模型：%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>Compressed, by what each of %n ADC laws makes of it: the least is %1 by %2, the most %3 by %4. A line that ends at the edge goes on.</source>
        <translation>
            <numerusform>压缩后，按 %n 个 ADC 模型：最小 %1（%2），最大 %3（%4）。延伸到边缘的线仍继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost of the designs</source>
        <translation>各设计的成本</translation>
    </message>
    <message>
        <source>selected layer</source>
        <translation>所选层</translation>
    </message>
    <message>
        <source>The network by component or by layer, or the selected layer by component</source>
        <translation>按组件或按层显示网络，或按组件显示所选层</translation>
    </message>
    <message>
        <source>Select a layer to see its cost.</source>
        <translation>选择一层以查看其成本。</translation>
    </message>
</context>
<context>
    <name>mho::CrossbarView</name>
    <message>
        <source>Crossbars shown</source>
        <translation>显示的交叉阵列</translation>
    </message>
    <message>
        <source>All Crossbars</source>
        <translation>所有交叉阵列</translation>
    </message>
    <message>
        <source>Back to the occupancy of all crossbars of the layer (Escape)</source>
        <translation>回到该层所有交叉阵列的占用率 (Escape)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write this figure as SVG, PDF or PNG</source>
        <translation>将此图写为 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>位片</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>位片 %1，共 %2</translation>
    </message>
    <message>
        <source>Select a layer to see its crossbars.</source>
        <translation>选择一层以查看其交叉阵列。</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>尚未训练：没有权重就没有可显示的电导。
选择“运行 ▸ 开始”训练并压缩此网络。</translation>
    </message>
    <message>
        <source>Double click or zoom in to open a crossbar</source>
        <translation>双击或放大可打开一个交叉阵列</translation>
    </message>
    <message>
        <source>Wire resistance a cell</source>
        <translation>每个单元的导线电阻</translation>
    </message>
    <message>
        <source>Resistance of a wire from one cell to the next, of word and bit lines. NeuroSim V1.4 at 32 nm has 1.04 Ω and 3.13 Ω.</source>
        <translation>相邻单元间导线的电阻，字线和位线相同。NeuroSim V1.4 在 32 nm 下为 1.04 Ω 和 3.13 Ω。</translation>
    </message>
    <message>
        <source>The crossbars before compression left of a divider, each where it lies in the dense mapping; drag it, or move it with Ctrl and the arrow keys</source>
        <translation>分隔线左侧为压缩前的交叉阵列，各在稠密映射中的位置；拖动它，或用 Ctrl 和方向键移动</translation>
    </message>
    <message>
        <source>Compare with the dense network</source>
        <translation>与稠密网络比较</translation>
    </message>
    <message>
        <source>%1 · dense left of the divider</source>
        <translation>%1 · 分隔线左侧为稠密</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Crossbars of the selected layer, or of the whole network</source>
        <translation>所选层或整个网络的交叉阵列</translation>
    </message>
    <message>
        <source>The array of positive or of negative weights</source>
        <translation>正权重或负权重的阵列</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>自身范围</translation>
    </message>
    <message>
        <source>Fixed: all that the hardware can hold, so that crossbars compare (of wire drop: up to the highest). Own: from the lowest to the highest value shown</source>
        <translation>固定：硬件能容纳的全部范围，便于各交叉阵列比较（导线压降：到最大值）。自身：从所显示的最小值到最大值</translation>
    </message>
    <message>
        <source>What a cell is coloured by: its conductance or level, whether it is programmed, how many cells of its bit line are, or how much of the word line&apos;s voltage wires take from it when all word lines are on (exact nodal analysis)</source>
        <translation>单元的着色依据：其电导或量化级、是否已编程、其位线上已编程的单元数，或所有字线导通时导线从该单元的字线电压中占去多少（精确节点分析）</translation>
    </message>
</context>
<context>
    <name>mho::DataDock</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Folder of the Data Set</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>A run is going on; it measures by itself.</source>
        <translation>运行正在进行；它会自行测量。</translation>
    </message>
    <message>
        <source>A network is being measured.</source>
        <translation>正在测量一个网络。</translation>
    </message>
    <message>
        <source>There are no data yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>The design is being computed.</source>
        <translation>正在计算设计。</translation>
    </message>
    <message>
        <source>The network has no weights yet: choose Run ▸ Start, or begin from a file of weights.</source>
        <translation>网络还没有权重：选择“运行 ▸ 开始”，或从权重文件开始。</translation>
    </message>
    <message>
        <source>%1
Of an earlier design.</source>
        <translation>%1
属于较早的设计。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Top-1 %1 % (%2 of %3 test images), mean loss %4. Masks and levels are put on the present weights; nothing was retrained.</source>
        <translation>Top-1 %1 %（%3 张测试图像中的 %2 张），平均损失 %4。掩码和量化级加在当前权重上；没有再训练。</translation>
    </message>
</context>
<context>
    <name>mho::DataPanel</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>数据集的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder that holds the data set</source>
        <translation>选择存放数据集的文件夹</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>数据状态</translation>
    </message>
    <message>
        <source>Evaluate the network on the test images</source>
        <translation>在测试图像上评估网络</translation>
    </message>
    <message>
        <source>Cancel the evaluation</source>
        <translation>取消评估</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>评估进度</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>样本图片</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>built in: no folder is needed</source>
        <translation>内置：不需要文件夹</translation>
    </message>
    <message>
        <source>folder of the %1 data</source>
        <translation>%1 数据的文件夹</translation>
    </message>
    <message>
        <source>Open a project to see its data.</source>
        <translation>打开项目以查看其数据。</translation>
    </message>
    <message>
        <source>The recipe is for the %1 data. Choose the folder that holds them, or drop it here.</source>
        <translation>此配方用于 %1 数据。请选择存放它们的文件夹，或将其拖到这里。</translation>
    </message>
    <message>
        <source>Drawing the built-in digits…</source>
        <translation>正在绘制内置数字…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>As recognised by its files. SHA-256 over all images and labels:
%1</source>
        <translation>根据文件识别。所有图像和标签的 SHA-256：
%1</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Channels × height × width, in pixels</source>
        <translation>通道 × 高 × 宽，像素</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the recipe&apos;s</source>
        <translation>配方的</translation>
    </message>
    <message>
        <source>usual for the data</source>
        <translation>该数据的常用值</translation>
    </message>
    <message>
        <source>Per channel: value = (pixel / 255 − mean) / deviation</source>
        <translation>每个通道：值 = (像素 / 255 − 均值) / 标准差</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>none: too few training images</source>
        <translation>无：训练图像太少</translation>
    </message>
    <message>
        <source>%1 of %2 training images, seed %3</source>
        <translation>%2 张训练图像中的 %1 张，种子 %3</translation>
    </message>
    <message>
        <source>They judge sensitivities and searched ratios, so that these never see test images. A run trains on all training images.</source>
        <translation>它们用于评判敏感度和搜索到的压缩率，使其从不接触测试图像。运行使用全部训练图像。</translation>
    </message>
    <message>
        <source>Class %1: %2</source>
        <translation>类别 %1：%2</translation>
    </message>
    <message>
        <source>Picture of class %1</source>
        <translation>类别 %1 的图片</translation>
    </message>
    <message>
        <source>Measure the accuracy of the network as it is compressed now, on all test images</source>
        <translation>在全部测试图像上测量网络当前压缩状态的准确率</translation>
    </message>
    <message>
        <source>mean %1, deviation %2</source>
        <translation>均值 %1，标准差 %2</translation>
    </message>
</context>
<context>
    <name>mho::DesignPoints</name>
    <message>
        <source>The design was not kept, because it has no preview: %1</source>
        <translation>设计没有保留，因为它没有预览：%1</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>%1 does not fit the network that is open.
%2</source>
        <translation>%1 不适合打开的网络。
%2</translation>
    </message>
</context>
<context>
    <name>mho::ExportDialog</name>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>NumPy (NPZ)</source>
        <translation>NumPy (NPZ)</translation>
    </message>
    <message>
        <source>Crossbars (NPZ)</source>
        <translation>交叉阵列 (NPZ)</translation>
    </message>
    <message>
        <source>Crossbars (CSV, folder)</source>
        <translation>交叉阵列（CSV，文件夹）</translation>
    </message>
    <message>
        <source>DNN+NeuroSim (folder)</source>
        <translation>DNN+NeuroSim（文件夹）</translation>
    </message>
    <message>
        <source>Netlist of a crossbar (ngspice)</source>
        <translation>交叉阵列的网表 (ngspice)</translation>
    </message>
    <message>
        <source>Export Network</source>
        <translation>导出网络</translation>
    </message>
    <message>
        <source>The finished run</source>
        <translation>完成的运行</translation>
    </message>
    <message>
        <source>The present plan, projected at once</source>
        <translation>当前方案，一次投影</translation>
    </message>
    <message>
        <source>Pruned weights zero, shapes as they are</source>
        <translation>剪去的权重为零，形状不变</translation>
    </message>
    <message>
        <source>Shrunk: without channels that do not matter</source>
        <translation>缩小：去掉无关的通道</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Row block, column block, slice and sign of the crossbar, from 0</source>
        <translation>交叉阵列的行块、列块、位片和符号，从 0 起</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Shapes</source>
        <translation>形状(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Crossbar</source>
        <translation>交叉阵列(&amp;C)</translation>
    </message>
    <message>
        <source>The network is being written</source>
        <translation>正在写网络</translation>
    </message>
    <message>
        <source>Folder of the Network</source>
        <translation>网络的文件夹</translation>
    </message>
    <message>
        <source>File of the Network</source>
        <translation>网络的文件</translation>
    </message>
    <message>
        <source>The network was not written</source>
        <translation>网络未写出</translation>
    </message>
    <message>
        <source>Choose the layer of the crossbar first</source>
        <translation>请先选择交叉阵列所在的层</translation>
    </message>
    <message>
        <source>Give row block, column block, slice and sign, such as 0,0,0,0</source>
        <translation>请给出行块、列块、位片和符号，例如 0,0,0,0</translation>
    </message>
    <message>
        <source>&amp;Masks, level codes and scales beside the weights</source>
        <translation>权重旁附掩码、量化级编码和缩放系数(&amp;M)</translation>
    </message>
</context>
<context>
    <name>mho::HardwareBar</name>
    <message>
        <source>Hardware Bar</source>
        <translation>硬件栏</translation>
    </message>
    <message>
        <source>Word lines (rows) of a crossbar</source>
        <translation>交叉阵列的字线（行）</translation>
    </message>
    <message>
        <source>Bit lines (columns) of a crossbar</source>
        <translation>交叉阵列的位线（列）</translation>
    </message>
    <message>
        <source> bit</source>
        <translation> 位</translation>
    </message>
    <message>
        <source>Bits a cell holds</source>
        <translation>单元的位数</translation>
    </message>
    <message>
        <source>Crossbar</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>%1 to %2 · components: %3 · dense reference at %4 bit</source>
        <translation>%1 至 %2 · 元件：%3 · 稠密参考 %4 位</translation>
    </message>
</context>
<context>
    <name>mho::HardwareDock</name>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
</context>
<context>
    <name>mho::HardwareFieldRow</name>
    <message>
        <source>Set %1 back</source>
        <translation>还原%1</translation>
    </message>
    <message>
        <source>%1, or conv1=2; fc1=3</source>
        <translation>%1，或 conv1=2; fc1=3</translation>
    </message>
    <message>
        <source>%1, or 100 nS; 1 µS</source>
        <translation>%1，或 100 nS; 1 µS</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no LAYER=COPIES; layers are parted by a semicolon</source>
        <translation>“%1”不是 层=副本数；各层用分号隔开</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no conductance; numbers are parted by a semicolon</source>
        <translation>“%1”不是电导；各数用分号隔开</translation>
    </message>
    <message>
        <source>The preset&apos;s own: %1</source>
        <translation>预设值：%1</translation>
    </message>
    <message>
        <source>Differs from the preset&apos;s own, %1</source>
        <translation>与预设值不同，%1</translation>
    </message>
    <message>
        <source>Set back to the preset&apos;s own: %1</source>
        <translation>还原为预设值：%1</translation>
    </message>
</context>
<context>
    <name>mho::HardwarePanel</name>
    <message>
        <source>With its own crossbars</source>
        <translation>连同其自身的交叉阵列</translation>
    </message>
    <message>
        <source>Set All Back</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>A preset that is chosen brings its own cells and arrays; otherwise only its prices are taken</source>
        <translation>所选预设带来自己的单元和阵列；否则只采用其价格</translation>
    </message>
    <message>
        <source>Give every field the preset&apos;s own value, as one step to undo</source>
        <translation>为每个字段设置预设值，作为一个可撤销的步骤</translation>
    </message>
    <message>
        <source>the preset&apos;s own</source>
        <translation>预设自身的</translation>
    </message>
    <message>
        <source>the preset&apos;s own (%1)</source>
        <translation>预设自身的 (%1)</translation>
    </message>
    <message>
        <source>All fields are the preset&apos;s own.</source>
        <translation>所有字段均为预设值。</translation>
    </message>
    <message>
        <source>Fields that differ from the preset&apos;s own (•): %1</source>
        <translation>与预设值不同的字段 (•)：%1</translation>
    </message>
    <message>
        <source>Hardware fields</source>
        <translation>硬件字段</translation>
    </message>
</context>
<context>
    <name>mho::HardwareWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 to %2 (0: %3)</source>
        <translation>%1 至 %2（0：%3）</translation>
    </message>
    <message>
        <source>numbers that rise (none: %1)</source>
        <translation>递增的数（无：%1）</translation>
    </message>
    <message>
        <source>layers with 1 copy or more (none: %1)</source>
        <translation>有 1 个或更多副本的层（无：%1）</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>列表中的一项</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，单位 %2</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>above 0, at most %1</source>
        <translation>大于 0，至多 %1</translation>
    </message>
</context>
<context>
    <name>mho::HelpWindow</name>
    <message>
        <source>Mho Studio Help</source>
        <translation>Mho Studio 帮助</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>在所有页面中查找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>页面文本</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>mho::HistogramView</name>
    <message>
        <source>cells</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>states of the device</source>
        <translation>器件状态</translation>
    </message>
    <message>
        <source>Select a layer to see its conductances.</source>
        <translation>选择一层以查看其电导。</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to count.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>尚未训练：没有权重就没有可统计的电导。
选择“运行 ▸ 开始”训练并压缩此网络。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cells programmed</source>
        <translation>%1：%3 个单元中有 %2 个已编程</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Count the cells of all layers</source>
        <translation>统计所有层的单元</translation>
    </message>
    <message>
        <source>negative cells</source>
        <translation>负单元</translation>
    </message>
    <message>
        <source>positive cells</source>
        <translation>正单元</translation>
    </message>
    <message>
        <source>conductance (µS), negative cells left of 0</source>
        <translation>电导 (µS)，负单元在 0 左侧</translation>
    </message>
    <message>
        <source>Conductances of programmed cells</source>
        <translation>已编程单元的电导</translation>
    </message>
</context>
<context>
    <name>mho::JournalDock</name>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>等效命令</translation>
    </message>
    <message>
        <source>Copy Commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy the command lines of the selected acts, or of all</source>
        <translation>复制所选操作的命令行，未选则复制全部</translation>
    </message>
</context>
<context>
    <name>mho::LayerTable</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>%1 is locked. Unlock it first: Edit ▸ Lock or Unlock Layers.</source>
        <translation>%1 已锁定。请先解锁：编辑 ▸ 锁定或解锁层。</translation>
    </message>
</context>
<context>
    <name>mho::LayerTableModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>float</source>
        <translation>浮点</translation>
    </message>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 groups are kept. Drag, press + or −, or press F2 and type a ratio.</source>
        <translation>保留 %2 组中的 %1 组。拖动，按 + 或 −，或按 F2 并输入压缩率。</translation>
    </message>
    <message>
        <source>This kind has no ratio; its options are set in the constraint editor.</source>
        <translation>此种类没有压缩率；其选项在约束编辑器中设置。</translation>
    </message>
    <message>
        <source>Levels &quot;%1&quot; of %2 to %3 bit</source>
        <translation>量化级“%1”，%2 至 %3 位</translation>
    </message>
    <message>
        <source>%1 per inference</source>
        <translation>每次推理 %1</translation>
    </message>
    <message>
        <source>Rise of the loss with this layer alone pruned (%1), held-out training images:</source>
        <translation>仅剪枝该层 (%1) 时的损失上升，留出的训练图像：</translation>
    </message>
    <message>
        <source>Pruned together: %1</source>
        <translation>一起剪枝：%1</translation>
    </message>
    <message>
        <source>%1×: %2 nats, top-1 %3 %</source>
        <translation>%1×：%2 nats，top-1 %3 %</translation>
    </message>
    <message>
        <source>mean %1 nats</source>
        <translation>平均 %1 nats</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>%1 ratio</source>
        <translation>%1压缩率</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感度</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>量化级</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>压缩率</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>占用率</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Energy share</source>
        <translation>能量占比</translation>
    </message>
    <message>
        <source>A locked layer is left as it is by edits and budgets; runs do not know locks</source>
        <translation>编辑和预算不会改动已锁定的层；运行不考虑锁定</translation>
    </message>
    <message>
        <source>Filters × columns of the weight matrix; a column is one input channel at one kernel position</source>
        <translation>滤波器数 × 权重矩阵列数；一列是一个输入通道在一个核位置</translation>
    </message>
    <message>
        <source>Rise of the loss over the ratio (logarithmic) with the layer alone pruned, on one scale for all layers. Sorted by the mean rise</source>
        <translation>仅剪枝该层时损失随压缩率（对数）的上升，所有层采用同一刻度。按平均上升排序</translation>
    </message>
    <message>
        <source>Bits of the conductance levels, sign included; float = weights keep their values</source>
        <translation>电导量化级的位数，含符号；浮点 = 权重保持原值</translation>
    </message>
    <message>
        <source>Weights / weights kept by the mask</source>
        <translation>权重数 / 掩码保留的权重数</translation>
    </message>
    <message>
        <source>Crossbars with this plan / crossbars of the dense network at its baseline bits</source>
        <translation>此方案的交叉阵列数 / 稠密网络在基准位数下的交叉阵列数</translation>
    </message>
    <message>
        <source>Programmed cells / cells of the layer&apos;s crossbars</source>
        <translation>已编程单元 / 该层交叉阵列的单元</translation>
    </message>
    <message>
        <source>Resolution the converters need for the word lines in use</source>
        <translation>所用字线要求的转换器分辨率</translation>
    </message>
    <message>
        <source>Share of the energy of one inference</source>
        <translation>占一次推理能量的比例</translation>
    </message>
    <message>
        <source>%1 takes levels &quot;%2&quot; of %3 to %4 bit, or 0 for float weights</source>
        <translation>%1 接受 %3 至 %4 位的“%2”量化级，或 0 表示浮点权重</translation>
    </message>
    <message>
        <source>Kind of levels</source>
        <translation>量化级种类</translation>
    </message>
    <message>
        <source>Which conductances or values the levels are (quantiser)</source>
        <translation>量化级取哪些电导或数值（量化器）</translation>
    </message>
    <message>
        <source>The layer is locked: edits and budgets leave it as it is. A click on the padlock unlocks it.</source>
        <translation>该层已锁定：编辑和预算不会改变它。单击挂锁可解锁。</translation>
    </message>
    <message>
        <source>A click locks the layer against edits and budgets.</source>
        <translation>单击可锁定该层，使编辑和预算不改变它。</translation>
    </message>
</context>
<context>
    <name>mho::LevelsChoice</name>
    <message>
        <source>&amp;Levels</source>
        <translation>量化级(&amp;L)</translation>
    </message>
    <message>
        <source>Kind of levels</source>
        <translation>量化级种类</translation>
    </message>
    <message>
        <source>Bits of the levels</source>
        <translation>量化级位数</translation>
    </message>
    <message>
        <source>Bits of the levels, sign included; float = weights keep their values</source>
        <translation>量化级的位数，含符号；浮点 = 权重保持原值</translation>
    </message>
    <message>
        <source>float</source>
        <translation>浮点</translation>
    </message>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::MainWindow</name>
    <message>
        <source>Mho Studio</source>
        <translation>Mho Studio</translation>
    </message>
    <message>
        <source>New from Network</source>
        <translation>从网络新建</translation>
    </message>
    <message>
        <source>New from Recipe</source>
        <translation>从配方新建</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>Conductances</source>
        <translation>电导</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>%1 (example)</source>
        <translation>%1（示例）</translation>
    </message>
    <message>
        <source>%1 — Mho Studio</source>
        <translation>%1 — Mho Studio</translation>
    </message>
    <message>
        <source>No run yet: %1 of %2 layers mix signs</source>
        <translation>还不能运行：%2 层中有 %1 层混有正负号</translation>
    </message>
    <message>
        <source>Preview on trained weights</source>
        <translation>基于已训练权重的预览</translation>
    </message>
    <message>
        <source>Not trained: masks are placeholders</source>
        <translation>未训练：掩码为占位</translation>
    </message>
    <message>
        <source>Masks and conductances come from the weights of the last run</source>
        <translation>掩码和电导来自上次运行的权重</translation>
    </message>
    <message>
        <source>Counts and cost are exact. Which weights stay is only known once the network is trained: choose Run ▸ Start.</source>
        <translation>计数和成本是精确的。哪些权重保留要在网络训练后才知道：选择“运行 ▸ 开始”。</translation>
    </message>
    <message>
        <source>Unfinished Run</source>
        <translation>未完成的运行</translation>
    </message>
    <message>
        <source>A run of this project was not finished. Its last checkpoint is there.</source>
        <translation>此项目有一次运行没有完成。其最后的检查点还在。</translation>
    </message>
    <message>
        <source>Resume Now</source>
        <translation>立即继续</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Start Anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The checkpoint of the unfinished run is dropped. Start anew?</source>
        <translation>未完成运行的检查点将被丢弃。重新开始吗？</translation>
    </message>
    <message>
        <source>Folder of the Data Set</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>打开最近的项目</translation>
    </message>
    <message>
        <source>Open Example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Perspectives</source>
        <translation>视图布局</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Mho projects (*.mho)</source>
        <translation>Mho 项目 (*.mho)</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Figures (*.svg *.pdf *.png)</source>
        <translation>图 (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <source>Run in Progress</source>
        <translation>运行正在进行</translation>
    </message>
    <message>
        <source>A run is going on. Stop it? Its last checkpoint is kept and the run can be resumed.</source>
        <translation>运行正在进行。要停止吗？其最后的检查点会保留，可以继续运行。</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The example &quot;%1&quot; was changed. Save it as a project of its own?</source>
        <translation>示例“%1”已更改。要另存为自己的项目吗？</translation>
    </message>
    <message>
        <source>Save Project As</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Save Project for the Run</source>
        <translation>为运行保存项目</translation>
    </message>
    <message>
        <source>%1 (copy of a read-only file)</source>
        <translation>%1（只读文件的副本）</translation>
    </message>
    <message>
        <source>Edits are not on disk: File ▸ Save As keeps them</source>
        <translation>编辑尚未写入磁盘：“文件 ▸ 另存为”可保留它们</translation>
    </message>
    <message>
        <source>Read-only file, open as a copy: File ▸ Save As keeps edits</source>
        <translation>只读文件，以副本打开：“文件 ▸ 另存为”可保留编辑</translation>
    </message>
    <message>
        <source>The last edits are not on disk. Save the project as another file?

%1</source>
        <translation>最近的编辑尚未写入磁盘。要将项目另存为其他文件吗？

%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not be written where it lies, and was changed. Save it as another file?</source>
        <translation>“%1”在其位置不可写，且已更改。要另存为其他文件吗？</translation>
    </message>
    <message>
        <source>Edits cannot be written. They are kept in the window; File ▸ Save As writes them to another file.

%1</source>
        <translation>无法写入编辑。它们保留在窗口中；“文件 ▸ 另存为”可将其写入其他文件。

%1</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The Run Cannot Start</source>
        <translation>运行无法开始</translation>
    </message>
    <message>
        <source>Mend this first:</source>
        <translation>请先解决：</translation>
    </message>
    <message>
        <source>New from Network File</source>
        <translation>从网络文件新建</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Trained networks (%1)</source>
        <translation>已训练的网络 (%1)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>New from Folder of Arrays</source>
        <translation>从数组文件夹新建</translation>
    </message>
    <message>
        <source>The run ends after the present step; its checkpoint is kept.</source>
        <translation>运行将在当前步骤之后结束；其检查点会保留。</translation>
    </message>
</context>
<context>
    <name>mho::MaskView</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Weight matrix</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Layout of the weights</source>
        <translation>权重的排列</translation>
    </message>
    <message>
        <source>Weight matrix: filters by columns, as on the crossbars. Kernels: filters by input channels</source>
        <translation>权重矩阵：滤波器 × 列，与交叉阵列上一致。卷积核：滤波器 × 输入通道</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>The layer before compression left of a divider; drag it, or move it with Ctrl and the arrow keys</source>
        <translation>分隔线左侧为压缩前的层；拖动它，或用 Ctrl 和方向键移动</translation>
    </message>
    <message>
        <source>Compare with the dense layer</source>
        <translation>与稠密层比较</translation>
    </message>
    <message>
        <source>Select a layer to see which of its weights stay.</source>
        <translation>选择一层以查看哪些权重保留。</translation>
    </message>
    <message>
        <source>Not trained yet: there are no weights to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>尚未训练：没有可显示的权重。
选择“运行 ▸ 开始”训练并压缩此网络。</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Mask: what is kept and what is pruned. Weights: the values of what is kept</source>
        <translation>掩码：哪些保留、哪些剪除。权重：保留部分的值</translation>
    </message>
</context>
<context>
    <name>mho::NetworkCrossbars</name>
    <message>
        <source>Range per layer</source>
        <translation>每层范围</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, a click selects the layer</source>
        <translation>滚轮缩放，拖动平移，单击选择层</translation>
    </message>
    <message>
        <source>Open a project to see its crossbars.</source>
        <translation>打开项目以查看其交叉阵列。</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>尚未训练：没有权重就没有可显示的电导。
选择“运行 ▸ 开始”训练并压缩此网络。</translation>
    </message>
    <message>
        <source>Fixed: all that the hardware can hold (of wire drop: up to the highest of all layers), so that layers compare. Per layer: from the lowest to the highest value of each layer</source>
        <translation>固定：硬件可容纳的全部范围（导线压降：到所有层的最高值），便于各层比较。每层：从各层的最小值到最大值</translation>
    </message>
    <message>
        <source>Wire drop solved: %1 of %2 · %3</source>
        <translation>导线压降已求解：%1 / %2 · %3</translation>
    </message>
    <message>
        <source>Wires without resistance take no voltage.
Give the resistance of a wire from one cell to the next above.</source>
        <translation>没有电阻的导线不占电压。
请在上方给出相邻单元之间导线的电阻。</translation>
    </message>
    <message>
        <source>Crossbars of more than %1 cells are solved one at a time:
open one of the selected layer to see its wire drop.</source>
        <translation>超过 %1 个单元的交叉阵列须逐个求解：
打开所选层的一个阵列以查看其导线压降。</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
</context>
<context>
    <name>mho::NetworkMap</name>
    <message>
        <source>Crossbars of the whole network</source>
        <translation>全网的交叉阵列</translation>
    </message>
    <message>
        <source>dense: %1</source>
        <translation>稠密：%1</translation>
    </message>
</context>
<context>
    <name>mho::ParallelView</name>
    <message>
        <source>Parallel coordinates of design points</source>
        <translation>设计点的平行坐标</translation>
    </message>
    <message>
        <source>Flip Axis</source>
        <translation>翻转坐标轴</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Clear Brush</source>
        <translation>清除刷选</translation>
    </message>
    <message>
        <source>Clear All Brushes</source>
        <translation>清除所有刷选</translation>
    </message>
</context>
<context>
    <name>mho::PenaltyChoice</name>
    <message>
        <source>&amp;Penalty</source>
        <translation>惩罚(&amp;P)</translation>
    </message>
    <message>
        <source>Factor on the penalty rho</source>
        <translation>惩罚 rho 的因子</translation>
    </message>
    <message>
        <source>Factor on the recipe&apos;s ADMM penalty ρ for this layer, in pruning and in quantising
(%1 to %2, default 1: the recipe&apos;s ρ as it is).
A larger one draws the weights to constraints and levels sooner and leaves the loss less say.
Source: ADMM-NN&apos;s public code gives LeNet-5&apos;s first linear layer 10 times the others&apos; ρ
when it quantises.</source>
        <translation>该层在剪枝和量化时对配方的 ADMM 惩罚 ρ 的因子
（%1 至 %2，默认 1：配方的 ρ 保持不变）。
较大的值使权重更快趋向约束和量化级，损失的影响更小。
来源：ADMM-NN 的公开代码在量化时为 LeNet-5 的第一个线性层设置
其他层 10 倍的 ρ。</translation>
    </message>
    <message>
        <source>the recipe&apos;s</source>
        <translation>配方的</translation>
    </message>
    <message>
        <source>of the recipe&apos;s</source>
        <translation>× 配方的值</translation>
    </message>
</context>
<context>
    <name>mho::PlanMessage</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>What is wrong with the constraints</source>
        <translation>约束存在的问题</translation>
    </message>
    <message>
        <source>Put what is shown into the plan</source>
        <translation>将显示的内容放入方案</translation>
    </message>
    <message>
        <source>Show again what the plan has</source>
        <translation>重新显示方案中的内容</translation>
    </message>
    <message>
        <source>The plan does not have this yet.</source>
        <translation>方案中还没有此内容。</translation>
    </message>
    <message>
        <source>Not applied:
%1</source>
        <translation>未应用：
%1</translation>
    </message>
</context>
<context>
    <name>mho::PresetConstants</name>
    <message>
        <source>Show or hide the constants that the preset&apos;s prices come from</source>
        <translation>显示或隐藏预设价格所依据的常数</translation>
    </message>
    <message>
        <source>Constants of the preset</source>
        <translation>预设的常数</translation>
    </message>
    <message>
        <source>Constants of %1 (%2)</source>
        <translation>%1 的常数 (%2)</translation>
    </message>
    <message>
        <source>Weakness: %1</source>
        <translation>弱点：%1</translation>
    </message>
</context>
<context>
    <name>mho::ProblemList</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Take what is shown into the design</source>
        <translation>将显示的内容放入设计</translation>
    </message>
    <message>
        <source>Show again what the design has</source>
        <translation>重新显示设计中的内容</translation>
    </message>
    <message>
        <source>The design does not have this yet.</source>
        <translation>设计中还没有此内容。</translation>
    </message>
    <message>
        <source>Not applied:</source>
        <translation>未应用：</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Go to the field or layer</source>
        <translation>转到该字段或层</translation>
    </message>
</context>
<context>
    <name>mho::ReportDialog</name>
    <message>
        <source>With &amp;figures</source>
        <translation>含图(&amp;F)</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML，单个文件</translation>
    </message>
    <message>
        <source>LaTeX with data of figures (folder)</source>
        <translation>LaTeX，含图的数据（文件夹）</translation>
    </message>
    <message>
        <source>Markdown with figures (folder)</source>
        <translation>Markdown，含图（文件夹）</translation>
    </message>
    <message>
        <source>CSV, one file a table (folder)</source>
        <translation>CSV，每表一个文件（文件夹）</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Designs to report</source>
        <translation>要报告的设计</translation>
    </message>
    <message>
        <source>The report is being written</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>&amp;Designs</source>
        <translation>设计(&amp;D)</translation>
    </message>
    <message>
        <source>The finished run</source>
        <translation>完成的运行</translation>
    </message>
    <message>
        <source>The present plan, projected at once</source>
        <translation>当前方案，一次投影</translation>
    </message>
    <message>
        <source>Folder of the Report</source>
        <translation>报告的文件夹</translation>
    </message>
    <message>
        <source>File of the Report</source>
        <translation>报告的文件</translation>
    </message>
    <message>
        <source>Choose a design first</source>
        <translation>请先选择设计</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>报告未写出</translation>
    </message>
</context>
<context>
    <name>mho::RunCharts</name>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>primal residual</source>
        <translation>原始残差</translation>
    </message>
    <message>
        <source>dual residual</source>
        <translation>对偶残差</translation>
    </message>
    <message>
        <source>epoch of the run</source>
        <translation>运行的轮次</translation>
    </message>
    <message>
        <source>ADMM round</source>
        <translation>ADMM 轮</translation>
    </message>
    <message>
        <source>top-1 (%)</source>
        <translation>top-1 (%)</translation>
    </message>
    <message>
        <source>Residuals by ADMM round</source>
        <translation>各 ADMM 轮的残差</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>损失 (nats)</translation>
    </message>
    <message>
        <source>Training accuracy and loss by epoch</source>
        <translation>各轮次的训练准确率与损失</translation>
    </message>
    <message>
        <source>relative residual</source>
        <translation>相对残差</translation>
    </message>
    <message>
        <source>The curves of a run show here.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>运行的曲线显示在这里。
选择 运行 ▸ 开始 以训练并压缩此网络。</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>primal</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>dual</source>
        <translation>对偶</translation>
    </message>
</context>
<context>
    <name>mho::RunDock</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>运行已开始：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>继续进行</translation>
    </message>
</context>
<context>
    <name>mho::RunLog</name>
    <message>
        <source>Log of the runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>What happens in a run is told here.</source>
        <translation>此处记录运行中发生的事情。</translation>
    </message>
</context>
<context>
    <name>mho::RunPanel</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop and Keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End the run here as if it were finished and keep the result</source>
        <translation>在此结束运行，视同完成，并保留结果</translation>
    </message>
    <message>
        <source>Stop now; the last checkpoint stays, so that the run can be resumed</source>
        <translation>立即停止；最后的检查点会保留，以便继续运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with the unfinished run of this project</source>
        <translation>继续此项目未完成的运行</translation>
    </message>
    <message>
        <source>Train where there are no weights, then compress under this plan</source>
        <translation>没有权重时先训练，然后按此方案压缩</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the run where it is; it goes on from there at once</source>
        <translation>将运行停在当前位置；之后可立即从那里继续</translation>
    </message>
    <message>
        <source>A run of the present design, after those that go on and wait</source>
        <translation>当前设计的一次运行，排在进行中和等待的运行之后</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Queue (%1)</source>
        <translation>队列 (%1)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>stage of a run, its epochs</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (now)</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>Stages of the run and the epochs of each</source>
        <translation>运行的阶段及各阶段的周期</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>阶段：%1</translation>
    </message>
    <message>
        <source>Add to Queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>How the next run trains: epochs, rates and penalties of each stage</source>
        <translation>下一次运行如何训练：各阶段的轮数、学习率和惩罚</translation>
    </message>
</context>
<context>
    <name>mho::RunQueue</name>
    <message>
        <source>No run waits. Add to Queue puts the present design here; it starts when those before it have ended.</source>
        <translation>没有等待的运行。“加入队列”会将当前设计放到这里；前面的运行结束后它就开始。</translation>
    </message>
    <message>
        <source>Start First</source>
        <translation>开始第一个</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>等待的运行</translation>
    </message>
    <message>
        <source>Start the first run that waits; the others follow</source>
        <translation>开始第一个等待的运行；其余随后</translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation>将所选运行移出队列</translation>
    </message>
    <message>
        <source>%1. %2, seed %3</source>
        <translation>%1. %2，种子 %3</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>阶段：%1</translation>
    </message>
</context>
<context>
    <name>mho::ScatterView</name>
    <message>
        <source>Scatter of design points</source>
        <translation>设计点散点图</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
</context>
<context>
    <name>mho::Session</name>
    <message>
        <source>The run failed: %1</source>
        <translation>运行失败：%1</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>已锁定：%1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Not changed:
%1</source>
        <translation>未更改：
%1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>剪枝后</translation>
    </message>
    <message>
        <source>at levels</source>
        <translation>量化后</translation>
    </message>
    <message>
        <source>Test accuracy of the last run: %1</source>
        <translation>上次运行的测试准确率：%1</translation>
    </message>
    <message>
        <source>Cancelled. The last checkpoint is kept; Resume goes on from there.</source>
        <translation>已取消。最后的检查点已保留；“继续”将从那里开始。</translation>
    </message>
    <message>
        <source>Test accuracy of the last run: original %1, pruned %2, at levels %3</source>
        <translation>上次运行的测试准确率：原始 %1，剪枝后 %2，量化后 %3</translation>
    </message>
    <message>
        <source>The finished weights break the plan; the project keeps them. %1
This is a defect of Mho, please report it; the numbers prove nothing.</source>
        <translation>最终权重违反了方案；项目保留了它们。%1
这是 Mho 的缺陷，请报告；这些数字不能证明任何结论。</translation>
    </message>
    <message>
        <source>The design cannot be put back.
%1</source>
        <translation>无法恢复设计。
%1</translation>
    </message>
    <message>
        <source>Revert to Earlier Point</source>
        <translation>恢复到较早的时刻</translation>
    </message>
    <message>
        <source>Edits, newest first</source>
        <translation>编辑，最新的在前</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The %1 data are not there: choose their folder (Run ▸ Data Folder).</source>
        <translation>缺少 %1 数据：请选择其文件夹（运行 ▸ 数据文件夹）。</translation>
    </message>
    <message>
        <source>The folder of the data is gone: %1. Choose another one (Run ▸ Data Folder).</source>
        <translation>数据文件夹已不存在：%1。请选择另一个（运行 ▸ 数据文件夹）。</translation>
    </message>
    <message>
        <source>%1 has more than the network took. Without a place: %2</source>
        <translation>%1 中有网络未采用的内容。没有位置的：%2</translation>
    </message>
    <message>
        <source>What the weights in %1 do not say of their network was guessed. %2. Where that is wrong, use an ONNX file.</source>
        <translation>%1 中的权重未说明的网络内容为推测。%2。若不符合，请使用 ONNX 文件。</translation>
    </message>
    <message>
        <source>The run of the project that was left has ended; what it kept is in that project&apos;s file.</source>
        <translation>已离开的项目的运行已结束；其保留的内容在该项目的文件中。</translation>
    </message>
    <message>
        <source>The folder holds other data than %1: %2. Choose another one (Run ▸ Data Folder).</source>
        <translation>该文件夹中不是 %1 数据：%2。请选择其他文件夹（运行 ▸ 数据文件夹）。</translation>
    </message>
    <message>
        <source>Plan, hardware and stages become what they were after the edit you choose. This is an edit, too, and can be undone.</source>
        <translation>方案、硬件和阶段恢复为所选编辑之后的状态。这也是一次编辑，可以撤销。</translation>
    </message>
</context>
<context>
    <name>mho::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move Key</source>
        <translation>移除按键(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Standard Key</source>
        <translation>标准按键(&amp;S)</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>在此按下新按键</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>新按键(&amp;N)：</translation>
    </message>
    <message>
        <source>All &amp;Standard Keys</source>
        <translation>全部标准按键(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take It</source>
        <translation>占用此键(&amp;T)</translation>
    </message>
    <message>
        <source>Select a command to change its key.</source>
        <translation>选择一个命令以更改其按键。</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, which loses it.</source>
        <translation>%1 是“%2”的按键，它将失去此键。</translation>
    </message>
</context>
<context>
    <name>mho::StageWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>Numbers of a list are parted by a semicolon.</source>
        <translation>列表中的数以分号隔开。</translation>
    </message>
</context>
<context>
    <name>mho::StagesDock</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>mho::StagesPanel</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Stages of a run</source>
        <translation>运行的各阶段</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>投影</translation>
    </message>
</context>
<context>
    <name>mho::StartPage</name>
    <message>
        <source>Start</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>New from Network</source>
        <translation>从网络新建</translation>
    </message>
    <message>
        <source>A built-in network, dense, with the schedules usual for its family</source>
        <translation>内置网络，稠密，带有该系列常用的训练计划</translation>
    </message>
    <message>
        <source>New from Recipe</source>
        <translation>从配方新建</translation>
    </message>
    <message>
        <source>A network with the plan, hardware and schedules of a recipe</source>
        <translation>带有配方的方案、硬件和训练计划的网络</translation>
    </message>
    <message>
        <source>Recent Projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>An example opens as a copy. To keep changes, save it in a place of your own.</source>
        <translation>示例以副本打开。要保留更改，请保存到自己的位置。</translation>
    </message>
    <message>
        <source>Mho Studio</source>
        <translation>Mho Studio</translation>
    </message>
    <message>
        <source>Compresses neural networks for memristor crossbars and shows what every choice costs.</source>
        <translation>为忆阻器交叉阵列压缩神经网络，并显示每个选择的代价。</translation>
    </message>
    <message>
        <source>Unsaved Copies</source>
        <translation>未保存的副本</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>更改于 %1</translation>
    </message>
    <message>
        <source>Mho Studio ended before this copy was saved. Its edits are all there.</source>
        <translation>Mho Studio 在保存此副本之前已结束。其更改全都还在。</translation>
    </message>
    <message>
        <source>Unfinished Runs</source>
        <translation>未完成的运行</translation>
    </message>
    <message>
        <source>go on from its last checkpoint</source>
        <translation>从上一个检查点继续</translation>
    </message>
</context>
<context>
    <name>mho::TableMessage</name>
    <message>
        <source>What was not changed</source>
        <translation>未更改的内容</translation>
    </message>
    <message>
        <source>Click to close</source>
        <translation>点击关闭</translation>
    </message>
</context>
<context>
    <name>mho::ToolDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>打开(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>The program mho cannot be started: %1</source>
        <translation>无法启动程序 mho：%1</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>写入位置</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation>打开写出的内容</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1: mho ended unexpectedly</source>
        <translation>%1：mho 意外结束</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。是否替换？</translation>
    </message>
</context>
<context>
    <name>mho::TotalsBar</name>
    <message>
        <source>Weights / weights kept: all weight layers, and convolutions alone</source>
        <translation>权重数 / 保留的权重数：所有权重层，以及仅卷积层</translation>
    </message>
    <message>
        <source>Crossbars, dense → compressed</source>
        <translation>交叉阵列，稠密 → 压缩后</translation>
    </message>
    <message>
        <source>ADC bits, the most of all layers, dense → compressed</source>
        <translation>ADC 位数，各层最大值，稠密 → 压缩后</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>压缩率</translation>
    </message>
    <message>
        <source>%1× (conv %2×)</source>
        <translation>%1×（卷积 %2×）</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>交叉阵列</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>%1 → %2 bit</source>
        <translation>%1 → %2 位</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Energy per inference, and its change against the dense network</source>
        <translation>每次推理的能量，以及相对稠密网络的变化</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Power with everything in use working, and its change against the dense network</source>
        <translation>所有使用部分工作时的功率，以及相对稠密网络的变化</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area, and its change against the dense network</source>
        <translation>面积，以及相对稠密网络的变化</translation>
    </message>
    <message>
        <source>Totals that have no room here</source>
        <translation>此处放不下的总值</translation>
    </message>
</context>
<context>
    <name>mho::WhatsThis</name>
    <message>
        <source>More on this panel (F1)</source>
        <translation>关于此面板的更多内容 (F1)</translation>
    </message>
</context>
<context>
    <name>mho::WipeHandle</name>
    <message>
        <source>Divider, dense on its left</source>
        <translation>分隔线，左侧为稠密</translation>
    </message>
    <message>
        <source>Left of this line the network before compression: drag it, or move it with the arrow keys</source>
        <translation>此线左侧为压缩前的网络：拖动它，或用方向键移动</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Block-punched</source>
        <translation>块打孔</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器数</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Block-row-column</source>
        <translation>块行列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Column-proportional</source>
        <translation>列比例</translation>
    </message>
    <message>
        <source>Non zeros</source>
        <translation>非零数</translation>
    </message>
    <message>
        <source>Crossbar-rounded</source>
        <translation>交叉阵列取整</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Filter-and-shape</source>
        <translation>滤波器与形状</translation>
    </message>
    <message>
        <source>Filter-shape</source>
        <translation>滤波器形状</translation>
    </message>
    <message>
        <source>Kernel-pattern</source>
        <translation>核图样</translation>
    </message>
    <message>
        <source>Pe-group</source>
        <translation>PE 组</translation>
    </message>
    <message>
        <source>Filter ratio</source>
        <translation>滤波器压缩率</translation>
    </message>
    <message>
        <source>Shape ratio</source>
        <translation>形状压缩率</translation>
    </message>
    <message>
        <source>Sign-polarisation</source>
        <translation>符号极化</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Unstructured</source>
        <translation>非结构化</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>二值</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>器件</translation>
    </message>
    <message>
        <source>Equal-interval</source>
        <translation>等间隔</translation>
    </message>
    <message>
        <source>Fixed-point</source>
        <translation>定点</translation>
    </message>
    <message>
        <source>Power-of-two</source>
        <translation>2 的幂</translation>
    </message>
    <message>
        <source>Ternary</source>
        <translation>三值</translation>
    </message>
</context>
</TS>
