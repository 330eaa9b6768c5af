<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>%n Layers</source>
        <translation>
            <numerusform>%n Layer</numerusform>
            <numerusform>%n Layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Crossbars</source>
        <translation>
            <numerusform>%n Crossbar</numerusform>
            <numerusform>%n Crossbars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Design Points</source>
        <translation>
            <numerusform>%n Design Point</numerusform>
            <numerusform>%n Design Points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message numerus="yes">
        <source>%1 · %n crossbars</source>
        <translation>
            <numerusform>%1 · %n crossbar</numerusform>
            <numerusform>%1 · %n crossbars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::CompareDock</name>
    <message numerus="yes">
        <source>%n design point(s) deleted; %1 brings them back</source>
        <translation>
            <numerusform>%n design point deleted; %1 brings it back</numerusform>
            <numerusform>%n design points deleted; %1 brings them back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ComparePanel</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without these metrics</source>
        <translation>
            <numerusform>%n without these metrics</numerusform>
            <numerusform>%n without these metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::ConstraintEditor</name>
    <message numerus="yes">
        <source>%1 and %n other selected layers</source>
        <translation>
            <numerusform>%1 and %n other selected layer</numerusform>
            <numerusform>%1 and %n other selected layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::CostView</name>
    <message numerus="yes">
        <source>%n other</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compressed, by what each of %n ADC laws makes of it: the least is %1 by %2, the most %3 by %4. A line that ends at the edge goes on.</source>
        <translation>
            <numerusform>Compressed, by what %n ADC law makes of it: the least is %1 by %2, the most %3 by %4. A line that ends at the edge goes on.</numerusform>
            <numerusform>Compressed, by what each of %n ADC laws makes of it: the least is %1 by %2, the most %3 by %4. A line that ends at the edge goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::LayerTableModel</name>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::LevelsChoice</name>
    <message numerus="yes">
        <source>%n bit</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::Session</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mho::StagesPanel</name>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
</TS>
