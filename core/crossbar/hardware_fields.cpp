// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware_fields.h"

#include "core/base/resources.h"
#include "core/crossbar/hardware_names.h"
#include "core/crossbar/sign_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

namespace mho {
namespace {

using Choices = std::vector<HardwareChoice>;
using Kind = HardwareFieldKind;

constexpr std::int64_t kMostLines = 4096;
constexpr std::int64_t kMostPositions = std::int64_t{1} << 40;
/// 1 ohm: no cell conducts better than the wires to it (ours).
constexpr std::int64_t kMostSiemens = 1;
/// Above what any cell bears; as AdcContext has it (ours).
constexpr std::int64_t kMostVolt = 10;

/// The member that a pointer to it names, in the struct it lies in. `Whole` is Hardware, const or not.
template <class Whole, class Type>
auto& memberOf(Whole& hardware, Type Hardware::*member)
{
    return hardware.*member;
}
template <class Whole, class Type>
auto& memberOf(Whole& hardware, Type Device::*member)
{
    return hardware.device.*member;
}
template <class Whole, class Type>
auto& memberOf(Whole& hardware, Type CrossbarOptions::*member)
{
    return hardware.crossbar.*member;
}

/// Integers of any width are std::int64_t in a HardwareValue; other members are there as they are.
template <auto Member>
HardwareValue get(const Hardware& hardware)
{
    const auto& member = memberOf(hardware, Member);
    if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(member)>>) {
        return static_cast<std::int64_t>(member);
    } else {
        return member;
    }
}

template <auto Member>
void put(Hardware& hardware, const HardwareValue& value)
{
    auto& member = memberOf(hardware, Member);
    using Type = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_integral_v<Type>) {
        member = static_cast<Type>(std::get<std::int64_t>(value));
    } else {
        member = std::get<Type>(value);
    }
}

template <auto Member, auto& Names>
HardwareValue getChoice(const Hardware& hardware)
{
    for (const auto& [name, value] : Names) {
        if (value == hardware.crossbar.*Member) {
            return std::string(name);
        }
    }
    return std::string();
}

template <auto Member, auto& Names>
void putChoice(Hardware& hardware, const HardwareValue& value)
{
    const auto& text = std::get<std::string>(value);
    for (const auto& entry : Names) {
        if (entry.name == text) {
            hardware.crossbar.*Member = entry.value;
            return;
        }
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no choice \"%1\""), {text}, "crossbar");
}

Choices none()
{
    return {};
}

Choices signChoices()
{
    Choices choices;
    for (const SignScheme* scheme : signSchemes()) {
        choices.push_back({std::string(scheme->name()), std::string(scheme->description())});
    }
    return choices;
}

Choices sliceChoices()
{
    return {{"arrays", MHO_TEXT("Each slice in an array of its own (S0: high and low nibble arrays)")},
            {"bit-lines", MHO_TEXT("Slices on neighbouring bit lines of one array (ISAAC, NeuroSim)")}};
}

Choices mappingChoices()
{
    return {{"gemm", MHO_TEXT("The weight matrix as it is, channel first on word lines (S0, section 3)")},
            {"kernel-position", MHO_TEXT("One sub-array a kernel position, word lines are channels (NeuroSim)")}};
}

Choices compactionChoices()
{
    return {{"none", MHO_TEXT("Zeros take cells like any weight")},
            {"layer", MHO_TEXT("Filters and columns that are zero all over the layer are left out (S0)")},
            {"column-block", MHO_TEXT("Also the columns that are zero for all filters that share bit lines")}};
}

Choices ruleChoices()
{
    return {{"exact", MHO_TEXT("Every sum that an array can give: ceil(log2(l (2^v - 1)(2^w - 1) + 1))")},
            {"isaac", MHO_TEXT("ceil(log2 l) + v + w, one less where v = 1 or w = 1 (ISAAC, equations 1 and 2)")},
            {"flipped", MHO_TEXT("Columns of large sum stored flipped, a bit less (ISAAC); needs a unit column")}};
}

constexpr const char* kPrices = MHO_TEXT("Components");
constexpr const char* kCells = MHO_TEXT("Cells");
constexpr const char* kArrays = MHO_TEXT("Arrays");
constexpr const char* kInputs = MHO_TEXT("Inputs");
constexpr const char* kWeights = MHO_TEXT("Weights on the arrays");
constexpr const char* kAdcs = MHO_TEXT("ADCs");
constexpr const char* kCopies = MHO_TEXT("Copies of layers");
constexpr const char* kMappingPage = MHO_TEXT("docs/crossbars.md, Cutting");
constexpr const char* kAdcPage = MHO_TEXT("docs/crossbars.md, ADC bits");

