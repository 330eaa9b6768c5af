<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;h2&gt;Mho Studio %1&lt;/h2&gt;&lt;p&gt;Compresses neural networks for memristor crossbars and shows what every choice costs.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Mho Studio %1&lt;/h2&gt;&lt;p&gt;Komprimiert neuronale Netze für Memristor-Crossbars und zeigt, was jede Wahl kostet.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>Built with %1</source>
        <translation>Gebaut mit %1</translation>
    </message>
    <message>
        <source>About Mho Studio</source>
        <translation>Über Mho Studio</translation>
    </message>
</context>
<context>
    <name>AxisScale</name>
    <message>
        <source>bit</source>
        <translation>Bit</translation>
    </message>
</context>
<context>
    <name>ChartStyle</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Copy the project to another file and go on there</source>
        <translation>Das Projekt in eine andere Datei kopieren und dort weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Export Crossbar Figure…</source>
        <translation>Crossbar-Abbildung &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the crossbars as SVG, PDF or PNG</source>
        <translation>Die Crossbars als SVG, PDF oder PNG schreiben</translation>
    </message>
    <message>
        <source>&amp;Close Project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Go back to the start page</source>
        <translation>Zur Startseite zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the edit again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder ausführen</translation>
    </message>
    <message>
        <source>&amp;Constraints of Layer…</source>
        <translation>Bedingungen der Schi&amp;cht…</translation>
    </message>
    <message>
        <source>Edit constraints and levels of the selected layer</source>
        <translation>Bedingungen und Stufen der gewählten Schicht bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Lock or Unlock Layers</source>
        <translation>Schichten &amp;sperren oder entsperren</translation>
    </message>
    <message>
        <source>Edits and budgets leave locked layers as they are</source>
        <translation>Änderungen und Budgets lassen gesperrte Schichten, wie sie sind</translation>
    </message>
    <message>
        <source>Spread a &amp;Budget…</source>
        <translation>&amp;Budget verteilen…</translation>
    </message>
    <message>
        <source>Spread a ratio or a number of crossbars of the whole network over its layers</source>
        <translation>Einen Faktor oder eine Zahl von Crossbars des ganzen Netzes auf seine Schichten verteilen</translation>
    </message>
    <message>
        <source>&amp;Keep Design Point</source>
        <translation>&amp;Entwurfspunkt behalten</translation>
    </message>
    <message>
        <source>Keep plan, hardware and what they give, to compare</source>
        <translation>Plan, Hardware und ihre Ergebnisse zum Vergleichen behalten</translation>
    </message>
    <message>
        <source>Put plan and hardware of the selected point into the editor</source>
        <translation>Plan und Hardware des gewählten Punkts in den Editor übernehmen</translation>
    </message>
    <message>
        <source>Re&amp;name Design Point…</source>
        <translation>Entwurfspunkt &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Give the selected design point another name</source>
        <translation>Dem gewählten Entwurfspunkt einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Delete the selected design points; studies keep theirs</source>
        <translation>Die gewählten Entwurfspunkte löschen; Studien behalten ihre</translation>
    </message>
    <message>
        <source>&amp;Tune</source>
        <translation>&amp;Abstimmen</translation>
    </message>
    <message>
        <source>Layers, crossbars and cost side by side</source>
        <translation>Schichten, Crossbars und Kosten nebeneinander</translation>
    </message>
    <message>
        <source>Cross&amp;bars</source>
        <translation>&amp;Crossbars</translation>
    </message>
    <message>
        <source>The crossbars as large as they can be</source>
        <translation>Die Crossbars so groß wie möglich</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>The run and its curves</source>
        <translation>Der Lauf und seine Kurven</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Design points beside each other</source>
        <translation>Entwurfspunkte nebeneinander</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put the panels of this perspective where they stand at first</source>
        <translation>Die Panels dieser Perspektive an ihren ursprünglichen Platz stellen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start the run, or go on with the unfinished one</source>
        <translation>Den Lauf starten oder den unfertigen fortsetzen</translation>
    </message>
    <message>
        <source>Stop and &amp;Keep</source>
        <translation>Anhalten und &amp;behalten</translation>
    </message>
    <message>
        <source>End the run here as if it were finished and keep the result</source>
        <translation>Den Lauf hier beenden, als wäre er fertig, und das Ergebnis behalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop now; the last checkpoint stays, so that the run can be resumed</source>
        <translation>Jetzt anhalten; der letzte Checkpoint bleibt, sodass der Lauf fortgesetzt werden kann</translation>
    </message>
    <message>
        <source>Start &amp;Anew</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>Start a run from the beginning; an unfinished one is dropped</source>
        <translation>Einen Lauf von vorn starten; ein unfertiger wird verworfen</translation>
    </message>
    <message>
        <source>&amp;Data Folder…</source>
        <translation>&amp;Datenordner…</translation>
    </message>
    <message>
        <source>Where the data set of the project lies</source>
        <translation>Wo der Datensatz des Projekts liegt</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>Befehl &amp;suchen…</translation>
    </message>
    <message>
        <source>Find a command by its name and do it</source>
        <translation>Einen Befehl nach seinem Namen suchen und ausführen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>See and change the keys of every command</source>
        <translation>Die Tasten aller Befehle ansehen und ändern</translation>
    </message>
    <message>
        <source>&amp;What&apos;s This?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Click on a part of the window to read what it is</source>
        <translation>Auf einen Teil des Fensters klicken, um zu lesen, was er ist</translation>
    </message>
    <message>
        <source>&amp;About Mho Studio</source>
        <translation>&amp;Über Mho Studio</translation>
    </message>
    <message>
        <source>Crossbars Panel</source>
        <translation>Crossbars-Panel</translation>
    </message>
    <message>
        <source>Cost Panel</source>
        <translation>Kosten-Panel</translation>
    </message>
    <message>
        <source>Conductances Panel</source>
        <translation>Leitwerte-Panel</translation>
    </message>
    <message>
        <source>Run Panel</source>
        <translation>Lauf-Panel</translation>
    </message>
    <message>
        <source>Compare Panel</source>
        <translation>Vergleichs-Panel</translation>
    </message>
    <message>
        <source>Mask Panel</source>
        <translation>Masken-Panel</translation>
    </message>
    <message>
        <source>ADC Panel</source>
        <translation>ADC-Panel</translation>
    </message>
    <message>
        <source>Constraints Panel</source>
        <translation>Bedingungen-Panel</translation>
    </message>
    <message>
        <source>Hardware Panel</source>
        <translation>Hardware-Panel</translation>
    </message>
    <message>
        <source>Data Panel</source>
        <translation>Daten-Panel</translation>
    </message>
    <message>
        <source>Journal Panel</source>
        <translation>Journal-Panel</translation>
    </message>
    <message>
        <source>What was done, each with the command that does it again</source>
        <translation>Was getan wurde, jeweils mit dem Befehl, der es noch einmal tut</translation>
    </message>
    <message>
        <source>Hardware Bar</source>
        <translation>Hardware-Leiste</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Read what the panel with the focus is for, and how it is used</source>
        <translation>Lesen, wozu das Panel mit dem Fokus dient und wie es benutzt wird</translation>
    </message>
    <message>
        <source>L&amp;oad Design Point</source>
        <translation>Entwurfspunkt &amp;laden</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Hold the run where it is, or let it go on; nothing is lost</source>
        <translation>Den Lauf anhalten, wo er ist, oder weitergehen lassen; nichts geht verloren</translation>
    </message>
    <message>
        <source>Add to &amp;Queue</source>
        <translation>Zur &amp;Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>A run of the present design, after those that go on and wait</source>
        <translation>Ein Lauf des jetzigen Entwurfs, nach denen, die laufen und warten</translation>
    </message>
    <message>
        <source>&amp;Revert to Earlier Point…</source>
        <translation>Zu &amp;früherem Punkt zurückkehren…</translation>
    </message>
    <message>
        <source>Write designs as PDF, HTML, LaTeX, Markdown, CSV or JSON</source>
        <translation>Entwürfe als PDF, HTML, LaTeX, Markdown, CSV oder JSON schreiben</translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation>Be&amp;richt exportieren…</translation>
    </message>
    <message>
        <source>Delete Design &amp;Points</source>
        <translation>Entwurfspunkte l&amp;öschen</translation>
    </message>
    <message>
        <source>&amp;System Theme</source>
        <translation>&amp;Systemschema</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Li&amp;ght Theme</source>
        <translation>&amp;Helles Schema</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>&amp;Dunkles Schema</translation>
    </message>
    <message>
        <source>&amp;Viridis Colours</source>
        <translation>&amp;Viridis-Farben</translation>
    </message>
    <message>
        <source>Colours of crossbars from dark blue to yellow</source>
        <translation>Farben der Crossbars von Dunkelblau bis Gelb</translation>
    </message>
    <message>
        <source>C&amp;ividis Colours</source>
        <translation>C&amp;ividis-Farben</translation>
    </message>
    <message>
        <source>Colours of crossbars that look nearly the same to people who do not see red or green</source>
        <translation>Farben der Crossbars, die für Menschen, die Rot oder Grün nicht sehen, fast gleich aussehen</translation>
    </message>
    <message>
        <source>S&amp;ort by This Column</source>
        <translation>Nach dieser Spalte s&amp;ortieren</translation>
    </message>
    <message>
        <source>Sort the layers by the column of the selected cell: rising, then falling, then in the order of the network</source>
        <translation>Die Schichten nach der Spalte der gewählten Zelle sortieren: steigend, dann fallend, dann in der Reihenfolge des Netzes</translation>
    </message>
    <message>
        <source>Start &amp;First of Queue</source>
        <translation>&amp;Ersten der Warteschlange starten</translation>
    </message>
    <message>
        <source>Start the first run that waits; the others follow</source>
        <translation>Den ersten wartenden Lauf starten; die anderen folgen</translation>
    </message>
    <message>
        <source>&amp;Remove from Queue</source>
        <translation>Aus Warteschlange ent&amp;fernen</translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation>Den gewählten Lauf aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>New from Network &amp;File…</source>
        <translation>Neu aus Netz&amp;datei…</translation>
    </message>
    <message>
        <source>A project of a trained network: an ONNX file, or weights of PyTorch, safetensors or NumPy</source>
        <translation>Ein Projekt aus einem trainierten Netz: einer ONNX-Datei, oder Gewichten von PyTorch, safetensors oder NumPy</translation>
    </message>
    <message>
        <source>Export Net&amp;work…</source>
        <translation>Net&amp;z exportieren…</translation>
    </message>
    <message>
        <source>Write the compressed network, its masks and crossbars for other tools</source>
        <translation>Das komprimierte Netz, seine Masken und Crossbars für andere Programme schreiben</translation>
    </message>
    <message>
        <source>Copy Co&amp;mmands</source>
        <translation>Be&amp;fehle kopieren</translation>
    </message>
    <message>
        <source>Copy the command lines of the acts selected in the journal, or of all</source>
        <translation>Die Befehlszeilen der im Journal gewählten Handlungen kopieren, oder aller</translation>
    </message>
    <message>
        <source>Crossbars of Layer or &amp;Network</source>
        <translation>Crossbars von Schicht oder &amp;Netz</translation>
    </message>
    <message>
        <source>Show the crossbars of the selected layer, or of the whole network</source>
        <translation>Die Crossbars der gewählten Schicht zeigen, oder die des ganzen Netzes</translation>
    </message>
    <message>
        <source>Compare with D&amp;ense Network</source>
        <translation>Mit dem &amp;dichten Netz vergleichen</translation>
    </message>
    <message>
        <source>Show the crossbars of the uncompressed network left of a divider</source>
        <translation>Die Crossbars des unkomprimierten Netzes links von einer Trennlinie zeigen</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>A&amp;uswerten</translation>
    </message>
    <message>
        <source>Measure the present design on the test images, without training</source>
        <translation>Den gegenwärtigen Entwurf an den Testbildern messen, ohne Training</translation>
    </message>
    <message>
        <source>A project of a trained network whose weights are NPY files in one folder</source>
        <translation>Ein Projekt aus einem trainierten Netz, dessen Gewichte als NPY-Dateien in einem Ordner liegen</translation>
    </message>
    <message>
        <source>&amp;System Language</source>
        <translation>&amp;Sprache des Systems</translation>
    </message>
    <message>
        <source>The language of the desktop, where Mho speaks it; else English</source>
        <translation>Die Sprache der Arbeitsumgebung, wenn Mho sie spricht, sonst Englisch</translation>
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
        <translation>简体中文 (&amp;Z)</translation>
    </message>
    <message>
        <source>New from Folder of Arra&amp;ys…</source>
        <translation>Neu aus Ordner mit &amp;Arrays…</translation>
    </message>
    <message>
        <source>Stages Panel</source>
        <translation>Fenster „Phasen“</translation>
    </message>
    <message>
        <source>S&amp;tages…</source>
        <translation>P&amp;hasen…</translation>
    </message>
    <message>
        <source>How the next run trains: epochs, rates and penalties of each stage</source>
        <translation>Wie der nächste Lauf trainiert: Epochen, Raten und Strafen jeder Phase</translation>
    </message>
    <message>
        <source>Put plan, hardware and stages back to what they were after an earlier edit; that can be undone</source>
        <translation>Plan, Hardware und Phasen auf den Stand nach einer früheren Änderung zurücksetzen; das kann zurückgenommen werden</translation>
    </message>
</context>
<context>
    <name>CompareMetrics</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy, top-1</source>
        <translation>Genauigkeit, Top-1</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>Crossbars</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Occupancy: programmed cells / cells of the crossbars</source>
        <translation>Belegung: programmierte Zellen / Zellen der Crossbars</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>ADC bits</source>
        <translation>ADC-Bits</translation>
    </message>
</context>
<context>
    <name>CompareProperties</name>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Run of %1, seed %2</source>
        <translation>Lauf von %1, Seed %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>, stopped and kept</source>
        <translation>, angehalten und behalten</translation>
    </message>
    <message>
        <source>, not trained</source>
        <translation>, nicht trainiert</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>SHA-256 of the graph and the weights behind the masks</source>
        <translation>SHA-256 des Graphen und der Gewichte hinter den Masken</translation>
    </message>
    <message>
        <source>Accuracy is</source>
        <translation>Genauigkeit ist</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>Behaltene Gewichte</translation>
    </message>
    <message>
        <source>Crossbars, dense</source>
        <translation>Crossbars, dicht</translation>
    </message>
    <message>
        <source>%1: constraints</source>
        <translation>%1: Bedingungen</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>%1: levels</source>
        <translation>%1: Stufen</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message>
        <source>%1: penalty factor</source>
        <translation>%1: Straffaktor</translation>
    </message>
    <message>
        <source>Hardware: %1</source>
        <translation>Hardware: %1</translation>
    </message>
    <message>
        <source>%1: ratio</source>
        <translation>%1: Faktor</translation>
    </message>
    <message>
        <source>Study %1, point %2</source>
        <translation>Studie %1, Punkt %2</translation>
    </message>
    <message>
        <source>Setting: %1</source>
        <translation>Einstellung: %1</translation>
    </message>
</context>
<context>
    <name>CompareSet</name>
    <message>
        <source>Ratio of layer %1</source>
        <translation>Faktor der Schicht %1</translation>
    </message>
    <message>
        <source>one shot, on held-out training images</source>
        <translation>One-Shot, auf zurückgehaltenen Trainingsbildern</translation>
    </message>
    <message>
        <source>estimated, one shot on held-out training images</source>
        <translation>geschätzt, One-Shot auf zurückgehaltenen Trainingsbildern</translation>
    </message>
    <message>
        <source>estimated, after training</source>
        <translation>geschätzt, nach dem Training</translation>
    </message>
    <message>
        <source>measured on test images</source>
        <translation>gemessen auf Testbildern</translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>The hardware preset %1 states no times, and some of its powers follow from energy and time, so the power is not known.</source>
        <translation>Die Hardware-Voreinstellung %1 nennt keine Zeiten, und einige ihrer Leistungen folgen aus Energie und Zeit, daher ist die Leistung nicht bekannt.</translation>
    </message>
    <message>
        <source>The hardware preset %1 states no times, so the energy of an inference is not known.</source>
        <translation>Die Hardware-Voreinstellung %1 nennt keine Zeiten, daher ist die Energie einer Inferenz nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>CrossbarView</name>
    <message>
        <source>%1: occupancy of its crossbars</source>
        <translation>%1: Belegung der Crossbars</translation>
    </message>
    <message>
        <source>block of word lines</source>
        <translation>Block von Wortleitungen</translation>
    </message>
    <message>
        <source>block of bit lines</source>
        <translation>Block von Bitleitungen</translation>
    </message>
    <message>
        <source>programmed cells (%)</source>
        <translation>programmierte Zellen (%)</translation>
    </message>
    <message>
        <source>%1: crossbar %2, %3 (%4)</source>
        <translation>%1: Crossbar %2, %3 (%4)</translation>
    </message>
    <message>
        <source>both signs</source>
        <translation>beide Vorzeichen</translation>
    </message>
    <message>
        <source>positive weights</source>
        <translation>positive Gewichte</translation>
    </message>
    <message>
        <source>negative weights</source>
        <translation>negative Gewichte</translation>
    </message>
    <message>
        <source>word line</source>
        <translation>Wortleitung</translation>
    </message>
    <message>
        <source>bit line</source>
        <translation>Bitleitung</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>nicht programmiert</translation>
    </message>
    <message>
        <source>Crossbar %1, %2: %3 % of its cells are programmed</source>
        <translation>Crossbar %1, %2: %3 % der Zellen sind programmiert</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Apply Constraints of %1 to All Layers</source>
        <translation>Bedingungen von %1 auf alle Schichten anwenden</translation>
    </message>
    <message>
        <source>Change %1 of the Crossbar</source>
        <translation>%1 des Crossbars ändern</translation>
    </message>
    <message>
        <source>Change %1 Ratio of %2</source>
        <translation>%1-Faktor von %2 ändern</translation>
    </message>
    <message>
        <source>Change Constraints of %1</source>
        <translation>Bedingungen von %1 ändern</translation>
    </message>
    <message>
        <source>Change Hardware</source>
        <translation>Hardware ändern</translation>
    </message>
    <message>
        <source>Change Levels of %1</source>
        <translation>Stufen von %1 ändern</translation>
    </message>
    <message>
        <source>Change Penalty of %1</source>
        <translation>Strafe von %1 ändern</translation>
    </message>
    <message>
        <source>Spread a Budget of %1 by %2</source>
        <translation>Budget von %1 nach %2 verteilen</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1 from %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Move %1 of %2</source>
        <translation>%1 von %2 verschieben</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>Lauf gestartet</translation>
    </message>
    <message>
        <source>Finish run</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>Set plan</source>
        <translation>Plan gesetzt</translation>
    </message>
    <message>
        <source>Set hardware</source>
        <translation>Hardware gesetzt</translation>
    </message>
    <message>
        <source>Set data folder</source>
        <translation>Datenordner gesetzt</translation>
    </message>
    <message>
        <source>Keep design point</source>
        <translation>Entwurfspunkt behalten</translation>
    </message>
    <message>
        <source>Rename design point</source>
        <translation>Entwurfspunkt umbenannt</translation>
    </message>
    <message>
        <source>Delete design point</source>
        <translation>Entwurfspunkt gelöscht</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%1 von %2 ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>%1 Rule</source>
        <translation>%1-Regel</translation>
    </message>
    <message>
        <source>%1 Ratio</source>
        <translation>%1-Faktor</translation>
    </message>
    <message numerus="yes">
        <source>%n Layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Crossbars</source>
        <translation>
            <numerusform>%n Crossbar</numerusform>
            <numerusform>%n Crossbars</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert to &quot;%1&quot;</source>
        <translation>Zu „%1“ zurückkehren</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt angelegt</translation>
    </message>
    <message>
        <source>Set locks</source>
        <translation>Sperren gesetzt</translation>
    </message>
    <message>
        <source>Set plan and hardware</source>
        <translation>Plan und Hardware gesetzt</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n Design Points</source>
        <translation>
            <numerusform>%n Entwurfspunkt</numerusform>
            <numerusform>%n Entwurfspunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue run</source>
        <translation>Lauf einreihen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>Netz exportieren</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Lauf abgebrochen</translation>
    </message>
    <message>
        <source>Resume run</source>
        <translation>Lauf fortgesetzt</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>%1: Set %2</source>
        <translation>%1: %2 setzen</translation>
    </message>
    <message>
        <source>Set stages</source>
        <translation>Phasen setzen</translation>
    </message>
    <message>
        <source>Set design</source>
        <translation>Entwurf setzen</translation>
    </message>
