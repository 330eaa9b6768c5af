// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace mho {

/// What the style draws below an item's content: selection, hover, alternate rows.
void paintCellBackground(QPainter* painter, const QStyleOptionViewItem& option);

}  // namespace mho
