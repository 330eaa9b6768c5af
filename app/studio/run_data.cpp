// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/run_data.h"

#include "core/base/error.h"
#include "core/run/recipe_data.h"

namespace mho {
namespace {

DataSet openData(const Recipe& recipe, const std::string& folder)
{
    if (recipe.data == "synthetic-digits") {
        return syntheticDigits();
    }
    if (folder.empty()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The recipe needs the %1 data; choose its folder (Run, Data Folder)"),
                    {recipe.data}, recipe.name);
    }
    DataSet data = openDataSet(folder);
    if (data.name != recipe.data) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The folder holds %1, but the recipe is for %2; choose that one's folder"),
                    {data.name, recipe.data}, folder);
    }
    return data;
}

}  // namespace

DataSet openRunData(const Recipe& recipe, const std::string& folder)
{
    return withNormalization(openData(recipe, folder), recipe);
}

}  // namespace mho