</context>
<context>
    <name>FigureMenu</name>
    <message>
        <source>Save Figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Figures (*.svg *.pdf *.png)</source>
        <translation>Abbildungen (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <source>Copy Figure</source>
        <translation>Abbildung kopieren</translation>
    </message>
    <message>
        <source>Save Figure As…</source>
        <translation>Abbildung speichern unter…</translation>
    </message>
</context>
<context>
    <name>MaskView</name>
    <message>
        <source>%1: weights</source>
        <translation>%1: Gewichte</translation>
    </message>
    <message>
        <source>%1: kept weights</source>
        <translation>%1: behaltene Gewichte</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>column of the weight matrix (channel, kernel position)</source>
        <translation>Spalte der Gewichtsmatrix (Kanal, Kernelposition)</translation>
    </message>
    <message>
        <source>input channel of the group</source>
        <translation>Eingangskanal der Gruppe</translation>
    </message>
    <message>
        <source>input channel</source>
        <translation>Eingangskanal</translation>
    </message>
    <message>
        <source>filter %1, channel %2</source>
        <translation>Filter %1, Kanal %2</translation>
    </message>
    <message>
        <source>kernel row %1, column %2</source>
        <translation>Kernelzeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>weight column %1</source>
        <translation>Gewichtsspalte %1</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vorher %1</translation>
    </message>
    <message>
        <source>pruned or elsewhere</source>
        <translation>beschnitten oder anderswo</translation>
    </message>
</context>
<context>
    <name>NetworkCrossbars</name>
    <message>
        <source>Occupancy</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Conductance</source>
        <translation>Leitwert</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Column non-zeros</source>
        <translation>Nichtnullen je Spalte</translation>
    </message>
    <message>
        <source>Wire drop</source>
        <translation>Leitungsverlust</translation>
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
            <numerusform>%1 · %n Crossbar</numerusform>
            <numerusform>%1 · %n Crossbars</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 copies</source>
        <translation>%1 in %2 Kopien</translation>
    </message>
    <message>
        <source>crossbar %1, %2</source>
        <translation>Crossbar %1, %2</translation>
    </message>
    <message>
        <source>slice %1 of %2</source>
        <translation>Slice %1 von %2</translation>
    </message>
    <message>
        <source>positive weights</source>
        <translation>positive Gewichte</translation>
    </message>
    <message>
        <source>negative weights</source>
        <translation>negative Gewichte</translation>
    </message>
    <message>
        <source>not
programmed</source>
        <translation>nicht
programmiert</translation>
    </message>
    <message>
        <source>programmed</source>
        <translation>programmiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 bit</source>
        <translation>%1 · %2 Bit</translation>
    </message>
    <message>
        <source>programmed cells (%)</source>
        <translation>programmierte Zellen (%)</translation>
    </message>
    <message>
        <source>programmed or not</source>
        <translation>programmiert oder nicht</translation>
    </message>
    <message>
        <source>conductance (µS)</source>
        <translation>Leitwert (µS)</translation>
    </message>
    <message>
        <source>mean conductance of programmed cells (µS)</source>
        <translation>mittlerer Leitwert programmierter Zellen (µS)</translation>
    </message>
    <message>
        <source>level of the cell</source>
        <translation>Stufe der Zelle</translation>
    </message>
    <message>
        <source>mean level of programmed cells</source>
        <translation>mittlere Stufe programmierter Zellen</translation>
    </message>
    <message>
        <source>programmed cells of a bit line</source>
        <translation>programmierte Zellen einer Bitleitung</translation>
    </message>
    <message>
        <source>most programmed cells of a bit line</source>
        <translation>meiste programmierte Zellen einer Bitleitung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>no crossbar here</source>
        <translation>hier ist kein Crossbar</translation>
    </message>
    <message>
        <source>%1 of %2 cells programmed (%3 %)</source>
        <translation>%1 von %2 Zellen programmiert (%3 %)</translation>
    </message>
    <message>
        <source>mean %1 µS</source>
        <translation>Mittel %1 µS</translation>
    </message>
    <message>
        <source>fullest bit line %1</source>
        <translation>vollste Bitleitung %1</translation>
    </message>
    <message>
        <source>unused line</source>
        <translation>unbenutzte Leitung</translation>
    </message>
    <message>
        <source>filter %1, weight column %2</source>
        <translation>Filter %1, Gewichtsspalte %2</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>nicht programmiert</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>bit line %1</source>
        <translation>Bitleitung %1</translation>
    </message>
    <message>
        <source>word line %1, bit line %2</source>
        <translation>Wortleitung %1, Bitleitung %2</translation>
    </message>
    <message>
        <source>Crossbars, dense: %1</source>
        <translation>Crossbars, dicht: %1</translation>
    </message>
    <message>
        <source>dense: %1</source>
        <translation>dicht: %1</translation>
    </message>
    <message>
        <source>Crossbars, design: %1</source>
        <translation>Crossbars, Entwurf: %1</translation>
    </message>
    <message>
        <source>Crossbars, design: %1 (kept lines closed up)</source>
        <translation>Crossbars, Entwurf: %1 (behaltene Leitungen zusammengerückt)</translation>
    </message>
    <message>
        <source>design: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>solved: %1
of %2</source>
        <translation>gelöst: %1
von %2</translation>
    </message>
    <message>
        <source>not solved
yet</source>
        <translation>noch nicht
gelöst</translation>
    </message>
    <message>
        <source>voltage lost in wires (%)</source>
        <translation>Spannungsverlust in Leitungen (%)</translation>
    </message>
    <message>
        <source>most voltage lost in wires (%)</source>
        <translation>größter Spannungsverlust in Leitungen (%)</translation>
    </message>
    <message>
        <source>wire drop not solved yet</source>
        <translation>Leitungsverlust noch nicht gelöst</translation>
    </message>
    <message>
        <source>wires take at most %1 % of the voltage</source>
        <translation>Leitungen nehmen höchstens %1 % der Spannung</translation>
    </message>
    <message>
        <source>wires take %1 % of the voltage</source>
        <translation>Leitungen nehmen %1 % der Spannung</translation>
    </message>
    <message>
        <source>cells a read: %1, ADC: %2 bit</source>
        <translation>Zellen je Lesevorgang: %1, ADC: %2 Bit</translation>
    </message>
</context>
<context>
    <name>PlanAccuracy</name>
    <message>
        <source>The network is not trained yet.</source>
        <translation>Das Netz ist noch nicht trainiert.</translation>
    </message>
    <message>
        <source>No data set is known.</source>
        <translation>Kein Datensatz ist bekannt.</translation>
    </message>
    <message>
        <source>Not measured one shot while a run is going on.</source>
        <translation>Keine One-Shot-Messung, solange ein Lauf im Gange ist.</translation>
    </message>
    <message>
        <source>one shot</source>
        <translation>One-Shot</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>one shot, estimated</source>
        <translation>One-Shot, geschätzt</translation>
    </message>
    <message>
        <source> Such estimates were off by %1 points (root mean square).</source>
        <translation> Solche Schätzungen lagen um %1 Punkte daneben (quadratisches Mittel).</translation>
    </message>
    <message>
        <source>Being measured with masks and levels put in at once.</source>
        <translation>Wird mit sofort eingesetzten Masken und Stufen gemessen.</translation>
    </message>
    <message>
        <source>Top-1 on the test images, of the finished run under this plan and hardware.</source>
        <translation>Top-1 auf den Testbildern, vom fertigen Lauf mit diesem Plan und dieser Hardware.</translation>
    </message>
    <message>
        <source>Top-1 after training, estimated from sensitivities and finished runs.</source>
        <translation>Top-1 nach dem Training, aus Empfindlichkeiten und fertigen Läufen geschätzt.</translation>
    </message>
    <message>
        <source>Top-1 without training, estimated from sensitivities.</source>
        <translation>Top-1 ohne Training, aus Empfindlichkeiten geschätzt.</translation>
    </message>
    <message>
        <source>Top-1 on held-out training images (at most 1,000) with masks and levels put in at once; a run ends higher.</source>
        <translation>Top-1 auf zurückgehaltenen Trainingsbildern (höchstens 1.000) mit sofort eingesetzten Masken und Stufen; ein Lauf endet höher.</translation>
    </message>
</context>
<context>
    <name>ProjectPlace</name>
    <message>
        <source>Mho projects (*.mho)</source>
        <translation>Mho-Projekte (*.mho)</translation>
    </message>
    <message>
        <source>%1 is there already. A project is not written over another file: choose another name, or remove that file first.</source>
        <translation>%1 gibt es schon. Ein Projekt wird nicht über eine andere Datei geschrieben: Wählen Sie einen anderen Namen, oder entfernen Sie zuerst jene Datei.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Nachtrainieren</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation>Progressiv</translation>
    </message>
    <message>
        <source>Straight-Through</source>
        <translation>Straight-Through</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmen</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>training accuracy %1 %</source>
        <translation>Trainingsgenauigkeit %1 %</translation>
    </message>
    <message>
        <source>%1, epoch %2: %3</source>
        <translation>%1, Epoche %2: %3</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>less is better</source>
        <translation>weniger ist besser</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>mehr ist besser</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>Hollow: not measured</source>
        <translation>Hohl: nicht gemessen</translation>
    </message>
</context>
<context>
    <name>TableMenu</name>
    <message>
        <source>Save Table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>Tabellen (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save Table As…</source>
        <translation>Tabelle speichern unter…</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>FORMS at 32 nm, fragment of 8 rows (Yuan et al., ISCA 2021): MCU, tile and chip of its Tables III and IV</source>
        <translation>FORMS bei 32 nm, Fragment von 8 Zeilen (Yuan et al., ISCA 2021): MCU, Tile und Chip seiner Tabellen III und IV</translation>
    </message>
    <message>
        <source>FORMS&apos; 4-bit ADC is one bit under what 8 rows of 2-bit cells can sum to (24 levels), so sums can clip; it prices 2.1 GS/s as 1.28 GS/s. Input and output register of the MCU are left out of Table III: ISAAC&apos;s make its power add up (12 MCUs 280.05 mW), its areas do not add up in print. The tile&apos;s digital part is one figure, so buffers, bus and router take energy by time, not by bits. Skipping of zero input bits (its skip logic) is priced but saves nothing here.</source>
        <translation>Der 4-Bit-ADC von FORMS liegt ein Bit unter dem, was 8 Zeilen von 2-Bit-Zellen ergeben können (24 Stufen), Summen können also abgeschnitten werden; er rechnet 2,1 GS/s wie 1,28 GS/s. Ein- und Ausgangsregister der MCU fehlen in Tabelle III: Mit denen von ISAAC geht ihre Leistung auf (12 MCUs 280,05 mW), ihre Flächen gehen im Druck nicht auf. Der digitale Teil des Tiles ist eine Zahl, daher nehmen Puffer, Bus und Router Energie nach Zeit, nicht nach Bits. Das Überspringen von Null-Eingangsbits (seine Sprunglogik) ist eingepreist, spart hier aber nichts.</translation>
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
        <translation>Crossbar</translation>
    </message>
    <message>
        <source>S&amp;A</source>
        <translation>S&amp;A</translation>
    </message>
    <message>
        <source>registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>skip logic</source>
        <translation>Sprunglogik</translation>
    </message>
    <message>
        <source>sign indicator</source>
        <translation>Vorzeichenanzeige</translation>
    </message>
    <message>
        <source>tile units</source>
        <translation>Tile-Einheiten</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>ISAAC at 32 nm (Shafiee et al., ISCA 2016): IMA, tile and chip of its Table I</source>
        <translation>ISAAC bei 32 nm (Shafiee et al., ISCA 2016): IMA, Tile und Chip seiner Tabelle I</translation>
    </message>
    <message>
        <source>Priced by published totals per component: no leakage apart, no data dependence. An idle ADC is free in the energy but not in the power. Energies per bit of eDRAM, bus and router and per shift-and-add come from another source (hwcomponents-library). ISAAC&apos;s unit column takes an ADC&apos;s time but is not counted into the cycle.</source>
        <translation>Bepreist nach veröffentlichten Summen je Komponente: kein eigener Leckstrom, keine Datenabhängigkeit. Ein ruhender ADC kostet keine Energie, wohl aber Leistung. Energien je Bit von eDRAM, Bus und Router und je Schieben-und-Addieren stammen aus anderer Quelle (hwcomponents-library). Die Einheitsspalte von ISAAC nimmt Zeit eines ADCs in Anspruch, zählt aber nicht zum Zyklus.</translation>
    </message>
    <message>
        <source>eDRAM</source>
        <translation>eDRAM</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>MNSIM-like, 130 nm: MNSIM 2.0&apos;s shipped configuration, 256x256 arrays of 1-bit cells, 6-bit ADCs</source>
        <translation>MNSIM-artig, 130 nm: ausgelieferte Konfiguration von MNSIM 2.0, 256x256-Arrays von 1-Bit-Zellen, 6-Bit-ADCs</translation>
    </message>
    <message>
        <source>A conversion is given (bits + 2) / rate seconds, so its ADC energy is about ten times ISAAC&apos;s. Rows of its ADC table come from different papers; its own shipped choice (6 bit, 1650 um2) is larger than its 8-bit one and is not in the ADC law, whose 6-bit row has 580 um2. The area of buffers, links and digital parts and the energy of buffers are calibrated on one network. MNSIM adds buffer and bus times to a layer&apos;s latency, which this does not. ADCs and DACs do not shrink with bits in MNSIM itself.</source>
        <translation>Eine Wandlung erhält (Bits + 2) / Rate Sekunden, daher ist die ADC-Energie etwa das Zehnfache von ISAAC. Zeilen der ADC-Tabelle stammen aus verschiedenen Arbeiten; die eigene ausgelieferte Wahl (6 Bit, 1650 um2) ist größer als die mit 8 Bit und nicht im ADC-Modell, dessen 6-Bit-Zeile 580 um2 hat. Die Fläche von Puffern, Verbindungen und digitalen Teilen und die Energie der Puffer sind an einem Netz kalibriert. MNSIM zählt Puffer- und Buszeiten zur Latenz einer Schicht, dies hier nicht. ADCs und DACs schrumpfen in MNSIM selbst nicht mit den Bits.</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>Digitalteil</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>NeuroSim-like, 22 nm RRAM, 2-bit cells, flash ADC: DNN+NeuroSim V1.3, calibrated on its VGG-8</source>
        <translation>NeuroSim-artig, 22 nm RRAM, 2-Bit-Zellen, Flash-ADC: DNN+NeuroSim V1.3, kalibriert an seinem VGG-8</translation>
    </message>
    <message>
        <source>Calibrated on NeuroSim&apos;s printed totals for one network (its VGG-8, dense), spread evenly over sub-arrays, conversions and array reads: other networks, buses and buffers do not change the price of a unit. NeuroSim follows the data bit by bit; here the mean column current of that run stands for all. Latency is the run&apos;s mean time a step: NeuroSim speeds small layers up by copies of their weights, here only replication does. The 5-bit ADC drops low bits of the sum (128 rows of 2-bit cells need 9).</source>
        <translation>Kalibriert an den gedruckten Summen von NeuroSim für ein Netz (sein VGG-8, dicht), gleichmäßig auf Sub-Arrays, Wandlungen und Array-Lesevorgänge verteilt: Andere Netze, Busse und Puffer ändern den Preis einer Einheit nicht. NeuroSim folgt den Daten Bit für Bit; hier steht der mittlere Spaltenstrom jenes Laufs für alle. Die Latenz ist die mittlere Schrittzeit des Laufs: NeuroSim beschleunigt kleine Schichten durch Kopien ihrer Gewichte, hier tut das nur die Replikation. Der 5-Bit-ADC lässt niedrige Bits der Summe fallen (128 Zeilen von 2-Bit-Zellen brauchen 9).</translation>
    </message>
    <message>
        <source>column current</source>
        <translation>Spaltenstrom</translation>
    </message>
    <message>
        <source>accumulation</source>
        <translation>Akkumulation</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>other periphery</source>
        <translation>übrige Peripherie</translation>
    </message>
    <message>
        <source>NeuroSim-like, 32 nm RRAM, 1-bit cells, SAR ADC: DNN+NeuroSim V1.4, calibrated on its VGG-8</source>
        <translation>NeuroSim-artig, 32 nm RRAM, 1-Bit-Zellen, SAR-ADC: DNN+NeuroSim V1.4, kalibriert an seinem VGG-8</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>Leerfläche</translation>
    </message>
    <message>
        <source>PUMA at 32 nm, 1 GHz (Ankit et al., ASPLOS 2019): core, tile and node of its Table 3, its MVMU split by puma-simulator</source>
        <translation>PUMA bei 32 nm, 1 GHz (Ankit et al., ASPLOS 2019): Core, Tile und Knoten seiner Tabelle 3, seine MVMU aufgeteilt nach puma-simulator</translation>
    </message>
    <message>
        <source>PUMA&apos;s core is a programmable processor: control, memories and vector units take power for as long as a layer works, whatever the instructions. Table 3 prices an MVMU whole; its ADCs, DACs, S&amp;H and arrays are puma-simulator&apos;s, what is left is one line. Printed totals do not add up (core area, tile power and area). Its ADC law keeps the area of 1200 um2 at all bits.</source>
        <translation>Der Core von PUMA ist ein programmierbarer Prozessor: Steuerung, Speicher und Vektoreinheiten nehmen Leistung auf, solange eine Schicht arbeitet, gleich welche Befehle. Tabelle 3 bepreist eine MVMU als Ganzes; ihre ADCs, DACs, S&amp;H und Arrays sind die von puma-simulator, der Rest ist eine Zeile. Gedruckte Summen gehen nicht auf (Core-Fläche, Tile-Leistung und -Fläche). Sein ADC-Modell behält die Fläche von 1200 um2 bei allen Bits.</translation>
    </message>
    <message>
        <source>MVMU rest</source>
        <translation>übrige MVMU</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>instruction memory</source>
        <translation>Befehlsspeicher</translation>
    </message>
    <message>
        <source>vector units</source>
        <translation>Vektoreinheiten</translation>
    </message>
    <message>
        <source>attribute memory</source>
        <translation>Attributspeicher</translation>
    </message>
    <message>
        <source>receive buffer</source>
        <translation>Empfangspuffer</translation>
    </message>
    <message>
        <source>S0 at 45 nm (ISLPED 2019), calibrated per array on S1&apos;s printed areas and powers</source>
        <translation>S0 bei 45 nm (ISLPED 2019), je Array kalibriert an gedruckten Flächen und Leistungen von S1</translation>
    </message>
    <message>
        <source>S0 prints reductions only, no watts or areas: absolute figures are S1&apos;s, which has the same array, cells, node and tools. One price per array, periphery included, by least squares over arrays counted on masks of ours (uniform filter pruning; S1&apos;s masks are not published): residuals of the seven rows -20 to +19 % of the area, -20 to +24 % of the power. No ADC bits, no times, no energy: S0 and S1 print none, so ADC savings do not show.</source>
        <translation>S0 druckt nur Einsparungen, keine Watt oder Flächen: Absolute Zahlen sind die von S1, mit gleichem Array, gleichen Zellen, Knoten und Werkzeugen. Ein Preis je Array mit Peripherie, durch kleinste Quadrate über Arrays, die an eigenen Masken gezählt wurden (gleichmäßiges Filter-Pruning; die Masken von S1 sind nicht veröffentlicht): Residuen der sieben Zeilen -20 bis +19 % der Fläche, -20 bis +24 % der Leistung. Keine ADC-Bits, keine Zeiten, keine Energie: S0 und S1 drucken keine, ADC-Einsparungen zeigen sich daher nicht.</translation>
    </message>
    <message>
        <source>array with periphery</source>
        <translation>Array mit Peripherie</translation>
    </message>
    <message>
        <source>S1 at 45 nm (ASP-DAC 2020), calibrated per array on its seven printed areas and powers</source>
        <translation>S1 bei 45 nm (ASP-DAC 2020), je Array kalibriert an seinen sieben gedruckten Flächen und Leistungen</translation>
    </message>
    <message>
        <source>One price per array, periphery included, by least squares over arrays counted on masks of ours (uniform filter pruning; S1&apos;s masks are not published): residuals of the seven rows -20 to +19 % of the area, -20 to +24 % of the power. No ADC bits, no times, no energy: S0 and S1 print none, so ADC savings do not show.</source>
        <translation>Ein Preis je Array mit Peripherie, durch kleinste Quadrate über Arrays, die an eigenen Masken gezählt wurden (gleichmäßiges Filter-Pruning; die Masken von S1 sind nicht veröffentlicht): Residuen der sieben Zeilen -20 bis +19 % der Fläche, -20 bis +24 % der Leistung. Keine ADC-Bits, keine Zeiten, keine Energie: S0 und S1 drucken keine, ADC-Einsparungen zeigen sich daher nicht.</translation>
    </message>
    <message>
        <source>Regression over the Murmann survey (Accelergy ADC plug-in, hwcomponents-adc): best-case energy and area of a converter of given bits, rate and node</source>
        <translation>Regression über die Murmann-Übersicht (ADC-Plug-in von Accelergy, hwcomponents-adc): Energie und Fläche eines Wandlers gegebener Bits, Rate und Knotens im besten Fall</translation>
    </message>
    <message>
        <source>Optimistic in energy by its authors&apos; word, yet its area is far above ISAAC&apos;s (6469 against 1200 um2 at 8 bits, 1.28 GS/s). Below 7 bits it is nearly flat. Nominal bits are taken for effective bits.</source>
        <translation>Bei der Energie nach den Worten der Autoren optimistisch, doch die Fläche liegt weit über der von ISAAC (6469 gegen 1200 um2 bei 8 Bit, 1,28 GS/s). Unter 7 Bit fast flach. Nominelle Bits gelten als effektive Bits.</translation>
    </message>
    <message>
        <source>Plain doubling with each bit, from ISAAC&apos;s 8-bit ADC at 32 nm</source>
        <translation>Einfache Verdopplung mit jedem Bit, ausgehend vom 8-Bit-ADC von ISAAC bei 32 nm</translation>
    </message>
    <message>
        <source>No part of a converter but the capacitive DAC and a flash ADC&apos;s comparators doubles with each bit; below 8 bits the law is far too cheap, above far too dear.</source>
        <translation>Kein Teil eines Wandlers außer dem kapazitiven DAC und den Komparatoren eines Flash-ADCs verdoppelt sich mit jedem Bit; unter 8 Bit ist das Modell viel zu billig, darüber viel zu teuer.</translation>
    </message>
    <message>
        <source>SAR ADC of ISAAC and FORMS at 32 nm: voltage buffer, memory and clock grow linearly with bits, the capacitive DAC exponentially; 0.4 b/8 + 0.6 2^(b-8) of the 8-bit ADC&apos;s power and area</source>
        <translation>SAR-ADC von ISAAC und FORMS bei 32 nm: Spannungspuffer, Speicher und Takt wachsen linear mit den Bits, der kapazitive DAC exponentiell; 0,4 b/8 + 0,6 2^(b-8) von Leistung und Fläche des 8-Bit-ADCs</translation>
    </message>
    <message>
        <source>Fitted to two converters of unlike rate (8 bit 1.28 GS/s, 4 bit 2.1 GS/s) as if power did not depend on the rate; everything but 4 and 8 bits is interpolated or extrapolated.</source>
        <translation>Angepasst an zwei Wandler ungleicher Rate (8 Bit 1,28 GS/s, 4 Bit 2,1 GS/s), als hinge die Leistung nicht von der Rate ab; alles außer 4 und 8 Bit ist inter- oder extrapoliert.</translation>
    </message>
    <message>
        <source>MNSIM 2.0&apos;s table of published ADCs (choices 7, 4, 2 and 1: 4, 6, 8 and 10 bits), priced as MNSIM does: (b + 2) / rate seconds a conversion</source>
        <translation>Tabelle veröffentlichter ADCs aus MNSIM 2.0 (Auswahl 7, 4, 2 und 1: 4, 6, 8 und 10 Bit), bepreist wie in MNSIM: (b + 2) / Rate Sekunden je Wandlung</translation>
    </message>
    <message>
        <source>Rows from different papers and nodes. A conversion is given (b + 2) sample periods, so ISAAC&apos;s 1.28 GS/s ADC costs 15.6 pJ, ten times ISAAC&apos;s own 1.56 pJ. Left out: choices 3 and 5 (8 bit, 1650 um2, 4 mW, 1.1 GS/s: 36.4 pJ), 6 (6 bit, 1650 um2, more than the 8-bit one), 8 (1-bit sense amplifier), 9 (8 bits in one file, 6 in another).</source>
        <translation>Zeilen aus verschiedenen Arbeiten und Knoten. Eine Wandlung erhält (b + 2) Abtastperioden, daher kostet der ADC von ISAAC mit 1,28 GS/s 15,6 pJ, das Zehnfache der 1,56 pJ von ISAAC selbst. Ausgelassen: Auswahl 3 und 5 (8 Bit, 1650 um2, 4 mW, 1,1 GS/s: 36,4 pJ), 6 (6 Bit, 1650 um2, mehr als der mit 8 Bit), 8 (1-Bit-Leseverstärker), 9 (8 Bit in einer Datei, 6 in einer anderen).</translation>
    </message>
    <message>
        <source>NeuroSim V1.3&apos;s multilevel sense amplifier (flash ADC, current mode): 2^b - 1 comparators and an encoder, 130 to 7 nm, both roadmaps, with the power of the column it reads</source>
        <translation>Mehrstufiger Leseverstärker von NeuroSim V1.3 (Flash-ADC, Strombetrieb): 2^b - 1 Komparatoren und ein Kodierer, 130 bis 7 nm, beide Roadmaps, mit der Leistung der gelesenen Spalte</translation>
    </message>
    <message>
        <source>V1.4 replaced the power by tables over the column&apos;s resistance and shrank the 22 nm 5-bit ADC from 378.8 to 52.5 um2 without notice. The conversion takes 1 ns, NeuroSim&apos;s least: at 32 nm LSTP and above its own time depends on the column and lies between 1 and 10 ns, so the energy there is a lower bound. The encoder&apos;s switching energy is not counted.</source>
        <translation>V1.4 ersetzte die Leistung durch Tabellen über den Spaltenwiderstand und verkleinerte den 5-Bit-ADC bei 22 nm ohne Hinweis von 378,8 auf 52,5 um2. Die Wandlung dauert 1 ns, das Mindeste in NeuroSim: bei 32 nm LSTP und darüber hängt die eigene Zeit von der Spalte ab und liegt zwischen 1 und 10 ns, die Energie ist dort also eine untere Schranke. Die Schaltenergie des Kodierers ist nicht gezählt.</translation>
    </message>
    <message>
        <source>NeuroSim&apos;s SAR ADC, 130 to 7 nm, low-standby-power and high-performance roadmap, with the power of the column it reads</source>
        <translation>SAR-ADC von NeuroSim, 130 bis 7 nm, Roadmaps für niedrige Standby-Leistung und hohe Leistung, mit der Leistung der gelesenen Spalte</translation>
    </message>
    <message>
        <source>A fit to circuit simulations that are not published; power linear in bits, so no capacitive DAC. Without the column term it is 10 times below ISAAC at 8 bits. The area counts minimum transistors and is stated for planar nodes (22 nm and above) only.</source>
        <translation>Anpassung an unveröffentlichte Schaltungssimulationen; Leistung linear in den Bits, also kein kapazitiver DAC. Ohne den Spaltenterm liegt er bei 8 Bit um das 10-Fache unter ISAAC. Die Fläche zählt Minimaltransistoren und gilt nur für planare Knoten (22 nm und darüber).</translation>
    </message>
    <message>
        <source>Newton&apos;s 9-bit SAR ADC at 32 nm and 1.2 GS/s that stops after fewer bits: power linear in bits, the area stays the 9-bit ADC&apos;s</source>
        <translation>9-Bit-SAR-ADC von Newton bei 32 nm und 1,2 GS/s, der nach weniger Bits anhält: Leistung linear in den Bits, die Fläche bleibt die des 9-Bit-ADCs</translation>
    </message>
    <message>
        <source>Linear in bits is Newton&apos;s assumption, not a measurement. The converter is a 9-bit one at all times, so fewer bits save no area.</source>
        <translation>Linear in den Bits ist eine Annahme von Newton, keine Messung. Der Wandler hat stets 9 Bit, weniger Bits sparen also keine Fläche.</translation>
    </message>
    <message>
        <source>PUMA&apos;s ADC table at 32 nm: power and latency both linear in bits, area constant</source>
        <translation>ADC-Tabelle von PUMA bei 32 nm: Leistung und Latenz linear in den Bits, Fläche konstant</translation>
    </message>
    <message>
        <source>The area is the 8-bit ADC&apos;s 0.0012 mm2 for all bits, so fewer bits save none. The program lists 1 to 9 and 16 bits; 10 to 15 follow from the same line.</source>
        <translation>Die Fläche ist bei allen Bits die 0,0012 mm2 des 8-Bit-ADCs, weniger Bits sparen also keine. Das Programm nennt 1 bis 9 und 16 Bit; 10 bis 15 folgen aus derselben Geraden.</translation>
    </message>
    <message>
        <source>ISAAC&apos;s 8-bit SAR ADC at 32 nm and 1.2 GS/s, scaled to 4 to 10 bits by a capacitive-DAC analysis (Saberi et al.)</source>
        <translation>8-Bit-SAR-ADC von ISAAC bei 32 nm und 1,2 GS/s, auf 4 bis 10 Bit skaliert durch eine Analyse des kapazitiven DACs (Saberi et al.)</translation>
    </message>
    <message>
        <source>The table is hwcomponents-library&apos;s; the analysis behind it covers the capacitive DAC, and 8 bits is ISAAC&apos;s own converter. No entry below 4 or above 10 bits.</source>
        <translation>Die Tabelle ist die der hwcomponents-library; die Analyse dahinter deckt den kapazitiven DAC ab, und 8 Bit ist der eigene Wandler von ISAAC. Kein Eintrag unter 4 oder über 10 Bit.</translation>
    </message>
    <message>
        <source>Walden&apos;s figure of merit, energy FOM 2^b, with the figure of ISAAC&apos;s 8-bit ADC at 32 nm</source>
        <translation>Gütezahl nach Walden, Energie FOM 2^b, mit der Zahl des 8-Bit-ADCs von ISAAC bei 32 nm</translation>
    </message>
    <message>
        <source>One figure of merit for all bits is a definition, not a finding: FORMS&apos; 4-bit ADC has 14.1 fJ a step where ISAAC&apos;s 8-bit one has 6.5. Nominal bits are taken for effective bits. No area.</source>
        <translation>Eine Gütezahl für alle Bits ist eine Festlegung, kein Befund: Der 4-Bit-ADC von FORMS hat 14,1 fJ je Schritt, der 8-Bit-ADC von ISAAC 6,5. Nominelle Bits gelten als effektive Bits. Keine Fläche.</translation>
    </message>
    <message>
        <source>ZigZag-IMC&apos;s SAR ADC at 28 nm, fitted to three published analog in-memory macros</source>
        <translation>SAR-ADC von ZigZag-IMC bei 28 nm, angepasst an drei veröffentlichte analoge In-Memory-Makros</translation>
    </message>
    <message>
        <source>For 28 nm SRAM macros at 0.9 V; no scaling to other nodes. Settling is counted by the array&apos;s rows, not by wire or cell resistance.</source>
        <translation>Für SRAM-Makros bei 28 nm und 0,9 V; keine Skalierung auf andere Knoten. Das Einschwingen zählt nach den Zeilen des Arrays, nicht nach Leitungs- oder Zellwiderstand.</translation>
    </message>
    <message>
        <source>LeNet-5 on the built-in synthetic digits: the plan of lenet5-mnist with a short schedule, no files needed</source>
        <translation>LeNet-5 auf den eingebauten synthetischen Ziffern: der Plan von lenet5-mnist mit kurzem Zeitplan, keine Dateien nötig</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 17.89x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 17,89x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019)</translation>
    </message>
    <message>
        <source>ConvNet on CIFAR-10: convolutions 2.93x by filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>ConvNet auf CIFAR-10: Faltungen 2,93x nach Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 105.52x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 105,52x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 17.69x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 17,69x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 37.06x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 37,06x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>ResNet-18 on CIFAR-10: convolutions without shortcuts 20.88x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>ResNet-18 auf CIFAR-10: Faltungen ohne Shortcuts 20,88x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>VGG-16 on CIFAR-10: convolutions 29.81x by filters and filter shapes, 5-bit conductance levels everywhere (S0, ISLPED 2019, Table I)</source>
        <translation>VGG-16 auf CIFAR-10: Faltungen 29,81x nach Filtern und Filterformen, überall 5-Bit-Leitwertstufen (S0, ISLPED 2019, Tabelle I)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 231.82x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 231,82x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (S1, ASP-DAC 2020, Tabelle 1)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 39.23x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 39,23x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (S1, ASP-DAC 2020, Tabelle 1)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: convolutions 87.93x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>LeNet-5 auf MNIST: Faltungen 87,93x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (S1, ASP-DAC 2020, Tabelle 1)</translation>
    </message>
    <message>
        <source>ResNet-18 on CIFAR-10: convolutions with shortcuts 59.84x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>ResNet-18 auf CIFAR-10: Faltungen mit Shortcuts 59,84x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (S1, ASP-DAC 2020, Tabelle 1)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: convolutions 2x by filters and filter shapes with purification, distilled onto 8-bit levels (S1&apos;s method)</source>
        <translation>ResNet-20 auf CIFAR-10: Faltungen 2x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (Verfahren von S1)</translation>
    </message>
    <message>
        <source>VGG-16 on CIFAR-10: convolutions 50.02x by filters and filter shapes with purification, distilled onto 8-bit levels (S1, ASP-DAC 2020, Table 1)</source>
        <translation>VGG-16 auf CIFAR-10: Faltungen 50,02x nach Filtern und Filterformen mit Bereinigung, auf 8-Bit-Stufen destilliert (S1, ASP-DAC 2020, Tabelle 1)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: 85x over the whole network, weight by weight, then equal-interval levels of 3 and 4 bits, step by step (S2, ASPLOS 2019)</source>
        <translation>LeNet-5 auf MNIST: 85x über das ganze Netz, Gewicht für Gewicht, dann Stufen gleichen Abstands mit 3 und 4 Bit, Schritt für Schritt (S2, ASPLOS 2019)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: 4x over the whole network, weight by weight (S2&apos;s method)</source>
        <translation>ResNet-20 auf CIFAR-10: 4x über das ganze Netz, Gewicht für Gewicht (Verfahren von S2)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: at most 10 non-zeros of 2-bit cells in each crossbar column, whose sums 5 ADC bits hold (S3, DATE 2021)</source>
        <translation>LeNet-5 auf MNIST: höchstens 10 Nichtnullen aus 2-Bit-Zellen je Crossbar-Spalte, deren Summen 5 ADC-Bits fassen (S3, DATE 2021)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: at most 32 non-zeros in each column of 128 rows, so that 7 ADC bits are lossless (S3&apos;s method)</source>
        <translation>ResNet-20 auf CIFAR-10: höchstens 32 Nichtnullen je Spalte von 128 Zeilen, sodass 7 ADC-Bits verlustfrei sind (Verfahren von S3)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: blocks of convolution and linear layers pruned 10x under a reweighted group lasso (S4&apos;s method, with the reweighting of BLK-REW)</source>
        <translation>LeNet-5 auf MNIST: Blöcke von Faltungs- und linearen Schichten 10x beschnitten mit umgewichtetem Group Lasso (Verfahren von S4, mit der Umgewichtung von BLK-REW)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: convolutions 4x, kernel positions punched out of blocks of 8 filters and 4 channels (S4&apos;s method, YOLObile&apos;s blocks)</source>
        <translation>ResNet-20 auf CIFAR-10: Faltungen 4x, Kernelpositionen aus Blöcken von 8 Filtern und 4 Kanälen gestanzt (Verfahren von S4, Blöcke von YOLObile)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: as s5-lenet5-21x with a plain group lasso, the ablation of weight penalty clipping (S5, AAAI 2020)</source>
        <translation>LeNet-5 auf MNIST: wie s5-lenet5-21x mit einfachem Group Lasso, die Ablation des Weight Penalty Clipping (S5, AAAI 2020)</translation>
    </message>
    <message>
        <source>LeNet-5 on MNIST: PE-wise groups pruned under weight penalty clipping while weights become ternary (S5, AAAI 2020)</source>
        <translation>LeNet-5 auf MNIST: PE-weise Gruppen unter Weight Penalty Clipping beschnitten, während Gewichte ternär werden (S5, AAAI 2020)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: PE-wise groups pruned under weight penalty clipping while weights become ternary (S5&apos;s method)</source>
        <translation>ResNet-20 auf CIFAR-10: PE-weise Gruppen unter Weight Penalty Clipping beschnitten, während Gewichte ternär werden (Verfahren von S5)</translation>
    </message>
    <message>
        <source>ResNet-20 on CIFAR-10: ternary weights in all layers, trained through the quantiser (S5&apos;s ternarisation)</source>
        <translation>ResNet-20 auf CIFAR-10: ternäre Gewichte in allen Schichten, durch den Quantisierer trainiert (Ternarisierung von S5)</translation>
    </message>
    <message>
        <source>Calibrated on NeuroSim&apos;s printed totals for one network (its VGG-8, dense), spread evenly over sub-arrays, conversions and array reads: other networks, buses and buffers do not change the price of a unit. NeuroSim follows the data bit by bit; here the mean column current of that run stands for all. Latency is the run&apos;s mean time a step: NeuroSim speeds small layers up by copies of their weights, here only replication does. The 5-bit ADC drops low bits of the sum (128 rows of 1-bit cells need 8). V1.4&apos;s printed area is its arrays&apos; bounding boxes: five parts sum to 249.8 of 999.5 mm2, the rest stands here as white space. The energy beside the ADCs rests on a total of 81 uJ that is taken to be this run&apos;s; leakage is not stated.</source>
        <translation>Kalibriert an den gedruckten Summen von NeuroSim für ein Netz (sein VGG-8, dicht), gleichmäßig auf Sub-Arrays, Wandlungen und Array-Lesevorgänge verteilt: Andere Netze, Busse und Puffer ändern den Preis einer Einheit nicht. NeuroSim folgt den Daten Bit für Bit; hier steht der mittlere Spaltenstrom jenes Laufs für alle. Die Latenz ist die mittlere Schrittzeit des Laufs: NeuroSim beschleunigt kleine Schichten durch Kopien ihrer Gewichte, hier tut das nur die Replikation. Der 5-Bit-ADC lässt niedrige Bits der Summe fallen (128 Zeilen von 1-Bit-Zellen brauchen 8). Die gedruckte Fläche von V1.4 sind die umschließenden Rechtecke der Arrays: Fünf Teile ergeben 249,8 von 999,5 mm2, der Rest steht hier als Leerfläche. Die Energie neben den ADCs beruht auf einer Summe von 81 uJ, die diesem Lauf zugeschrieben wird; Leckstrom ist nicht angegeben.</translation>
    </message>
</context>
<context>
    <name>mho</name>
    <message>
        <source>The folder holds %1, but the recipe is for %2; choose that one&apos;s folder</source>
        <translation>Der Ordner enthält %1, aber das Rezept ist für %2; dessen Ordner wählen</translation>
    </message>
    <message>
        <source>These values cannot be used; correct them:%1</source>
        <translation>Diese Werte können nicht verwendet werden; korrigieren:%1</translation>
    </message>
    <message>
        <source>The program cannot be started: %1</source>
        <translation>Das Programm kann nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>No pipe to a program can be made: %1</source>
        <translation>Es kann keine Pipe zu einem Programm angelegt werden: %1</translation>
    </message>
    <message>
        <source>There is no entry &quot;%1&quot; in %2; there are: %3</source>
        <translation>Es gibt keinen Eintrag „%1“ in %2; es gibt: %3</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>Die Datei kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read</source>
        <translation>Die Datei hat %1 Bytes; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1. Choose another folder or free space</source>
        <translation>Die Datei kann nicht geschrieben werden: %1. Einen anderen Ordner wählen oder Platz schaffen</translation>
    </message>
    <message>
        <source>there is no option &quot;%1&quot;; this kind has: %2</source>
        <translation>es gibt keine Option „%1“; diese Art hat: %2</translation>
    </message>
    <message>
        <source>%1 is not %2 from %3 to %4</source>
        <translation>%1 ist nicht %2 von %3 bis %4</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>this kind has no rule of a paper&apos;s own; leave it out or give &quot;euclidean&quot;</source>
        <translation>diese Art hat keine Regel einer Arbeit; weglassen oder „euclidean“ angeben</translation>
    </message>
    <message>
        <source>a ratio of %1 cannot be; give a number of at least 1</source>
        <translation>ein Faktor von %1 ist nicht möglich; eine Zahl von mindestens 1 angeben</translation>
    </message>
    <message>
        <source>this kind has no ratio; its options say how much is kept</source>
        <translation>diese Art hat keinen Faktor; ihre Optionen sagen, wie viel bleibt</translation>
    </message>
    <message>
        <source>a ratio of %1 would empty the layer; at most %2 can be asked for</source>
        <translation>ein Faktor von %1 würde die Schicht leeren; höchstens %2 ist möglich</translation>
    </message>
    <message>
        <source>There is no constraint &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt keine Bedingung „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>Filters of a block</source>
        <translation>Filter eines Blocks</translation>
    </message>
    <message>
        <source>Input channels of a block</source>
        <translation>Eingangskanäle eines Blocks</translation>
    </message>
    <message>
        <source>Keeps kernel positions over whole blocks of filters and channels</source>
        <translation>Behält Kernelpositionen über ganze Blöcke von Filtern und Kanälen</translation>
    </message>
    <message>
        <source>this kind is for convolutions; a linear layer can have &quot;block-row-column&quot;</source>
        <translation>diese Art ist für Faltungen; eine lineare Schicht kann „block-row-column“ haben</translation>
    </message>
    <message>
        <source>filters of each group</source>
        <translation>Filter jeder Gruppe</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>channels a filter sees</source>
        <translation>Kanäle, die ein Filter sieht</translation>
    </message>
    <message>
        <source>Rows (filters) of a block</source>
        <translation>Zeilen (Filter) eines Blocks</translation>
    </message>
    <message>
        <source>Columns of a block</source>
        <translation>Spalten eines Blocks</translation>
    </message>
    <message>
        <source>What goes inside a block: 0 = its columns, 1 = its rows</source>
        <translation>Was in einem Block wegfällt: 0 = seine Spalten, 1 = seine Zeilen</translation>
    </message>
    <message>
        <source>Keeps rows or columns inside blocks of the weight matrix</source>
        <translation>Behält Zeilen oder Spalten innerhalb von Blöcken der Gewichtsmatrix</translation>
    </message>
    <message>
        <source>rows of each group</source>
        <translation>Zeilen jeder Gruppe</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Keeps whole input channels (all their kernel positions)</source>
        <translation>Behält ganze Eingangskanäle (alle ihre Kernelpositionen)</translation>
    </message>
    <message>
        <source>Keeps at most so many weights in each physical crossbar column, so that smaller ADCs read it (TinyADC)</source>
        <translation>Behält höchstens so viele Gewichte in jeder physischen Crossbar-Spalte, sodass kleinere ADCs sie lesen (TinyADC)</translation>
    </message>
    <message>
        <source>Most non-zero weights of a filter in one array</source>
        <translation>Meiste Nichtnull-Gewichte eines Filters in einem Array</translation>
    </message>
    <message>
        <source>Keeps whole filters (rows of the weight matrix)</source>
        <translation>Behält ganze Filter (Zeilen der Gewichtsmatrix)</translation>
    </message>
    <message>
        <source>Keeps kernel positions of input channels in all filters alike (columns of the weight matrix)</source>
        <translation>Behält Kernelpositionen von Eingangskanälen in allen Filtern gleich (Spalten der Gewichtsmatrix)</translation>
    </message>
    <message>
        <source>blocks of %1 do not divide the %2 %3; give &quot;%4&quot; one of %5</source>
        <translation>Blöcke von %1 teilen die %2 %3 nicht; „%4“ eins von %5 geben</translation>
    </message>
    <message>
        <source>Keeps 5 weights of each 3 x 3 kernel, in one of 13 patterns</source>
        <translation>Behält 5 Gewichte jedes 3 x 3-Kernels, in einem von 13 Mustern</translation>
    </message>
    <message>
        <source>this kind is for convolutions of 3 x 3 kernels, and this layer&apos;s are %1 x %2; take it from this layer</source>
        <translation>diese Art ist für Faltungen mit 3 x 3-Kernels, und die dieser Schicht sind %1 x %2; von dieser Schicht wegnehmen</translation>
    </message>
    <message>
        <source>this kind is for convolutions of 3 x 3 kernels, and this layer is none; take it from this layer</source>
        <translation>diese Art ist für Faltungen mit 3 x 3-Kernels, und diese Schicht ist keine; von dieser Schicht wegnehmen</translation>
    </message>
    <message>
        <source>Filters the processing elements handle in one pass (Tm)</source>
        <translation>Filter, die die Rechenelemente in einem Durchgang bearbeiten (Tm)</translation>
    </message>
    <message>
        <source>Input channels they handle in one pass (Tn)</source>
        <translation>Eingangskanäle, die sie in einem Durchgang bearbeiten (Tn)</translation>
    </message>
    <message>
        <source>Keeps whole groups of filters and channels that one pass of the processing elements handles</source>
        <translation>Behält ganze Gruppen von Filtern und Kanälen, die ein Durchgang der Rechenelemente bearbeitet</translation>
    </message>
    <message>
        <source>Filters / filters kept; 1 keeps all</source>
        <translation>Filter / behaltene Filter; 1 behält alle</translation>
    </message>
    <message>
        <source>Columns of the weight matrix / columns kept; 1 keeps all</source>
        <translation>Spalten der Gewichtsmatrix / behaltene Spalten; 1 behält alle</translation>
    </message>
    <message>
        <source>a filter_ratio of %1 would leave no filter; at most %2 can be asked for</source>
        <translation>ein filter_ratio von %1 ließe keinen Filter übrig; höchstens %2 ist möglich</translation>
    </message>
    <message>
        <source>a shape_ratio of %1 would leave no column; at most %2 can be asked for</source>
        <translation>ein shape_ratio von %1 ließe keine Spalte übrig; höchstens %2 ist möglich</translation>
    </message>
    <message>
        <source>Keeps one sign in each fragment of a crossbar column, so that one array holds both signs (FORMS)</source>
        <translation>Behält ein Vorzeichen in jedem Fragment einer Crossbar-Spalte, sodass ein Array beide Vorzeichen hält (FORMS)</translation>
    </message>
    <message>
        <source>Word lines of a fragment; a multiple of those the hardware reads at once, or a whole column</source>
        <translation>Wortleitungen eines Fragments; ein Vielfaches derer, die die Hardware auf einmal liest, oder eine ganze Spalte</translation>
    </message>
    <message>
        <source>fragments of %1 word lines may leave both signs on %2 lines that the hardware reads at once (crossbar.fragment_rows); give &quot;rows&quot; a multiple of %3, or at least the %4 of an array</source>
        <translation>Fragmente von %1 Wortleitungen können beide Vorzeichen auf %2 Leitungen lassen, die die Hardware auf einmal liest (crossbar.fragment_rows); „rows“ ein Vielfaches von %3 geben oder mindestens die %4 eines Arrays</translation>
    </message>
    <message>
        <source>Keeps whole crossbar tiles, as the mapper cuts them</source>
        <translation>Behält ganze Crossbar-Kacheln, wie der Mapper sie schneidet</translation>
    </message>
    <message>
        <source>Keeps single weights, anywhere in the layer</source>
        <translation>Behält einzelne Gewichte, irgendwo in der Schicht</translation>
    </message>
    <message>
        <source>The network to put back has other layers than the small network, or no weights</source>
        <translation>Das zurückzusetzende Netz hat andere Schichten als das kleine Netz oder keine Gewichte</translation>
    </message>
    <message>
        <source>%1 bits with g_min/g_max = %2 give no levels; use 2..9 bits and 0 &lt;= g_min/g_max &lt; 1</source>
        <translation>%1 Bit mit g_min/g_max = %2 geben keine Stufen; 2..9 Bit und 0 &lt;= g_min/g_max &lt; 1 verwenden</translation>
    </message>
    <message>
        <source>%1 bits cannot be for &quot;%2&quot; levels; give 0 (float weights) or %3</source>
        <translation>%1 Bit sind für Stufen „%2“ nicht möglich; 0 (float-Gewichte) oder %3 angeben</translation>
    </message>
    <message>
        <source>%1 bits need cells of %2 bits, but device.cell_bits is %3; ask for at most %4 bits</source>
        <translation>%1 Bit brauchen Zellen mit %2 Bit, aber device.cell_bits ist %3; höchstens %4 Bit verlangen</translation>
    </message>
    <message>
        <source>constraint &quot;%1&quot; stands twice; give it once</source>
        <translation>die Bedingung „%1“ steht zweimal; einmal angeben</translation>
    </message>
    <message>
        <source>a factor of %1 on the penalty cannot be; give a number above 0</source>
        <translation>ein Faktor von %1 auf die Strafe ist nicht möglich; eine Zahl über 0 angeben</translation>
    </message>
    <message>
        <source>network %1 has no weight layer of this name; remove it from the plan or rename it</source>
        <translation>das Netz %1 hat keine Gewichtsschicht dieses Namens; aus dem Plan entfernen oder umbenennen</translation>
    </message>
    <message>
        <source>the layer stands twice in the plan; give it once</source>
        <translation>die Schicht steht zweimal im Plan; einmal angeben</translation>
    </message>
    <message>
        <source>the plan lacks this layer; add it, without constraints if it shall stay dense</source>
        <translation>dem Plan fehlt diese Schicht; hinzufügen, ohne Bedingungen, wenn sie dicht bleiben soll</translation>
    </message>
    <message>
        <source>LAYER.KEY=VALUE is needed, for example conv2.filter=4</source>
        <translation>SCHICHT.SCHLÜSSEL=WERT ist nötig, zum Beispiel conv2.filter=4</translation>
    </message>
    <message>
        <source>network %1 has no such weight layer; there are: %2</source>
        <translation>das Netz %1 hat keine solche Gewichtsschicht; es gibt: %2</translation>
    </message>
    <message>
        <source>pruned weight %1 is not zero</source>
        <translation>das beschnittene Gewicht %1 ist nicht null</translation>
    </message>
    <message>
        <source>constraint %1 does not hold on the mapped arrays</source>
        <translation>die Bedingung %1 gilt auf den abgebildeten Arrays nicht</translation>
    </message>
    <message>
        <source>the mask keeps more weights than constraint %1 lets the mapped arrays hold</source>
        <translation>die Maske behält mehr Gewichte, als die Bedingung %1 den abgebildeten Arrays erlaubt</translation>
    </message>
    <message>
        <source>Purification would cut the output off from the input: no filter of %1 sees it any more. Lower its thresholds</source>
        <translation>Die Bereinigung würde den Ausgang vom Eingang trennen: Kein Filter von %1 sieht ihn mehr. Ihre Schwellen senken</translation>
    </message>
    <message>
        <source>%1 is outside %2</source>
        <translation>%1 liegt außerhalb %2</translation>
    </message>
    <message>
        <source>0..1 (1 excluded)</source>
        <translation>0..1 (ohne 1)</translation>
    </message>
    <message>
        <source>0 and above</source>
        <translation>0 und darüber</translation>
    </message>
    <message>
        <source>%1 is outside 0..1</source>
        <translation>%1 liegt außerhalb 0..1</translation>
    </message>
    <message>
        <source>Purification by energy needs a network with weights; train it first</source>
        <translation>Bereinigung nach Energie braucht ein Netz mit Gewichten; erst trainieren</translation>
    </message>
    <message>
        <source>There are no &quot;%1&quot; levels of %2 bits; give %3</source>
        <translation>Es gibt keine Stufen „%1“ mit %2 Bit; %3 angeben</translation>
    </message>
    <message>
        <source>There are no levels &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt keine Stufen „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>+a and -a, a the mean magnitude of the layer&apos;s weights (XNOR-Net)</source>
        <translation>+a und -a, a der mittlere Betrag der Gewichte der Schicht (XNOR-Net)</translation>
    </message>
    <message>
        <source>Conductance levels of one cell, symmetric, without zero; the middle of each state&apos;s interval</source>
        <translation>Leitwertstufen einer Zelle, symmetrisch, ohne null; die Mitte des Intervalls jedes Zustands</translation>
    </message>
    <message>
        <source>Multiples +-1 to +-(2^(b-1) - 1) of a step of least squared error, without zero (ADMM-NN)</source>
        <translation>Vielfache +-1 bis +-(2^(b-1) - 1) eines Schritts kleinsten quadratischen Fehlers, ohne null (ADMM-NN)</translation>
    </message>
    <message>
        <source>Signed fixed point: multiples of a power of two of least squared error, zero included</source>
        <translation>Festkomma mit Vorzeichen: Vielfache einer Zweierpotenz kleinsten quadratischen Fehlers, mit null</translation>
    </message>
    <message>
        <source>Zero and signed powers of two: b bits in a memory, whole numbers of 2^(b-1) bits in cells</source>
        <translation>Null und Zweierpotenzen mit Vorzeichen: b Bit in einem Speicher, ganze Zahlen von 2^(b-1) Bit in Zellen</translation>
    </message>
    <message>
        <source>-a, 0 and +a; zero below 0.05 of the largest magnitude, a the mean of the others (AAAI 2020)</source>
        <translation>-a, 0 und +a; null unter 0,05 des größten Betrags, a das Mittel der anderen (AAAI 2020)</translation>
    </message>
    <message>
        <source>%1 bits cannot be for a relative index; give 1 to %2, or 0 for each layer&apos;s best</source>
        <translation>%1 Bit sind für einen relativen Index nicht möglich; 1 bis %2 angeben, oder 0 für das Beste jeder Schicht</translation>
    </message>
    <message>
        <source>%1 conversions a second are above its range of %2</source>
        <translation>%1 Wandlungen je Sekunde liegen über seinem Bereich von %2</translation>
    </message>
    <message>
        <source>%1 is not 0 or more</source>
        <translation>%1 ist nicht 0 oder mehr</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be above 0</source>
        <translation>Die Konstante „%1“ ist %2, muss aber über 0 liegen</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be a whole number from 0 to %3</source>
        <translation>Die Konstante „%1“ ist %2, muss aber eine ganze Zahl von 0 bis %3 sein</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is %2 but must be from 0 to 1</source>
        <translation>Die Konstante „%1“ ist %2, muss aber von 0 bis 1 sein</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; must have a whole number from 1 to %2 after &quot;%3&quot;</source>
        <translation>Die Konstante „%1“ muss eine ganze Zahl von 1 bis %2 nach „%3“ haben</translation>
    </message>
    <message>
        <source>The formula uses no constant &quot;%1&quot;; correct the name or remove it</source>
        <translation>Die Formel benutzt keine Konstante „%1“; den Namen korrigieren oder sie entfernen</translation>
    </message>
    <message>
        <source>There is no ADC formula &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt keine ADC-Formel „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>its table has no %1 bits, only %2</source>
        <translation>seine Tabelle hat keine %1 Bit, nur %2</translation>
    </message>
    <message>
        <source>it has no %1 nm node in its %2 table, only %3</source>
        <translation>es hat keinen Knoten von %1 nm in seiner Tabelle %2, nur %3</translation>
    </message>
    <message>
        <source>%1 is not from %2 to %3 %4</source>
        <translation>%1 liegt nicht von %2 bis %3 %4</translation>
    </message>
    <message>
        <source>%1 is not above 0 and at most %2 V</source>
        <translation>%1 liegt nicht über 0 und höchstens bei %2 V</translation>
    </message>
    <message>
        <source>%1 is not from 1 to %2</source>
        <translation>%1 liegt nicht von 1 bis %2</translation>
    </message>
    <message>
        <source>%1 bits are outside its range of %2 bits</source>
        <translation>%1 Bit liegen außerhalb seines Bereichs von %2 Bit</translation>
    </message>
    <message>
        <source>The ADC law &quot;%1&quot; cannot be used: %2; choose another law</source>
        <translation>Das ADC-Modell „%1“ kann nicht verwendet werden: %2; ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>The range is %1 to %2 bits; it must be 1 or more and not be empty</source>
        <translation>Der Bereich ist %1 bis %2 Bit; er muss 1 oder mehr sein und darf nicht leer sein</translation>
    </message>
    <message>
        <source>The ADC law cannot be read: %1</source>
        <translation>Das ADC-Modell kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>is in %1 but must be in %2</source>
        <translation>steht in %1, muss aber in %2 stehen</translation>
    </message>
    <message>
        <source>the constant is missing; add it with value, unit and source</source>
        <translation>die Konstante fehlt; mit Wert, Einheit und Quelle hinzufügen</translation>
    </message>
    <message>
        <source>%1 is not above 0</source>
        <translation>%1 liegt nicht über 0</translation>
    </message>
    <message>
        <source>%1 is not a whole number, 1..2^20</source>
        <translation>%1 ist keine ganze Zahl, 1..2^20</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is unknown; there are: %2</source>
        <translation>„%1“ ist unbekannt; es gibt: %2</translation>
    </message>
    <message>
        <source>no component uses this constant; is its name right?</source>
        <translation>keine Komponente benutzt diese Konstante; stimmt ihr Name?</translation>
    </message>
    <message>
        <source>the action of an ADC is &quot;conversion&quot;</source>
        <translation>die Tätigkeit eines ADCs ist „conversion“</translation>
    </message>
    <message>
        <source>the ADC law gives an ADC&apos;s energy; remove the constant</source>
        <translation>das ADC-Modell gibt die Energie eines ADCs; die Konstante entfernen</translation>
    </message>
    <message>
        <source>the component has no action this energy could belong to</source>
        <translation>die Komponente hat keine Tätigkeit, zu der diese Energie gehören könnte</translation>
    </message>
    <message>
        <source>the constant is missing, and power and read cycle do not replace it</source>
        <translation>die Konstante fehlt, und Leistung und Lesezyklus ersetzen sie nicht</translation>
    </message>
    <message>
        <source>there must be one at least, the one that holds the arrays</source>
        <translation>es muss mindestens eine geben, die die Arrays enthält</translation>
    </message>
    <message>
        <source>there are ADCs but no law that prices them</source>
        <translation>es gibt ADCs, aber kein Modell, das sie bepreist</translation>
    </message>
    <message>
        <source>allocation &quot;tiles&quot; needs a level above the cores</source>
        <translation>die Zuteilung „tiles“ braucht eine Ebene über den Cores</translation>
    </message>
    <message>
        <source>hardware.%1 is &quot;%2&quot;; there are: %3</source>
        <translation>hardware.%1 ist „%2“; es gibt: %3</translation>
    </message>
    <message>
        <source>the component stands twice; remove one</source>
        <translation>die Komponente steht zweimal; eine entfernen</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; must be a whole number, 0..2^40</source>
        <translation>Die Konstante „%1“ muss eine ganze Zahl sein, 0..2^40</translation>
    </message>
    <message>
        <source>The component file cannot be read: %1</source>
        <translation>Die Komponentendatei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>the source is missing; name paper, section or table</source>
        <translation>die Quelle fehlt; Arbeit, Abschnitt oder Tabelle nennen</translation>
    </message>
    <message>
        <source>the unit is missing; write &quot;1&quot; for a plain number</source>
        <translation>die Einheit fehlt; „1“ für eine reine Zahl schreiben</translation>
    </message>
    <message>
        <source>%1 is not a finite number</source>
        <translation>%1 ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>the constant stands twice</source>
        <translation>die Konstante steht zweimal</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; has no number as its value</source>
        <translation>Die Konstante „%1“ hat keine Zahl als Wert</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is missing; add it with value, unit and source</source>
        <translation>Die Konstante „%1“ fehlt; mit Wert, Einheit und Quelle hinzufügen</translation>
    </message>
    <message>
        <source>The constant &quot;%1&quot; is in %2 but must be in %3</source>
        <translation>Die Konstante „%1“ steht in %2, muss aber in %3 stehen</translation>
    </message>
    <message>
        <source>This preset prices arrays whole, ADCs included: the ADC law &quot;%1&quot; has nothing to price</source>
        <translation>Diese Voreinstellung bepreist Arrays als Ganzes, mit ADCs: Das ADC-Modell „%1“ hat nichts zu bepreisen</translation>
    </message>
    <message>
        <source>layer %1: %2</source>
        <translation>Schicht %1: %2</translation>
    </message>
    <message>
        <source>The engine kind &quot;%1&quot; is not known; take one of %2</source>
        <translation>Die Art „%1“ einer Engine ist nicht bekannt; eine von %2 nehmen</translation>
    </message>
    <message>
        <source>The engine file must name its kind as &quot;engine&quot;: %1</source>
        <translation>Die Engine-Datei muss ihre Art als „engine“ nennen: %1</translation>
    </message>
    <message>
        <source>%1 %2 is not in %3%4..%5</source>
        <translation>%1 %2 liegt nicht in %3%4..%5</translation>
    </message>
    <message>
        <source>%1 is not a whole number in %2..%3</source>
        <translation>%1 ist keine ganze Zahl in %2..%3</translation>
    </message>
    <message>
        <source>%1 are needed, there are %2; take smaller tiles or fewer lanes</source>
        <translation>%1 werden gebraucht, es gibt %2; kleinere Kacheln oder weniger Lanes nehmen</translation>
    </message>
    <message>
        <source>its levels have %1 bits, the engine&apos;s weights %2; raise weights.bits</source>
        <translation>ihre Stufen haben %1 Bit, die Gewichte der Engine %2; weights.bits erhöhen</translation>
    </message>
    <message>
        <source>weights of %1 bits need multipliers; only 1 (binary) and 2 (ternary) do not</source>
        <translation>Gewichte mit %1 Bit brauchen Multiplizierer; nur 1 (binär) und 2 (ternär) nicht</translation>
    </message>
    <message>
        <source>No sparse PE of %1 mm2 fits into the area of %2 dense ones; raise dense.pes</source>
        <translation>Kein dünn besetztes PE von %1 mm2 passt in die Fläche von %2 dichten; dense.pes erhöhen</translation>
    </message>
    <message>
        <source>%1 ohm is out of range; give 0 (ideal wire) or a positive number</source>
        <translation>%1 Ohm liegt außerhalb des Bereichs; 0 (ideale Leitung) oder eine positive Zahl angeben</translation>
    </message>
    <message>
        <source>there are %1 values; %2 word lines x %3 bit lines need %4</source>
        <translation>es gibt %1 Werte; %2 Wortleitungen x %3 Bitleitungen brauchen %4</translation>
    </message>
    <message>
        <source>%1 S is out of range; give 0 (no cell) or a positive number</source>
        <translation>%1 S liegt außerhalb des Bereichs; 0 (keine Zelle) oder eine positive Zahl angeben</translation>
    </message>
    <message>
        <source>%1 more values are out of range</source>
        <translation>%1 weitere Werte liegen außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>%1 word lines; at least 1 is needed</source>
        <translation>%1 Wortleitungen; mindestens 1 ist nötig</translation>
    </message>
    <message>
        <source>%1 bit lines; at least 1 is needed</source>
        <translation>%1 Bitleitungen; mindestens 1 ist nötig</translation>
    </message>
    <message>
        <source>%1 x %2 cells; more than %3 (1024 x 1024) are refused, because factorising their matrix would take gigabytes; split the array</source>
        <translation>%1 x %2 Zellen; mehr als %3 (1024 x 1024) werden abgelehnt, weil das Faktorisieren ihrer Matrix Gigabytes bräuchte; das Array teilen</translation>
    </message>
    <message>
        <source>%1 V is not a finite number</source>
        <translation>%1 V ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>%1 is not in %2..%3</source>
        <translation>%1 liegt nicht in %2..%3</translation>
    </message>
    <message>
        <source>%1 %2 is not above 0</source>
        <translation>%1 %2 liegt nicht über 0</translation>
    </message>
    <message>
        <source>%1 conductances for %2 states of %3-bit cells</source>
        <translation>%1 Leitwerte für %2 Zustände von %3-Bit-Zellen</translation>
    </message>
    <message>
        <source>the conductances must rise from state to state</source>
        <translation>die Leitwerte müssen von Zustand zu Zustand steigen</translation>
    </message>
    <message>
        <source>a conductance is not in g_min_S..g_max_S, %1 to %2 S</source>
        <translation>ein Leitwert liegt nicht in g_min_S..g_max_S, %1 bis %2 S</translation>
    </message>
    <message>
        <source>&quot;flipped&quot; needs a unit column, which sign scheme %1 has not; choose &quot;offset&quot;</source>
        <translation>„flipped“ braucht eine Einheitsspalte, die das Vorzeichenschema %1 nicht hat; „offset“ wählen</translation>
    </message>
    <message>
        <source>a weight takes %1 bit lines, but an array has %2</source>
        <translation>ein Gewicht braucht %1 Bitleitungen, aber ein Array hat %2</translation>
    </message>
    <message>
        <source>the layer&apos;s name is missing</source>
        <translation>der Name der Schicht fehlt</translation>
    </message>
    <message>
        <source>%1 S is not above g_min_S, which is %2 S</source>
        <translation>%1 S liegt nicht über g_min_S, das %2 S ist</translation>
    </message>
    <message>
        <source>There is no choice &quot;%1&quot;</source>
        <translation>Es gibt keine Wahl „%1“</translation>
    </message>
    <message>
        <source>Each slice in an array of its own (S0: high and low nibble arrays)</source>
        <translation>Jede Slice in einem eigenen Array (S0: Arrays für hohes und niedriges Halbbyte)</translation>
    </message>
    <message>
        <source>Slices on neighbouring bit lines of one array (ISAAC, NeuroSim)</source>
        <translation>Slices auf benachbarten Bitleitungen eines Arrays (ISAAC, NeuroSim)</translation>
    </message>
    <message>
        <source>The weight matrix as it is, channel first on word lines (S0, section 3)</source>
        <translation>Die Gewichtsmatrix, wie sie ist, Kanal zuerst auf Wortleitungen (S0, Abschnitt 3)</translation>
    </message>
    <message>
        <source>One sub-array a kernel position, word lines are channels (NeuroSim)</source>
        <translation>Ein Sub-Array je Kernelposition, Wortleitungen sind Kanäle (NeuroSim)</translation>
    </message>
    <message>
        <source>Zeros take cells like any weight</source>
        <translation>Nullen belegen Zellen wie jedes Gewicht</translation>
    </message>
    <message>
        <source>Filters and columns that are zero all over the layer are left out (S0)</source>
        <translation>Filter und Spalten, die in der ganzen Schicht null sind, entfallen (S0)</translation>
    </message>
    <message>
        <source>Also the columns that are zero for all filters that share bit lines</source>
        <translation>Auch die Spalten, die für alle Filter gemeinsamer Bitleitungen null sind</translation>
    </message>
    <message>
        <source>Every sum that an array can give: ceil(log2(l (2^v - 1)(2^w - 1) + 1))</source>
        <translation>Jede Summe, die ein Array geben kann: ceil(log2(l (2^v - 1)(2^w - 1) + 1))</translation>
    </message>
    <message>
        <source>ceil(log2 l) + v + w, one less where v = 1 or w = 1 (ISAAC, equations 1 and 2)</source>
        <translation>ceil(log2 l) + v + w, eins weniger bei v = 1 oder w = 1 (ISAAC, Gleichungen 1 und 2)</translation>
    </message>
    <message>
        <source>Columns of large sum stored flipped, a bit less (ISAAC); needs a unit column</source>
        <translation>Spalten großer Summe invertiert gespeichert, ein Bit weniger (ISAAC); braucht eine Einheitsspalte</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>Arrays</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Weights on the arrays</source>
        <translation>Gewichte auf den Arrays</translation>
    </message>
    <message>
        <source>ADCs</source>
        <translation>ADCs</translation>
    </message>
    <message>
        <source>Copies of layers</source>
        <translation>Kopien von Schichten</translation>
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
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>The file of components that prices the arrays: energy, power, area and time of each, with their sources. Its name, or the path of a copy.</source>
        <translation>Die Datei der Komponenten, die die Arrays bepreist: Energie, Leistung, Fläche und Zeit jeder einzelnen, mit Quellen. Ihr Name oder der Pfad einer Kopie.</translation>
    </message>
    <message>
        <source>docs/presets.md</source>
        <translation>docs/presets.md</translation>
    </message>
    <message>
        <source>Lowest conductance</source>
        <translation>Kleinster Leitwert</translation>
    </message>
    <message>
        <source>No cell is programmed below it. It must be below the highest conductance.</source>
        <translation>Keine Zelle wird darunter programmiert. Er muss unter dem größten Leitwert liegen.</translation>
    </message>
    <message>
        <source>S0, section 4: 0.1 µS</source>
        <translation>S0, Abschnitt 4: 0,1 µS</translation>
    </message>
    <message>
        <source>Highest conductance</source>
        <translation>Größter Leitwert</translation>
    </message>
    <message>
        <source>No cell is programmed above it.</source>
        <translation>Keine Zelle wird darüber programmiert.</translation>
    </message>
    <message>
        <source>S0, section 4: 1 µS</source>
        <translation>S0, Abschnitt 4: 1 µS</translation>
    </message>
    <message>
        <source>Bits of a cell</source>
        <translation>Bits einer Zelle</translation>
    </message>
    <message>
        <source>A cell holds one of 2^bits states. Weights of more bits take several cells, their slices.</source>
        <translation>Eine Zelle hält einen von 2^Bits Zuständen. Gewichte mit mehr Bits belegen mehrere Zellen, ihre Slices.</translation>
    </message>
    <message>
        <source>S0, section 4: 4 bits</source>
        <translation>S0, Abschnitt 4: 4 Bit</translation>
    </message>
    <message>
        <source>Read voltage</source>
        <translation>Lesespannung</translation>
    </message>
    <message>
        <source>Voltage on a word line for an input bit of 1.</source>
        <translation>Spannung auf einer Wortleitung für ein Eingangsbit 1.</translation>
    </message>
    <message>
        <source>Measured states</source>
        <translation>Gemessene Zustände</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>Conductance of each state, rising, 2^bits of them between the lowest and the highest. None: each state is the middle of its interval.</source>
        <translation>Leitwert jedes Zustands, steigend, 2^Bits davon zwischen kleinstem und größtem. Keine: Jeder Zustand ist die Mitte seines Intervalls.</translation>
    </message>
    <message>
        <source>S0, section 3.1</source>
        <translation>S0, Abschnitt 3.1</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Word lines of an array: the inputs it takes at once.</source>
        <translation>Wortleitungen eines Arrays: die Eingänge, die es auf einmal nimmt.</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Symbols; S0: 128</source>
        <translation>docs/crossbars.md, Symbols; S0: 128</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Bit lines of an array for weights; the unit column of a sign scheme comes on top.</source>
        <translation>Bitleitungen eines Arrays für Gewichte; die Einheitsspalte eines Vorzeichenschemas kommt hinzu.</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Symbols; S0: 64</source>
        <translation>docs/crossbars.md, Symbols; S0: 64</translation>
    </message>
    <message>
        <source>Bits of an input</source>
        <translation>Bits eines Eingangs</translation>
    </message>
    <message>
        <source>Bits of an activation, fed one DAC step after the other.</source>
        <translation>Bits einer Aktivierung, in DAC-Schritten nacheinander zugeführt.</translation>
    </message>
    <message>
        <source>Bits of a DAC</source>
        <translation>Bits eines DACs</translation>
    </message>
    <message>
        <source>Input bits that a DAC puts on a word line at once.</source>
        <translation>Eingangsbits, die ein DAC auf einmal auf eine Wortleitung gibt.</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>Bits eines Gewichts</translation>
    </message>
    <message>
        <source>Bits, sign included, of weights that have no levels, and of the dense reference that savings are held against.</source>
        <translation>Bits, mit Vorzeichen, von Gewichten ohne Stufen und des dichten Vergleichs, an dem Einsparungen gemessen werden.</translation>
    </message>
    <message>
        <source>S0, section 4: dense reference of 9 bits</source>
        <translation>S0, Abschnitt 4: dichter Vergleich mit 9 Bit</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>How cells, whose conductance is above zero, hold negative weights.</source>
        <translation>Wie Zellen, deren Leitwert über null liegt, negative Gewichte halten.</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Signs</source>
        <translation>docs/crossbars.md, Signs</translation>
    </message>
    <message>
        <source>Rows of a fragment</source>
        <translation>Zeilen eines Fragments</translation>
    </message>
    <message>
        <source>Word lines read at a time where the sign scheme works by fragments; others leave it alone.</source>
        <translation>Gleichzeitig gelesene Wortleitungen, wo das Vorzeichenschema in Fragmenten arbeitet; andere beachten es nicht.</translation>
    </message>
    <message>
        <source>FORMS: 4 to 16</source>
        <translation>FORMS: 4 bis 16</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Slices</translation>
    </message>
    <message>
        <source>Where the cells lie that hold one weight&apos;s groups of bits.</source>
        <translation>Wo die Zellen liegen, die die Bitgruppen eines Gewichts halten.</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Which weights share an array.</source>
        <translation>Welche Gewichte sich ein Array teilen.</translation>
    </message>
    <message>
        <source>Compaction</source>
        <translation>Verdichtung</translation>
    </message>
    <message>
        <source>What is left out of the arrays before the matrix is cut.</source>
        <translation>Was aus den Arrays entfällt, bevor die Matrix geschnitten wird.</translation>
    </message>
    <message>
        <source>ADC rule</source>
        <translation>ADC-Regel</translation>
    </message>
    <message>
        <source>How many bits a layer&apos;s ADCs get; l = most cells that pass current in one bit line, v = bits of a DAC, w = bits of a cell.</source>
        <translation>Wie viele Bits die ADCs einer Schicht erhalten; l = meiste stromführende Zellen einer Bitleitung, v = Bits eines DACs, w = Bits einer Zelle.</translation>
    </message>
    <message>
        <source>Bits of an ADC</source>
        <translation>Bits eines ADCs</translation>
    </message>
    <message>
        <source>by the rule</source>
        <translation>nach der Regel</translation>
    </message>
    <message>
        <source>The same ADC for all layers; 0 lets the rule give each layer its own.</source>
        <translation>Derselbe ADC für alle Schichten; bei 0 gibt die Regel jeder Schicht ihren eigenen.</translation>
    </message>
    <message>
        <source>ADC law</source>
        <translation>ADC-Modell</translation>
    </message>
    <message>
        <source>the preset&apos;s own</source>
        <translation>das der Voreinstellung</translation>
    </message>
    <message>
        <source>How an ADC&apos;s energy and area follow from its bits.</source>
        <translation>Wie Energie und Fläche eines ADCs aus seinen Bits folgen.</translation>
    </message>
    <message>
        <source>docs/adc-laws.md</source>
        <translation>docs/adc-laws.md</translation>
    </message>
    <message>
        <source>Positions of a copy</source>
        <translation>Positionen einer Kopie</translation>
    </message>
    <message>
        <source>no copies</source>
        <translation>keine Kopien</translation>
    </message>
    <message>
        <source>Layers with more output positions get ceil(positions / this) copies of their arrays, so that the pipeline keeps pace.</source>
        <translation>Schichten mit mehr Ausgangspositionen erhalten ceil(Positionen / dies) Kopien ihrer Arrays, damit die Pipeline Schritt hält.</translation>
    </message>
    <message>
        <source>Copies by hand</source>
        <translation>Kopien von Hand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Copies of the arrays of the layers named, in place of those that the positions ask for. They take arrays and save steps.</source>
        <translation>Kopien der Arrays der genannten Schichten, anstelle derer, die die Positionen verlangen. Sie brauchen Arrays und sparen Schritte.</translation>
    </message>
    <message>
        <source>docs/crossbars.md, Counts</source>
        <translation>docs/crossbars.md, Counts</translation>
    </message>
    <message>
        <source>A weight of %1 bits takes %2 bit lines, but an array has %3; raise crossbar.columns or device.cell_bits, or put slices into arrays of their own</source>
        <translation>Ein Gewicht von %1 Bit braucht %2 Bitleitungen, aber ein Array hat %3; crossbar.columns oder device.cell_bits erhöhen oder Slices in eigene Arrays legen</translation>
    </message>
    <message>
        <source>the network has no weight layer &quot;%1&quot;</source>
        <translation>das Netz hat keine Gewichtsschicht „%1“</translation>
    </message>
    <message>
        <source>The conductances and resistances lie too far apart for double precision; give 0 ohm for wires that hardly resist and 0 S for cells that hardly conduct</source>
        <translation>Leitwerte und Widerstände liegen für doppelte Genauigkeit zu weit auseinander; 0 Ohm für kaum widerstehende Leitungen und 0 S für kaum leitende Zellen angeben</translation>
    </message>
    <message>
        <source>layer %1 has %2 levels, but the device&apos;s table has %3; quantise to as many levels, or leave this off</source>
        <translation>Schicht %1 hat %2 Stufen, aber die Tabelle des Bauelements %3; auf ebenso viele Stufen quantisieren oder dies weglassen</translation>
    </message>
    <message>
        <source>Measured conductances of the states, not evenly spaced</source>
        <translation>Gemessene Leitwerte der Zustände, nicht gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Conductances fall with time by a power law whose exponent differs from device to device</source>
        <translation>Leitwerte fallen mit der Zeit nach einem Potenzgesetz, dessen Exponent von Bauelement zu Bauelement abweicht</translation>
    </message>
    <message>
        <source>Each state&apos;s conductance is off by a factor that all cells of an array share</source>
        <translation>Der Leitwert jedes Zustands weicht um einen Faktor ab, den alle Zellen eines Arrays teilen</translation>
    </message>
    <message>
        <source>Finite on/off ratio: cells of zero weights and of the other sign leak</source>
        <translation>Endliches Ein/Aus-Verhältnis: Zellen von Null-Gewichten und des anderen Vorzeichens lecken</translation>
    </message>
    <message>
        <source>Conductances fluctuate afresh at each read (normal)</source>
        <translation>Leitwerte schwanken bei jedem Lesen neu (normal)</translation>
    </message>
    <message>
        <source>Cells that stay at g_max or g_min whatever is programmed</source>
        <translation>Zellen, die bei g_max oder g_min bleiben, was auch programmiert wird</translation>
    </message>
    <message>
        <source>Programmed conductances scatter from device to device (log-normal or normal)</source>
        <translation>Programmierte Leitwerte streuen von Bauelement zu Bauelement (lognormal oder normal)</translation>
    </message>
    <message>
        <source>Voltage drops on wires, as attenuation of each cell with all word lines on</source>
        <translation>Spannungsabfälle auf Leitungen, als Dämpfung jeder Zelle mit allen Wortleitungen ein</translation>
    </message>
    <message>
        <source>The study was stopped before its first run was finished</source>
        <translation>Die Untersuchung wurde angehalten, bevor ihr erster Durchgang fertig war</translation>
    </message>
    <message>
        <source>%1 is not in 1 to %2</source>
        <translation>%1 liegt nicht in 1 bis %2</translation>
    </message>
    <message>
        <source>an accuracy needs images with labels, at least one</source>
        <translation>eine Genauigkeit braucht Bilder mit Klassen, mindestens eins</translation>
    </message>
    <message>
        <source>%1%2 is not in %3 to %4%5</source>
        <translation>%1%2 liegt nicht in %3 bis %4%5</translation>
    </message>
    <message>
        <source>%1 and stuck_off %2 add up to more than 1</source>
        <translation>%1 und stuck_off %2 ergeben zusammen mehr als 1</translation>
    </message>
    <message>
        <source>%1 s is not above 0 s and at most %2 s</source>
        <translation>%1 s liegt nicht über 0 s und höchstens bei %2 s</translation>
    </message>
    <message>
        <source>the device has no table of conductances; give device.levels_S, or leave this off</source>
        <translation>das Bauelement hat keine Leitwerttabelle; device.levels_S angeben oder dies weglassen</translation>
    </message>
    <message>
        <source>Positive and negative weights in arrays of their own, subtracted after the ADC (S0; PRIME)</source>
        <translation>Positive und negative Gewichte in eigenen Arrays, nach dem ADC subtrahiert (S0; PRIME)</translation>
    </message>
    <message>
        <source>Positive and negative cell on neighbouring bit lines, subtracted before one signed ADC</source>
        <translation>Positive und negative Zelle auf benachbarten Bitleitungen, vor einem ADC mit Vorzeichen subtrahiert</translation>
    </message>
    <message>
        <source>Weights stored with a bias of 2^(b-1), which a unit column takes off again (ISAAC)</source>
        <translation>Gewichte mit einem Versatz von 2^(b-1) gespeichert, den eine Einheitsspalte wieder abzieht (ISAAC)</translation>
    </message>
    <message>
        <source>Weights stored with a bias that a shared reference column takes off before the ADC (NeuroSim)</source>
        <translation>Gewichte mit einem Versatz gespeichert, den eine gemeinsame Referenzspalte vor dem ADC abzieht (NeuroSim)</translation>
    </message>
    <message>
        <source>Magnitudes only; all weights of a fragment share one sign, kept beside the array (FORMS)</source>
        <translation>Nur Beträge; alle Gewichte eines Fragments teilen ein Vorzeichen, das neben dem Array liegt (FORMS)</translation>
    </message>
    <message>
        <source>Differential mapping in which a zero weight sets both cells to the top, for stuck-on faults (ISQED 2021)</source>
        <translation>Differenzielle Abbildung, bei der ein Null-Gewicht beide Zellen auf den Höchstwert setzt, gegen Stuck-on-Fehler (ISQED 2021)</translation>
    </message>
    <message>
        <source>There is no sign scheme &quot;%1&quot;; choose one of %2</source>
        <translation>Es gibt kein Vorzeichenschema „%1“; eines von %2 wählen</translation>
    </message>
    <message>
        <source>The simulation was cancelled</source>
        <translation>Die Simulation wurde abgebrochen</translation>
    </message>
    <message>
        <source>The layer&apos;s inputs can be negative, and 1 bit has no room for a sign; raise crossbar.input_bits</source>
        <translation>Die Eingänge der Schicht können negativ sein, und 1 Bit hat keinen Platz für ein Vorzeichen; crossbar.input_bits erhöhen</translation>
    </message>
    <message>
        <source>%1 is not above 50 and at most 100</source>
        <translation>%1 liegt nicht über 50 und höchstens bei 100</translation>
    </message>
    <message>
        <source>a clipping ADC has steps of one unit, so there is nothing to calibrate; choose rounding, or the full range</source>
        <translation>ein abschneidender ADC hat Schritte von einer Einheit, es gibt also nichts zu kalibrieren; Runden oder den vollen Bereich wählen</translation>
    </message>
    <message>
        <source>it has no weights; train it, or give a file of weights</source>
        <translation>es hat keine Gewichte; trainieren oder eine Gewichtsdatei angeben</translation>
    </message>
    <message>
        <source>at least one image is needed to calibrate on and one to simulate</source>
        <translation>mindestens ein Bild zum Kalibrieren und eins zum Simulieren sind nötig</translation>
    </message>
    <message>
        <source>Filter %1 has weights of both signs on word lines %2 to %3 of a tile, one fragment; polarise the weights in fragments of %4 first, or choose another crossbar.sign_scheme</source>
        <translation>Filter %1 hat Gewichte beider Vorzeichen auf den Wortleitungen %2 bis %3 einer Kachel, einem Fragment; erst die Gewichte in Fragmenten von %4 polarisieren oder ein anderes crossbar.sign_scheme wählen</translation>
    </message>
    <message>
        <source>The packed data are damaged (%1); fetch the file again</source>
        <translation>Die gepackten Daten sind beschädigt (%1); die Datei neu holen</translation>
    </message>
    <message>
        <source>The file ends here but its header promises more; fetch the file again</source>
        <translation>Die Datei endet hier, aber ihr Kopf verspricht mehr; die Datei neu holen</translation>
    </message>
    <message>
        <source>The header promises %1 bytes from here, more than the file can hold; fetch the file again</source>
        <translation>Der Kopf verspricht ab hier %1 Bytes, mehr als die Datei enthalten kann; die Datei neu holen</translation>
    </message>
    <message>
        <source>The data should end here but the file goes on; fetch the file again</source>
        <translation>Die Daten sollten hier enden, aber die Datei geht weiter; die Datei neu holen</translation>
    </message>
    <message>
        <source>The file ends within a record: its size must be a multiple of %1 bytes; fetch it again</source>
        <translation>Die Datei endet mitten in einem Satz: Ihre Größe muss ein Vielfaches von %1 Bytes sein; neu holen</translation>
    </message>
    <message>
        <source>The label is %1 but must be in 0..%2</source>
        <translation>Die Klasse ist %1, muss aber in 0..%2 liegen</translation>
    </message>
    <message>
        <source>%1 of %2 training images cannot be held out; hold out at most half of them</source>
        <translation>%1 von %2 Trainingsbildern können nicht zurückgehalten werden; höchstens die Hälfte zurückhalten</translation>
    </message>
    <message>
        <source>The magic number is %1 but must be %2; this is not the IDX file its name says</source>
        <translation>Die magische Zahl ist %1, muss aber %2 sein; dies ist nicht die IDX-Datei, die ihr Name nennt</translation>
    </message>
    <message>
        <source>The label is %1 but no image has label %2; the labels are damaged or not numbered from 0</source>
        <translation>Die Klasse ist %1, aber kein Bild hat Klasse %2; die Klassen sind beschädigt oder nicht ab 0 gezählt</translation>
    </message>
    <message>
        <source>The file holds no images</source>
        <translation>Die Datei enthält keine Bilder</translation>
    </message>
    <message>
        <source>The images are %1 x %2 pixels; both must be in 1..%3</source>
        <translation>Die Bilder haben %1 x %2 Pixel; beide müssen in 1..%3 liegen</translation>
    </message>
    <message>
        <source>There are %1 labels but %2 images in %3; take both files from one data set</source>
        <translation>Es gibt %1 Klassenangaben, aber %2 Bilder in %3; beide Dateien aus einem Datensatz nehmen</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>Das Bild kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The picture is %1 x %2 pixels but the others are %3 x %4; scale all to one size</source>
        <translation>Das Bild hat %1 x %2 Pixel, die anderen aber %3 x %4; alle auf eine Größe skalieren</translation>
    </message>
    <message>
        <source>The folder has more than %1 entries; use fewer pictures</source>
        <translation>Der Ordner hat mehr als %1 Einträge; weniger Bilder verwenden</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation>Der Ordner kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; has no folder below train/; add it or remove it here</source>
        <translation>Die Klasse „%1“ hat keinen Ordner unter train/; hinzufügen oder hier entfernen</translation>
    </message>
    <message>
        <source>There are no pictures CLASS/*.png, *.jpg or *.jpeg in this folder</source>
        <translation>Es gibt keine Bilder KLASSE/*.png, *.jpg oder *.jpeg in diesem Ordner</translation>
    </message>
    <message>
        <source>There are %1 pictures; at most %2 are read</source>
        <translation>Es gibt %1 Bilder; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>The pictures need more than 16 GiB of memory; use fewer or smaller ones</source>
        <translation>Die Bilder brauchen mehr als 16 GiB Speicher; weniger oder kleinere verwenden</translation>
    </message>
    <message>
        <source>The data set lacks %1 (plain or .gz); put it beside the others</source>
        <translation>Dem Datensatz fehlt %1 (roh oder .gz); neben die anderen legen</translation>
    </message>
    <message>
        <source>Its images have another size than those of %1; take both from one data set</source>
        <translation>Seine Bilder haben eine andere Größe als die von %1; beide aus einem Datensatz nehmen</translation>
    </message>
    <message>
        <source>There is no such folder; give the folder that holds the data set</source>
        <translation>Es gibt keinen solchen Ordner; den Ordner mit dem Datensatz angeben</translation>
    </message>
    <message>
        <source>No data set is in this folder. Looked for: train-images-idx3-ubyte[.gz] (MNIST family), data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100), train/CLASS/*.png|jpg with test/CLASS</source>
        <translation>In diesem Ordner liegt kein Datensatz. Gesucht: train-images-idx3-ubyte[.gz] (MNIST-Familie), data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100), train/KLASSE/*.png|jpg mit test/KLASSE</translation>
    </message>
    <message>
        <source>The synthetic digits need at least 50 training images, not %1</source>
        <translation>Die synthetischen Ziffern brauchen mindestens 50 Trainingsbilder, nicht %1</translation>
    </message>
    <message>
        <source>With the layers below their break-even left dense at least %1 %2 are kept, but the plan keeps %3; ask for higher ratios where a layer can pay, or allow higher ones. %4</source>
        <translation>Bleiben die Schichten unter ihrer Gewinnschwelle dicht, werden mindestens %1 %2 behalten, aber der Plan behält %3; höhere Faktoren verlangen, wo eine Schicht lohnen kann, oder höhere erlauben. %4</translation>
    </message>
    <message>
        <source>There is no budget &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt kein Budget „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>%1 cannot be; give a number of at least 1</source>
        <translation>%1 ist nicht möglich; eine Zahl von mindestens 1 angeben</translation>
    </message>
    <message>
        <source>Not a result of a run: %1</source>
        <translation>Kein Ergebnis eines Laufs: %1</translation>
    </message>
    <message>
        <source>Not a list of estimates and their outcomes: %1</source>
        <translation>Keine Liste von Schätzungen und ihren Ergebnissen: %1</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>Die Suche wurde abgebrochen</translation>
    </message>
    <message>
        <source>The sensitivity measurement was cancelled; the same call goes on where it was left</source>
        <translation>Die Messung der Empfindlichkeiten wurde abgebrochen; derselbe Aufruf macht dort weiter</translation>
    </message>
    <message>
        <source>%1 held-out images and %2 others were asked for, the training set has %3; hold out at most half of it</source>
        <translation>%1 zurückgehaltene Bilder und %2 andere wurden verlangt, die Trainingsmenge hat %3; höchstens die Hälfte zurückhalten</translation>
    </message>
    <message>
        <source>A Pareto front needs at least one metric</source>
        <translation>Eine Pareto-Front braucht mindestens eine Größe</translation>
    </message>
    <message>
        <source>Design point %1 needs %2 finite metrics</source>
        <translation>Entwurfspunkt %1 braucht %2 endliche Größen</translation>
    </message>
    <message>
        <source>Not a plan, a list of plans or a search&apos;s result: %1</source>
        <translation>Kein Plan, keine Liste von Plänen und kein Suchergebnis: %1</translation>
    </message>
    <message>
        <source>The list holds no plan</source>
        <translation>Die Liste enthält keinen Plan</translation>
    </message>
    <message>
        <source>There is no metric &quot;%1&quot;; choose one of %2</source>
        <translation>Es gibt keine Größe „%1“; eine von %2 wählen</translation>
    </message>
    <message>
        <source>No plan keeps the rise of the loss at or below %1; the least is %2</source>
        <translation>Kein Plan hält den Anstieg des Verlusts bei oder unter %1; der kleinste ist %2</translation>
    </message>
    <message>
        <source>No plan needs as little as %1 (%2); the least is %3</source>
        <translation>Kein Plan braucht so wenig wie %1 (%2); der kleinste ist %3</translation>
    </message>
    <message>
        <source>give either a limit on the loss (or accuracy) or one on the metric</source>
        <translation>entweder eine Grenze für den Verlust (oder die Genauigkeit) oder eine für die Größe angeben</translation>
    </message>
    <message>
        <source>%1 must be at least 0</source>
        <translation>%1 muss mindestens 0 sein</translation>
    </message>
    <message>
        <source>%1 must be above 0</source>
        <translation>%1 muss über 0 liegen</translation>
    </message>
    <message>
        <source>%1 must be at least 1</source>
        <translation>%1 muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>%1 must be at least 4</source>
        <translation>%1 muss mindestens 4 sein</translation>
    </message>
    <message>
        <source>The hardware preset states no times, so energy is not known; search for area, crossbars or ADC bits, or choose another preset</source>
        <translation>Die Hardware-Voreinstellung nennt keine Zeiten, daher ist die Energie nicht bekannt; nach Fläche, Crossbars oder ADC-Bits suchen oder eine andere Voreinstellung wählen</translation>
    </message>
    <message>
        <source>At least one plan must be asked for</source>
        <translation>Mindestens ein Plan muss verlangt werden</translation>
    </message>
    <message>
        <source>%1 different plans of a space of %2 are too many; ask for at most half of it</source>
        <translation>%1 verschiedene Pläne aus einem Raum von %2 sind zu viele; höchstens die Hälfte verlangen</translation>
    </message>
    <message>
        <source>Its levels have no measured sensitivity, so nothing can be foretold of it</source>
        <translation>Ihre Stufen haben keine gemessene Empfindlichkeit, es lässt sich also nichts vorhersagen</translation>
    </message>
    <message>
        <source>The sensitivities are of a network with layer %1, which this one has not; measure them for this network</source>
        <translation>Die Empfindlichkeiten sind von einem Netz mit Schicht %1, die dieses nicht hat; für dieses Netz messen</translation>
    </message>
    <message>
        <source>It is locked at a ratio of %1 with %2 bits, which was not measured; measure such ratios and bits too</source>
        <translation>Sie ist bei einem Faktor von %1 mit %2 Bit gesperrt, der nicht gemessen wurde; solche Faktoren und Bits mitmessen</translation>
    </message>
    <message>
        <source>%1 must be above 1 and above the one before it</source>
        <translation>%1 muss über 1 und über dem vorigen liegen</translation>
    </message>
    <message>
        <source>%1 must be above %2 and above the value before it</source>
        <translation>%1 muss über %2 und über dem vorigen Wert liegen</translation>
    </message>
    <message>
        <source>give ratios or level_bits to try</source>
        <translation>ratios oder level_bits zum Erproben angeben</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 muss mindestens %2 sein</translation>
    </message>
    <message>
        <source>%1 has no weights; train it first (a run whose plan leaves all layers as they are), or give it trained ones</source>
        <translation>%1 hat keine Gewichte; erst trainieren (ein Lauf, dessen Plan alle Schichten lässt, wie sie sind) oder trainierte angeben</translation>
    </message>
    <message>
        <source>The plan has no constraint whose ratio can be moved, and no bits are to be tried; give each layer a constraint with a ratio above 1</source>
        <translation>Der Plan hat keine Bedingung, deren Faktor bewegt werden kann, und keine Bits werden erprobt; jeder Schicht eine Bedingung mit einem Faktor über 1 geben</translation>
    </message>
    <message>
        <source>A unit names no layer; measure again</source>
        <translation>Eine Einheit nennt keine Schicht; neu messen</translation>
    </message>
    <message>
        <source>A probe names a point that the table has not; measure again</source>
        <translation>Eine Probe nennt einen Punkt, den die Tabelle nicht hat; neu messen</translation>
    </message>
    <message>
        <source>Not a table of sensitivities: %1; measure again</source>
        <translation>Keine Tabelle von Empfindlichkeiten: %1; neu messen</translation>
    </message>
    <message>
        <source>Slurm is not installed here (there is no %1); call this on a machine that submits to the cluster, or use --engine local</source>
        <translation>Slurm ist hier nicht installiert (es gibt kein %1); auf einer Maschine aufrufen, die an den Cluster übergibt, oder --engine local verwenden</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <translation>%1 sagte: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a character that no Slurm option has</source>
        <translation>„%1“ enthält ein Zeichen, das keine Slurm-Option hat</translation>
    </message>
    <message>
        <source>No layer that is not locked can have the constraint %1; choose another kind</source>
        <translation>Keine nicht gesperrte Schicht kann die Bedingung %1 haben; eine andere Art wählen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>%1 has nothing to take away here</source>
        <translation>%1 kann hier nichts wegnehmen</translation>
    </message>
    <message>
        <source>No sensitivities are known</source>
        <translation>Keine Empfindlichkeiten sind bekannt</translation>
    </message>
    <message>
        <source>The sensitivities are of %1 with other weights</source>
        <translation>Die Empfindlichkeiten sind von %1 mit anderen Gewichten</translation>
    </message>
    <message>
        <source>No sensitivities of %1 are known</source>
        <translation>Keine Empfindlichkeiten von %1 sind bekannt</translation>
    </message>
    <message>
        <source>Every layer that could have %1 shares channels with one that stays as it is</source>
        <translation>Jede Schicht, die %1 haben könnte, teilt Kanäle mit einer, die bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>No ratio of %1 on these layers makes the network smaller by %2; the most is %3</source>
        <translation>Kein Faktor von %1 auf diesen Schichten macht das Netz um %2 kleiner; der größte ist %3</translation>
    </message>
    <message>
        <source>No ratio of %1 on these layers needs as few as %2 crossbars; the fewest are %3</source>
        <translation>Kein Faktor von %1 auf diesen Schichten braucht nur %2 Crossbars; die wenigsten sind %3</translation>
    </message>
    <message>
        <source>shares channels with %1, which stays as it is</source>
        <translation>teilt Kanäle mit %1, die bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>%1 has no ratio that a budget could set; choose another kind</source>
        <translation>%1 hat keinen Faktor, den ein Budget setzen könnte; eine andere Art wählen</translation>
    </message>
    <message>
        <source>%1 must be a whole number of crossbars</source>
        <translation>%1 muss eine ganze Zahl von Crossbars sein</translation>
    </message>
    <message>
        <source>The spreading of the budget was cancelled</source>
        <translation>Das Verteilen des Budgets wurde abgebrochen</translation>
    </message>
    <message>
        <source>Not a file of a study: %1; take it away, or start the study in another folder</source>
        <translation>Keine Datei einer Studie: %1; wegnehmen oder die Studie in einem anderen Ordner beginnen</translation>
    </message>
    <message>
        <source>The folder holds another study; name another folder, or take the old one away</source>
        <translation>Der Ordner enthält eine andere Studie; einen anderen Ordner nennen oder die alte wegnehmen</translation>
    </message>
    <message>
        <source>The folder cannot be made: %1; name another one</source>
        <translation>Der Ordner kann nicht angelegt werden: %1; einen anderen nennen</translation>
    </message>
    <message>
        <source>At least one metric is needed</source>
        <translation>Mindestens eine Größe ist nötig</translation>
    </message>
    <message>
        <source>The metric %1 is named twice</source>
        <translation>Die Größe %1 ist zweimal genannt</translation>
    </message>
    <message>
        <source>%1 values are needed, one for each metric</source>
        <translation>%1 Werte sind nötig, einer für jede Größe</translation>
    </message>
    <message>
        <source>Its values must be finite</source>
        <translation>Ihre Werte müssen endlich sein</translation>
    </message>
    <message>
        <source>No finished point of the study states all of %1</source>
        <translation>Kein fertiger Punkt der Studie nennt alle von %1</translation>
    </message>
    <message>
        <source>A study&apos;s mode is preview or run, not &quot;%1&quot;</source>
        <translation>Der Modus einer Studie ist preview oder run, nicht „%1“</translation>
    </message>
    <message>
        <source>A point&apos;s state is open, done or failed, not %1</source>
        <translation>Der Zustand eines Punkts ist open, done oder failed, nicht %1</translation>
    </message>
    <message>
        <source>Not a study: %1</source>
        <translation>Keine Studie: %1</translation>
    </message>
    <message>
        <source>A point&apos;s result is no JSON object</source>
        <translation>Das Ergebnis eines Punkts ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>Weights / weights kept</source>
        <translation>Gewichte / behaltene Gewichte</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>Crossbars</translation>
    </message>
    <message>
        <source>Energy of an inference</source>
        <translation>Energie einer Inferenz</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Inferences per second</source>
        <translation>Inferenzen je Sekunde</translation>
    </message>
    <message>
        <source>ADC bits, most of all layers</source>
        <translation>ADC-Bits, meiste aller Schichten</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>There is no field below it</source>
        <translation>Es gibt kein Feld darunter</translation>
    </message>
    <message>
        <source>it names no field</source>
        <translation>es nennt kein Feld</translation>
    </message>
    <message>
        <source>the field %1 is named twice</source>
        <translation>das Feld %1 ist zweimal genannt</translation>
    </message>
    <message>
        <source>%1 has no values</source>
        <translation>%1 hat keine Werte</translation>
    </message>
    <message>
        <source>there is no point; give fields with their values</source>
        <translation>es gibt keinen Punkt; Felder mit ihren Werten angeben</translation>
    </message>
    <message>
        <source>%1 points are more than %2</source>
        <translation>%1 Punkte sind mehr als %2</translation>
    </message>
    <message>
        <source>A number is missing; write 0 where there is nothing</source>
        <translation>Eine Zahl fehlt; 0 schreiben, wo nichts ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number; numbers need a decimal point, titles a # before them</source>
        <translation>„%1“ ist keine endliche Zahl; Zahlen brauchen einen Dezimalpunkt, Überschriften ein # davor</translation>
    </message>
    <message>
        <source>The line has %1 numbers, the lines before it have %2</source>
        <translation>Die Zeile hat %1 Zahlen, die Zeilen davor haben %2</translation>
    </message>
    <message>
        <source>There are no numbers in this file</source>
        <translation>In dieser Datei sind keine Zahlen</translation>
    </message>
    <message>
        <source>%1 bytes should stand here; the file is cut or damaged</source>
        <translation>Hier sollten %1 Bytes stehen; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The file cannot be read to its end</source>
        <translation>Die Datei kann nicht bis zum Ende gelesen werden</translation>
    </message>
    <message>
        <source>%1 bytes should stand here but only %2 are left; the file is cut or damaged</source>
        <translation>Hier sollten %1 Bytes stehen, aber nur %2 sind übrig; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>There are more than %1 values, too many for a file of weights</source>
        <translation>Es gibt mehr als %1 Werte, zu viele für eine Gewichtsdatei</translation>
    </message>
    <message>
        <source>A value is missing; the file is damaged</source>
        <translation>Ein Wert fehlt; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A mark is missing; the file is damaged</source>
        <translation>Eine Marke fehlt; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file asks for %1, which is neither a tensor nor a plain container, so it is not read; save the network&apos;s state_dict() alone</source>
        <translation>Die Datei verlangt %1, das weder Tensor noch einfacher Behälter ist, und wird nicht gelesen; nur das state_dict() des Netzes speichern</translation>
    </message>
    <message>
        <source>An item is appended to something that is not a list; the file is damaged</source>
        <translation>Ein Element wird an etwas angehängt, das keine Liste ist; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>An entry is put into something that is not a dictionary; the file is damaged</source>
        <translation>Ein Eintrag kommt in etwas, das kein Wörterbuch ist; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Value %1 is used before it is made; the file is damaged</source>
        <translation>Wert %1 wird benutzt, bevor er entsteht; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A name has no end; the file is cut or damaged</source>
        <translation>Ein Name hat kein Ende; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>Pickle protocol %1 cannot be read; 2 to 5 can</source>
        <translation>Pickle-Protokoll %1 kann nicht gelesen werden; 2 bis 5 können es</translation>
    </message>
    <message>
        <source>A class&apos;s name is not a text; the file is damaged</source>
        <translation>Der Name einer Klasse ist kein Text; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Something that is not a function is called; the file is damaged</source>
        <translation>Etwas wird aufgerufen, das keine Funktion ist; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Attributes are given to something that is not a dictionary; save the network&apos;s state_dict() alone</source>
        <translation>Etwas, das kein Wörterbuch ist, erhält Attribute; nur das state_dict() des Netzes speichern</translation>
    </message>
    <message>
        <source>No pickle of protocol 2 to 5 starts here; the file is cut or damaged</source>
        <translation>Hier beginnt kein Pickle mit Protokoll 2 bis 5; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>Values are left at the end; the file is damaged</source>
        <translation>Am Ende bleiben Werte übrig; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The pickle operation 0x%1 has no place in a file of tensors; the file is damaged or holds more than weights</source>
        <translation>Die Pickle-Operation 0x%1 gehört nicht in eine Datei von Tensoren; die Datei ist beschädigt oder enthält mehr als Gewichte</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep</source>
        <translation>Werte sind tiefer als %1 verschachtelt</translation>
    </message>
    <message>
        <source>This is not a file of torch.save; neither a zip archive nor a pickle starts it</source>
        <translation>Dies ist keine Datei von torch.save; weder ein Zip-Archiv noch ein Pickle beginnt sie</translation>
    </message>
    <message>
        <source>The file holds a %1, not a dictionary of tensors; save the network&apos;s state_dict()</source>
        <translation>Die Datei enthält %1, kein Wörterbuch von Tensoren; das state_dict() des Netzes speichern</translation>
    </message>
    <message>
        <source>The file holds no dictionary of tensors, neither by itself nor as state_dict, model or model_state_dict</source>
        <translation>Die Datei enthält kein Wörterbuch von Tensoren, weder selbst noch als state_dict, model oder model_state_dict</translation>
    </message>
    <message>
        <source>A name has %1 bytes, too many for a parameter</source>
        <translation>Ein Name hat %1 Bytes, zu viele für einen Parameter</translation>
    </message>
    <message>
        <source>The file names the tensor &quot;%1&quot; twice</source>
        <translation>Die Datei nennt den Tensor „%1“ zweimal</translation>
    </message>
    <message>
        <source>The storage %1 belongs to no tensor, so its size is unknown; the file is damaged</source>
        <translation>Der Speicher %1 gehört zu keinem Tensor, seine Größe ist also unbekannt; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>%1 elements of type %2 should stand here; the file is cut or damaged</source>
        <translation>Hier sollten %1 Elemente vom Typ %2 stehen; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The storage %1 stands twice</source>
        <translation>Der Speicher %1 steht zweimal</translation>
    </message>
    <message>
        <source>The storage %1 is missing; the file is damaged</source>
        <translation>Der Speicher %1 fehlt; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file is a pickle, but not one of torch.save</source>
        <translation>Die Datei ist ein Pickle, aber keiner von torch.save</translation>
    </message>
    <message>
        <source>The version of the file is not %1, the only one there is</source>
        <translation>Die Version der Datei ist nicht %1, die einzige, die es gibt</translation>
    </message>
    <message>
        <source>The list of storages is missing; the file is damaged</source>
        <translation>Die Liste der Speicher fehlt; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A size, stride or offset is not a whole number of 0 or more</source>
        <translation>Größe, Schrittweite oder Versatz ist keine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>A tensor&apos;s sizes or strides are not a tuple of at most %1 numbers</source>
        <translation>Größen oder Schrittweiten eines Tensors sind kein Tupel aus höchstens %1 Zahlen</translation>
    </message>
    <message>
        <source>A tensor has no storage; the file is damaged</source>
        <translation>Ein Tensor hat keinen Speicher; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A tensor has %1 sizes but %2 strides</source>
        <translation>Ein Tensor hat %1 Größen, aber %2 Schrittweiten</translation>
    </message>
    <message>
        <source>A tensor has more elements than its storage of %1; save a copy of it (contiguous(), clone())</source>
        <translation>Ein Tensor hat mehr Elemente als sein Speicher mit %1; eine Kopie speichern (contiguous(), clone())</translation>
    </message>
    <message>
        <source>A tensor reaches beyond its storage of %1 elements; the file is damaged</source>
        <translation>Ein Tensor reicht über seinen Speicher von %1 Elementen hinaus; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is called with unknown arguments</source>
        <translation>%1 wird mit unbekannten Argumenten aufgerufen</translation>
    </message>
    <message>
        <source>A tensor is conjugated or negated lazily; save a copy of it (resolve_conj(), resolve_neg())</source>
        <translation>Ein Tensor ist verzögert konjugiert oder negiert; eine Kopie speichern (resolve_conj(), resolve_neg())</translation>
    </message>
    <message>
        <source>An object outside the pickle is not a storage that can be read</source>
        <translation>Ein Objekt außerhalb des Pickles ist kein lesbarer Speicher</translation>
    </message>
    <message>
        <source>A storage of %1 elements cannot be</source>
        <translation>Ein Speicher von %1 Elementen ist nicht möglich</translation>
    </message>
    <message>
        <source>The storage %1 stands twice with different types or sizes</source>
        <translation>Der Speicher %1 steht zweimal mit verschiedenen Typen oder Größen</translation>
    </message>
    <message>
        <source>A part of a storage is not (key, start, elements)</source>
        <translation>Ein Teil eines Speichers ist nicht (Schlüssel, Anfang, Elemente)</translation>
    </message>
    <message>
        <source>A part of a storage reaches beyond its %1 elements</source>
        <translation>Ein Teil eines Speichers reicht über seine %1 Elemente hinaus</translation>
    </message>
    <message>
        <source>The tensors have %1 elements on storages of %2; save copies of them (clone())</source>
        <translation>Die Tensoren haben %1 Elemente auf Speichern von %2; Kopien speichern (clone())</translation>
    </message>
    <message>
        <source>The byte order is neither &quot;little&quot; nor &quot;big&quot;</source>
        <translation>Die Bytefolge ist weder „little“ noch „big“</translation>
    </message>
    <message>
        <source>The zip archive lacks data.pkl, so it is not a file of torch.save</source>
        <translation>Dem Zip-Archiv fehlt data.pkl, es ist also keine Datei von torch.save</translation>
    </message>
    <message>
        <source>It has %1 bytes, too many for a file of weights</source>
        <translation>Es hat %1 Bytes, zu viele für eine Gewichtsdatei</translation>
    </message>
    <message>
        <source>The header names the tensor &quot;%1&quot; twice</source>
        <translation>Der Kopf nennt den Tensor „%1“ zweimal</translation>
    </message>
    <message>
        <source>The header is not a JSON object; this is not a safetensors file</source>
        <translation>Der Kopf ist kein JSON-Objekt; dies ist keine safetensors-Datei</translation>
    </message>
    <message>
        <source>The header is not JSON (%1); this is not a safetensors file, or it is damaged</source>
        <translation>Der Kopf ist kein JSON (%1); dies ist keine safetensors-Datei, oder sie ist beschädigt</translation>
    </message>
    <message>
        <source>Its entry needs dtype, shape and two data_offsets</source>
        <translation>Sein Eintrag braucht dtype, shape und zwei data_offsets</translation>
    </message>
    <message>
        <source>Its type &quot;%1&quot; is unknown</source>
        <translation>Sein Typ „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>Its shape is not a list of whole numbers of a size that can be</source>
        <translation>Seine Form ist keine Liste ganzer Zahlen möglicher Größe</translation>
    </message>
    <message>
        <source>Its data_offsets are not whole numbers from 0</source>
        <translation>Seine data_offsets sind keine ganzen Zahlen ab 0</translation>
    </message>
    <message>
        <source>Its data_offsets %1 and %2 do not span the %3 bytes of its type and shape</source>
        <translation>Seine data_offsets %1 und %2 umfassen nicht die %3 Bytes seines Typs und seiner Form</translation>
    </message>
    <message>
        <source>Its data start at %1 but the tensor before ends at %2</source>
        <translation>Seine Daten beginnen bei %1, aber der Tensor davor endet bei %2</translation>
    </message>
    <message>
        <source>The header describes %1 bytes of data but the file has %2; it is cut or damaged</source>
        <translation>Der Kopf beschreibt %1 Bytes Daten, aber die Datei hat %2; sie ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The file has %1 bytes, too few for a safetensors file</source>
        <translation>Die Datei hat %1 Bytes, zu wenige für eine safetensors-Datei</translation>
    </message>
    <message>
        <source>The header should have %1 bytes; this is not a safetensors file, or it is cut</source>
        <translation>Der Kopf sollte %1 Bytes haben; dies ist keine safetensors-Datei, oder sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>The header&apos;s %1 is not a table of texts</source>
        <translation>%1 im Kopf ist keine Tabelle von Texten</translation>
    </message>
    <message>
        <source>The tensor&apos;s name &quot;%1&quot; is taken; choose another</source>
        <translation>Der Name „%1“ des Tensors ist vergeben; einen anderen wählen</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has no values; train the network first</source>
        <translation>Der Tensor „%1“ hat keine Werte; erst das Netz trainieren</translation>
    </message>
    <message>
        <source>A name or text is not UTF-8: %1</source>
        <translation>Ein Name oder Text ist kein UTF-8: %1</translation>
    </message>
    <message>
        <source>The zip archive cannot be read (%1); it is cut or damaged</source>
        <translation>Das Zip-Archiv kann nicht gelesen werden (%1); es ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The archive has %1 entries, too many for a file of weights</source>
        <translation>Das Archiv hat %1 Einträge, zu viele für eine Gewichtsdatei</translation>
    </message>
    <message>
        <source>Entry %1 of the archive cannot be read (%2); it is damaged</source>
        <translation>Eintrag %1 des Archivs kann nicht gelesen werden (%2); er ist beschädigt</translation>
    </message>
    <message>
        <source>The archive names this entry twice</source>
        <translation>Das Archiv nennt diesen Eintrag zweimal</translation>
    </message>
    <message>
        <source>The entry is encrypted; save the weights without a password</source>
        <translation>Der Eintrag ist verschlüsselt; die Gewichte ohne Passwort speichern</translation>
    </message>
    <message>
        <source>The entry is packed by method %1; stored and deflated ones can be read</source>
        <translation>Der Eintrag ist mit Verfahren %1 gepackt; gespeicherte und mit Deflate gepackte sind lesbar</translation>
    </message>
    <message>
        <source>The entry promises %1 bytes, more than the file can hold; it is cut or damaged</source>
        <translation>Der Eintrag verspricht %1 Bytes, mehr als die Datei enthalten kann; sie ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The entries up to here unpack to %1 bytes, too many for a file of %2; save it anew without packing</source>
        <translation>Die Einträge bis hier ergeben entpackt %1 Bytes, zu viele für eine Datei von %2; ungepackt neu speichern</translation>
    </message>
    <message>
        <source>The archive lacks this entry; it is cut or damaged</source>
        <translation>Dem Archiv fehlt dieser Eintrag; es ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The entry cannot be read (%1); it is damaged</source>
        <translation>Der Eintrag kann nicht gelesen werden (%1); er ist beschädigt</translation>
    </message>
    <message>
        <source>The entry has not the %1 bytes that the archive promises; it is damaged</source>
        <translation>Der Eintrag hat nicht die %1 Bytes, die das Archiv verspricht; er ist beschädigt</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another plan; start the run anew</source>
        <translation>Der Checkpoint gehört zu einem anderen Plan; den Lauf neu starten</translation>
    </message>
    <message>
        <source>rho %1 is not 0 or more</source>
        <translation>rho %1 ist nicht 0 oder mehr</translation>
    </message>
    <message>
        <source>the regulariser&apos;s strength %1 is not 0 or more</source>
        <translation>die Stärke %1 des Regularisierers ist nicht 0 oder mehr</translation>
    </message>
    <message>
        <source>the clip ratio %1 is not above 0</source>
        <translation>das Clip-Verhältnis %1 liegt nicht über 0</translation>
    </message>
    <message>
        <source>the gradient limit %1 is not 0 or more</source>
        <translation>die Gradientengrenze %1 ist nicht 0 oder mehr</translation>
    </message>
    <message>
        <source>the temperature %1 is not above 0</source>
        <translation>die Temperatur %1 liegt nicht über 0</translation>
    </message>
    <message>
        <source>the mix %1 is not in 0..1</source>
        <translation>die Mischung %1 liegt nicht in 0..1</translation>
    </message>
    <message>
        <source>there is no teacher</source>
        <translation>es gibt kein Lehrernetz</translation>
    </message>
    <message>
        <source>the teacher %1 has no weights</source>
        <translation>das Lehrernetz %1 hat keine Gewichte</translation>
    </message>
    <message>
        <source>the teacher %1 maps %2 to %3, the student %4 to %5</source>
        <translation>das Lehrernetz %1 bildet %2 auf %3 ab, der Schüler %4 auf %5</translation>
    </message>
    <message>
        <source>%1 entries for %2 weight layers</source>
        <translation>%1 Einträge für %2 Gewichtsschichten</translation>
    </message>
    <message>
        <source>the teacher&apos;s normalisation has %1 means and %2 deviations for %3 channels</source>
        <translation>die Normierung des Lehrernetzes hat %1 Mittel und %2 Abweichungen für %3 Kanäle</translation>
    </message>
    <message>
        <source>the teacher&apos;s normalisation needs finite means and deviations above 0</source>
        <translation>die Normierung des Lehrernetzes braucht endliche Mittel und Abweichungen über 0</translation>
    </message>
    <message>
        <source>%1: %2 has only %3 weight layers, counted from 0</source>
        <translation>%1: %2 hat nur %3 Gewichtsschichten, ab 0 gezählt</translation>
    </message>
    <message>
        <source>%1: %2 entries where %3 are needed</source>
        <translation>%1: %2 Einträge, wo %3 nötig sind</translation>
    </message>
    <message>
        <source>The images are %1 but the network takes %2; choose a data set that fits</source>
        <translation>Die Bilder sind %1, aber das Netz nimmt %2; einen passenden Datensatz wählen</translation>
    </message>
    <message>
        <source>The data set has %1 classes but the network tells only %2 apart</source>
        <translation>Der Datensatz hat %1 Klassen, aber das Netz unterscheidet nur %2</translation>
    </message>
    <message>
        <source>No CUDA device can be used by this build of LibTorch; use --device cpu</source>
        <translation>Dieser Bau von LibTorch kann kein CUDA-Gerät benutzen; --device cpu verwenden</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another network; start the run anew</source>
        <translation>Der Checkpoint gehört zu einem anderen Netz; den Lauf neu starten</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; use cpu or cuda</source>
        <translation>„%1“ ist nicht bekannt; cpu oder cuda verwenden</translation>
    </message>
    <message>
        <source>in 0..1024 (0 = all cores)</source>
        <translation>in 0..1024 (0 = alle Kerne)</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>über 0</translation>
    </message>
    <message>
        <source>in 0 &lt;= m &lt; 1</source>
        <translation>in 0 &lt;= m &lt; 1</translation>
    </message>
    <message>
        <source>in 0 &lt;= b &lt; 1</source>
        <translation>in 0 &lt;= b &lt; 1</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 oder mehr</translation>
    </message>
    <message>
        <source>in 0 &lt; f &lt;= 1</source>
        <translation>in 0 &lt; f &lt;= 1</translation>
    </message>
    <message>
        <source>in 0 &lt; w &lt; 1</source>
        <translation>in 0 &lt; w &lt; 1</translation>
    </message>
    <message>
        <source>in 0..1</source>
        <translation>in 0..1</translation>
    </message>
    <message>
        <source>in 0..100000</source>
        <translation>in 0..100000</translation>
    </message>
    <message>
        <source>in 1..65536</source>
        <translation>in 1..65536</translation>
    </message>
    <message>
        <source>An input shape of %1 cannot be used</source>
        <translation>Eine Eingangsform von %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Each node needs a name of its own</source>
        <translation>Jeder Knoten braucht einen eigenen Namen</translation>
    </message>
    <message>
        <source>The node reads a node that does not come before it</source>
        <translation>Der Knoten liest einen Knoten, der nicht vor ihm kommt</translation>
    </message>
    <message>
        <source>The network has no node &quot;%1&quot;</source>
        <translation>Das Netz hat keinen Knoten „%1“</translation>
    </message>
    <message>
        <source>The node has no parameter &quot;%1&quot;</source>
        <translation>Der Knoten hat keinen Parameter „%1“</translation>
    </message>
    <message>
        <source>Parameter &quot;%1&quot; is %2 but must be %3</source>
        <translation>Parameter „%1“ ist %2, muss aber %3 sein</translation>
    </message>
    <message>
        <source>The activation &quot;%1&quot; is not known</source>
        <translation>Die Aktivierung „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>The pooling &quot;%1&quot; is not known</source>
        <translation>Das Pooling „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>The graph has too many nodes</source>
        <translation>Der Graph hat zu viele Knoten</translation>
    </message>
    <message>
        <source>The operation &quot;%1&quot; is not known</source>
        <translation>Die Operation „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>The graph cannot be read: %1</source>
        <translation>Der Graph kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>An extent of %1 is outside 1..%2</source>
        <translation>Eine Ausdehnung von %1 liegt außerhalb 1..%2</translation>
    </message>
    <message>
        <source>The input must be channels x height x width but is %1</source>
        <translation>Der Eingang muss Kanäle x Höhe x Breite sein, ist aber %1</translation>
    </message>
    <message>
        <source>A padding of %1 cannot be used</source>
        <translation>Ein Rand (Padding) von %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The kernel %1x%2 does not fit on the input %3</source>
        <translation>Der Kernel %1x%2 passt nicht auf den Eingang %3</translation>
    </message>
    <message>
        <source>%1 groups do not divide %2 channels and %3 filters</source>
        <translation>%1 Gruppen teilen %2 Kanäle und %3 Filter nicht</translation>
    </message>
    <message>
        <source>The weight %1 is larger than Mho can hold</source>
        <translation>Das Gewicht %1 ist größer, als Mho fassen kann</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be joined along channels</source>
        <translation>Formen %1 und %2 können nicht entlang der Kanäle verbunden werden</translation>
    </message>
    <message>
        <source>A sum needs at least two inputs</source>
        <translation>Eine Summe braucht mindestens zwei Eingänge</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be added</source>
        <translation>Formen %1 und %2 können nicht addiert werden</translation>
    </message>
    <message>
        <source>The operation reads one input but is given %1</source>
        <translation>Die Operation liest einen Eingang, erhält aber %1</translation>
    </message>
    <message>
        <source>A linear layer takes a flat vector but gets %1; flatten first</source>
        <translation>Eine lineare Schicht nimmt einen flachen Vektor, erhält aber %1; erst abflachen</translation>
    </message>
    <message>
        <source>A shortcut cannot shrink %1 channels to %2</source>
        <translation>Ein Shortcut kann %1 Kanäle nicht auf %2 verkleinern</translation>
    </message>
    <message>
        <source>A shortcut cannot put %1 of %2 added channels before its input</source>
        <translation>Ein Shortcut kann nicht %1 von %2 zugefügten Kanälen vor seinen Eingang setzen</translation>
    </message>
    <message>
        <source>LeNet-5, 20-50-500-10, for 28x28 digits (Caffe&apos;s layout with a ReLU after each layer)</source>
        <translation>LeNet-5, 20-50-500-10, für Ziffern mit 28x28 (Caffes Aufbau mit einem ReLU nach jeder Schicht)</translation>
    </message>
    <message>
        <source>ConvNet of S0 and S1: 4 convolutions and a linear layer; widths are ours</source>
        <translation>ConvNet von S0 und S1: 4 Faltungen und eine lineare Schicht; Breiten von uns</translation>
    </message>
    <message>
        <source>AlexNet for ImageNet, torchvision&apos;s one-tower form</source>
        <translation>AlexNet für ImageNet, einteilige Form von torchvision</translation>
    </message>
    <message>
        <source>VGG-8 of NeuroSim for 32x32 images</source>
        <translation>VGG-8 von NeuroSim für 32x32-Bilder</translation>
    </message>
    <message>
        <source>VGG-16 with batch norm and one linear layer for CIFAR-10</source>
        <translation>VGG-16 mit Batch Norm und einer linearen Schicht für CIFAR-10</translation>
    </message>
    <message>
        <source>VGG-16 for ImageNet (Simonyan and Zisserman 2015, configuration D)</source>
        <translation>VGG-16 für ImageNet (Simonyan und Zisserman 2015, Konfiguration D)</translation>
    </message>
    <message>
        <source>ResNet-18 with a 3x3 stem for CIFAR-10</source>
        <translation>ResNet-18 mit 3x3-Eingangsfaltung für CIFAR-10</translation>
    </message>
    <message>
        <source>ResNet-18 for ImageNet (He et al. 2016)</source>
        <translation>ResNet-18 für ImageNet (He et al. 2016)</translation>
    </message>
    <message>
        <source>ResNet-50 for ImageNet, stride at the 3x3 convolutions (torchvision)</source>
        <translation>ResNet-50 für ImageNet, Schrittweite an den 3x3-Faltungen (torchvision)</translation>
    </message>
    <message>
        <source>ResNet-20 for CIFAR-10 with option A shortcuts (He et al. 2016, section 4.2)</source>
        <translation>ResNet-20 für CIFAR-10 mit Shortcuts der Option A (He et al. 2016, Abschnitt 4.2)</translation>
    </message>
    <message>
        <source>There is no zoo network &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt kein eingebautes Netz „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>Not the result of a design point: %1</source>
        <translation>Nicht das Ergebnis eines Entwurfspunkts: %1</translation>
    </message>
    <message>
        <source>The project has no document &quot;%1&quot;; go back to a copy</source>
        <translation>Das Projekt hat kein Dokument „%1“; zu einer Kopie zurückgehen</translation>
    </message>
    <message>
        <source>There is no project file of this name; check the name and the folder</source>
        <translation>Es gibt keine Projektdatei dieses Namens; Namen und Ordner prüfen</translation>
    </message>
    <message>
        <source>The project is open in another program, or was left by a crash; open it itself or close it there</source>
        <translation>Das Projekt ist in einem anderen Programm offen oder blieb nach einem Absturz zurück; es selbst öffnen oder dort schließen</translation>
    </message>
    <message>
        <source>The project has no finished run; run it to its end first</source>
        <translation>Das Projekt hat keinen fertigen Lauf; erst zu Ende laufen lassen</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The project cannot be made here: %1. Choose a folder that exists and where you may write</source>
        <translation>Das Projekt kann hier nicht angelegt werden: %1. Einen vorhandenen, beschreibbaren Ordner wählen</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another name or remove it</source>
        <translation>Es gibt schon eine Datei dieses Namens; einen anderen Namen wählen oder sie entfernen</translation>
    </message>
    <message>
        <source>A design point needs a name of at most %1 bytes</source>
        <translation>Ein Entwurfspunkt braucht einen Namen von höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>The project has no design point %1 any more</source>
        <translation>Das Projekt hat keinen Entwurfspunkt %1 mehr</translation>
    </message>
    <message>
        <source>The project file is damaged: the array &quot;%1&quot; does not have the shape %2; go back to a copy</source>
        <translation>Die Projektdatei ist beschädigt: Das Array „%1“ hat nicht die Form %2; zu einer Kopie zurückgehen</translation>
    </message>
    <message>
        <source>The project file is damaged: its locked layers are not a list of different names; go back to a copy</source>
        <translation>Die Projektdatei ist beschädigt: Ihre gesperrten Schichten sind keine Liste verschiedener Namen; zu einer Kopie zurückgehen</translation>
    </message>
    <message>
        <source>The project has no run yet; start one</source>
        <translation>Das Projekt hat noch keinen Lauf; einen starten</translation>
    </message>
    <message>
        <source>The file cannot be made: %1. Choose another folder</source>
        <translation>Die Datei kann nicht angelegt werden: %1. Einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Another program is running this project; wait for its end, or cancel it there</source>
        <translation>Ein anderes Programm führt einen Lauf dieses Projekts aus; sein Ende abwarten oder ihn dort abbrechen</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Mho project; choose a .mho file</source>
        <translation>Dies ist eine SQLite-Datenbank, aber kein Mho-Projekt; eine .mho-Datei wählen</translation>
    </message>
    <message>
        <source>The project has format version %1; this Mho reads up to %2. Open it with a newer Mho</source>
        <translation>Das Projekt hat Formatversion %1; dieses Mho liest bis %2. Mit einem neueren Mho öffnen</translation>
    </message>
    <message>
        <source>The project file is damaged (%1); go back to a copy, or save what is left with &quot;sqlite3 FILE .recover&quot;</source>
        <translation>Die Projektdatei ist beschädigt (%1); zu einer Kopie zurückgehen oder den Rest mit „sqlite3 DATEI .recover“ retten</translation>
    </message>
    <message>
        <source>There is no space left on the disk; free space and try again. The project is as it was before this change</source>
        <translation>Auf dem Datenträger ist kein Platz mehr; Platz schaffen und erneut versuchen. Das Projekt ist, wie es vor dieser Änderung war</translation>
    </message>
    <message>
        <source>The project may not be written (%1); copy it to a folder where you may write</source>
        <translation>Das Projekt darf nicht beschrieben werden (%1); in einen beschreibbaren Ordner kopieren</translation>
    </message>
    <message>
        <source>The project cannot be opened here (%1); check that the folder exists and that you may write in it</source>
        <translation>Das Projekt kann hier nicht geöffnet werden (%1); prüfen, ob der Ordner da und beschreibbar ist</translation>
    </message>
    <message>
        <source>Another program is writing to the project (%1); wait for it or close it, then try again</source>
        <translation>Ein anderes Programm schreibt in das Projekt (%1); warten oder es schließen, dann erneut versuchen</translation>
    </message>
    <message>
        <source>This is not a Mho project (%1); choose a .mho file</source>
        <translation>Dies ist kein Mho-Projekt (%1); eine .mho-Datei wählen</translation>
    </message>
    <message>
        <source>The project does not have the content that its format demands (%1); go back to a copy</source>
        <translation>Das Projekt hat nicht den Inhalt, den sein Format verlangt (%1); zu einer Kopie zurückgehen</translation>
    </message>
    <message>
        <source>The project cannot be read or written: %1. Check the disk and try again</source>
        <translation>Das Projekt kann nicht gelesen oder geschrieben werden: %1. Den Datenträger prüfen und erneut versuchen</translation>
    </message>
    <message>
        <source>The project file is damaged: the array &quot;%1&quot; is not complete; go back to a copy, or run again</source>
        <translation>Die Projektdatei ist beschädigt: Das Array „%1“ ist nicht vollständig; zu einer Kopie zurückgehen oder neu laufen lassen</translation>
    </message>
    <message>
        <source>Ratio, convolutions</source>
        <translation>Faktor, Faltungen</translation>
    </message>
    <message>
        <source>Ratio, convolutions without 1x1 shortcuts</source>
        <translation>Faktor, Faltungen ohne 1x1-Shortcuts</translation>
    </message>
    <message>
        <source>Ratio, whole network</source>
        <translation>Faktor, ganzes Netz</translation>
    </message>
    <message>
        <source>Ratio before purification, convolutions</source>
        <translation>Faktor vor der Bereinigung, Faltungen</translation>
    </message>
    <message>
        <source>Storage against 32 bits, without indices</source>
        <translation>Speicher gegen 32 Bit, ohne Indizes</translation>
    </message>
    <message>
        <source>Storage against 32 bits, with indices and scales</source>
        <translation>Speicher gegen 32 Bit, mit Indizes und Skalen</translation>
    </message>
    <message>
        <source>Accuracy, original</source>
        <translation>Genauigkeit, Original</translation>
    </message>
    <message>
        <source>Accuracy, projected, not retrained</source>
        <translation>Genauigkeit, projiziert, nicht nachtrainiert</translation>
    </message>
    <message>
        <source>Accuracy, purified, not retrained</source>
        <translation>Genauigkeit, bereinigt, nicht nachtrainiert</translation>
    </message>
    <message>
        <source>Accuracy, pruned</source>
        <translation>Genauigkeit, beschnitten</translation>
    </message>
    <message>
        <source>Accuracy, quantised</source>
        <translation>Genauigkeit, quantisiert</translation>
    </message>
    <message>
        <source>Points lost, pruned against original</source>
        <translation>Verlorene Punkte, beschnitten gegen Original</translation>
    </message>
    <message>
        <source>Points lost, quantised against pruned</source>
        <translation>Verlorene Punkte, quantisiert gegen beschnitten</translation>
    </message>
    <message>
        <source>Points lost, final against original</source>
        <translation>Verlorene Punkte, endgültig gegen Original</translation>
    </message>
    <message>
        <source>Accuracy through the crossbars, on the images simulated</source>
        <translation>Genauigkeit durch die Crossbars, auf den simulierten Bildern</translation>
    </message>
    <message>
        <source>Images that the crossbars and integer arithmetic give the same outputs</source>
        <translation>Bilder, bei denen Crossbars und ganzzahlige Rechnung gleiche Ausgänge geben</translation>
    </message>
    <message>
        <source>Training, the longest run</source>
        <translation>Training, der längste Lauf</translation>
    </message>
    <message>
        <source>There is no measure &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt kein Maß „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>an object is needed</source>
        <translation>ein Objekt ist nötig</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>ein Text ist nötig</translation>
    </message>
    <message>
        <source>a number of %1 or more is needed</source>
        <translation>eine Zahl von %1 oder mehr ist nötig</translation>
    </message>
    <message>
        <source>a whole number in 0..1000000 is needed</source>
        <translation>eine ganze Zahl in 0..1000000 ist nötig</translation>
    </message>
    <message>
        <source>a list is needed</source>
        <translation>eine Liste ist nötig</translation>
    </message>
    <message>
        <source>this key is not known</source>
        <translation>dieser Schlüssel ist nicht bekannt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a measure</source>
        <translation>„%1“ ist kein Maß</translation>
    </message>
    <message>
        <source>one of at_least, at_most and above is needed</source>
        <translation>eins von at_least, at_most und above ist nötig</translation>
    </message>
    <message>
        <source>only a bar of at_most can be of so many threads</source>
        <translation>nur eine Grenze at_most kann von so vielen Threads sein</translation>
    </message>
    <message>
        <source>at least one is needed</source>
        <translation>mindestens eins ist nötig</translation>
    </message>
    <message>
        <source>a measure with a number is needed</source>
        <translation>ein Maß mit einer Zahl ist nötig</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice</source>
        <translation>„%1“ ist zweimal da</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the papers</source>
        <translation>„%1“ ist keine der Arbeiten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not another row</source>
        <translation>„%1“ ist keine andere Zeile</translation>
    </message>
    <message>
        <source>The file is not JSON: %1</source>
        <translation>Die Datei ist kein JSON: %1</translation>
    </message>
    <message>
        <source>A result file is named ROW.seedN.json; rename it or take it away</source>
        <translation>Eine Ergebnisdatei heißt ZEILE.seedN.json; umbenennen oder wegnehmen</translation>
    </message>
    <message>
        <source>There is no published row &quot;%1&quot;; rename the file or take it away</source>
        <translation>Es gibt keine veröffentlichte Zeile „%1“; die Datei umbenennen oder wegnehmen</translation>
    </message>
    <message>
        <source>The file holds seed %1, its name says %2</source>
        <translation>Die Datei enthält Seed %1, ihr Name sagt %2</translation>
    </message>
    <message>
        <source>Layer %1 is not that of the network %2</source>
        <translation>Schicht %1 ist nicht die des Netzes %2</translation>
    </message>
    <message>
        <source>The run&apos;s weights break its plan, so it reproduces nothing; take the file away</source>
        <translation>Die Gewichte des Laufs brechen seinen Plan, er reproduziert also nichts; die Datei wegnehmen</translation>
    </message>
    <message>
        <source>The run was not finished; take the file away and run it again</source>
        <translation>Der Lauf wurde nicht beendet; die Datei wegnehmen und neu laufen lassen</translation>
    </message>
    <message>
        <source>The file holds a run of recipe %1, not of %2</source>
        <translation>Die Datei enthält einen Lauf des Rezepts %1, nicht von %2</translation>
    </message>
    <message>
        <source>The file is not the result of a run: %1</source>
        <translation>Die Datei ist kein Ergebnis eines Laufs: %1</translation>
    </message>
    <message>
        <source>This array of the saved result is missing; run again</source>
        <translation>Dieses Array des gespeicherten Ergebnisses fehlt; neu laufen lassen</translation>
    </message>
    <message>
        <source>This array of the saved result has %1 values instead of %2; run again</source>
        <translation>Dieses Array des gespeicherten Ergebnisses hat %1 Werte statt %2; neu laufen lassen</translation>
    </message>
    <message>
        <source>This mask of the saved result has values other than 0 and 1; run again</source>
        <translation>Diese Maske des gespeicherten Ergebnisses hat andere Werte als 0 und 1; neu laufen lassen</translation>
    </message>
    <message>
        <source>The levels of this layer in the saved result cannot be: %1; run again</source>
        <translation>Die Stufen dieser Schicht im gespeicherten Ergebnis sind nicht möglich: %1; neu laufen lassen</translation>
    </message>
    <message>
        <source>a run leaves both signs on %1 word lines that the hardware reads at once (crossbar.sign_scheme &quot;%2&quot;); add the constraint &quot;%3&quot;, or choose another sign scheme</source>
        <translation>ein Lauf lässt beide Vorzeichen auf %1 Wortleitungen, die die Hardware auf einmal liest (crossbar.sign_scheme „%2“); die Bedingung „%3“ hinzufügen oder ein anderes Vorzeichenschema wählen</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: FIELD=VALUE is needed, for example crossbar.rows=64</source>
        <translation>„%1“: FELD=WERT ist nötig, zum Beispiel crossbar.rows=64</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such field; `mho preset --fields` lists them</source>
        <translation>„%1“: Es gibt kein solches Feld; `mho preset --fields` nennt sie</translation>
    </message>
    <message>
        <source>the weights of teacher %1 are needed</source>
        <translation>die Gewichte des Lehrernetzes %1 sind nötig</translation>
    </message>
    <message>
        <source>%1 takes %2 and gives %3, the network takes %4 and gives %5</source>
        <translation>%1 nimmt %2 und gibt %3, das Netz nimmt %4 und gibt %5</translation>
    </message>
    <message>
        <source>%1 numbers, but images have %2 channels</source>
        <translation>%1 Zahlen, aber Bilder haben %2 Kanäle</translation>
    </message>
    <message>
        <source>The unfinished run was started with other settings; resume it with the same recipe, seed, threads and device, or start anew</source>
        <translation>Der unfertige Lauf wurde mit anderen Einstellungen gestartet; mit gleichem Rezept, Seed, Threads und Gerät fortsetzen oder neu starten</translation>
    </message>
    <message>
        <source>The unfinished run was started with other data; point Mho at the same data set, or start anew</source>
        <translation>Der unfertige Lauf wurde mit anderen Daten gestartet; denselben Datensatz angeben oder neu starten</translation>
    </message>
    <message>
        <source>The component file has changed since the run was started; put the old one back, or start anew</source>
        <translation>Die Komponentendatei hat sich seit dem Start des Laufs geändert; die alte zurücklegen oder neu starten</translation>
    </message>
    <message>
        <source>The unfinished run was started from other weights; give it the same ones, or start anew</source>
        <translation>Der unfertige Lauf begann mit anderen Gewichten; dieselben angeben oder neu starten</translation>
    </message>
    <message>
        <source>The unfinished run learns from another teacher; give it the same weights, or start anew</source>
        <translation>Der unfertige Lauf lernt von einem anderen Lehrernetz; dieselben Gewichte angeben oder neu starten</translation>
    </message>
    <message>
        <source>resuming at stage %1, round %2, epoch %3</source>
        <translation>fortgesetzt bei Abschnitt %1, Runde %2, Epoche %3</translation>
    </message>
    <message>
        <source>the given weights are taken as trained on pixels normalised as usual for %1 (%2); where they were not, give mean and deviation</source>
        <translation>die gegebenen Gewichte gelten als trainiert auf Pixeln, die wie für %1 üblich normiert sind (%2); wo nicht, mean und deviation angeben</translation>
    </message>
    <message>
        <source>the teacher %1 is taken as trained on pixels normalised as the network&apos;s (%2); where it was not, give teacher_mean and teacher_deviation</source>
        <translation>das Lehrernetz %1 gilt als trainiert auf Pixeln, die wie die des Netzes normiert sind (%2); wo nicht, teacher_mean und teacher_deviation angeben</translation>
    </message>
    <message>
        <source>%1: both residuals are at most %2 after round %3</source>
        <translation>%1: beide Residuen sind nach Runde %3 höchstens %2</translation>
    </message>
    <message>
        <source>The training diverged in stage %1, round %2: losses, residuals or weights are no numbers any more; lower its learning rate or rho. The last checkpoint stands</source>
        <translation>Das Training divergierte in Abschnitt %1, Runde %2: Verluste, Residuen oder Gewichte sind keine Zahlen mehr; Lernrate oder rho senken. Der letzte Checkpoint steht</translation>
    </message>
    <message>
        <source>This is not valid JSON; correct it: %1</source>
        <translation>Dies ist kein gültiges JSON; korrigieren: %1</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is given twice in one object; remove one</source>
        <translation>Der Schlüssel „%1“ steht zweimal in einem Objekt; einen entfernen</translation>
    </message>
    <message>
        <source>%1 is not one of %2.%3</source>
        <translation>%1 ist keins von %2.%3</translation>
    </message>
    <message>
        <source>This key is not known.%1%2</source>
        <translation>Dieser Schlüssel ist nicht bekannt.%1%2</translation>
    </message>
    <message>
        <source>%1 is neither 0 (float) nor in %2..%3</source>
        <translation>%1 ist weder 0 (float) noch in %2..%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2.%3</source>
        <translation>„%1“ ist keins von %2.%3</translation>
    </message>
    <message>
        <source>A name of a layer is needed</source>
        <translation>Ein Name einer Schicht ist nötig</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named twice; join the two entries</source>
        <translation>„%1“ ist zweimal genannt; die beiden Einträge verbinden</translation>
    </message>
    <message>
        <source>%1 is below 1, which keeps all groups</source>
        <translation>%1 liegt unter 1, was alle Gruppen behält</translation>
    </message>
    <message>
        <source>in 1..100000</source>
        <translation>in 1..100000</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>eine Zahl über 0</translation>
    </message>
    <message>
        <source>a number of 1 or more</source>
        <translation>eine Zahl von 1 oder mehr</translation>
    </message>
    <message>
        <source>in 0 &lt;= t &lt; 1</source>
        <translation>in 0 &lt;= t &lt; 1</translation>
    </message>
    <message>
        <source>a number of 0 or more</source>
        <translation>eine Zahl von 0 oder mehr</translation>
    </message>
    <message>
        <source>in 0 &lt; s &lt;= 1</source>
        <translation>in 0 &lt; s &lt;= 1</translation>
    </message>
    <message>
        <source>teacher_mean and teacher_deviation need as many numbers as images have channels, or none</source>
        <translation>teacher_mean und teacher_deviation brauchen so viele Zahlen, wie Bilder Kanäle haben, oder keine</translation>
    </message>
    <message>
        <source>every deviation must be above 0</source>
        <translation>jede Abweichung muss über 0 liegen</translation>
    </message>
    <message>
        <source>there is no &quot;teacher&quot; that it is for; the network&apos;s own original is normalised as the network</source>
        <translation>es gibt kein „teacher“, für den es wäre; das eigene Original des Netzes ist wie das Netz normiert</translation>
    </message>
    <message>
        <source>A network&apos;s name is needed, e.g. &quot;lenet5&quot;</source>
        <translation>Der Name eines Netzes ist nötig, z. B. „lenet5“</translation>
    </message>
    <message>
        <source>A data set&apos;s name is needed, e.g. &quot;synthetic-digits&quot;</source>
        <translation>Der Name eines Datensatzes ist nötig, z. B. „synthetic-digits“</translation>
    </message>
    <message>
        <source>&quot;prune&quot;: &quot;group-regularizer&quot; needs a constraint over groups (filter, channel, pe-group, ...) in each layer that is pruned</source>
        <translation>&quot;prune&quot;: &quot;group-regularizer&quot; braucht in jeder beschnittenen Schicht eine Bedingung über Gruppen (filter, channel, pe-group, ...)</translation>
    </message>
    <message>
        <source>mean and deviation need as many numbers as images have channels, or none</source>
        <translation>mean und deviation brauchen so viele Zahlen, wie Bilder Kanäle haben, oder keine</translation>
    </message>
    <message>
        <source>mean: %1 numbers, but images have %2 channels</source>
        <translation>mean: %1 Zahlen, aber Bilder haben %2 Kanäle</translation>
    </message>
    <message>
        <source>The images are %1, but the network takes %2; choose other data</source>
        <translation>Die Bilder sind %1, aber das Netz nimmt %2; andere Daten wählen</translation>
    </message>
    <message>
        <source>There are %1 classes, but the network tells %2 apart; choose other data</source>
        <translation>Es gibt %1 Klassen, aber das Netz unterscheidet %2; andere Daten wählen</translation>
    </message>
    <message>
        <source>The checkpoint lacks the array %1; start the run anew</source>
        <translation>Dem Checkpoint fehlt das Array %1; den Lauf neu starten</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s stage is not known; start the run anew</source>
        <translation>Der Abschnitt des Checkpoints ist nicht bekannt; den Lauf neu starten</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s state cannot be read (%1); start the run anew</source>
        <translation>Der Zustand des Checkpoints kann nicht gelesen werden (%1); den Lauf neu starten</translation>
    </message>
    <message>
        <source>The result of a run cannot be read: %1</source>
        <translation>Das Ergebnis eines Laufs kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Figures are written as .svg, .pdf or .png; choose one of these endings</source>
        <translation>Abbildungen werden als .svg, .pdf oder .png geschrieben; eine dieser Endungen wählen</translation>
    </message>
    <message>
        <source>The study does not tell its recipe, so its points cannot be loaded</source>
        <translation>Die Studie nennt ihr Rezept nicht, daher können ihre Punkte nicht geladen werden</translation>
    </message>
    <message>
        <source>The recipe needs the %1 data; choose its folder (Run, Data Folder)</source>
        <translation>Das Rezept braucht die Daten %1; ihren Ordner wählen (Lauf, Datenordner)</translation>
    </message>
    <message>
        <source>%1 could be kept: %2</source>
        <translation>%1 konnte behalten werden: %2</translation>
    </message>
    <message>
        <source>LibTorch runs on the reference BLAS: training is about 30 times slower; install libopenblas0-openmp</source>
        <translation>LibTorch läuft auf der Referenz-BLAS: Training ist etwa 30-mal langsamer; libopenblas0-openmp installieren</translation>
    </message>
    <message>
        <source>no record of the estimate</source>
        <translation>keine Aufzeichnung der Schätzung</translation>
    </message>
    <message>
        <source>no design point</source>
        <translation>kein Entwurfspunkt</translation>
    </message>
    <message>
        <source>Its brackets are nested deeper than %1 levels; nothing that Mho reads needs that</source>
        <translation>Seine Klammern sind tiefer als %1 Ebenen verschachtelt; nichts, was Mho liest, braucht das</translation>
    </message>
    <message>
        <source>The plan cuts the output off from the input: no filter of %1 sees it any more. Each constraint can be met, but together they keep nothing there; ask for lower ratios in the first of these layers</source>
        <translation>Der Plan trennt den Ausgang vom Eingang: Kein Filter von %1 sieht ihn mehr. Jede Bedingung ist für sich möglich, doch zusammen behalten sie dort nichts; kleinere Faktoren in der ersten dieser Schichten verlangen</translation>
    </message>
    <message>
        <source>Weights must be finite numbers, but value %1 of the tensor &quot;%2&quot; is %3</source>
        <translation>Gewichte müssen endliche Zahlen sein, aber Wert %1 des Tensors „%2“ ist %3</translation>
    </message>
    <message>
        <source>The project file is damaged: its queue of runs is not a list; go back to a copy</source>
        <translation>Die Projektdatei ist beschädigt: Ihre Warteschlange der Läufe ist keine Liste; zu einer Kopie zurückgehen</translation>
    </message>
    <message>
        <source>%1, %2: %3 % of %4 test images</source>
        <translation>%1, %2: %3 % von %4 Testbildern</translation>
    </message>
    <message>
        <source>The module cannot be loaded: %1</source>
        <translation>Das Modul kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>The file is not a module of this version</source>
        <translation>Die Datei ist kein Modul dieser Version</translation>
    </message>
    <message>
        <source>The module %1 is not installed; build Mho with %2=ON. Looked for:%3</source>
        <translation>Das Modul %1 ist nicht installiert; Mho mit %2=ON bauen. Gesucht:%3</translation>
    </message>
    <message>
        <source>The folder cannot be made: %1. Choose another name or another place</source>
        <translation>Der Ordner kann nicht angelegt werden: %1. Einen anderen Namen oder Ort wählen</translation>
    </message>
    <message>
        <source>There is something of this name already, which is kept; choose another name or an empty folder</source>
        <translation>Es gibt schon etwas dieses Namens, das behalten wird; einen anderen Namen oder einen leeren Ordner wählen</translation>
    </message>
    <message>
        <source>This is no valid ONNX model: %1</source>
        <translation>Dies ist kein gültiges ONNX-Modell: %1</translation>
    </message>
    <message>
        <source>A map of %1 is larger than Mho can hold</source>
        <translation>Eine Karte von %1 ist größer, als Mho fassen kann</translation>
    </message>
    <message>
        <source>This is no file that can be read; give the model&apos;s own file</source>
        <translation>Dies ist keine lesbare Datei; die eigene Datei des Modells angeben</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>The file cannot be mapped into memory: %1</source>
        <translation>Die Datei kann nicht in den Speicher abgebildet werden: %1</translation>
    </message>
    <message>
        <source>A text or a part of the model is a number</source>
        <translation>Ein Text oder Teil des Modells ist eine Zahl</translation>
    </message>
    <message>
        <source>A whole number is something else</source>
        <translation>Eine ganze Zahl ist etwas anderes</translation>
    </message>
    <message>
        <source>A list is longer than in any network that Mho can hold</source>
        <translation>Eine Liste ist länger als in jedem Netz, das Mho fassen kann</translation>
    </message>
    <message>
        <source>No graph stands in the file</source>
        <translation>In der Datei steht kein Graph</translation>
    </message>
    <message>
        <source>A number is cut</source>
        <translation>Eine Zahl ist abgeschnitten</translation>
    </message>
    <message>
        <source>A number has too many bytes</source>
        <translation>Eine Zahl hat zu viele Bytes</translation>
    </message>
    <message>
        <source>%1; the file is damaged, cut, or no ONNX model</source>
        <translation>%1; die Datei ist beschädigt, abgeschnitten oder kein ONNX-Modell</translation>
    </message>
    <message>
        <source>A field is longer than what it is in</source>
        <translation>Ein Feld ist länger als das, worin es steht</translation>
    </message>
    <message>
        <source>A field is of no known kind</source>
        <translation>Ein Feld ist von unbekannter Art</translation>
    </message>
    <message>
        <source>A field has no number</source>
        <translation>Ein Feld hat keine Nummer</translation>
    </message>
    <message>
        <source>A list of whole numbers holds something else</source>
        <translation>Eine Liste ganzer Zahlen enthält etwas anderes</translation>
    </message>
    <message>
        <source>A list of floats holds something else</source>
        <translation>Eine Liste von Gleitkommazahlen enthält etwas anderes</translation>
    </message>
    <message>
        <source>The graph is too large even without its weights</source>
        <translation>Der Graph ist auch ohne seine Gewichte zu groß</translation>
    </message>
    <message>
        <source>The model names no version of ONNX&apos;s operators</source>
        <translation>Das Modell nennt keine Version der ONNX-Operatoren</translation>
    </message>
    <message>
        <source>The model is of opset %1; Mho reads %2 to %3. Export it anew with one of these, or convert it (onnx.version_converter)</source>
        <translation>Das Modell ist von Opset %1; Mho liest %2 bis %3. Neu mit einem davon exportieren oder umwandeln (onnx.version_converter)</translation>
    </message>
    <message>
        <source>The model has %1 inputs (%2); Mho takes networks of one. Bind the others as constants</source>
        <translation>Das Modell hat %1 Eingänge (%2); Mho nimmt Netze mit einem. Die anderen als Konstanten binden</translation>
    </message>
    <message>
        <source>The input %1 is no array of float32 numbers; export the network with such an input</source>
        <translation>Der Eingang %1 ist kein Array aus float32-Zahlen; das Netz mit einem solchen Eingang exportieren</translation>
    </message>
    <message>
        <source>The input %1 has extents that the model leaves open; fix all but the number of images</source>
        <translation>Der Eingang %1 hat Ausdehnungen, die das Modell offen lässt; alle außer der Zahl der Bilder festlegen</translation>
    </message>
    <message>
        <source>The input %1 has an extent of %2; Mho takes %3 at most</source>
        <translation>Der Eingang %1 hat eine Ausdehnung von %2; Mho nimmt höchstens %3</translation>
    </message>
    <message>
        <source>The model has %1 outputs (%2); Mho takes networks of one. Export that one alone</source>
        <translation>Das Modell hat %1 Ausgänge (%2); Mho nimmt Netze mit einem. Diesen allein exportieren</translation>
    </message>
    <message>
        <source>The model holds sparse weights; export them as full arrays</source>
        <translation>Das Modell enthält dünn besetzte Gewichte; als volle Arrays exportieren</translation>
    </message>
    <message>
        <source>Mho cannot open this network; change these nodes before it is exported:%1</source>
        <translation>Mho kann dieses Netz nicht öffnen; diese Knoten vor dem Export ändern:%1</translation>
    </message>
    <message>
        <source>The tensor %1</source>
        <translation>Der Tensor %1</translation>
    </message>
    <message>
        <source>The tensor holds whole numbers; float32 is needed</source>
        <translation>Der Tensor enthält ganze Zahlen; float32 ist nötig</translation>
    </message>
    <message>
        <source>The network has no weights to write; train it first</source>
        <translation>Das Netz hat keine Gewichte zum Schreiben; erst trainieren</translation>
    </message>
    <message>
        <source>The network takes %1 bytes; a file of ONNX has 2 GiB at most</source>
        <translation>Das Netz braucht %1 Bytes; eine ONNX-Datei hat höchstens 2 GiB</translation>
    </message>
    <message>
        <source>The padding &quot;%1&quot; is not known</source>
        <translation>Der Rand (Padding) „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>A product needs two inputs</source>
        <translation>Ein Produkt braucht zwei Eingänge</translation>
    </message>
    <message>
        <source>Shapes %1 and %2 cannot be multiplied</source>
        <translation>Formen %1 und %2 können nicht multipliziert werden</translation>
    </message>
    <message>
        <source>%1 cannot be cut into %2</source>
        <translation>%1 kann nicht in %2 geschnitten werden</translation>
    </message>
    <message>
        <source>The order of axes %1 does not fit the input %2</source>
        <translation>Die Reihenfolge der Achsen %1 passt nicht zum Eingang %2</translation>
    </message>
    <message>
        <source>Alpha, beta and bias must be finite numbers</source>
        <translation>Alpha, Beta und Bias müssen endliche Zahlen sein</translation>
    </message>
    <message>
        <source>An average pooling has no dilation</source>
        <translation>Average Pooling hat keine Dilatation</translation>
    </message>
    <message>
        <source>The input %1 has no axis %2</source>
        <translation>Der Eingang %1 hat keine Achse %2</translation>
    </message>
    <message>
        <source>The journal has no edit %1 to go back to</source>
        <translation>Das Journal hat keine Änderung %1, zu der zurückgekehrt werden könnte</translation>
    </message>
    <message>
        <source>Beside this name lies the log (-wal) of a project that was moved or deleted; choose another name, or put the project back</source>
        <translation>Neben diesem Namen liegt das Protokoll (-wal) eines verschobenen oder gelöschten Projekts; einen anderen Namen wählen oder das Projekt zurücklegen</translation>
    </message>
    <message>
        <source>The project file is not where it was opened: it was moved, deleted or replaced. Put it back, or save the project under another name</source>
        <translation>Die Projektdatei liegt nicht mehr, wo sie geöffnet wurde: Sie wurde verschoben, gelöscht oder ersetzt. Zurücklegen oder das Projekt unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>The bibliography cannot be read: %1</source>
        <translation>Das Literaturverzeichnis kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The bibliography is missing; install Mho&apos;s resources or set MHO_RESOURCE_DIR</source>
        <translation>Das Literaturverzeichnis fehlt; die Ressourcen von Mho installieren oder MHO_RESOURCE_DIR setzen</translation>
    </message>
    <message>
        <source>Projected at once</source>
        <translation>Sofort projiziert</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>There is no quantity &quot;%1&quot;; there are: energy, power, area</source>
        <translation>Es gibt keine Größe „%1“; es gibt: energy, power, area</translation>
    </message>
    <message>
        <source>The preset %1 states no times, so its %2 is not known; choose the area or another preset</source>
        <translation>Die Voreinstellung %1 nennt keine Zeiten, daher ist %2 nicht bekannt; die Fläche oder eine andere Voreinstellung wählen</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimiert</translation>
    </message>
    <message>
        <source>Epoch of the run</source>
        <translation>Epoche des Laufs</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Accuracy lost</source>
        <translation>Verlorene Genauigkeit</translation>
    </message>
    <message>
        <source>There is no palette &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt keine Palette „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>The network has no weights, so the cells of its crossbars are not known; train it first</source>
        <translation>Das Netz hat keine Gewichte, daher sind die Zellen seiner Crossbars nicht bekannt; erst trainieren</translation>
    </message>
    <message>
        <source>There is no weight layer &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt keine Gewichtsschicht „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>The layer has %1 x %2 blocks of crossbars, %3 slice(s) and %4 sign(s), counted from 0; choose one of them</source>
        <translation>Die Schicht hat %1 x %2 Blöcke von Crossbars, %3 Slice(s) und %4 Vorzeichen, ab 0 gezählt; davon wählen</translation>
    </message>
    <message>
        <source>Word line</source>
        <translation>Wortleitung</translation>
    </message>
    <message>
        <source>Bit line</source>
        <translation>Bitleitung</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>nicht programmiert</translation>
    </message>
    <message>
        <source>Conductance</source>
        <translation>Leitwert</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Input channel and kernel position</source>
        <translation>Eingangskanal und Kernelposition</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>Behaltene Gewichte</translation>
    </message>
    <message>
        <source>levels of the device</source>
        <translation>Stufen des Bauelements</translation>
    </message>
    <message>
        <source>The folder cannot be written: %1. Choose another folder or free space</source>
        <translation>Der Ordner kann nicht beschrieben werden: %1. Einen anderen Ordner wählen oder Platz schaffen</translation>
    </message>
    <message>
        <source>There is no report format &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt kein Berichtsformat „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>The project has no finished run; start one with mho run, or report its plan (--points plan)</source>
        <translation>Das Projekt hat keinen fertigen Lauf; mit mho run einen starten oder den Plan berichten (--points plan)</translation>
    </message>
    <message>
        <source>There is no design point &quot;%1&quot;; there are: run, plan, all%2</source>
        <translation>Es gibt keinen Entwurfspunkt „%1“; es gibt: run, plan, all%2</translation>
    </message>
    <message>
        <source>Arrays of type %1 cannot be read; float16, float32, float64, int8 to int64, uint8 and bool can</source>
        <translation>Felder vom Typ %1 sind nicht lesbar; float16, float32, float64, int8 bis int64, uint8 und bool sind es</translation>
    </message>
    <message>
        <source>The folder has more than %1 NPY files, too many for weights</source>
        <translation>Der Ordner hat mehr als %1 NPY-Dateien, zu viele für Gewichte</translation>
    </message>
    <message>
        <source>The folder has no NPY file (NAME.npy)</source>
        <translation>Der Ordner hat keine NPY-Datei (NAME.npy)</translation>
    </message>
    <message>
        <source>The header has the entry &quot;%1&quot;, which it should not have, or not twice</source>
        <translation>Der Kopf hat den Eintrag „%1“, den er nicht oder nicht doppelt haben sollte</translation>
    </message>
    <message>
        <source>The header lacks descr, fortran_order or shape</source>
        <translation>Dem Kopf fehlt descr, fortran_order oder shape</translation>
    </message>
    <message>
        <source>Something stands behind the header</source>
        <translation>Hinter dem Kopf steht noch etwas</translation>
    </message>
    <message>
        <source>The header should have &quot;%1&quot; here; the file is damaged</source>
        <translation>Der Kopf sollte hier „%1“ haben; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The header should have a text in quotes here; the file is damaged</source>
        <translation>Der Kopf sollte hier einen Text in Anführungszeichen haben; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A bracket of the header does not close</source>
        <translation>Eine Klammer des Kopfs schließt nicht</translation>
    </message>
    <message>
        <source>fortran_order is neither True nor False</source>
        <translation>fortran_order ist weder True noch False</translation>
    </message>
    <message>
        <source>The shape is not a list of whole numbers of a size that can be</source>
        <translation>Die Form ist keine Liste ganzer Zahlen möglicher Größe</translation>
    </message>
    <message>
        <source>The shape is not a list of at most %1 whole numbers</source>
        <translation>Die Form ist keine Liste von höchstens %1 ganzen Zahlen</translation>
    </message>
    <message>
        <source>This is no NPY file of NumPy</source>
        <translation>Das ist keine NPY-Datei von NumPy</translation>
    </message>
    <message>
        <source>Version %1.%2 of the NPY format cannot be read; 1.0, 2.0 and 3.0 can</source>
        <translation>Version %1.%2 des NPY-Formats ist nicht lesbar; 1.0, 2.0 und 3.0 sind es</translation>
    </message>
    <message>
        <source>The header should have %1 bytes; the file is cut or damaged</source>
        <translation>Der Kopf sollte %1 Bytes haben; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>Type and shape need %1 bytes but %2 are there; the file is cut or damaged</source>
        <translation>Typ und Form brauchen %1 Bytes, aber %2 sind da; die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The archive has no NPY file (NAME.npy), so it is not an NPZ file</source>
        <translation>Das Archiv hat keine NPY-Datei (NAME.npy), ist also keine NPZ-Datei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is bfloat16, which NumPy&apos;s files do not know</source>
        <translation>„%1“ ist bfloat16, das NumPys Dateien nicht kennen</translation>
    </message>
    <message>
        <source>An object is made from something that is not a dictionary of its attributes, so it is not read</source>
        <translation>Ein Objekt entsteht aus etwas, das kein Wörterbuch seiner Attribute ist, und wird deshalb nicht gelesen</translation>
    </message>
    <message>
        <source>This is a TorchScript archive but what it holds is no module; save the network&apos;s state_dict()</source>
        <translation>Das ist ein TorchScript-Archiv, aber sein Inhalt ist kein Modul; das state_dict() des Netzes speichern</translation>
    </message>
    <message>
        <source>The TorchScript program has no tensors as attributes; one of torch.jit.freeze has lost the names of its weights. Save the network before freezing, or its state_dict()</source>
        <translation>Das TorchScript-Programm hat keine Tensoren als Attribute; eines von torch.jit.freeze hat die Namen seiner Gewichte verloren. Das Netz vor dem Einfrieren speichern oder sein state_dict()</translation>
    </message>
    <message>
        <source>The modules of the TorchScript program are nested too deep or too many for a network</source>
        <translation>Die Module des TorchScript-Programms sind zu tief verschachtelt oder zu viele für ein Netz</translation>
    </message>
    <message>
        <source>This is no file of weights that Mho reads: safetensors, a state dictionary of torch.save, TorchScript, NPZ, or a folder of NPY files</source>
        <translation>Das ist keine Gewichtsdatei, die Mho liest: safetensors, ein Zustandswörterbuch von torch.save, TorchScript, NPZ oder ein Ordner mit NPY-Dateien</translation>
    </message>
    <message>
        <source>A name has %1 bytes, too many for an archive</source>
        <translation>Ein Name hat %1 Bytes, zu viele für ein Archiv</translation>
    </message>
    <message>
        <source>The network has no layer of weights of this name</source>
        <translation>Das Netz hat keine Gewichtsschicht dieses Namens</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as a safetensors file</source>
        <translation>Gewichte, Masken, Stufencodes und Skalen als safetensors-Datei</translation>
    </message>
    <message>
        <source>Conductances of each crossbar in siemens as CSV, with an index; a folder</source>
        <translation>Leitwerte jedes Crossbars in Siemens als CSV, mit Verzeichnis; ein Ordner</translation>
    </message>
    <message>
        <source>Conductances of each crossbar in siemens as an NPZ file, with an index</source>
        <translation>Leitwerte jedes Crossbars in Siemens als NPZ-Datei, mit Verzeichnis</translation>
    </message>
    <message>
        <source>Network and weights for DNN+NeuroSim V1.3 and V1.4; a folder</source>
        <translation>Netz und Gewichte für DNN+NeuroSim V1.3 und V1.4; ein Ordner</translation>
    </message>
    <message>
        <source>One crossbar with its wires as a netlist for ngspice</source>
        <translation>Ein Crossbar mit seinen Leitungen als Netzliste für ngspice</translation>
    </message>
    <message>
        <source>There is no export format &quot;%1&quot;; there are: %2</source>
        <translation>Es gibt kein Exportformat „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>The network has no weights to export; train it or give it a file of weights</source>
        <translation>Das Netz hat keine Gewichte zum Exportieren; trainieren oder eine Gewichtsdatei angeben</translation>
    </message>
    <message>
        <source>NeuroSim&apos;s table of a network has no place for groups, dilation, or a stride that differs between directions</source>
        <translation>NeuroSims Netztabelle hat keinen Platz für Gruppen, Dilatation oder einen je Richtung verschiedenen Schritt</translation>
    </message>
    <message>
        <source>A netlist is of one crossbar; name its layer</source>
        <translation>Eine Netzliste ist von einem Crossbar; seine Schicht nennen</translation>
    </message>
    <message>
        <source>There is no crossbar %1 (row block, column block, slice, sign); the last one is %2</source>
        <translation>Es gibt keinen Crossbar %1 (Zeilenblock, Spaltenblock, Slice, Vorzeichen); der letzte ist %2</translation>
    </message>
    <message>
        <source>a ratio of %1 would empty the layer; it has %2 weights</source>
        <translation>ein Faktor von %1 würde die Schicht leeren; sie hat %2 Gewichte</translation>
    </message>
    <message>
        <source>A plan is needed, and this is a recipe; give its list &quot;plan&quot; alone, in a file</source>
        <translation>Gebraucht wird ein Plan, und dies ist ein Rezept; nur dessen Liste „plan“ in einer Datei angeben</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; cannot stand in an archive: it is not UTF-8, or holds control characters</source>
        <translation>Der Name „%1“ kann nicht in einem Archiv stehen: Er ist kein UTF-8 oder enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>An entry holds no plan and no hardware where it must</source>
        <translation>Ein Eintrag enthält weder Plan noch Hardware, wo er es muss</translation>
    </message>
    <message>
        <source>%1 by components</source>
        <translation>%1 nach Komponenten</translation>
    </message>
    <message>
        <source>%1 by layers</source>
        <translation>%1 nach Schichten</translation>
    </message>
    <message>
        <source>%1, primal</source>
        <translation>%1, primal</translation>
    </message>
    <message>
        <source>%1, dual</source>
        <translation>%1, dual</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Konvergenz</translation>
    </message>
    <message>
        <source>Designs compared</source>
        <translation>Entwürfe im Vergleich</translation>
    </message>
    <message>
        <source>Sensitivity of layers</source>
        <translation>Empfindlichkeit der Schichten</translation>
    </message>
    <message>
        <source>%1: crossbar (%2, %3), slice %4, sign %5</source>
        <translation>%1: Crossbar (%2, %3), Slice %4, Vorzeichen %5</translation>
    </message>
    <message>
        <source>%1: mask</source>
        <translation>%1: Maske</translation>
    </message>
    <message>
        <source>%1: conductances</source>
        <translation>%1: Leitwerte</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;; there are: en, de, zh_CN</source>
        <translation>Es gibt keine Sprache „%1“; es gibt: en, de, zh_CN</translation>
    </message>
    <message>
        <source>No font with Chinese letters is installed; install one (Debian: fonts-noto-cjk or fonts-wqy-microhei)</source>
        <translation>Keine Schrift mit chinesischen Zeichen ist installiert; eine installieren (Debian: fonts-noto-cjk oder fonts-wqy-microhei)</translation>
    </message>
    <message>
        <source>%1 %2 is above %3 %2</source>
        <translation>%1 %2 liegt über %3 %2</translation>
    </message>
    <message>
        <source>CiMLoop, ISAAC&apos;s cell: 0.2 V, after PRIME</source>
        <translation>CiMLoop, Zelle von ISAAC: 0,2 V, nach PRIME</translation>
    </message>
    <message>
        <source>ISAAC, section V: 16-bit inputs</source>
        <translation>ISAAC, Abschnitt V: 16-Bit-Eingänge</translation>
    </message>
    <message>
        <source>ISAAC, section V: 1 bit a cycle</source>
        <translation>ISAAC, Abschnitt V: 1 Bit je Zyklus</translation>
    </message>
    <message>
        <source>ISAAC, section IV</source>
        <translation>ISAAC, Abschnitt IV</translation>
    </message>
    <message>
        <source>The design point %1 was not deleted from this project, so it cannot be put back</source>
        <translation>Der Entwurfspunkt %1 wurde nicht aus diesem Projekt gelöscht und kann daher nicht zurückgelegt werden</translation>
    </message>
    <message>
        <source>Signed conductance</source>
        <translation>Leitwert mit Vorzeichen</translation>
    </message>
    <message>
        <source>No folder for a copy of the project can be made; free space in %1</source>
        <translation>Für eine Kopie des Projekts lässt sich kein Ordner anlegen; in %1 Platz schaffen</translation>
    </message>
    <message>
        <source>Another window works on this copy; go on there</source>
        <translation>Ein anderes Fenster arbeitet an dieser Kopie; dort weitermachen</translation>
    </message>
    <message>
        <source>The crossbar panel shows no figure that could be written; select a layer with crossbars</source>
        <translation>Das Crossbar-Panel zeigt keine Abbildung, die sich schreiben ließe; eine Schicht mit Crossbars wählen</translation>
    </message>
    <message>
        <source>The copy is not there any more, or its folder cannot be written</source>
        <translation>Die Kopie ist nicht mehr da, oder ihr Ordner lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>the layer is locked; unlock it first: Edit ▸ Lock or Unlock Layers</source>
        <translation>die Schicht ist gesperrt; erst entsperren: Bearbeiten ▸ Schichten sperren oder entsperren</translation>
    </message>
    <message>
        <source>The file lacks weights that %1 needs: %2</source>
        <translation>Der Datei fehlen Gewichte, die %1 braucht: %2</translation>
    </message>
    <message>
        <source>The file lacks weights that %1 needs: %2. Without a place: %3</source>
        <translation>Der Datei fehlen Gewichte, die %1 braucht: %2. Ohne Platz: %3</translation>
    </message>
    <message>
        <source>Three 3x3 convolutions without pooling and two linear layers for 28x28 digits (an example of burn, tracel-ai)</source>
        <translation>Drei 3x3-Faltungen ohne Pooling und zwei lineare Schichten für 28x28-Ziffern (ein Beispiel von burn, tracel-ai)</translation>
    </message>
    <message>
        <source>No network that Mho knows by name has these weights, nor are they those of a plain chain of layers. Nearest is %1; it needs: %2; without a place: %3. Give the network as an ONNX file, or name its tensors as `mho inspect %1` does</source>
        <translation>Kein Netz, das Mho beim Namen kennt, hat diese Gewichte, und sie sind auch nicht die einer einfachen Kette von Schichten. Am nächsten ist %1; es braucht: %2; ohne Platz: %3. Geben Sie das Netz als ONNX-Datei, oder nennen Sie seine Tensoren wie `mho inspect %1`</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as a file of torch.save; its state_dict has the weights alone</source>
        <translation>Gewichte, Masken, Stufencodes und Skalen als Datei von torch.save; ihr state_dict hat nur die Gewichte</translation>
    </message>
    <message>
        <source>Weights, masks, level codes and scales as an NPZ file of NumPy</source>
        <translation>Gewichte, Masken, Stufencodes und Skalen als NPZ-Datei von NumPy</translation>
    </message>
    <message>
        <source>Names tell nothing; by shapes in their order the network is taken for %1</source>
        <translation>Die Namen sagen nichts; nach den Formen in ihrer Reihenfolge wird das Netz für %1 gehalten</translation>
    </message>
    <message>
        <source>Assumed are the order %1, a ReLU behind each layer but the last, and inputs of %2</source>
        <translation>Angenommen sind die Reihenfolge %1, ein ReLU hinter jeder Schicht außer der letzten, und Eingaben von %2</translation>
    </message>
    <message>
        <source>convolutions with outputs as large as their inputs</source>
        <translation>Faltungen mit Ausgaben so groß wie ihre Eingaben</translation>
    </message>
    <message>
        <source>convolutions without padding</source>
        <translation>Faltungen ohne Rand (Padding)</translation>
    </message>
    <message>
        <source>2x2 max pooling behind each convolution</source>
        <translation>2x2-Max-Pooling hinter jeder Faltung</translation>
    </message>
    <message>
        <source>no pooling</source>
        <translation>kein Pooling</translation>
    </message>
    <message>
        <source>Assumed are the order %1, a ReLU behind each layer but the last, images of %2, %3, and %4</source>
        <translation>Angenommen sind die Reihenfolge %1, ein ReLU hinter jeder Schicht außer der letzten, Bilder von %2, %3, und %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; tells no step of a run: it is written STAGE:ROUND:STEP, e.g. retrain:0:1170, with a stage of train, admm, retrain, quantize, progressive, straight-through, finetune</source>
        <translation>„%1“ nennt keinen Schritt eines Laufs: man schreibt STUFE:RUNDE:SCHRITT, z. B. retrain:0:1170, mit einer Stufe von train, admm, retrain, quantize, progressive, straight-through, finetune</translation>
    </message>
    <message>
        <source>no entry of the journal</source>
        <translation>kein Eintrag im Journal</translation>
    </message>
    <message>
        <source>There are more than %1 values, too many for what this text should be</source>
        <translation>Es sind mehr als %1 Werte, zu viele für das, was dieser Text sein soll</translation>
    </message>
    <message>
        <source>The network with its weights as an ONNX model; masks, level codes and scales in NAME.masks.npz beside it</source>
        <translation>Das Netz mit seinen Gewichten als ONNX-Modell; Masken, Stufencodes und Skalen daneben in NAME.masks.npz</translation>
    </message>
    <message>
        <source>%1 more problems are not listed; correct these first</source>
        <translation>%1 weitere Probleme sind nicht aufgeführt; berichtigen Sie zuerst diese</translation>
    </message>
    <message>
        <source>%1 entries are too many; all lists of a text together may have %2</source>
        <translation>%1 Einträge sind zu viele; alle Listen eines Textes zusammen dürfen %2 haben</translation>
    </message>
    <message>
        <source>Keeps filters and columns of the weight matrix in multiples of the crossbar&apos;s sides (FORMS); locally optimal</source>
        <translation>Behält Filter und Spalten der Gewichtsmatrix in Vielfachen der Crossbar-Seiten (FORMS); lokal optimal</translation>
    </message>
    <message>
        <source>a filter_ratio of %1 would leave fewer filters than the %2 that an array holds; at most %3 can be asked for</source>
        <translation>ein filter_ratio von %1 ließe weniger Filter übrig als die %2, die ein Array fasst; höchstens %3 ist möglich</translation>
    </message>
    <message>
        <source>a shape_ratio of %1 would leave fewer columns than the %2 that an array holds; at most %3 can be asked for</source>
        <translation>ein shape_ratio von %1 ließe weniger Spalten übrig als die %2, die ein Array fasst; höchstens %3 ist möglich</translation>
    </message>
    <message>
        <source>Keeps whole filters and kernel positions of all filters, chosen together (rows and columns of the weight matrix); locally optimal</source>
        <translation>Behält ganze Filter und Kernelpositionen aller Filter, zusammen gewählt (Zeilen und Spalten der Gewichtsmatrix); lokal optimal</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Prune by ADMM</source>
        <translation>Beschneiden: ADMM</translation>
    </message>
    <message>
        <source>Prune by a group regulariser</source>
        <translation>Beschneiden: Gruppen</translation>
    </message>
    <message>
        <source>Purify</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Nachtraining</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Of all that is random. With the same seed, threads and device a run on a processor gives the same bits.</source>
        <translation>Von allem, was zufällig ist. Mit demselben Seed, denselben Threads und demselben Gerät gibt ein Lauf auf einem Prozessor dieselben Bits.</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>How the pruning stage comes to its masks: by ADMM, or by a group regulariser. Both end in the hard projection onto the plan.</source>
        <translation>Wie die Phase des Beschneidens zu ihren Masken kommt: mit ADMM oder mit einer Gruppenregularisierung. Beide enden in der harten Projektion auf den Plan.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where it is computed: cpu or cuda.</source>
        <translation>Wo gerechnet wird: cpu oder cuda.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Compute threads.</source>
        <translation>Threads, die rechnen.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Of convolutions and products; weights stay float32. Automatic: bfloat16 on processors with AVX-512 BF16, else float32.</source>
        <translation>Von Faltungen und Produkten; Gewichte bleiben float32. automatic: bfloat16 auf Prozessoren mit AVX-512 BF16, sonst float32.</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>Kanäle zuletzt</translation>
    </message>
    <message>
        <source>Memory format of images and of convolution weights; pays for 3 x 3 networks.</source>
        <translation>Speicherformat von Bildern und Faltungsgewichten; lohnt sich für Netze mit 3 x 3.</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Trains given weights further before all else.</source>
        <translation>Trainiert gegebene Gewichte vor allem anderen weiter.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training images; 0 leaves the stage out.</source>
        <translation>Durchgänge durch die Trainingsbilder; 0 lässt die Phase aus.</translation>
    </message>
    <message>
        <source>Epochs of a step</source>
        <translation>Epochen eines Schritts</translation>
    </message>
    <message>
        <source>Passes over the training images after each step.</source>
        <translation>Durchgänge durch die Trainingsbilder nach jedem Schritt.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>Images of a step; the last step of an epoch takes what is left.</source>
        <translation>Bilder eines Schritts; der letzte Schritt einer Epoche nimmt, was übrig ist.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>SGD with momentum, or Adam.</source>
        <translation>SGD mit Impuls oder Adam.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The highest rate; the schedule says how it changes.</source>
        <translation>Die höchste Rate; der Verlauf sagt, wie sie sich ändert.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Of SGD; beta 1 of Adam.</source>
        <translation>Von SGD; beta 1 von Adam.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Of Adam.</source>
        <translation>Von Adam.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>L2 term in the gradient of weights, not of biases and batch norms.</source>
        <translation>L2-Glied im Gradienten der Gewichte, nicht der Bias-Werte und Batch-Normen.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>Absenkfaktor</translation>
    </message>
    <message>
        <source>Schedule step: the rate is multiplied by it at each milestone.</source>
        <translation>Verlauf step: die Rate wird an jedem Meilenstein damit multipliziert.</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Meilensteine</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Schedule one-cycle: share of the steps in which the rate rises.</source>
        <translation>Verlauf one-cycle: Anteil der Schritte, in denen die Rate steigt.</translation>
    </message>
    <message>
        <source>Weight noise</source>
        <translation>Gewichtsrauschen</translation>
    </message>
    <message>
        <source>Sigma of the log-normal variation of weights that each step sees; 0 = none.</source>
        <translation>Sigma der log-normalen Streuung der Gewichte, die jeder Schritt sieht; 0 = keine.</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>W-steps with projection and dual update, at most; 0 leaves the rounds out.</source>
        <translation>W-Schritte mit Projektion und Erneuerung der Dualen, höchstens; 0 lässt die Runden aus.</translation>
    </message>
    <message>
        <source>Epochs of a round</source>
        <translation>Epochen einer Runde</translation>
    </message>
    <message>
        <source>Passes over the training images in a W-step; the rate&apos;s schedule starts anew in each.</source>
        <translation>Durchgänge durch die Trainingsbilder in einem W-Schritt; der Verlauf der Rate beginnt in jedem neu.</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>Penalty of the first round; a layer&apos;s own rho in the plan is a factor on it.</source>
        <translation>Strafe der ersten Runde; das eigene rho einer Schicht im Plan ist ein Faktor darauf.</translation>
    </message>
    <message>
        <source>rho factor</source>
        <translation>rho-Faktor</translation>
    </message>
    <message>
        <source>rho is multiplied by it.</source>
        <translation>rho wird damit multipliziert.</translation>
    </message>
    <message>
        <source>rho every</source>
        <translation>rho nach Runden</translation>
    </message>
    <message>
        <source>Rounds between two multiplications of rho.</source>
        <translation>Runden zwischen zwei Multiplikationen von rho.</translation>
    </message>
    <message>
        <source>Rescale duals</source>
        <translation>Duale umskalieren</translation>
    </message>
    <message>
        <source>The scaled duals shrink by what rho grows, so that their pull does not jump (Boyd et al. 2011, 3.4.1).</source>
        <translation>Die skalierten Dualen schrumpfen um das, was rho wächst, damit ihr Zug nicht springt (Boyd et al. 2011, 3.4.1).</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Rounds end once primal and dual residual are at most this; 0 = never early.</source>
        <translation>Die Runden enden, sobald primales und duales Residuum höchstens so groß sind; 0 = nie früher.</translation>
    </message>
    <message>
        <source>Levels take part</source>
        <translation>Mit Stufen</translation>
    </message>
    <message>
        <source>Sparsity and levels together (S0, S1); otherwise sparsity alone, levels later (ADMM-NN).</source>
        <translation>Dünnbesetzung und Stufen zusammen (S0, S1); sonst Dünnbesetzung allein, Stufen später (ADMM-NN).</translation>
    </message>
    <message>
        <source>Not looked at: this stage is about levels.</source>
        <translation>Wird nicht beachtet: in dieser Phase geht es um die Stufen.</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafe</translation>
    </message>
    <message>
        <source>Group lasso; clipped (weight penalty clipping, S5); or reweighted (S4).</source>
        <translation>lasso: Group Lasso; clipped: Weight Penalty Clipping (S5); reweighted: neu gewichtet (S4).</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>lambda of the penalty.</source>
        <translation>lambda der Strafe.</translation>
    </message>
    <message>
        <source>Clip ratio</source>
        <translation>Kappverhältnis</translation>
    </message>
    <message>
        <source>Clipped: delta over the mean norm of a layer&apos;s groups.</source>
        <translation>clipped: delta geteilt durch die mittlere Norm der Gruppen einer Schicht.</translation>
    </message>
    <message>
        <source>Pull through clip</source>
        <translation>Zug durch die Kappung</translation>
    </message>
    <message>
        <source>Clipped: the gradient flows through delta too.</source>
        <translation>clipped: der Gradient fließt auch durch delta.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Reweighted: beta = 1 / (norm^2 + epsilon).</source>
        <translation>reweighted: beta = 1 / (Norm^2 + epsilon).</translation>
    </message>
    <message>
        <source>Refresh epochs</source>
        <translation>Epochen bis zur Erneuerung</translation>
    </message>
    <message>
        <source>Reweighted: beta is renewed every so many epochs.</source>
        <translation>reweighted: beta wird nach so vielen Epochen erneuert.</translation>
    </message>
    <message>
        <source>The levels of the plan are trained at the same time (S5).</source>
        <translation>Die Stufen des Plans werden gleichzeitig trainiert (S5).</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Otherwise only paths without effect go.</source>
        <translation>Sonst gehen nur Pfade ohne Wirkung.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>projection: between the hard projection and retraining; retrain: after that, with no retraining behind it (S1 as published).</source>
        <translation>projection: zwischen der harten Projektion und dem Nachtraining; retrain: danach, ohne Nachtraining dahinter (S1 wie veröffentlicht).</translation>
    </message>
    <message>
        <source>Empty column</source>
        <translation>Leere Spalte</translation>
    </message>
    <message>
        <source>Th1: a column with less energy than this share of the layer&apos;s mean counts as empty.</source>
        <translation>Th1: eine Spalte mit weniger Energie als diesem Anteil des Mittels der Schicht gilt als leer.</translation>
    </message>
    <message>
        <source>Column share</source>
        <translation>Spaltenanteil</translation>
    </message>
    <message>
        <source>Th2: a channel goes where fewer of its columns are not empty, and Th3 holds too.</source>
        <translation>Th2: ein Kanal geht, wo ein kleinerer Teil seiner Spalten nicht leer ist und auch Th3 gilt.</translation>
    </message>
    <message>
        <source>Channel energy</source>
        <translation>Kanalenergie</translation>
    </message>
    <message>
        <source>Th3: the mean energy of the channel&apos;s columns is below it.</source>
        <translation>Th3: die mittlere Energie der Spalten des Kanals liegt darunter.</translation>
    </message>
    <message>
        <source>Filter energy</source>
        <translation>Filterenergie</translation>
    </message>
    <message>
        <source>Th4: a filter below it goes.</source>
        <translation>Th4: ein Filter darunter geht.</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>Absolut</translation>
    </message>
    <message>
        <source>Teacher&apos;s share</source>
        <translation>Anteil des Lehrers</translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s loss; 0 = no teacher.</source>
        <translation>Anteil des Lehrerverlusts; 0 = kein Lehrer.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>T of both softened outputs, the teacher&apos;s and the network&apos;s.</source>
        <translation>T beider geglätteter Ausgaben, des Lehrers und des Netzes.</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Name of the teaching network, whose weights mho run --teacher gives; empty: the run&apos;s own original network.</source>
        <translation>Name des lehrenden Netzes, dessen Gewichte mho run --teacher gibt; leer: das ursprüngliche Netz des Laufs selbst.</translation>
    </message>
    <message>
        <source>Teacher&apos;s mean</source>
        <translation>Mittelwert des Lehrers</translation>
    </message>
    <message>
        <source>Mean that the named teacher was trained with, per channel; empty: as the network.</source>
        <translation>Mittelwert, mit dem der genannte Lehrer trainiert wurde, je Kanal; leer: wie das Netz.</translation>
    </message>
    <message>
        <source>a number for each channel, or none</source>
        <translation>eine Zahl je Kanal oder keine</translation>
    </message>
    <message>
        <source>Teacher&apos;s deviation</source>
        <translation>Standardabweichung des Lehrers</translation>
    </message>
    <message>
        <source>Deviation that the named teacher was trained with, per channel; empty: as the network.</source>
        <translation>Standardabweichung, mit der der genannte Lehrer trainiert wurde, je Kanal; leer: wie das Netz.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How often weights move onto their levels, with a training after each; 0 leaves the stage out.</source>
        <translation>Wie oft Gewichte auf ihre Stufen gehen, mit einem Training nach jedem Mal; 0 lässt die Phase aus.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the free weights of each level that move in a step, rounded up.</source>
        <translation>Der freien Gewichte jeder Stufe, die in einem Schritt gehen, aufgerundet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: FIELD=VALUE is needed, for example retrain.epochs=20</source>
        <translation>„%1“: nötig ist FELD=WERT, zum Beispiel retrain.epochs=20</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such field; `mho plan show --stages` lists them</source>
        <translation>„%1“: ein solches Feld gibt es nicht; `mho plan show --stages` führt sie auf</translation>
    </message>
    <message>
        <source>a share of all epochs, above 0 and below 1</source>
        <translation>ein Anteil aller Epochen, größer als 0 und kleiner als 1</translation>
    </message>
    <message>
        <source>0..1</source>
        <translation>0..1</translation>
    </message>
    <message>
        <source>pruned weights that were trained: %1</source>
        <translation>beschnittene Gewichte, die trainiert wurden: %1</translation>
    </message>
    <message>
        <source>%1 of pruned filters that was trained: %2</source>
        <translation>%1 beschnittener Filter, trainiert: %2</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation>Progressiv</translation>
    </message>
    <message>
        <source>Straight-Through</source>
        <translation>Straight-Through</translation>
    </message>
    <message>
        <source>Passes over the training images; with 0 the hard projection alone prunes.</source>
        <translation>Durchgänge durch die Trainingsbilder; mit 0 beschneidet allein die harte Projektion.</translation>
    </message>
    <message>
        <source>W-steps with projection and dual update, at most; with 0 the hard projection alone prunes.</source>
        <translation>W-Schritte mit Projektion und Erneuerung der Dualen, höchstens; mit 0 beschneidet allein die harte Projektion.</translation>
    </message>
    <message>
        <source>Of the rate, over the whole stage, in ADMM over a round, in progressive quantisation over a step: constant; cosine, down to 0; one-cycle, up and then down; step, down at the milestones.</source>
        <translation>Der Rate, über die ganze Phase, in ADMM über eine Runde, in progressiver Quantisierung über einen Schritt: constant; cosine, hinab auf 0; one-cycle, hinauf und dann hinab; step, hinab an den Meilensteinen.</translation>
    </message>
    <message>
        <source>Schedule step: when, as shares of the epochs that the schedule spans.</source>
        <translation>Verlauf step: wann, als Anteile der Epochen, über die der Verlauf geht.</translation>
    </message>
    <message>
        <source>0..1 (1 excluded); absolute: 0 and above</source>
        <translation>0..1 (ohne 1); absolut: 0 und mehr</translation>
    </message>
    <message>
        <source>Energies are sums of squared weights, as published; otherwise shares of the layer&apos;s mean.</source>
        <translation>Energien sind Summen quadrierter Gewichte, wie veröffentlicht; sonst Anteile des Mittels der Schicht.</translation>
    </message>
    <message>
        <source>the weights of teacher %1 are given on the command line only (mho run --teacher); empty it here, and the original network teaches</source>
        <translation>die Gewichte des Lehrers %1 werden nur auf der Befehlszeile gegeben (mho run --teacher); ist er hier leer, lehrt das ursprüngliche Netz</translation>
    </message>
</context>
<context>
    <name>mho::AdcView</name>
    <message>
        <source>bit lines</source>
        <translation>Bitleitungen</translation>
    </message>
    <message>
        <source>the layer&apos;s ADC</source>
        <translation>ADC der Schicht</translation>
    </message>
    <message>
        <source>programmed cells of a bit line in one read</source>
        <translation>programmierte Zellen einer Bitleitung je Lesevorgang</translation>
    </message>
    <message>
        <source>ADC bits needed</source>
        <translation>benötigte ADC-Bits</translation>
    </message>
    <message>
        <source>Non-zeros of bit lines against ADC bits</source>
        <translation>Nichtnullen der Bitleitungen gegen ADC-Bits</translation>
    </message>
    <message>
        <source>Select a layer to see what its ADCs must hold.</source>
        <translation>Eine Schicht wählen, um zu sehen, was ihre ADCs fassen müssen.</translation>
    </message>
    <message>
        <source>No weight of this layer is kept: it has no bit lines.</source>
        <translation>Kein Gewicht dieser Schicht bleibt: Sie hat keine Bitleitungen.</translation>
    </message>
    <message>
        <source>The layer&apos;s ADC holds the kept weights of a filter on word lines read at once, whatever their sign. Where positive and negative weights lie in arrays of their own, a bit line has fewer.</source>
        <translation>Der ADC der Schicht fasst die behaltenen Gewichte eines Filters auf gleichzeitig gelesenen Wortleitungen, gleich welchen Vorzeichens. Wo positive und negative Gewichte in eigenen Arrays liegen, hat eine Bitleitung weniger.</translation>
    </message>
    <message>
        <source>%1: ADCs of %2 bit, cells at most %3. Bit lines: %4, cells of the fullest: %5, %6 bit</source>
        <translation>%1: ADCs mit %2 Bit, Zellen höchstens %3. Bitleitungen: %4, Zellen der vollsten: %5, %6 Bit</translation>
    </message>
</context>
<context>
    <name>mho::BudgetDialog</name>
    <message>
        <source>Spread a Budget</source>
        <translation>Budget verteilen</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Ratio of the whole network, at least</source>
        <translation>Faktor des ganzen Netzes, mindestens</translation>
    </message>
    <message>
        <source>Crossbars of the whole network, at most</source>
        <translation>Crossbars des ganzen Netzes, höchstens</translation>
    </message>
    <message>
        <source>Least ratio of the whole network</source>
        <translation>Kleinster Faktor des ganzen Netzes</translation>
    </message>
    <message>
        <source>Weights / weights kept</source>
        <translation>Gewichte / behaltene Gewichte</translation>
    </message>
    <message>
        <source>Most crossbars of the whole network</source>
        <translation>Höchstzahl der Crossbars des ganzen Netzes</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Layers that are not locked get this constraint in place of those they have; their levels stay.</source>
        <translation>Nicht gesperrte Schichten erhalten diese Bedingung anstelle ihrer bisherigen; ihre Stufen bleiben.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Layers with this budget</source>
        <translation>Schichten mit diesem Budget</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>With the budget</source>
        <translation>Mit dem Budget</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>bleibt: %1</translation>
    </message>
    <message>
        <source>Spread by sensitivity; no plan of the ratios tried loses less.</source>
        <translation>Nach Empfindlichkeit verteilt; kein Plan mit den erprobten Faktoren verliert weniger.</translation>
    </message>
    <message>
        <source>Spread by sensitivity; the best plan found.</source>
        <translation>Nach Empfindlichkeit verteilt; der beste gefundene Plan.</translation>
    </message>
    <message>
        <source>Estimated rise of the loss by these layers: %1 nats, before training.</source>
        <translation>Geschätzter Anstieg des Verlusts durch diese Schichten: %1 nats, vor dem Training.</translation>
    </message>
    <message>
        <source>One ratio of %1 for all layers.</source>
        <translation>Ein Faktor von %1 für alle Schichten.</translation>
    </message>
    <message>
        <source>Not by sensitivity: %1.</source>
        <translation>Nicht nach Empfindlichkeit: %1.</translation>
    </message>
    <message>
        <source>The network keeps one weight of %1. Crossbars: %2.</source>
        <translation>Das Netz behält eines von je %1 Gewichten. Crossbars: %2.</translation>
    </message>
</context>
<context>
    <name>mho::ColourBar</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Fester Bereich</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>Bereich der Farben</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>Logarithmische Farben</translation>
    </message>
    <message>
        <source>Logarithmic colours, at most three decades</source>
        <translation>Logarithmische Farben, höchstens drei Dekaden</translation>
    </message>
</context>
<context>
    <name>mho::CommandPalette</name>
    <message>
        <source>Find Command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command, network, recipe, example or project</source>
        <translation>Befehl, Netz, Rezept, Beispiel oder Projekt</translation>
    </message>
</context>
<context>
    <name>mho::CompareDock</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Shows the points of the studies that were collected into the project beside</source>
        <translation>Zeigt auch die Punkte der Studien, die im Projekt gesammelt wurden</translation>
    </message>
    <message>
        <source>Kept as &quot;%1&quot;</source>
        <translation>Behalten als „%1“</translation>
    </message>
    <message>
        <source>Keep Design Point</source>
        <translation>Entwurfspunkt behalten</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>No design point yet: Keep Design Point (%1) keeps the present plan; each finished run is kept by itself.</source>
        <translation>Noch kein Entwurfspunkt: „Entwurfspunkt behalten“ (%1) behält den jetzigen Plan; jeder fertige Lauf wird von selbst behalten.</translation>
    </message>
    <message>
        <source>The project has studies: tick Studies to see their points.</source>
        <translation>Das Projekt hat Studien: „Studien“ ankreuzen, um ihre Punkte zu sehen.</translation>
    </message>
    <message>
        <source>Rename Design Point</source>
        <translation>Entwurfspunkt umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit ▸ Undo</source>
        <translation>Bearbeiten ▸ Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n design point(s) deleted; %1 brings them back</source>
        <translation>
            <numerusform>%n Entwurfspunkt gelöscht; %1 holt ihn zurück</numerusform>
            <numerusform>%n Entwurfspunkte gelöscht; %1 holt sie zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ComparePanel</name>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Design point under the pointer</source>
        <translation>Entwurfspunkt unter dem Zeiger</translation>
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
        <translation>Größe der x-Achse</translation>
    </message>
    <message>
        <source>Metric of the y axis</source>
        <translation>Größe der y-Achse</translation>
    </message>
    <message>
        <source>No design point has both of these metrics. Choose another one.</source>
        <translation>Kein Entwurfspunkt hat diese beiden Größen. Eine andere wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without these metrics</source>
        <translation>
            <numerusform>%n ohne diese Größen</numerusform>
            <numerusform>%n ohne diese Größen</numerusform>
        </translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1 · in the editor</source>
        <translation>%1 · im Editor</translation>
    </message>
</context>
<context>
    <name>mho::CompareTable</name>
    <message>
        <source>Differences only</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Selected only</source>
        <translation>Nur gewählte</translation>
    </message>
    <message>
        <source>Hides properties that all points shown have in common</source>
        <translation>Verbirgt Eigenschaften, die alle gezeigten Punkte gemeinsam haben</translation>
    </message>
    <message>
        <source>Shows the points that are selected here or in the charts</source>
        <translation>Zeigt die Punkte, die hier oder in den Diagrammen gewählt sind</translation>
    </message>
    <message>
        <source>Properties of design points</source>
        <translation>Eigenschaften der Entwurfspunkte</translation>
    </message>
</context>
<context>
    <name>mho::CompareTableModel</name>
    <message>
        <source>%1: the design in the editor</source>
        <translation>%1: der Entwurf im Editor</translation>
    </message>
</context>
<context>
    <name>mho::ConstantTableModel</name>
    <message>
        <source>Constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintDock</name>
    <message>
        <source>Constraints</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>No layer was changed.
%1</source>
        <translation>Keine Schicht wurde geändert.
%1</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintEditor</name>
    <message>
        <source>Apply to All Layers</source>
        <translation>Auf alle Schichten anwenden</translation>
    </message>
    <message>
        <source>Give every layer these constraints and levels, as one step to undo; each keeps its penalty</source>
        <translation>Jeder Schicht diese Bedingungen und Stufen geben, als ein rücknehmbarer Schritt; jede behält ihre Strafe</translation>
    </message>
    <message>
        <source>No layer is selected.</source>
        <translation>Keine Schicht ist gewählt.</translation>
    </message>
    <message>
        <source>%1 and another selected layer</source>
        <translation>%1 und eine weitere gewählte Schicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other selected layers</source>
        <translation>
            <numerusform>%1 und %n weitere gewählte Schicht</numerusform>
            <numerusform>%1 und %n weitere gewählte Schichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ConstraintList</name>
    <message>
        <source>No constraint: every weight stays.</source>
        <translation>Keine Bedingung: Alle Gewichte bleiben.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a constraint</source>
        <translation>Eine Bedingung hinzufügen</translation>
    </message>
</context>
<context>
    <name>mho::ConstraintRow</name>
    <message>
        <source>Up: constraints hold in this order</source>
        <translation>Nach oben: Bedingungen gelten in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Down: constraints hold in this order</source>
        <translation>Nach unten: Bedingungen gelten in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Remove this constraint</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Kind of constraint</source>
        <translation>Art der Bedingung</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Groups / groups kept; 1 keeps all</source>
        <translation>Gruppen / behaltene Gruppen; 1 behält alle</translation>
    </message>
    <message>
        <source>%1 (%2 to %3, default %4)</source>
        <translation>%1 (%2 bis %3, Vorgabe %4)</translation>
    </message>
    <message>
        <source>Paper&apos;s rule</source>
        <translation>Regel der Arbeit</translation>
    </message>
    <message>
        <source>Choose what stays as the kind&apos;s paper does; otherwise the nearest point (Euclidean) is taken</source>
        <translation>Was bleibt, wie in der Arbeit dieser Art wählen; sonst gilt der nächste Punkt (euklidisch)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>mho::CostView</name>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
    <message>
        <source>Power, all in use</source>
        <translation>Leistung, alles in Betrieb</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dicht</translation>
    </message>
    <message numerus="yes">
        <source>%n other</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Dense → compressed, and the change</source>
        <translation>Dicht → komprimiert und die Änderung</translation>
    </message>
    <message>
        <source>by component</source>
        <translation>nach Komponente</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>nach Schicht</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>ADC laws: %1 to %2</source>
        <translation>ADC-Modelle: %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Compressed, by what each of %n ADC laws makes of it: the least is %1 by %2, the most %3 by %4. A line that ends at the edge goes on.</source>
        <translation>
            <numerusform>Komprimiert, nach %n ADC-Modell: am wenigsten %1 nach %2, am meisten %3 nach %4. Eine Linie, die am Rand endet, geht weiter.</numerusform>
            <numerusform>Komprimiert, nach jedem von %n ADC-Modellen: am wenigsten %1 nach %2, am meisten %3 nach %4. Eine Linie, die am Rand endet, geht weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost of the designs</source>
        <translation>Kosten der Entwürfe</translation>
    </message>
    <message>
        <source>selected layer</source>
        <translation>gewählte Schicht</translation>
    </message>
    <message>
        <source>The network by component or by layer, or the selected layer by component</source>
        <translation>Das Netz nach Komponenten oder Schichten, oder die gewählte Schicht nach Komponenten</translation>
    </message>
    <message>
        <source>Select a layer to see its cost.</source>
        <translation>Eine Schicht wählen, um ihre Kosten zu sehen.</translation>
    </message>
</context>
<context>
    <name>mho::CrossbarView</name>
    <message>
        <source>Crossbars shown</source>
        <translation>Gezeigte Crossbars</translation>
    </message>
    <message>
        <source>All Crossbars</source>
        <translation>Alle Crossbars</translation>
    </message>
    <message>
        <source>Back to the occupancy of all crossbars of the layer (Escape)</source>
        <translation>Zurück zur Belegung aller Crossbars der Schicht (Escape)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write this figure as SVG, PDF or PNG</source>
        <translation>Diese Abbildung als SVG, PDF oder PNG schreiben</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Slice %1 von %2</translation>
    </message>
    <message>
        <source>Select a layer to see its crossbars.</source>
        <translation>Eine Schicht wählen, um ihre Crossbars zu sehen.</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>Noch nicht trainiert: Ohne Gewichte gibt es keine Leitwerte zu zeigen.
Lauf ▸ Starten trainiert und komprimiert dieses Netz.</translation>
    </message>
    <message>
        <source>Double click or zoom in to open a crossbar</source>
        <translation>Doppelklick oder Vergrößern öffnet einen Crossbar</translation>
    </message>
    <message>
        <source>Wire resistance a cell</source>
        <translation>Leitungswiderstand je Zelle</translation>
    </message>
    <message>
        <source>Resistance of a wire from one cell to the next, of word and bit lines. NeuroSim V1.4 at 32 nm has 1.04 Ω and 3.13 Ω.</source>
        <translation>Widerstand einer Leitung von einer Zelle zur nächsten, von Wort- und Bitleitungen. NeuroSim V1.4 hat bei 32 nm 1,04 Ω und 3,13 Ω.</translation>
    </message>
    <message>
        <source>The crossbars before compression left of a divider, each where it lies in the dense mapping; drag it, or move it with Ctrl and the arrow keys</source>
        <translation>Die Crossbars vor der Kompression links eines Teilers, jeder an seinem Platz in der dichten Abbildung; ihn ziehen oder mit Strg und den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Compare with the dense network</source>
        <translation>Mit dem dichten Netz vergleichen</translation>
    </message>
    <message>
        <source>%1 · dense left of the divider</source>
        <translation>%1 · dicht links des Teilers</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Crossbars of the selected layer, or of the whole network</source>
        <translation>Crossbars der gewählten Schicht oder des ganzen Netzes</translation>
    </message>
    <message>
        <source>The array of positive or of negative weights</source>
        <translation>Das Array der positiven oder der negativen Gewichte</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Eigener Bereich</translation>
    </message>
    <message>
        <source>Fixed: all that the hardware can hold, so that crossbars compare (of wire drop: up to the highest). Own: from the lowest to the highest value shown</source>
        <translation>Fest: alles, was die Hardware halten kann, damit Crossbars vergleichbar sind (beim Leitungsverlust: bis zum höchsten). Eigen: vom kleinsten bis zum größten gezeigten Wert</translation>
    </message>
    <message>
        <source>What a cell is coloured by: its conductance or level, whether it is programmed, how many cells of its bit line are, or how much of the word line&apos;s voltage wires take from it when all word lines are on (exact nodal analysis)</source>
        <translation>Wonach eine Zelle gefärbt ist: ihr Leitwert oder ihre Stufe, ob sie programmiert ist, wie viele Zellen ihrer Bitleitung es sind, oder wie viel der Spannung der Wortleitung ihr die Leitungen nehmen, wenn alle Wortleitungen an sind (genaue Knotenanalyse)</translation>
    </message>
</context>
<context>
    <name>mho::DataDock</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Folder of the Data Set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>A run is going on; it measures by itself.</source>
        <translation>Ein Lauf ist im Gange; er misst selbst.</translation>
    </message>
    <message>
        <source>A network is being measured.</source>
        <translation>Ein Netz wird gemessen.</translation>
    </message>
    <message>
        <source>There are no data yet.</source>
        <translation>Es gibt noch keine Daten.</translation>
    </message>
    <message>
        <source>The design is being computed.</source>
        <translation>Der Entwurf wird berechnet.</translation>
    </message>
    <message>
        <source>The network has no weights yet: choose Run ▸ Start, or begin from a file of weights.</source>
        <translation>Das Netz hat noch keine Gewichte: Lauf ▸ Starten wählen oder mit einer Gewichtsdatei beginnen.</translation>
    </message>
    <message>
        <source>%1
Of an earlier design.</source>
        <translation>%1
Von einem früheren Entwurf.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Top-1 %1 % (%2 of %3 test images), mean loss %4. Masks and levels are put on the present weights; nothing was retrained.</source>
        <translation>Top-1 %1 % (%2 von %3 Testbildern), mittlerer Verlust %4. Masken und Stufen sind auf die jetzigen Gewichte gelegt; nichts wurde nachtrainiert.</translation>
    </message>
</context>
<context>
    <name>mho::DataPanel</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>Choose the folder that holds the data set</source>
        <translation>Den Ordner wählen, der den Datensatz enthält</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>Zustand der Daten</translation>
    </message>
    <message>
        <source>Evaluate the network on the test images</source>
        <translation>Das Netz auf den Testbildern auswerten</translation>
    </message>
    <message>
        <source>Cancel the evaluation</source>
        <translation>Die Auswertung abbrechen</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Auswertung</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Beispielbilder</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>built in: no folder is needed</source>
        <translation>eingebaut: kein Ordner nötig</translation>
    </message>
    <message>
        <source>folder of the %1 data</source>
        <translation>Ordner der Daten %1</translation>
    </message>
    <message>
        <source>Open a project to see its data.</source>
        <translation>Ein Projekt öffnen, um seine Daten zu sehen.</translation>
    </message>
    <message>
        <source>The recipe is for the %1 data. Choose the folder that holds them, or drop it here.</source>
        <translation>Das Rezept ist für die Daten %1. Den Ordner wählen, der sie enthält, oder ihn hierher ziehen.</translation>
    </message>
    <message>
        <source>Drawing the built-in digits…</source>
        <translation>Die eingebauten Ziffern werden gezeichnet…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>As recognised by its files. SHA-256 over all images and labels:
%1</source>
        <translation>Wie an seinen Dateien erkannt. SHA-256 über alle Bilder und Klassen:
%1</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Channels × height × width, in pixels</source>
        <translation>Kanäle × Höhe × Breite, in Pixeln</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>the recipe&apos;s</source>
        <translation>die des Rezepts</translation>
    </message>
    <message>
        <source>usual for the data</source>
        <translation>üblich für die Daten</translation>
    </message>
    <message>
        <source>Per channel: value = (pixel / 255 − mean) / deviation</source>
        <translation>Je Kanal: Wert = (Pixel / 255 − Mittel) / Abweichung</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>none: too few training images</source>
        <translation>keine: zu wenige Trainingsbilder</translation>
    </message>
    <message>
        <source>%1 of %2 training images, seed %3</source>
        <translation>%1 von %2 Trainingsbildern, Seed %3</translation>
    </message>
    <message>
        <source>They judge sensitivities and searched ratios, so that these never see test images. A run trains on all training images.</source>
        <translation>Sie beurteilen Empfindlichkeiten und gesuchte Faktoren, sodass diese nie Testbilder sehen. Ein Lauf trainiert auf allen Trainingsbildern.</translation>
    </message>
    <message>
        <source>Class %1: %2</source>
        <translation>Klasse %1: %2</translation>
    </message>
    <message>
        <source>Picture of class %1</source>
        <translation>Bild der Klasse %1</translation>
    </message>
    <message>
        <source>Measure the accuracy of the network as it is compressed now, on all test images</source>
        <translation>Die Genauigkeit des Netzes, wie es jetzt komprimiert ist, auf allen Testbildern messen</translation>
    </message>
    <message>
        <source>mean %1, deviation %2</source>
        <translation>Mittelwert %1, Abweichung %2</translation>
    </message>
</context>
<context>
    <name>mho::DesignPoints</name>
    <message>
        <source>The design was not kept, because it has no preview: %1</source>
        <translation>Der Entwurf wurde nicht behalten, weil er keine Vorschau hat: %1</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>%1 does not fit the network that is open.
%2</source>
        <translation>%1 passt nicht zum offenen Netz.
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
        <translation>Crossbars (NPZ)</translation>
    </message>
    <message>
        <source>Crossbars (CSV, folder)</source>
        <translation>Crossbars (CSV, Ordner)</translation>
    </message>
    <message>
        <source>DNN+NeuroSim (folder)</source>
        <translation>DNN+NeuroSim (Ordner)</translation>
    </message>
    <message>
        <source>Netlist of a crossbar (ngspice)</source>
        <translation>Netzliste einer Crossbar (ngspice)</translation>
    </message>
    <message>
        <source>Export Network</source>
        <translation>Netz exportieren</translation>
    </message>
    <message>
        <source>The finished run</source>
        <translation>Der fertige Lauf</translation>
    </message>
    <message>
        <source>The present plan, projected at once</source>
        <translation>Der jetzige Plan, sofort projiziert</translation>
    </message>
    <message>
        <source>Pruned weights zero, shapes as they are</source>
        <translation>Entfernte Gewichte null, Formen wie sie sind</translation>
    </message>
    <message>
        <source>Shrunk: without channels that do not matter</source>
        <translation>Verkleinert: ohne Kanäle, auf die es nicht ankommt</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Row block, column block, slice and sign of the crossbar, from 0</source>
        <translation>Zeilenblock, Spaltenblock, Slice und Vorzeichen der Crossbar, ab 0</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>&amp;Shapes</source>
        <translation>F&amp;ormen</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>Sch&amp;icht</translation>
    </message>
    <message>
        <source>&amp;Crossbar</source>
        <translation>&amp;Crossbar</translation>
    </message>
    <message>
        <source>The network is being written</source>
        <translation>Das Netz wird geschrieben</translation>
    </message>
    <message>
        <source>Folder of the Network</source>
        <translation>Ordner des Netzes</translation>
    </message>
    <message>
        <source>File of the Network</source>
        <translation>Datei des Netzes</translation>
    </message>
    <message>
        <source>The network was not written</source>
        <translation>Das Netz wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Choose the layer of the crossbar first</source>
        <translation>Wählen Sie zuerst die Schicht der Crossbar</translation>
    </message>
    <message>
        <source>Give row block, column block, slice and sign, such as 0,0,0,0</source>
        <translation>Geben Sie Zeilenblock, Spaltenblock, Slice und Vorzeichen an, etwa 0,0,0,0</translation>
    </message>
    <message>
        <source>&amp;Masks, level codes and scales beside the weights</source>
        <translation>&amp;Masken, Stufencodes und Skalen bei den Gewichten</translation>
    </message>
</context>
<context>
    <name>mho::HardwareBar</name>
    <message>
        <source>Hardware Bar</source>
        <translation>Hardware-Leiste</translation>
    </message>
    <message>
        <source>Word lines (rows) of a crossbar</source>
        <translation>Wortleitungen (Zeilen) eines Crossbars</translation>
    </message>
    <message>
        <source>Bit lines (columns) of a crossbar</source>
        <translation>Bitleitungen (Spalten) eines Crossbars</translation>
    </message>
    <message>
        <source> bit</source>
        <translation> Bit</translation>
    </message>
    <message>
        <source>Bits a cell holds</source>
        <translation>Bits je Zelle</translation>
    </message>
    <message>
        <source>Crossbar</source>
        <translation>Crossbar</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>%1 to %2 · components: %3 · dense reference at %4 bit</source>
        <translation>%1 bis %2 · Komponenten: %3 · dichter Vergleich bei %4 Bit</translation>
    </message>
</context>
<context>
    <name>mho::HardwareDock</name>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
</context>
<context>
    <name>mho::HardwareFieldRow</name>
    <message>
        <source>Set %1 back</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>%1, or conv1=2; fc1=3</source>
        <translation>%1 oder conv1=2; fc1=3</translation>
    </message>
    <message>
        <source>%1, or 100 nS; 1 µS</source>
        <translation>%1 oder 100 nS; 1 µS</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no LAYER=COPIES; layers are parted by a semicolon</source>
        <translation>„%1“ ist kein SCHICHT=KOPIEN; Schichten werden durch Strichpunkt getrennt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no conductance; numbers are parted by a semicolon</source>
        <translation>„%1“ ist kein Leitwert; Zahlen werden durch Strichpunkt getrennt</translation>
    </message>
    <message>
        <source>The preset&apos;s own: %1</source>
        <translation>Wert der Voreinstellung: %1</translation>
    </message>
    <message>
        <source>Differs from the preset&apos;s own, %1</source>
        <translation>Weicht vom Wert der Voreinstellung ab, %1</translation>
    </message>
    <message>
        <source>Set back to the preset&apos;s own: %1</source>
        <translation>Auf den Wert der Voreinstellung zurücksetzen: %1</translation>
    </message>
</context>
<context>
    <name>mho::HardwarePanel</name>
    <message>
        <source>With its own crossbars</source>
        <translation>Mit ihren eigenen Crossbars</translation>
    </message>
    <message>
        <source>Set All Back</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>A preset that is chosen brings its own cells and arrays; otherwise only its prices are taken</source>
        <translation>Eine gewählte Voreinstellung bringt ihre eigenen Zellen und Arrays mit; sonst gelten nur ihre Preise</translation>
    </message>
    <message>
        <source>Give every field the preset&apos;s own value, as one step to undo</source>
        <translation>Jedem Feld den Wert der Voreinstellung geben, als ein rücknehmbarer Schritt</translation>
    </message>
    <message>
        <source>the preset&apos;s own</source>
        <translation>das der Voreinstellung</translation>
    </message>
    <message>
        <source>the preset&apos;s own (%1)</source>
        <translation>das der Voreinstellung (%1)</translation>
    </message>
    <message>
        <source>All fields are the preset&apos;s own.</source>
        <translation>Alle Felder haben den Wert der Voreinstellung.</translation>
    </message>
    <message>
        <source>Fields that differ from the preset&apos;s own (•): %1</source>
        <translation>Felder, die von der Voreinstellung abweichen (•): %1</translation>
    </message>
    <message>
        <source>Hardware fields</source>
        <translation>Felder der Hardware</translation>
    </message>
</context>
<context>
    <name>mho::HardwareWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2 (0: %3)</source>
        <translation>%1 bis %2 (0: %3)</translation>
    </message>
    <message>
        <source>numbers that rise (none: %1)</source>
        <translation>steigende Zahlen (keine: %1)</translation>
    </message>
    <message>
        <source>layers with 1 copy or more (none: %1)</source>
        <translation>Schichten mit 1 Kopie oder mehr (keine: %1)</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>eine der Liste</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, Einheit %2</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>above 0, at most %1</source>
        <translation>über 0, höchstens %1</translation>
    </message>
</context>
<context>
    <name>mho::HelpWindow</name>
    <message>
        <source>Mho Studio Help</source>
        <translation>Hilfe zu Mho Studio</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>In allen Seiten suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>mho::HistogramView</name>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>states of the device</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Select a layer to see its conductances.</source>
        <translation>Eine Schicht wählen, um ihre Leitwerte zu sehen.</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to count.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>Noch nicht trainiert: Ohne Gewichte gibt es keine Leitwerte zu zählen.
Lauf ▸ Starten trainiert und komprimiert dieses Netz.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cells programmed</source>
        <translation>%1: %2 von %3 Zellen programmiert</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Ganzes Netz</translation>
    </message>
    <message>
        <source>Count the cells of all layers</source>
        <translation>Die Zellen aller Schichten zählen</translation>
    </message>
    <message>
        <source>negative cells</source>
        <translation>negative Zellen</translation>
    </message>
    <message>
        <source>positive cells</source>
        <translation>positive Zellen</translation>
    </message>
    <message>
        <source>conductance (µS), negative cells left of 0</source>
        <translation>Leitwert (µS), negative Zellen links von 0</translation>
    </message>
    <message>
        <source>Conductances of programmed cells</source>
        <translation>Leitwerte der programmierten Zellen</translation>
    </message>
</context>
<context>
    <name>mho::JournalDock</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>Dasselbe als Befehl</translation>
    </message>
    <message>
        <source>Copy Commands</source>
        <translation>Befehle kopieren</translation>
    </message>
    <message>
        <source>Copy the command lines of the selected acts, or of all</source>
        <translation>Die Befehlszeilen der gewählten Handlungen kopieren, oder alle</translation>
    </message>
</context>
<context>
    <name>mho::LayerTable</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 is locked. Unlock it first: Edit ▸ Lock or Unlock Layers.</source>
        <translation>%1 ist gesperrt. Erst entsperren: Bearbeiten ▸ Schichten sperren oder entsperren.</translation>
    </message>
</context>
<context>
    <name>mho::LayerTableModel</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n Bit</numerusform>
            <numerusform>%n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 groups are kept. Drag, press + or −, or press F2 and type a ratio.</source>
        <translation>%1 von %2 Gruppen bleiben. Ziehen, + oder − drücken, oder F2 drücken und einen Faktor eingeben.</translation>
    </message>
    <message>
        <source>This kind has no ratio; its options are set in the constraint editor.</source>
        <translation>Diese Art hat keinen Faktor; ihre Optionen stehen im Bedingungseditor.</translation>
    </message>
    <message>
        <source>Levels &quot;%1&quot; of %2 to %3 bit</source>
        <translation>Stufen „%1“ mit %2 bis %3 Bit</translation>
    </message>
    <message>
        <source>%1 per inference</source>
        <translation>%1 je Inferenz</translation>
    </message>
    <message>
        <source>Rise of the loss with this layer alone pruned (%1), held-out training images:</source>
        <translation>Anstieg des Verlusts, wenn nur diese Schicht beschnitten ist (%1), zurückgehaltene Trainingsbilder:</translation>
    </message>
    <message>
        <source>Pruned together: %1</source>
        <translation>Gemeinsam beschnitten: %1</translation>
    </message>
    <message>
        <source>%1×: %2 nats, top-1 %3 %</source>
        <translation>%1×: %2 nats, Top-1 %3 %</translation>
    </message>
    <message>
        <source>mean %1 nats</source>
        <translation>Mittel %1 nats</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>%1 ratio</source>
        <translation>%1: Faktor</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>Behaltene Gewichte</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>Crossbars</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Energy share</source>
        <translation>Energieanteil</translation>
    </message>
    <message>
        <source>A locked layer is left as it is by edits and budgets; runs do not know locks</source>
        <translation>Änderungen und Budgets lassen eine gesperrte Schicht, wie sie ist; Läufe kennen keine Sperren</translation>
    </message>
    <message>
        <source>Filters × columns of the weight matrix; a column is one input channel at one kernel position</source>
        <translation>Filter × Spalten der Gewichtsmatrix; eine Spalte ist ein Eingangskanal an einer Kernelposition</translation>
    </message>
    <message>
        <source>Rise of the loss over the ratio (logarithmic) with the layer alone pruned, on one scale for all layers. Sorted by the mean rise</source>
        <translation>Anstieg des Verlusts über dem Faktor (logarithmisch), wenn nur die Schicht beschnitten ist, in einem Maßstab für alle Schichten. Sortiert nach dem mittleren Anstieg</translation>
    </message>
    <message>
        <source>Bits of the conductance levels, sign included; float = weights keep their values</source>
        <translation>Bits der Leitwertstufen, mit Vorzeichen; float = Gewichte behalten ihre Werte</translation>
    </message>
    <message>
        <source>Weights / weights kept by the mask</source>
        <translation>Gewichte / von der Maske behaltene Gewichte</translation>
    </message>
    <message>
        <source>Crossbars with this plan / crossbars of the dense network at its baseline bits</source>
        <translation>Crossbars mit diesem Plan / Crossbars des dichten Netzes bei seinen Vergleichsbits</translation>
    </message>
    <message>
        <source>Programmed cells / cells of the layer&apos;s crossbars</source>
        <translation>Programmierte Zellen / Zellen der Crossbars der Schicht</translation>
    </message>
    <message>
        <source>Resolution the converters need for the word lines in use</source>
        <translation>Auflösung, die die Wandler für die benutzten Wortleitungen brauchen</translation>
    </message>
    <message>
        <source>Share of the energy of one inference</source>
        <translation>Anteil an der Energie einer Inferenz</translation>
    </message>
    <message>
        <source>%1 takes levels &quot;%2&quot; of %3 to %4 bit, or 0 for float weights</source>
        <translation>%1 nimmt Stufen „%2“ mit %3 bis %4 Bit oder 0 für float-Gewichte</translation>
    </message>
    <message>
        <source>Kind of levels</source>
        <translation>Art der Stufen</translation>
    </message>
    <message>
        <source>Which conductances or values the levels are (quantiser)</source>
        <translation>Welche Leitwerte oder Werte die Stufen sind (Quantisierer)</translation>
    </message>
    <message>
        <source>The layer is locked: edits and budgets leave it as it is. A click on the padlock unlocks it.</source>
        <translation>Die Schicht ist gesperrt: Änderungen und Budgets lassen sie, wie sie ist. Ein Klick auf das Schloss entsperrt sie.</translation>
    </message>
    <message>
        <source>A click locks the layer against edits and budgets.</source>
        <translation>Ein Klick sperrt die Schicht gegen Änderungen und Budgets.</translation>
    </message>
</context>
<context>
    <name>mho::LevelsChoice</name>
    <message>
        <source>&amp;Levels</source>
        <translation>&amp;Stufen</translation>
    </message>
    <message>
        <source>Kind of levels</source>
        <translation>Art der Stufen</translation>
    </message>
    <message>
        <source>Bits of the levels</source>
        <translation>Bits der Stufen</translation>
    </message>
    <message>
        <source>Bits of the levels, sign included; float = weights keep their values</source>
        <translation>Bits der Stufen, mit Vorzeichen; float = Gewichte behalten ihre Werte</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n Bit</numerusform>
            <numerusform>%n Bit</numerusform>
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
        <translation>Neu aus Netz</translation>
    </message>
    <message>
        <source>New from Recipe</source>
        <translation>Neu aus Rezept</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>Crossbars</translation>
    </message>
    <message>
        <source>Conductances</source>
        <translation>Leitwerte</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>%1 (example)</source>
        <translation>%1 (Beispiel)</translation>
    </message>
    <message>
        <source>%1 — Mho Studio</source>
        <translation>%1 — Mho Studio</translation>
    </message>
    <message>
        <source>No run yet: %1 of %2 layers mix signs</source>
        <translation>Noch kein Lauf: %1 von %2 Schichten mischen Vorzeichen</translation>
    </message>
    <message>
        <source>Preview on trained weights</source>
        <translation>Vorschau auf trainierten Gewichten</translation>
    </message>
    <message>
        <source>Not trained: masks are placeholders</source>
        <translation>Nicht trainiert: Masken sind Platzhalter</translation>
    </message>
    <message>
        <source>Masks and conductances come from the weights of the last run</source>
        <translation>Masken und Leitwerte stammen von den Gewichten des letzten Laufs</translation>
    </message>
    <message>
        <source>Counts and cost are exact. Which weights stay is only known once the network is trained: choose Run ▸ Start.</source>
        <translation>Zahlen und Kosten sind genau. Welche Gewichte bleiben, ist erst nach dem Training bekannt: Lauf ▸ Starten wählen.</translation>
    </message>
    <message>
        <source>Unfinished Run</source>
        <translation>Unfertiger Lauf</translation>
    </message>
    <message>
        <source>A run of this project was not finished. Its last checkpoint is there.</source>
        <translation>Ein Lauf dieses Projekts wurde nicht beendet. Sein letzter Checkpoint ist da.</translation>
    </message>
    <message>
        <source>Resume Now</source>
        <translation>Jetzt fortsetzen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Start Anew</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The checkpoint of the unfinished run is dropped. Start anew?</source>
        <translation>Der Checkpoint des unfertigen Laufs wird verworfen. Neu starten?</translation>
    </message>
    <message>
        <source>Folder of the Data Set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open Example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Perspectives</source>
        <translation>Perspektiven</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Noch keine Projekte</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Mho projects (*.mho)</source>
        <translation>Mho-Projekte (*.mho)</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Figures (*.svg *.pdf *.png)</source>
        <translation>Abbildungen (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <source>Run in Progress</source>
        <translation>Lauf im Gange</translation>
    </message>
    <message>
        <source>A run is going on. Stop it? Its last checkpoint is kept and the run can be resumed.</source>
        <translation>Ein Lauf ist im Gange. Anhalten? Sein letzter Checkpoint bleibt, und der Lauf kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The example &quot;%1&quot; was changed. Save it as a project of its own?</source>
        <translation>Das Beispiel „%1“ wurde geändert. Als eigenes Projekt speichern?</translation>
    </message>
    <message>
        <source>Save Project As</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Save Project for the Run</source>
        <translation>Projekt für den Lauf speichern</translation>
    </message>
    <message>
        <source>%1 (copy of a read-only file)</source>
        <translation>%1 (Kopie einer schreibgeschützten Datei)</translation>
    </message>
    <message>
        <source>Edits are not on disk: File ▸ Save As keeps them</source>
        <translation>Änderungen sind nicht auf dem Datenträger: Datei ▸ Speichern unter behält sie</translation>
    </message>
    <message>
        <source>Read-only file, open as a copy: File ▸ Save As keeps edits</source>
        <translation>Schreibgeschützte Datei, als Kopie offen: Datei ▸ Speichern unter behält Änderungen</translation>
    </message>
    <message>
        <source>The last edits are not on disk. Save the project as another file?

%1</source>
        <translation>Die letzten Änderungen sind nicht auf dem Datenträger. Das Projekt als andere Datei speichern?

%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not be written where it lies, and was changed. Save it as another file?</source>
        <translation>„%1“ darf an seinem Ort nicht beschrieben werden und wurde geändert. Als andere Datei speichern?</translation>
    </message>
    <message>
        <source>Edits cannot be written. They are kept in the window; File ▸ Save As writes them to another file.

%1</source>
        <translation>Änderungen können nicht geschrieben werden. Sie bleiben im Fenster; Datei ▸ Speichern unter schreibt sie in eine andere Datei.

%1</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>The Run Cannot Start</source>
        <translation>Der Lauf kann nicht starten</translation>
    </message>
    <message>
        <source>Mend this first:</source>
        <translation>Zuerst beheben:</translation>
    </message>
    <message>
        <source>New from Network File</source>
        <translation>Neu aus Netzdatei</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Trained networks (%1)</source>
        <translation>Trainierte Netze (%1)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>New from Folder of Arrays</source>
        <translation>Neu aus Ordner mit Arrays</translation>
    </message>
    <message>
        <source>The run ends after the present step; its checkpoint is kept.</source>
        <translation>Der Lauf endet nach dem jetzigen Schritt; sein Checkpoint bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>mho::MaskView</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Weight matrix</source>
        <translation>Gewichtsmatrix</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Layout of the weights</source>
        <translation>Anordnung der Gewichte</translation>
    </message>
    <message>
        <source>Weight matrix: filters by columns, as on the crossbars. Kernels: filters by input channels</source>
        <translation>Gewichtsmatrix: Filter mal Spalten, wie auf den Crossbars. Kernel: Filter mal Eingangskanäle</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>The layer before compression left of a divider; drag it, or move it with Ctrl and the arrow keys</source>
        <translation>Die Schicht vor der Kompression links eines Teilers; ihn ziehen oder mit Strg und den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Compare with the dense layer</source>
        <translation>Mit der dichten Schicht vergleichen</translation>
    </message>
    <message>
        <source>Select a layer to see which of its weights stay.</source>
        <translation>Eine Schicht wählen, um zu sehen, welche ihrer Gewichte bleiben.</translation>
    </message>
    <message>
        <source>Not trained yet: there are no weights to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>Noch nicht trainiert: Es gibt keine Gewichte zu zeigen.
Lauf ▸ Starten trainiert und komprimiert dieses Netz.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Mask: what is kept and what is pruned. Weights: the values of what is kept</source>
        <translation>Maske: was behalten und was beschnitten ist. Gewichte: die Werte des Behaltenen</translation>
    </message>
</context>
<context>
    <name>mho::NetworkCrossbars</name>
    <message>
        <source>Range per layer</source>
        <translation>Bereich je Schicht</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, a click selects the layer</source>
        <translation>Das Rad vergrößert, Ziehen verschiebt, ein Klick wählt die Schicht</translation>
    </message>
    <message>
        <source>Open a project to see its crossbars.</source>
        <translation>Ein Projekt öffnen, um seine Crossbars zu sehen.</translation>
    </message>
    <message>
        <source>Not trained yet: without weights there are no conductances to show.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>Noch nicht trainiert: Ohne Gewichte gibt es keine Leitwerte zu zeigen.
Lauf ▸ Starten trainiert und komprimiert dieses Netz.</translation>
    </message>
    <message>
        <source>Fixed: all that the hardware can hold (of wire drop: up to the highest of all layers), so that layers compare. Per layer: from the lowest to the highest value of each layer</source>
        <translation>Fest: alles, was die Hardware fassen kann (beim Leitungsverlust: bis zum höchsten aller Schichten), damit Schichten vergleichbar sind. Je Schicht: vom kleinsten bis zum größten Wert jeder Schicht</translation>
    </message>
    <message>
        <source>Wire drop solved: %1 of %2 · %3</source>
        <translation>Leitungsverlust gelöst: %1 von %2 · %3</translation>
    </message>
    <message>
        <source>Wires without resistance take no voltage.
Give the resistance of a wire from one cell to the next above.</source>
        <translation>Leitungen ohne Widerstand nehmen keine Spannung.
Oben den Widerstand einer Leitung von einer Zelle zur nächsten angeben.</translation>
    </message>
    <message>
        <source>Crossbars of more than %1 cells are solved one at a time:
open one of the selected layer to see its wire drop.</source>
        <translation>Crossbars mit mehr als %1 Zellen werden einzeln gelöst:
einen der gewählten Schicht öffnen, um seinen Leitungsverlust zu sehen.</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
</context>
<context>
    <name>mho::NetworkMap</name>
    <message>
        <source>Crossbars of the whole network</source>
        <translation>Crossbars des ganzen Netzes</translation>
    </message>
    <message>
        <source>dense: %1</source>
        <translation>dicht: %1</translation>
    </message>
</context>
<context>
    <name>mho::ParallelView</name>
    <message>
        <source>Parallel coordinates of design points</source>
        <translation>Parallele Koordinaten der Entwurfspunkte</translation>
    </message>
    <message>
        <source>Flip Axis</source>
        <translation>Achse umkehren</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Clear Brush</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Clear All Brushes</source>
        <translation>Alle Auswahlen aufheben</translation>
    </message>
</context>
<context>
    <name>mho::PenaltyChoice</name>
    <message>
        <source>&amp;Penalty</source>
        <translation>Stra&amp;fe</translation>
    </message>
    <message>
        <source>Factor on the penalty rho</source>
        <translation>Faktor auf die Strafe rho</translation>
    </message>
    <message>
        <source>Factor on the recipe&apos;s ADMM penalty ρ for this layer, in pruning and in quantising
(%1 to %2, default 1: the recipe&apos;s ρ as it is).
A larger one draws the weights to constraints and levels sooner and leaves the loss less say.
Source: ADMM-NN&apos;s public code gives LeNet-5&apos;s first linear layer 10 times the others&apos; ρ
when it quantises.</source>
        <translation>Faktor auf die ADMM-Strafe ρ des Rezepts für diese Schicht, beim Beschneiden und beim Quantisieren
(%1 bis %2, Vorgabe 1: das ρ des Rezepts, wie es ist).
Ein größerer zieht die Gewichte früher zu Bedingungen und Stufen und lässt dem Verlust weniger Einfluss.
Quelle: Der öffentliche Code von ADMM-NN gibt der ersten linearen Schicht von LeNet-5 das 10-Fache des ρ der anderen,
wenn er quantisiert.</translation>
    </message>
    <message>
        <source>the recipe&apos;s</source>
        <translation>der des Rezepts</translation>
    </message>
    <message>
        <source>of the recipe&apos;s</source>
        <translation>des Rezepts</translation>
    </message>
</context>
<context>
    <name>mho::PlanMessage</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What is wrong with the constraints</source>
        <translation>Was an den Bedingungen falsch ist</translation>
    </message>
    <message>
        <source>Put what is shown into the plan</source>
        <translation>Das Gezeigte in den Plan übernehmen</translation>
    </message>
    <message>
        <source>Show again what the plan has</source>
        <translation>Wieder zeigen, was der Plan hat</translation>
    </message>
    <message>
        <source>The plan does not have this yet.</source>
        <translation>Der Plan hat das noch nicht.</translation>
    </message>
    <message>
        <source>Not applied:
%1</source>
        <translation>Nicht angewendet:
%1</translation>
    </message>
</context>
<context>
    <name>mho::PresetConstants</name>
    <message>
        <source>Show or hide the constants that the preset&apos;s prices come from</source>
        <translation>Die Konstanten, aus denen die Preise der Voreinstellung kommen, zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Constants of the preset</source>
        <translation>Konstanten der Voreinstellung</translation>
    </message>
    <message>
        <source>Constants of %1 (%2)</source>
        <translation>Konstanten von %1 (%2)</translation>
    </message>
    <message>
        <source>Weakness: %1</source>
        <translation>Schwäche: %1</translation>
    </message>
</context>
<context>
    <name>mho::ProblemList</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Take what is shown into the design</source>
        <translation>Das Gezeigte in den Entwurf übernehmen</translation>
    </message>
    <message>
        <source>Show again what the design has</source>
        <translation>Wieder zeigen, was der Entwurf hat</translation>
    </message>
    <message>
        <source>The design does not have this yet.</source>
        <translation>Der Entwurf hat das noch nicht.</translation>
    </message>
    <message>
        <source>Not applied:</source>
        <translation>Nicht angewendet:</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>Go to the field or layer</source>
        <translation>Zum Feld oder zur Schicht gehen</translation>
    </message>
</context>
<context>
    <name>mho::ReportDialog</name>
    <message>
        <source>With &amp;figures</source>
        <translation>Mit &amp;Abbildungen</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML, eine Datei</translation>
    </message>
    <message>
        <source>LaTeX with data of figures (folder)</source>
        <translation>LaTeX mit Daten der Abbildungen (Ordner)</translation>
    </message>
    <message>
        <source>Markdown with figures (folder)</source>
        <translation>Markdown mit Abbildungen (Ordner)</translation>
    </message>
    <message>
        <source>CSV, one file a table (folder)</source>
        <translation>CSV, eine Datei je Tabelle (Ordner)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Designs to report</source>
        <translation>Zu berichtende Entwürfe</translation>
    </message>
    <message>
        <source>The report is being written</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>&amp;Designs</source>
        <translation>&amp;Entwürfe</translation>
    </message>
    <message>
        <source>The finished run</source>
        <translation>Der fertige Lauf</translation>
    </message>
    <message>
        <source>The present plan, projected at once</source>
        <translation>Der jetzige Plan, sofort projiziert</translation>
    </message>
    <message>
        <source>Folder of the Report</source>
        <translation>Ordner des Berichts</translation>
    </message>
    <message>
        <source>File of the Report</source>
        <translation>Datei des Berichts</translation>
    </message>
    <message>
        <source>Choose a design first</source>
        <translation>Erst einen Entwurf wählen</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>Der Bericht wurde nicht geschrieben</translation>
    </message>
</context>
<context>
    <name>mho::RunCharts</name>
    <message>
        <source>training accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>primal residual</source>
        <translation>primales Residuum</translation>
    </message>
    <message>
        <source>dual residual</source>
        <translation>duales Residuum</translation>
    </message>
    <message>
        <source>epoch of the run</source>
        <translation>Epoche des Laufs</translation>
    </message>
    <message>
        <source>ADMM round</source>
        <translation>ADMM-Runde</translation>
    </message>
    <message>
        <source>top-1 (%)</source>
        <translation>Top-1 (%)</translation>
    </message>
    <message>
        <source>Residuals by ADMM round</source>
        <translation>Residuen je ADMM-Runde</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>Verlust (nats)</translation>
    </message>
    <message>
        <source>Training accuracy and loss by epoch</source>
        <translation>Trainingsgenauigkeit und Verlust je Epoche</translation>
    </message>
    <message>
        <source>relative residual</source>
        <translation>relatives Residuum</translation>
    </message>
    <message>
        <source>The curves of a run show here.
Choose Run ▸ Start to train and compress this network.</source>
        <translation>Die Kurven eines Laufs erscheinen hier.
Lauf ▸ Starten trainiert und komprimiert dieses Netz.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>primal</source>
        <translation>primal</translation>
    </message>
    <message>
        <source>dual</source>
        <translation>dual</translation>
    </message>
</context>
<context>
    <name>mho::RunDock</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Lauf gestartet: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Geht weiter</translation>
    </message>
</context>
<context>
    <name>mho::RunLog</name>
    <message>
        <source>Log of the runs</source>
        <translation>Protokoll der Läufe</translation>
    </message>
    <message>
        <source>What happens in a run is told here.</source>
        <translation>Hier steht, was in einem Lauf geschieht.</translation>
    </message>
</context>
<context>
    <name>mho::RunPanel</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop and Keep</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the run here as if it were finished and keep the result</source>
        <translation>Den Lauf hier beenden, als wäre er fertig, und das Ergebnis behalten</translation>
    </message>
    <message>
        <source>Stop now; the last checkpoint stays, so that the run can be resumed</source>
        <translation>Jetzt anhalten; der letzte Checkpoint bleibt, sodass der Lauf fortgesetzt werden kann</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the unfinished run of this project</source>
        <translation>Den unfertigen Lauf dieses Projekts fortsetzen</translation>
    </message>
    <message>
        <source>Train where there are no weights, then compress under this plan</source>
        <translation>Trainieren, wo Gewichte fehlen, dann nach diesem Plan komprimieren</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold the run where it is; it goes on from there at once</source>
        <translation>Den Lauf anhalten, wo er ist; er geht von dort sofort weiter</translation>
    </message>
    <message>
        <source>A run of the present design, after those that go on and wait</source>
        <translation>Ein Lauf des jetzigen Entwurfs, nach denen, die laufen und warten</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Queue (%1)</source>
        <translation>Warteschlange (%1)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>stage of a run, its epochs</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (now)</source>
        <translation>%1 (jetzt)</translation>
    </message>
    <message>
        <source>Stages of the run and the epochs of each</source>
        <translation>Abschnitte des Laufs und die Epochen jedes einzelnen</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>Abschnitte: %1</translation>
    </message>
    <message>
        <source>Add to Queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>How the next run trains: epochs, rates and penalties of each stage</source>
        <translation>Wie der nächste Lauf trainiert: Epochen, Raten und Strafen jeder Phase</translation>
    </message>
</context>
<context>
    <name>mho::RunQueue</name>
    <message>
        <source>No run waits. Add to Queue puts the present design here; it starts when those before it have ended.</source>
        <translation>Kein Lauf wartet. „Zur Warteschlange“ stellt den jetzigen Entwurf hierher; er startet, wenn die vor ihm beendet sind.</translation>
    </message>
    <message>
        <source>Start First</source>
        <translation>Ersten starten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>Wartende Läufe</translation>
    </message>
    <message>
        <source>Start the first run that waits; the others follow</source>
        <translation>Den ersten wartenden Lauf starten; die anderen folgen</translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation>Den gewählten Lauf aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>%1. %2, seed %3</source>
        <translation>%1. %2, Seed %3</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 auf %2: %3</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>Phasen: %1</translation>
    </message>
</context>
<context>
    <name>mho::ScatterView</name>
    <message>
        <source>Scatter of design points</source>
        <translation>Streudiagramm der Entwurfspunkte</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
</context>
<context>
    <name>mho::Session</name>
    <message>
        <source>The run failed: %1</source>
        <translation>Der Lauf ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not changed:
%1</source>
        <translation>Nicht geändert:
%1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>at levels</source>
        <translation>auf Stufen</translation>
    </message>
    <message>
        <source>Test accuracy of the last run: %1</source>
        <translation>Testgenauigkeit des letzten Laufs: %1</translation>
    </message>
    <message>
        <source>Cancelled. The last checkpoint is kept; Resume goes on from there.</source>
        <translation>Abgebrochen. Der letzte Checkpoint bleibt; „Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Test accuracy of the last run: original %1, pruned %2, at levels %3</source>
        <translation>Testgenauigkeit des letzten Laufs: Original %1, beschnitten %2, auf Stufen %3</translation>
    </message>
    <message>
        <source>The finished weights break the plan; the project keeps them. %1
This is a defect of Mho, please report it; the numbers prove nothing.</source>
        <translation>Die fertigen Gewichte brechen den Plan; das Projekt behält sie. %1
Das ist ein Fehler von Mho, bitte melden; die Zahlen beweisen nichts.</translation>
    </message>
    <message>
        <source>The design cannot be put back.
%1</source>
        <translation>Der Entwurf kann nicht zurückgesetzt werden.
%1</translation>
    </message>
    <message>
        <source>Revert to Earlier Point</source>
        <translation>Zu früherem Punkt zurückkehren</translation>
    </message>
    <message>
        <source>Edits, newest first</source>
        <translation>Änderungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>The %1 data are not there: choose their folder (Run ▸ Data Folder).</source>
        <translation>Die Daten %1 fehlen: ihren Ordner wählen (Lauf ▸ Datenordner).</translation>
    </message>
    <message>
        <source>The folder of the data is gone: %1. Choose another one (Run ▸ Data Folder).</source>
        <translation>Der Ordner der Daten ist nicht mehr da: %1. Einen anderen wählen (Lauf ▸ Datenordner).</translation>
    </message>
    <message>
        <source>%1 has more than the network took. Without a place: %2</source>
        <translation>%1 hat mehr, als das Netz nahm. Ohne Platz: %2</translation>
    </message>
    <message>
        <source>What the weights in %1 do not say of their network was guessed. %2. Where that is wrong, use an ONNX file.</source>
        <translation>Was die Gewichte in %1 von ihrem Netz nicht sagen, wurde geraten. %2. Wo das nicht stimmt, nehmen Sie eine ONNX-Datei.</translation>
    </message>
    <message>
        <source>The run of the project that was left has ended; what it kept is in that project&apos;s file.</source>
        <translation>Der Lauf des verlassenen Projekts ist zu Ende; was er behielt, steht in der Datei jenes Projekts.</translation>
    </message>
    <message>
        <source>The folder holds other data than %1: %2. Choose another one (Run ▸ Data Folder).</source>
        <translation>Der Ordner enthält andere Daten als %1: %2. Wählen Sie einen anderen (Lauf ▸ Datenordner).</translation>
    </message>
    <message>
        <source>Plan, hardware and stages become what they were after the edit you choose. This is an edit, too, and can be undone.</source>
        <translation>Plan, Hardware und Phasen werden, was sie nach der gewählten Änderung waren. Auch das ist eine Änderung und kann zurückgenommen werden.</translation>
    </message>
</context>
<context>
    <name>mho::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>Re&amp;move Key</source>
        <translation>Taste &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Standard Key</source>
        <translation>&amp;Standardtaste</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>Die neue Taste hier drücken</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>All &amp;Standard Keys</source>
        <translation>A&amp;lle Standardtasten</translation>
    </message>
    <message>
        <source>&amp;Take It</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Select a command to change its key.</source>
        <translation>Einen Befehl wählen, um seine Taste zu ändern.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, which loses it.</source>
        <translation>%1 ist die Taste von „%2“, der sie verliert.</translation>
    </message>
</context>
<context>
    <name>mho::StageWords</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>Numbers of a list are parted by a semicolon.</source>
        <translation>Zahlen einer Liste trennt ein Semikolon.</translation>
    </message>
</context>
<context>
    <name>mho::StagesDock</name>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
</context>
<context>
    <name>mho::StagesPanel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stages of a run</source>
        <translation>Phasen eines Laufs</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>Projektion</translation>
    </message>
</context>
<context>
    <name>mho::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>New from Network</source>
        <translation>Neu aus Netz</translation>
    </message>
    <message>
        <source>A built-in network, dense, with the schedules usual for its family</source>
        <translation>Ein eingebautes Netz, dicht, mit den für seine Familie üblichen Zeitplänen</translation>
    </message>
    <message>
        <source>New from Recipe</source>
        <translation>Neu aus Rezept</translation>
    </message>
    <message>
        <source>A network with the plan, hardware and schedules of a recipe</source>
        <translation>Ein Netz mit Plan, Hardware und Zeitplänen eines Rezepts</translation>
    </message>
    <message>
        <source>Recent Projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>An example opens as a copy. To keep changes, save it in a place of your own.</source>
        <translation>Ein Beispiel wird als Kopie geöffnet. Um Änderungen zu behalten, an einem eigenen Ort speichern.</translation>
    </message>
    <message>
        <source>Mho Studio</source>
        <translation>Mho Studio</translation>
    </message>
    <message>
        <source>Compresses neural networks for memristor crossbars and shows what every choice costs.</source>
        <translation>Komprimiert neuronale Netze für Memristor-Crossbars und zeigt, was jede Wahl kostet.</translation>
    </message>
    <message>
        <source>Unsaved Copies</source>
        <translation>Nicht gespeicherte Kopien</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>Mho Studio ended before this copy was saved. Its edits are all there.</source>
        <translation>Mho Studio endete, bevor diese Kopie gespeichert wurde. Ihre Änderungen sind alle da.</translation>
    </message>
    <message>
        <source>Unfinished Runs</source>
        <translation>Unfertige Läufe</translation>
    </message>
    <message>
        <source>go on from its last checkpoint</source>
        <translation>vom letzten Checkpoint an fortsetzen</translation>
    </message>
</context>
<context>
    <name>mho::TableMessage</name>
    <message>
        <source>What was not changed</source>
        <translation>Was nicht geändert wurde</translation>
    </message>
    <message>
        <source>Click to close</source>
        <translation>Klicken zum Schließen</translation>
    </message>
</context>
<context>
    <name>mho::ToolDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>The program mho cannot be started: %1</source>
        <translation>Das Programm mho kann nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>&amp;Schreiben nach</translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation>Das Geschriebene öffnen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1: mho ended unexpectedly</source>
        <translation>%1: mho endete unerwartet</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>mho::TotalsBar</name>
    <message>
        <source>Weights / weights kept: all weight layers, and convolutions alone</source>
        <translation>Gewichte / behaltene Gewichte: alle Gewichtsschichten, und nur Faltungen</translation>
    </message>
    <message>
        <source>Crossbars, dense → compressed</source>
        <translation>Crossbars, dicht → komprimiert</translation>
    </message>
    <message>
        <source>ADC bits, the most of all layers, dense → compressed</source>
        <translation>ADC-Bits, die meisten aller Schichten, dicht → komprimiert</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>%1× (conv %2×)</source>
        <translation>%1× (Faltung %2×)</translation>
    </message>
    <message>
        <source>Crossbars</source>
        <translation>Crossbars</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>%1 → %2 bit</source>
        <translation>%1 → %2 Bit</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Energy per inference, and its change against the dense network</source>
        <translation>Energie je Inferenz und ihre Änderung gegen das dichte Netz</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Power with everything in use working, and its change against the dense network</source>
        <translation>Leistung, wenn alles Benutzte arbeitet, und ihre Änderung gegen das dichte Netz</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Area, and its change against the dense network</source>
        <translation>Fläche und ihre Änderung gegen das dichte Netz</translation>
    </message>
    <message>
        <source>Totals that have no room here</source>
        <translation>Summen, die hier keinen Platz haben</translation>
    </message>
</context>
<context>
    <name>mho::WhatsThis</name>
    <message>
        <source>More on this panel (F1)</source>
        <translation>Mehr zu diesem Panel (F1)</translation>
    </message>
</context>
<context>
    <name>mho::WipeHandle</name>
    <message>
        <source>Divider, dense on its left</source>
        <translation>Teiler, links davon dicht</translation>
    </message>
    <message>
        <source>Left of this line the network before compression: drag it, or move it with the arrow keys</source>
        <translation>Links dieser Linie das Netz vor der Kompression: sie ziehen oder mit den Pfeiltasten bewegen</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Block-punched</source>
        <translation>Blockgestanzt</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Block-row-column</source>
        <translation>Block-Zeile-Spalte</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Column-proportional</source>
        <translation>Spaltenproportional</translation>
    </message>
    <message>
        <source>Non zeros</source>
        <translation>Nichtnullen</translation>
    </message>
    <message>
        <source>Crossbar-rounded</source>
        <translation>Crossbar-gerundet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter-and-shape</source>
        <translation>Filter und Form</translation>
    </message>
    <message>
        <source>Filter-shape</source>
        <translation>Filterform</translation>
    </message>
    <message>
        <source>Kernel-pattern</source>
        <translation>Kernelmuster</translation>
    </message>
    <message>
        <source>Pe-group</source>
        <translation>PE-Gruppe</translation>
    </message>
    <message>
        <source>Filter ratio</source>
        <translation>Filterfaktor</translation>
    </message>
    <message>
        <source>Shape ratio</source>
        <translation>Formfaktor</translation>
    </message>
    <message>
        <source>Sign-polarisation</source>
        <translation>Vorzeichenpolarisierung</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Unstructured</source>
        <translation>Unstrukturiert</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Bauelement</translation>
    </message>
    <message>
        <source>Equal-interval</source>
        <translation>Gleiche Abstände</translation>
    </message>
    <message>
        <source>Fixed-point</source>
        <translation>Festkomma</translation>
    </message>
    <message>
        <source>Power-of-two</source>
        <translation>Zweierpotenz</translation>
    </message>
    <message>
        <source>Ternary</source>
        <translation>Ternär</translation>
    </message>
</context>
</TS>
