// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/network/network_json.h"
#include "core/project/project_state.h"
#include "core/project/recipe_documents.h"

#include <map>
#include <utility>

namespace mho {
namespace {

using detail::document;

/// All arrays of a network by "ROLE/NODE".
Checkpoint arraysOf(const Network& network)
{
    Checkpoint set{"{}", {}};
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            if (parameter.tensor.hasValues()) {
                set.arrays.push_back({parameter.role + "/" + node.name, FloatArray(parameter.tensor)});
            }
        }
    }
    return set;
}

void fillValues(Network& network, const Checkpoint& set, const std::string& path)
{
    std::map<std::string, const FloatArray*> arrays;
    for (const Checkpoint::Array& array : set.arrays) {
        arrays[array.name] = &array.values;
    }
    const std::vector<Node> nodes = network.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        for (const Parameter& parameter : nodes[id].parameters) {
            const auto found = arrays.find(parameter.role + "/" + nodes[id].name);
            if (found == arrays.end()) {
                continue;
            }
            const Shape& shape = parameter.tensor.shape();
            if (std::cmp_not_equal(found->second->size(), elementCount(shape))) {
                throw Error(
                    ErrorCode::BadFormat,
                    MHO_TEXT("The project file is damaged: the array \"%1\" does not have the shape %2; go back to a copy"),
                    {found->first, shapeText(shape)}, path);
            }
            network.setParameter(id, parameter.role, found->second->tensor(shape));
        }
    }
}

std::string textOrNothing(detail::Database& database, const char* key)
{
    return detail::hasDocument(database, key) ? document(database, key) : std::string();
}

}  // namespace

void Project::State::edit(const char* key, const std::string& content, const std::string& command)
{
    const std::lock_guard guard(lock);
    detail::Transaction transaction(database);
    const std::string before = document(database, key);
    if (before != content) {
        detail::putDocument(database, key, content);
        detail::addToJournal(database, command, detail::changes(before, content));
        transaction.commit();
    }
}

Recipe Project::recipe() const
{
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    database.execute("BEGIN");
    struct End {
        detail::Database& open;
        ~End() { sqlite3_exec(open.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }
    } const end{database};
    return detail::joinedRecipe({document(database, "recipe"), document(database, "plan"), document(database, "hardware")},
                                path());
}

void Project::setRecipe(const Recipe& recipe, const std::string& command)
{
    const detail::RecipeDocuments now = detail::recipeDocuments(recipe);
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    const std::string before = recipeToJson(detail::joinedRecipe(
        {document(database, "recipe"), document(database, "plan"), document(database, "hardware")}, path()));
    const std::string after = recipeToJson(recipe);
    if (before == after) {
        return;
    }
    detail::putDocument(database, "recipe", now.recipe);
    detail::putDocument(database, "plan", now.plan);
    detail::putDocument(database, "hardware", now.hardware);
    detail::addToJournal(database, command, detail::changes(before, after));
    transaction.commit();
}

void Project::setPlan(const Plan& plan, const std::string& command)
{
    const std::string text = planToJson(plan);
    planFromJson(text, "plan");
    state_->edit("plan", text, command);
}

void Project::setHardware(const Hardware& hardware, const std::string& command)
{
    const std::string text = hardwareToJson(hardware);
    hardwareFromJson(text, "hardware");
    state_->edit("hardware", text, command);
}

void Project::setStages(const Stages& stages, const std::string& command)
{
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    Recipe recipe = recipeFromJson(document(database, "recipe"), path() + ": recipe");
    if (static_cast<const Stages&>(recipe) == stages) {
        return;
    }
    const std::string before = stagesToJson(recipe);
    static_cast<Stages&>(recipe) = stages;
    detail::putDocument(database, "recipe", detail::recipeDocuments(recipe).recipe);
    detail::addToJournal(database, command, detail::changes(before, stagesToJson(stages)));
    transaction.commit();
}

Network Project::network() const
{
    const std::lock_guard guard(state_->lock);
    Network network = networkFromJson(document(state_->database, "network"), path() + ": network");
    network.setName(document(state_->database, "network_name"));
    if (std::optional<Checkpoint> set = state_->tensors.read("network")) {
        fillValues(network, *set, path());
    }
    return network;
}

void Project::setNetwork(const Network& network, const std::string& command)
{
    const std::string hash = networkHash(network);
    const std::string graph = networkToJson(network);
    const std::lock_guard wholeWrite(state_->writing);
    detail::Database& database = state_->database;
    std::string hashBefore;
    std::string nameBefore;
    {
        const std::lock_guard guard(state_->lock);
        hashBefore = textOrNothing(database, "network_hash");
        nameBefore = textOrNothing(database, "network_name");
    }
    if (hashBefore == hash && nameBefore == network.name()) {
        return;
    }
    const std::int64_t generation = hashBefore == hash ? 0 : state_->tensors.write("network", arraysOf(network));

    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(database);
    detail::putDocument(database, "network_name", network.name());
    if (hashBefore != hash) {
        detail::putDocument(database, "network", graph);
        detail::putDocument(database, "network_hash", hash);
        state_->tensors.publish("network", generation);
        detail::addToJournal(database, command, detail::textChange("network_hash", hashBefore, hash));
    } else {
        detail::addToJournal(database, command, detail::textChange("network_name", nameBefore, network.name()));
    }
    transaction.commit();
}

std::string Project::dataFolder() const
{
    const std::lock_guard guard(state_->lock);
    return document(state_->database, "data_folder");
}

void Project::setDataFolder(const std::string& folder, const std::string& command)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    const std::string before = document(state_->database, "data_folder");
    if (before != folder) {
        detail::putDocument(state_->database, "data_folder", folder);
        detail::addToJournal(state_->database, command, detail::textChange("data_folder", before, folder));
        transaction.commit();
    }
}

std::vector<JournalEntry> Project::journal() const
{
    const std::lock_guard guard(state_->lock);
    return detail::readJournal(state_->database);
}

}  // namespace mho