std::vector<HardwareField> makeFields()
{
    using C = CrossbarOptions;
    return {
        {"preset", MHO_TEXT("Preset"), kPrices, Kind::Choice, "", 0, 0, "",
         MHO_TEXT("The file of components that prices the arrays: energy, power, area and time of each, with their sources. "
                  "Its name, or the path of a copy."),
         MHO_TEXT("docs/presets.md"), "", "hardware", get<&Hardware::preset>, put<&Hardware::preset>, none},
        {"device.g_min_S", MHO_TEXT("Lowest conductance"), kCells, Kind::Quantity, "S", 0, kMostSiemens, "",
         MHO_TEXT("No cell is programmed below it. It must be below the highest conductance."),
         MHO_TEXT("S0, section 4: 0.1 µS"), "hardware.g_min", "", get<&Device::gMinS>, put<&Device::gMinS>, none},
        {"device.g_max_S", MHO_TEXT("Highest conductance"), kCells, Kind::Quantity, "S", 0, kMostSiemens, "",
         MHO_TEXT("No cell is programmed above it."), MHO_TEXT("S0, section 4: 1 µS"), "hardware.g_max", "",
         get<&Device::gMaxS>, put<&Device::gMaxS>, none},
        {"device.cell_bits", MHO_TEXT("Bits of a cell"), kCells, Kind::Whole, "bit", 1, 8, "",
         MHO_TEXT("A cell holds one of 2^bits states. Weights of more bits take several cells, their slices."),
         MHO_TEXT("S0, section 4: 4 bits"), "hardware.cell_bits", "", get<&Device::cellBits>, put<&Device::cellBits>, none},
        {"device.read_voltage_V", MHO_TEXT("Read voltage"), kCells, Kind::Quantity, "V", 0, kMostVolt, "",
         MHO_TEXT("Voltage on a word line for an input bit of 1."), MHO_TEXT("CiMLoop, ISAAC's cell: 0.2 V, after PRIME"),
         "hardware.read_voltage", "", get<&Device::readVoltageV>, put<&Device::readVoltageV>, none},
        {"device.levels_S", MHO_TEXT("Measured states"), kCells, Kind::Quantities, "S", 0, 0, MHO_TEXT("linear"),
         MHO_TEXT(
             "Conductance of each state, rising, 2^bits of them between the lowest and the highest. None: each state is the "
             "middle of its interval."),
         MHO_TEXT("S0, section 3.1"), "", "", get<&Device::levelsS>, put<&Device::levelsS>, none},
        {"crossbar.rows", MHO_TEXT("Rows"), kArrays, Kind::Whole, "", 1, kMostLines, "",
         MHO_TEXT("Word lines of an array: the inputs it takes at once."), MHO_TEXT("docs/crossbars.md, Symbols; S0: 128"),
         "hardware.rows", "", get<&C::rows>, put<&C::rows>, none},
        {"crossbar.columns", MHO_TEXT("Columns"), kArrays, Kind::Whole, "", 1, kMostLines, "",
         MHO_TEXT("Bit lines of an array for weights; the unit column of a sign scheme comes on top."),
         MHO_TEXT("docs/crossbars.md, Symbols; S0: 64"), "hardware.columns", "", get<&C::columns>, put<&C::columns>, none},
        {"crossbar.input_bits", MHO_TEXT("Bits of an input"), kInputs, Kind::Whole, "bit", 1, 16, "",
         MHO_TEXT("Bits of an activation, fed one DAC step after the other."), MHO_TEXT("ISAAC, section V: 16-bit inputs"),
         "hardware.input_bits", "", get<&C::inputBits>, put<&C::inputBits>, none},
        {"crossbar.dac_bits", MHO_TEXT("Bits of a DAC"), kInputs, Kind::Whole, "bit", 1, 8, "",
         MHO_TEXT("Input bits that a DAC puts on a word line at once."), MHO_TEXT("ISAAC, section V: 1 bit a cycle"),
         "hardware.dac_bits", "", get<&C::dacBits>, put<&C::dacBits>, none},
        {"crossbar.baseline_bits", MHO_TEXT("Bits of a weight"), kWeights, Kind::Whole, "bit", 2, 17, "",
         MHO_TEXT(
             "Bits, sign included, of weights that have no levels, and of the dense reference that savings are held against."),
         MHO_TEXT("S0, section 4: dense reference of 9 bits"), "hardware.weight_bits", "", get<&C::baselineBits>,
         put<&C::baselineBits>, none},
        {"crossbar.sign_scheme", MHO_TEXT("Signs"), kWeights, Kind::Choice, "", 0, 0, "",
         MHO_TEXT("How cells, whose conductance is above zero, hold negative weights."), MHO_TEXT("docs/crossbars.md, Signs"),
         "", "", get<&C::signScheme>, put<&C::signScheme>, signChoices},
        {"crossbar.fragment_rows", MHO_TEXT("Rows of a fragment"), kWeights, Kind::Whole, "", 1, kMostLines, "",
         MHO_TEXT("Word lines read at a time where the sign scheme works by fragments; others leave it alone."),
         MHO_TEXT("FORMS: 4 to 16"), "hardware.fragment_rows", "", get<&C::fragmentRows>, put<&C::fragmentRows>, none},
        {"crossbar.slices", MHO_TEXT("Slices"), kWeights, Kind::Choice, "", 0, 0, "",
         MHO_TEXT("Where the cells lie that hold one weight's groups of bits."), kMappingPage, "", "",
         getChoice<&C::slices, kSlicePlacements>, putChoice<&C::slices, kSlicePlacements>, sliceChoices},
        {"crossbar.mapping", MHO_TEXT("Mapping"), kWeights, Kind::Choice, "", 0, 0, "",
         MHO_TEXT("Which weights share an array."), kMappingPage, "", "", getChoice<&C::mapping, kWeightMappings>,
         putChoice<&C::mapping, kWeightMappings>, mappingChoices},
        {"crossbar.compaction", MHO_TEXT("Compaction"), kWeights, Kind::Choice, "", 0, 0, "",
         MHO_TEXT("What is left out of the arrays before the matrix is cut."), kMappingPage, "", "",
         getChoice<&C::compaction, kCompactions>, putChoice<&C::compaction, kCompactions>, compactionChoices},
        {"crossbar.adc_rule", MHO_TEXT("ADC rule"), kAdcs, Kind::Choice, "", 0, 0, "",
         MHO_TEXT(
             "How many bits a layer's ADCs get; l = most cells that pass current in one bit line, v = bits of a DAC, w = bits "
             "of a cell."),
         kAdcPage, "", "", getChoice<&C::adcRule, kAdcRules>, putChoice<&C::adcRule, kAdcRules>, ruleChoices},
        {"crossbar.adc_bits", MHO_TEXT("Bits of an ADC"), kAdcs, Kind::Whole, "bit", 0, 16, MHO_TEXT("by the rule"),
         MHO_TEXT("The same ADC for all layers; 0 lets the rule give each layer its own."), kAdcPage, "hardware.adc_bits", "",
         get<&C::adcBits>, put<&C::adcBits>, none},
        {"adc_law", MHO_TEXT("ADC law"), kAdcs, Kind::Choice, "", 0, 0, MHO_TEXT("the preset's own"),
         MHO_TEXT("How an ADC's energy and area follow from its bits."), MHO_TEXT("docs/adc-laws.md"), "", "adc-laws",
         get<&Hardware::adcLaw>, put<&Hardware::adcLaw>, none},
        {"crossbar.pipeline_positions", MHO_TEXT("Positions of a copy"), kCopies, Kind::Whole, "", 0, kMostPositions,
         MHO_TEXT("no copies"),
         MHO_TEXT(
             "Layers with more output positions get ceil(positions / this) copies of their arrays, so that the pipeline keeps "
             "pace."),
         MHO_TEXT("ISAAC, section IV"), "", "", get<&C::pipelinePositions>, put<&C::pipelinePositions>, none},
        {"crossbar.replication", MHO_TEXT("Copies by hand"), kCopies, Kind::Copies, "", 0, 0, MHO_TEXT("none"),
         MHO_TEXT(
             "Copies of the arrays of the layers named, in place of those that the positions ask for. They take arrays and "
             "save steps."),
         MHO_TEXT("docs/crossbars.md, Counts"), "", "", get<&C::replication>, put<&C::replication>, none},
    };
}

}  // namespace

std::vector<HardwareChoice> HardwareField::choices() const
{
    if (*folder == '\0') {
        return named();
    }
    Choices all;
    if (*zero != '\0') {
        all.push_back({"", zero});
    }
    for (const std::string& resource : resourceNames(folder)) {
        all.push_back({resource, ""});
    }
    return all;
}

std::string HardwareField::rangeText() const
{
    const std::string special = *zero == '\0' ? std::string() : zero;
    switch (kind) {
        case Kind::Whole:
            return special.empty() ? fmt::format("{} to {}", least, most)
                                   : fmt::format("{} to {} (0: {})", least, most, special);
        case Kind::Quantity:
            return fmt::format("above 0, at most {}", most);
        case Kind::Quantities:
            return fmt::format("rising numbers (none: {})", special);
        case Kind::Copies:
            return fmt::format("layers with 1 to {} copies (none: {})", std::int64_t{1} << 20, special);
        case Kind::Choice:
            break;
    }
    std::string text;
    for (const HardwareChoice& choice : choices()) {
        if (!choice.name.empty()) {
            text += (text.empty() ? "" : ", ") + choice.name;
        }
    }
    return special.empty() ? text : fmt::format("{} (none: {})", text, special);
}

const std::vector<HardwareField>& hardwareFields()
{
    static const std::vector<HardwareField> fields = makeFields();
    return fields;
}

const HardwareField* findHardwareField(std::string_view name)
{
    const auto& fields = hardwareFields();
    const std::string_view whole = name.substr(0, name.find('['));
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const HardwareField& field) { return field.name == whole; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<const HardwareField*> differingFields(const Hardware& one, const Hardware& other)
{
    std::vector<const HardwareField*> differing;
    for (const HardwareField& field : hardwareFields()) {
        if (field.value(one) != field.value(other)) {
            differing.push_back(&field);
        }
    }
    return differing;
}

}  // namespace mho
